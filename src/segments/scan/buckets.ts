import type { Selection } from './selection.ts';
import { type Counts, maxVisitorOf } from './totals.ts';

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
  return new Buckets(selections, starts, end, visitorsOf ?? null).count();
}

interface Cursor {
  selection: Selection;
  /** The next visit; visits stand in the order of their starts. */
  next: number;
}

/** Goes through the buckets one after another. */
class Buckets {
  private readonly cursors: Cursor[];
  private readonly bounds: Float64Array;
  private readonly counts: Counts[];
  /** The bucket in which a visitor was met last: since buckets are done in order, one is enough. */
  private readonly metIn: Int32Array;
  /** Visitors whose visits reach into a later bucket wait there. */
  private readonly waiting: (number[] | undefined)[] = [];
  private readonly visitorsOf: number[][] | null;

  constructor(
    selections: readonly Selection[],
    starts: readonly number[],
    end: number,
    visitorsOf: number[][] | null,
  ) {
    this.cursors = selections.map((selection) => ({ selection, next: 0 }));
    this.bounds = Float64Array.from([...starts, end]);
    this.counts = starts.map(() => ({
      visitors: 0,
      pageviews: 0,
      events: 0,
      visits: 0,
      bounces: 0,
      seconds: 0,
    }));
    this.metIn = new Int32Array(maxVisitorOf(selections) + 1).fill(-1);
    this.visitorsOf = visitorsOf;
  }

  count(): Counts[] {
    for (const cursor of this.cursors) this.takeEarlier(cursor, this.bounds[0] ?? 0);
    let firstOpen = 0;
    this.counts.forEach((count, bucket) => {
      const until = this.bounds[bucket + 1] ?? 0;
      for (const visitor of this.waiting[bucket] ?? []) this.meet(bucket, visitor);
      this.waiting[bucket] = undefined;
      for (let c = firstOpen; c < this.cursors.length; c++) {
        const cursor = this.cursors[c];
        // Parts stand in the order of their days.
        if (!cursor || cursor.selection.view.base >= until) break;
        this.take(cursor, bucket, until, count);
        if (c === firstOpen && cursor.next === cursor.selection.view.visits) firstOpen++;
      }
    });
    for (const count of this.counts) count.seconds /= 1000;
    return this.counts;
  }

  private meet(bucket: number, visitor: number): void {
    if (this.metIn[visitor] === bucket) return;
    this.metIn[visitor] = bucket;
    const count = this.counts[bucket];
    if (count) count.visitors++;
    this.visitorsOf?.[bucket]?.push(visitor);
  }

  /** Visits that began before the first bucket. */
  private takeEarlier(cursor: Cursor, from: number): void {
    const { view, touched } = cursor.selection;
    for (; cursor.next < view.visits && view.base + (view.start[cursor.next] ?? 0) < from; cursor.next++) {
      if (touched === null || touched[cursor.next] === 1) this.spread(cursor.selection, cursor.next, -1);
    }
  }

  /** A visit that is not wholly of the bucket: each event to its own. */
  private spread({ view, hits }: Selection, visit: number, bucket: number): void {
    const bounds = this.bounds;
    const visitor = view.visitor[visit] ?? 0;
    const first = hits === null ? view.first : hits.first;
    const last = first[visit + 1] ?? 0;
    let at = bucket;
    for (let h = first[visit] ?? 0; h < last; h++) {
      if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
      const j = hits === null ? h : (hits.events[h] ?? 0);
      const time = view.base + (view.at[j] ?? 0);
      while (at + 1 < bounds.length && time >= (bounds[at + 1] ?? 0)) at++;
      const count = this.counts[at];
      if (!count) continue;
      count.events++;
      count.pageviews += (view.name[j] ?? 0) & 1;
      if (at === bucket) {
        this.meet(bucket, visitor);
        continue;
      }
      const later = this.waiting[at] ?? [];
      if (later.at(-1) !== visitor) later.push(visitor);
      this.waiting[at] = later;
    }
  }

  /** The visits that begin in the bucket. `seconds` are milliseconds until all is added. */
  private take(cursor: Cursor, bucket: number, until: number, count: Counts): void {
    const { selection } = cursor;
    const { view, counted, touched, hits } = selection;
    const { visits: n, start, duration, first, visitor, name, pageviews: viewed } = view;
    const metIn = this.metIn;
    const list = this.visitorsOf?.[bucket] ?? null;
    const to = until - view.base;
    let i = cursor.next;
    let [visitors, pageviews, events, visits, bounces, milliseconds] = [0, 0, 0, 0, 0, 0];
    for (; i < n; i++) {
      const begun = start[i] ?? 0;
      if (begun >= to) break;
      const long = duration[i] ?? 0;
      const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
      if (counted === null || counted[i] === 1) {
        visits++;
        milliseconds += long;
        if (length === 1) bounces++;
      }
      if (touched !== null && touched[i] === 0) continue;
      if (begun + long >= to) {
        this.spread(selection, i, bucket);
        continue;
      }
      if (hits === null) {
        events += length;
        pageviews += viewed[i] ?? 0;
      } else {
        const last = hits.first[i + 1] ?? 0;
        for (let h = hits.first[i] ?? 0; h < last; h++) {
          if (hits.inRange !== null && hits.inRange[h] === 0) continue;
          events++;
          pageviews += (name[hits.events[h] ?? 0] ?? 0) & 1;
        }
      }
      const v = visitor[i] ?? 0;
      if (metIn[v] === bucket) continue;
      metIn[v] = bucket;
      visitors++;
      if (list !== null) list.push(v);
    }
    cursor.next = i;
    count.visitors += visitors;
    count.events += events;
    count.pageviews += pageviews;
    count.visits += visits;
    count.bounces += bounces;
    count.seconds += milliseconds;
  }
}
