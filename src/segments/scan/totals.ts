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
    sum.visitors += meet(view, touched, seen);
    addVisits(view, counted, hits === null, sum);
    if (hits !== null) addHits(view, hits, sum);
  }
  return { ...sum, seconds: sum.seconds / 1000 };
}

/** How many of the visits' visitors were not seen before. */
function meet({ visitor, visits: n }: View, touched: Uint8Array | null, seen: Int32Array): number {
  let visitors = 0;
  for (let i = 0; i < n; i++) {
    if (touched !== null && touched[i] === 0) continue;
    const v = visitor[i] ?? 0;
    const word = v >> 5;
    const bit = 1 << (v & 31);
    const former = seen[word] ?? 0;
    if ((former & bit) !== 0) continue;
    seen[word] = former | bit;
    visitors++;
  }
  return visitors;
}

/** Adds visits, and all of their events where these count; `seconds` are milliseconds until all is added. */
function addVisits(view: View, counted: Uint8Array | null, withEvents: boolean, sum: Counts): void {
  const { first, duration, pageviews, visits: n } = view;
  let [views, events, visits, bounces, milliseconds] = [0, 0, 0, 0, 0];
  let from = 0;
  for (let i = 0; i < n; i++) {
    const last = first[i + 1] ?? 0;
    const length = last - from;
    from = last;
    if (counted !== null && counted[i] === 0) continue;
    visits++;
    events += length;
    if (length === 1) bounces++;
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
