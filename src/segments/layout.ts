// Which segments a project's visits are in. A segment costs some kilobytes in each thread, whatever it holds, and is
// written whole. So days of few visits share one, and a day of many has several: of visits by their ids, which stay,
// unlike their starts; ids are given in the order in which visits arrive, so what changes is in the last of them.

/** A block begins at a multiple of this day number. Times within it, and a visit of 24 hours, fit into 31 bits. */
export const BLOCK_DAYS = 16;

export const blockOf = (day: number): number => Math.floor(day / BLOCK_DAYS) * BLOCK_DAYS;

/** The visits of a segment: those that begin on the days, with ids from `firstVisit` up to `beforeVisit`, exclusive. */
export interface Extent {
  day: number;
  days: number;
  firstVisit: number;
  beforeVisit: number;
}

export const wholeDays = (day: number, days: number): Extent => ({
  day,
  days,
  firstVisit: 0,
  beforeVisit: Number.POSITIVE_INFINITY,
});

/** Where days are put together and cut. */
export interface Shape {
  /** A block of so many visits at most is one segment. */
  block: number;
  /** A segment has so many visits at most. */
  segment: number;
}

// A block's segment takes about as much for its visits as for being a segment, where the days would each have few.
// 65,536 visits are some megabytes: what a sweep writes each minute of a busy day, and may take of memory for it.
export const SHAPE: Shape = { block: 4_096, segment: 65_536 };
