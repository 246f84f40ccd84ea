import type { Hits, Selection, View } from './selection.ts';

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

/** The greatest visitor of the parts: what sets of visitors must hold. */
export const maxVisitorOf = (selections: readonly Selection[]): number =>
  selections.reduce((max, { view }) => Math.max(max, view.maxVisitor), 0);

/** The numbers of a range. */
export function totals(selections: readonly Selection[]): Counts {
  // A bit for each visitor: a set of 600,000 takes 76 kB, and stays in the cache.
  const seen = new Int32Array((maxVisitorOf(selections) >> 5) + 1);
  const sum: Counts = { visitors: 0, pageviews: 0, events: 0, visits: 0, bounces: 0, seconds: 0 };
  for (const { view, counted, touched, hits } of selections) {
    if (hits === null && touched === null) addAll(view, seen, sum);
    else {
      sum.visitors += meet(view, touched, seen);
      addVisits(view, counted, hits === null, sum);
    }
    if (hits !== null) addHits(view, hits, sum);
  }
  return { ...sum, seconds: sum.seconds / 1000 };
}

// Which visitor is new and which visit bounced is past guessing for a processor, so both are counted without a branch:
// 5.5 ms instead of 8 for 418,000 visits. `seconds` are milliseconds until all is added.

function addAll(view: View, seen: Int32Array, sum: Counts): void {
  const { visitor, first, duration, pageviews, visits: n } = view;
  let [visitors, views, bounces, milliseconds, from] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const v = visitor[i] ?? 0;
    const word = v >> 5;
    const former = seen[word] ?? 0;
    seen[word] = former | (1 << v);
    visitors += ((former >>> v) & 1) ^ 1;
    const last = first[i + 1] ?? 0;
    bounces += isOne(last - from);
    from = last;
    views += pageviews[i] ?? 0;
    milliseconds += duration[i] ?? 0;
  }
  sum.visitors += visitors;
  sum.visits += n;
  sum.events += from;
  sum.bounces += bounces;
  sum.pageviews += views;
  sum.seconds += milliseconds;
}

/** 1 for 1, 0 for greater numbers. */
const isOne = (length: number): number => (length - 2) >>> 31;

/** How many of the visits' visitors were not seen before. */
function meet({ visitor, visits: n }: View, touched: Uint8Array | null, seen: Int32Array): number {
  let visitors = 0;
  for (let i = 0; i < n; i++) {
    if (touched !== null && touched[i] === 0) continue;
    const v = visitor[i] ?? 0;
    const word = v >> 5;
    const former = seen[word] ?? 0;
    seen[word] = former | (1 << v);
    visitors += ((former >>> v) & 1) ^ 1;
  }
  return visitors;
}

/** Adds visits, and all of their events where these count. */
function addVisits(view: View, counted: Uint8Array | null, withEvents: boolean, sum: Counts): void {
  const { first, duration, pageviews, visits: n } = view;
  let [views, events, visits, bounces, milliseconds] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (counted !== null && counted[i] === 0) continue;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    visits++;
    events += length;
    bounces += isOne(length);
    views += pageviews[i] ?? 0;
    milliseconds += duration[i] ?? 0;
  }
  sum.visits += visits;
  sum.bounces += bounces;
  sum.seconds += milliseconds;
  if (!withEvents) return;
  sum.events += events;
  sum.pageviews += views;
}

function addHits({ name }: View, { events, inRange }: Hits, sum: Counts): void {
  let [count, views] = [0, 0];
  for (let h = 0; h < events.length; h++) {
    if (inRange !== null && inRange[h] === 0) continue;
    count++;
    views += (name[events[h] ?? 0] ?? 0) & 1;
  }
  sum.events += count;
  sum.pageviews += views;
}
