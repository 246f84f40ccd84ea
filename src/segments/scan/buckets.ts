import type { Steps } from '../steps.ts';
import { Met } from './met.ts';
import { countBelow } from './rows.ts';
import type { Selection } from './selection.ts';
import { add, type Counts, countsOf, isOne, newSums } from './sums.ts';
import { maxVisitorOf } from './totals.ts';

/**
 * The numbers of each bucket as of a range of its own: visits by their start, events by their own time, visitors
 * distinct in each.
 *
 * @param starts the first instants of the buckets, ascending, in milliseconds since 1970
 * @param end the end of the last one
 * @param visitorsOf where wanted, is told the distinct visitors of each bucket, overwritten by the next
 */
export function* countBuckets(
  selections: readonly Selection[],
  starts: readonly number[],
  end: number,
  visitorsOf?: (visitors: Int32Array, bucket: number) => void,
): Steps<Counts[]> {
  const buckets = new Buckets(selections, starts, end);
  const counts: Counts[] = [];
  for (let bucket = 0; bucket < starts.length; bucket++) {
    counts.push(buckets.next());
    visitorsOf?.(buckets.met.visitors(), bucket);
    yield;
  }
  return counts;
}

/** Where a part has been counted to; visits stand in the order of their starts. */
interface Cursor {
  selection: Selection;
  /** The first row that was not reached yet, and its place in each list. */
  row: number;
  counted: number;
  touched: number;
  hit: number;
}

/** Goes through the buckets one after another. */
class Buckets {
  readonly met: Met;
  private readonly cursors: Cursor[];
  private readonly bounds: Float64Array;
  /** Row 0 is of what is before the first bucket. */
  private readonly sums: Float64Array;
  /** Visitors whose visits reach into a later bucket wait there. */
  private readonly waiting: (number[] | undefined)[] = [];
  private bucket = -1;
  private firstOpen = 0;

  constructor(selections: readonly Selection[], starts: readonly number[], end: number) {
    this.bounds = Float64Array.from([...starts, end]);
    this.sums = newSums(starts.length + 1);
    this.met = new Met(maxVisitorOf(selections));
    this.cursors = selections.map((selection) => ({ selection, row: 0, counted: 0, touched: 0, hit: 0 }));
    for (const cursor of this.cursors) this.take(cursor, this.bounds[0] ?? 0);
  }

  /** The numbers of the next bucket. */
  next(): Counts {
    const bucket = ++this.bucket;
    const until = this.bounds[bucket + 1] ?? 0;
    this.met.clear();
    for (const visitor of this.waiting[bucket] ?? []) this.met.add(visitor);
    this.waiting[bucket] = undefined;
    for (let c = this.firstOpen; c < this.cursors.length; c++) {
      const cursor = this.cursors[c];
      // Parts stand in the order of their days.
      if (!cursor || cursor.selection.view.base >= until) break;
      this.take(cursor, until);
      if (c === this.firstOpen && cursor.row === cursor.selection.view.visits) this.firstOpen++;
    }
    return countsOf(this.sums, bucket + 1, this.met.count);
  }

  /** The visits that begin before an instant, and after those that were taken. */
  private take(cursor: Cursor, until: number): void {
    const { view, counted, touched, hits } = cursor.selection;
    cursor.row = countBelow(view.start, until - view.base);
    const before = { ...cursor };
    cursor.counted = countBelow(counted, cursor.row);
    addVisits(cursor.selection, before.counted, cursor.counted, this.sums, this.bucket + 1);
    if (hits === null) {
      cursor.touched = countBelow(touched, cursor.row);
      this.addTouched(cursor.selection, before.touched, cursor.touched);
    } else {
      cursor.hit = countBelow(hits.rows, cursor.row);
      this.addHits(cursor.selection, before.hit, cursor.hit);
    }
  }

  /** All events of visits. */
  private addTouched({ view, touched }: Selection, from: number, to: number): void {
    const { start, duration, first, visitor, pageviews } = view;
    const { seen, list } = this.met;
    const until = (this.bounds[this.bucket + 1] ?? 0) - view.base;
    let { count } = this.met;
    let [views, events] = [0, 0];
    for (let k = from; k < to; k++) {
      const i = touched[k] ?? 0;
      if ((start[i] ?? 0) + (duration[i] ?? 0) >= until) {
        this.met.count = count;
        const last = first[i + 1] ?? 0;
        for (let j = first[i] ?? 0; j < last; j++) this.place(view, i, j);
        count = this.met.count;
        continue;
      }
      events += (first[i + 1] ?? 0) - (first[i] ?? 0);
      views += pageviews[i] ?? 0;
      const v = visitor[i] ?? 0;
      const former = seen[v >> 5] ?? 0;
      seen[v >> 5] = former | (1 << v);
      list[count] = v;
      count += ((former >>> v) & 1) ^ 1;
    }
    this.met.count = count;
    add(this.sums, this.bucket + 1, events, views, 0, 0, 0);
  }

  private addHits({ view, hits }: Selection, from: number, to: number): void {
    if (hits === null) return;
    const { at, name, visitor } = view;
    const { rows, events, inRange } = hits;
    const { seen, list } = this.met;
    const until = (this.bounds[this.bucket + 1] ?? 0) - view.base;
    let { count } = this.met;
    let [views, added] = [0, 0];
    for (let h = from; h < to; h++) {
      if (inRange !== null && inRange[h] === 0) continue;
      const i = rows[h] ?? 0;
      const j = events[h] ?? 0;
      if ((at[j] ?? 0) >= until) {
        this.place(view, i, j);
        continue;
      }
      added++;
      views += (name[j] ?? 0) & 1;
      const v = visitor[i] ?? 0;
      const former = seen[v >> 5] ?? 0;
      seen[v >> 5] = former | (1 << v);
      list[count] = v;
      count += ((former >>> v) & 1) ^ 1;
    }
    this.met.count = count;
    add(this.sums, this.bucket + 1, added, views, 0, 0, 0);
  }

  /** An event of a visit that is not wholly of the bucket. */
  private place(view: Selection['view'], visit: number, event: number): void {
    const visitor = view.visitor[visit] ?? 0;
    const time = view.base + (view.at[event] ?? 0);
    let at = this.bucket;
    while (at + 1 < this.bounds.length && time >= (this.bounds[at + 1] ?? 0)) at++;
    if (at + 1 === this.bounds.length) return;
    add(this.sums, at + 1, 1, (view.name[event] ?? 0) & 1, 0, 0, 0);
    if (at === this.bucket) this.met.add(visitor);
    else {
      const later = this.waiting[at] ?? [];
      if (later.at(-1) !== visitor) later.push(visitor);
      this.waiting[at] = later;
    }
  }
}

function addVisits(
  { view, counted }: Selection,
  from: number,
  to: number,
  sums: Float64Array,
  row: number,
): void {
  const { first, duration } = view;
  let [bounces, milliseconds] = [0, 0];
  for (let k = from; k < to; k++) {
    const i = counted[k] ?? 0;
    bounces += isOne((first[i + 1] ?? 0) - (first[i] ?? 0));
    milliseconds += duration[i] ?? 0;
  }
  add(sums, row, 0, 0, to - from, bounces, milliseconds);
}
