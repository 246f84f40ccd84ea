import type { Grouping, Question } from './plan.ts';
import type { StatsQuery } from './query.ts';
import type { CountRow } from './sql.ts';

export type Counts = Pick<CountRow, 'visitors' | 'pageviews' | 'events' | 'visits' | 'bounces' | 'seconds'>;

/** A row's place in its grouping: the number of a bucket, or a value. */
export interface Key {
  number: number | null;
  value: string | null;
}

/** The numbers of one place in a panel, and what it takes to ask more of the same place. */
export interface Cell {
  question: Question;
  grouping: Grouping;
  place: Key['number'] | Key['value'];
  counts: Counts;
}

export const EMPTY: Counts & Key = {
  number: null,
  value: null,
  visitors: 0,
  pageviews: 0,
  events: 0,
  visits: 0,
  bounces: 0,
  seconds: 0,
};

export const cellOf = ({ question }: StatsQuery, grouping: Grouping, row: Counts & Key): Cell => ({
  question,
  grouping,
  place: placeOf(grouping, row),
  counts: row,
});

/** What tells the places of a grouping from each other, in the rows of every statement over it. */
export const placeOf = (grouping: Grouping, { number, value }: Key): Key['number'] | Key['value'] =>
  grouping.by === 'time' ? number : value;

/** null where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
