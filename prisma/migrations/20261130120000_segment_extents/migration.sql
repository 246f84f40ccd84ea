-- Segments of several days, and several segments of one day. Every former segment has one whole day. No default is
-- volatile, so no row is rewritten; the new key is an index of one small entry for each segment.
ALTER TABLE "segments" ADD COLUMN "days" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "segments" ADD COLUMN "first_visit" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "segments" DROP CONSTRAINT "segments_pkey",
    ADD CONSTRAINT "segments_pkey" PRIMARY KEY ("project_id", "day", "first_visit");
COMMENT ON TABLE "segments" IS 'The visits that begin on some UTC days, column by column, as statistics read them. Derived from visits: it can be thrown away and rebuilt.';
COMMENT ON COLUMN "segments"."day" IS 'The first UTC day.';
COMMENT ON COLUMN "segments"."days" IS 'How many days: 16 while they have few visits, else 1.';
COMMENT ON COLUMN "segments"."first_visit" IS 'A day of many visits has several segments: each has the visits with ids from this one to the next one''s.';
COMMENT ON COLUMN "segments"."revision" IS 'It holds its visits as of this revision of the project.';

ALTER TABLE "segment_states" ADD COLUMN "layout" INTEGER NOT NULL DEFAULT 0;
COMMENT ON COLUMN "segment_states"."layout" IS 'Raised when visits are in other segments than before: readers list the segments again.';
