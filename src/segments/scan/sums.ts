/** The numbers of a set of events and visits. */
export interface Counts {
  visitors: number;
  pageviews: number;
  events: number;
  visits: number;
  bounces: number;
  /** Of all the visits together. */
  seconds: number;
}

/** None of anything. */
export const NOTHING: Readonly<Counts> = {
  visitors: 0,
  pageviews: 0,
  events: 0,
  visits: 0,
  bounces: 0,
  seconds: 0,
};

// Loops add to plain arrays, several numbers a row. Fields of objects turn from integers to doubles as sums grow, and each
// time V8 throws the compiled loop away: totals took two to three times as long.

/** Where a row has which number. */
export const [EVENTS, PAGEVIEWS, VISITS, BOUNCES, MILLISECONDS, WIDTH] = [0, 1, 2, 3, 4, 5] as const;

/** So many rows of sums. */
export const newSums = (rows: number): Float64Array => new Float64Array(rows * WIDTH);

/** Adds to a row. */
export function add(
  sums: Float64Array,
  row: number,
  events: number,
  pageviews: number,
  visits: number,
  bounces: number,
  milliseconds: number,
): void {
  const at = row * WIDTH;
  sums[at + EVENTS] = (sums[at + EVENTS] ?? 0) + events;
  sums[at + PAGEVIEWS] = (sums[at + PAGEVIEWS] ?? 0) + pageviews;
  sums[at + VISITS] = (sums[at + VISITS] ?? 0) + visits;
  sums[at + BOUNCES] = (sums[at + BOUNCES] ?? 0) + bounces;
  sums[at + MILLISECONDS] = (sums[at + MILLISECONDS] ?? 0) + milliseconds;
}

/** A row as what it means. */
export function countsOf(sums: Float64Array, row: number, visitors: number): Counts {
  const at = row * WIDTH;
  return {
    visitors,
    pageviews: sums[at + PAGEVIEWS] ?? 0,
    events: sums[at + EVENTS] ?? 0,
    visits: sums[at + VISITS] ?? 0,
    bounces: sums[at + BOUNCES] ?? 0,
    seconds: (sums[at + MILLISECONDS] ?? 0) / 1000,
  };
}

/** 1 for 1, 0 for greater numbers: whether a visit of so many events is a bounce. */
export const isOne = (length: number): number => (length - 2) >>> 31;
