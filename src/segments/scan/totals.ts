import type { Steps } from '../steps.ts';
import { allRows } from './rows.ts';
import type { Hits, Selection, View } from './selection.ts';
import { add, type Counts, countsOf, isOne, newSums } from './sums.ts';

export type { Counts } from './sums.ts';

/** The greatest visitor of the parts: what sets of visitors must hold. */
export const maxVisitorOf = (selections: readonly Selection[]): number =>
  selections.reduce((max, { view }) => Math.max(max, view.maxVisitor), 0);

/** The numbers of a range. */
export function* totals(selections: readonly Selection[]): Steps<Counts> {
  // A bit for each visitor: a set of 600,000 takes 76 kB, and stays in the cache.
  const seen = new Int32Array((maxVisitorOf(selections) >> 5) + 1);
  const sums = newSums(1);
  let visitors = 0;
  for (const { view, counted, touched, hits } of selections) {
    if (hits === null && counted.length === view.visits) {
      visitors += meetAll(view, seen);
      addWhole(view, sums);
    } else if (hits === null) visitors += addAll(view, counted, seen, sums);
    else {
      visitors += meet(view, touched, seen);
      addVisits(view, counted, sums);
      addHits(view, hits, sums);
    }
    yield;
  }
  return countsOf(sums, 0, visitors);
}

// What all visits of a segment add up to is the same for every question. Only visitors are met anew: a quarter of the time.
const wholes = new WeakMap<Int32Array, Float64Array>();

function addWhole(view: View, sums: Float64Array): void {
  let whole = wholes.get(view.visitor);
  if (!whole) {
    whole = newSums(1);
    addAll(view, allRows(view.visits), new Int32Array((view.maxVisitor >> 5) + 1), whole);
    wholes.set(view.visitor, whole);
  }
  for (let k = 0; k < whole.length; k++) sums[k] = (sums[k] ?? 0) + (whole[k] ?? 0);
}

/** How many visitors of all visits were not seen before. */
function meetAll({ visitor }: View, seen: Int32Array): number {
  let visitors = 0;
  for (let i = 0; i < visitor.length; i++) {
    const v = visitor[i] ?? 0;
    const former = seen[v >> 5] ?? 0;
    seen[v >> 5] = former | (1 << v);
    visitors += ((former >>> v) & 1) ^ 1;
  }
  return visitors;
}

// Which visitor is new and which visit bounced is past guessing for a processor, so both are counted without a branch:
// 5.5 ms instead of 8 for 418,000 visits.

/** Adds visits with all of their events, and returns how many of their visitors were not seen before. */
function addAll(
  { visitor, first, duration, pageviews }: View,
  rows: Int32Array,
  seen: Int32Array,
  sums: Float64Array,
): number {
  let [visitors, views, events, bounces, milliseconds] = [0, 0, 0, 0, 0];
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] ?? 0;
    const v = visitor[i] ?? 0;
    const former = seen[v >> 5] ?? 0;
    seen[v >> 5] = former | (1 << v);
    visitors += ((former >>> v) & 1) ^ 1;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    events += length;
    bounces += isOne(length);
    views += pageviews[i] ?? 0;
    milliseconds += duration[i] ?? 0;
  }
  add(sums, 0, events, views, rows.length, bounces, milliseconds);
  return visitors;
}

/** How many of the visits' visitors were not seen before. */
function meet({ visitor }: View, rows: Int32Array, seen: Int32Array): number {
  let visitors = 0;
  for (let k = 0; k < rows.length; k++) {
    const v = visitor[rows[k] ?? 0] ?? 0;
    const former = seen[v >> 5] ?? 0;
    seen[v >> 5] = former | (1 << v);
    visitors += ((former >>> v) & 1) ^ 1;
  }
  return visitors;
}

/** Adds visits, but for their events. */
function addVisits({ first, duration }: View, rows: Int32Array, sums: Float64Array): void {
  let [bounces, milliseconds] = [0, 0];
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] ?? 0;
    bounces += isOne((first[i + 1] ?? 0) - (first[i] ?? 0));
    milliseconds += duration[i] ?? 0;
  }
  add(sums, 0, 0, 0, rows.length, bounces, milliseconds);
}

function addHits({ name }: View, { events, inRange }: Hits, sums: Float64Array): void {
  let [count, views] = [0, 0];
  for (let h = 0; h < events.length; h++) {
    const counts = inRange === null ? 1 : (inRange[h] ?? 0);
    count += counts;
    views += (name[events[h] ?? 0] ?? 0) & counts;
  }
  add(sums, 0, count, views, 0, 0, 0);
}
