import type { Selection } from './selection.ts';
import { type Counts, maxVisitorOf } from './totals.ts';

interface Cursor {
  selection: Selection;
  /** The next visit; visits stand in the order of their starts. */
  next: number;
}

/**
 * The numbers of each bucket as of a range of its own: visits by their start, events by their own time, visitors
 * distinct in each.
 *
 * @param starts the first instants of the buckets, ascending, in milliseconds since 1970
 * @param end the end of the last one
 * @param visitorsOf where wanted, gets the distinct visitors of each bucket
 */
export function countBuckets(
  selections: readonly Selection[],
  starts: readonly number[],
  end: number,
  visitorsOf?: number[][],
): Counts[] {
  const counts = starts.map(
    (): Counts => ({ visitors: 0, pageviews: 0, events: 0, visits: 0, bounces: 0, seconds: 0 }),
  );
  // A visitor was met in the bucket whose number stands here. Buckets are done one after another, so one number is
  // enough, whatever their count; events of a visit that reach into later buckets wait there.
  const metIn = new Int32Array(maxVisitorOf(selections) + 1).fill(-1);
  const waiting: (number[] | undefined)[] = [];
  const bounds = [...starts, end];

  const meet = (bucket: number, visitor: number): void => {
    if (metIn[visitor] === bucket) return;
    metIn[visitor] = bucket;
    const count = counts[bucket];
    if (count) count.visitors++;
    visitorsOf?.[bucket]?.push(visitor);
  };

  /** A visit that is not wholly of the bucket: each event to its own bucket. */
  const spread = ({ view, steps }: Selection, visit: number, bucket: number): void => {
    const visitor = view.visitor[visit] ?? 0;
    const last = view.first[visit + 1] ?? 0;
    let at = bucket;
    for (let j = view.first[visit] ?? 0; j < last; j++) {
      if (steps !== null && steps.inRange[j] === 0) continue;
      const time = view.base + (view.at[j] ?? 0);
      while (at + 1 < bounds.length && time >= (bounds[at + 1] ?? 0)) at++;
      const count = counts[at];
      if (!count) continue;
      count.events++;
      count.pageviews += (view.name[j] ?? 0) & 1;
      if (at === bucket) meet(bucket, visitor);
      else {
        const later = waiting[at] ?? [];
        if (later.at(-1) !== visitor) later.push(visitor);
        waiting[at] = later;
      }
    }
  };

  const cursors: Cursor[] = selections.map((selection) => ({ selection, next: 0 }));
  const from = starts[0] ?? end;
  for (const cursor of cursors) {
    const { view, touched } = cursor.selection;
    for (; cursor.next < view.visits && view.base + (view.start[cursor.next] ?? 0) < from; cursor.next++) {
      if (touched === null || touched[cursor.next] === 1) spread(cursor.selection, cursor.next, -1);
    }
  }

  let firstOpen = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    const until = bounds[bucket + 1] ?? end;
    for (const visitor of waiting[bucket] ?? []) meet(bucket, visitor);
    waiting[bucket] = undefined;
    const count = counts[bucket];
    if (!count) continue;
    for (let c = firstOpen; c < cursors.length; c++) {
      const cursor = cursors[c];
      if (!cursor) continue;
      // Parts stand in the order of their days.
      if (cursor.selection.view.base >= until) break;
      takeBucket(cursor, until, bucket, count, meet, spread);
      if (c === firstOpen && cursor.next === cursor.selection.view.visits) firstOpen++;
    }
  }
  for (const count of counts) count.seconds /= 1000;
  return counts;
}

/** Adds the visits that begin in the bucket; `seconds` are milliseconds here. */
function takeBucket(
  cursor: Cursor,
  until: number,
  bucket: number,
  count: Counts,
  meet: (bucket: number, visitor: number) => void,
  spread: (selection: Selection, visit: number, bucket: number) => void,
): void {
  const { selection } = cursor;
  const { view, counted, touched, steps } = selection;
  const { visits: n, start, duration, first, visitor, pageviews: viewed } = view;
  const to = until - view.base;
  let i = cursor.next;
  let [pageviews, events, visits, bounces, milliseconds] = [0, 0, 0, 0, 0];
  for (; i < n; i++) {
    const begun = start[i] ?? 0;
    if (begun >= to) break;
    const long = duration[i] ?? 0;
    if (counted === null || counted[i] === 1) {
      visits++;
      milliseconds += long;
      if ((first[i + 1] ?? 0) - (first[i] ?? 0) === 1) bounces++;
    }
    if (touched !== null && touched[i] === 0) continue;
    if (begun + long >= to) {
      spread(selection, i, bucket);
      continue;
    }
    meet(bucket, visitor[i] ?? 0);
    if (steps === null) {
      events += (first[i + 1] ?? 0) - (first[i] ?? 0);
      pageviews += viewed[i] ?? 0;
    } else {
      events += steps.events[i] ?? 0;
      pageviews += steps.views[i] ?? 0;
    }
  }
  cursor.next = i;
  count.events += events;
  count.pageviews += pageviews;
  count.visits += visits;
  count.bounces += bounces;
  count.seconds += milliseconds;
}
