-- Events of one instant are in the order of their arrival. No row is written again: the type only becomes wider.
alter table events alter column received_at type timestamptz(6);
