import { type Field, isEventField, type VisitField } from '../fields.ts';
import type { Column } from '../format.ts';
import { greatestOf, type Selection } from './selection.ts';
import { columnOf, countTerms, countVisitors, isListed, SLOTS, shiftOf, type TermRow } from './tally.ts';
import type { Counts } from './totals.ts';

/** What a list of a field's values is ordered by. */
export type Order = 'visitors' | 'visits' | 'pageviews' | 'events' | 'bounces' | 'seconds' | 'views';

export interface TermList {
  field: Field;
  /** How many rows; all that weigh as much as the last of them come too, since texts order those. */
  first: number;
  /** The weight of a row; what has none comes last. */
  orderBy: Order;
  /** Only these values, where given. */
  among: readonly number[] | null;
  /** Whether more is wanted of a row than its visitors and visits; else the rest is 0. */
  sums: boolean;
}

/** What a row weighs; null where there is nothing to divide by. */
export function weigh(row: Counts, order: Order): number | null {
  const ratio = (part: number): number | null => (row.visits === 0 ? null : part / row.visits);
  switch (order) {
    case 'bounces':
      return ratio(row.bounces);
    case 'seconds':
      return ratio(row.seconds);
    case 'views':
      return ratio(row.pageviews);
    default:
      return row[order];
  }
}

/** The rows of a field's values, the heaviest first. */
export function listTerms(selections: readonly Selection[], list: TermList): TermRow[] {
  const { field, first, orderBy } = list;
  const reach = reachOf(selections, field);
  const present = valuesWithin(reach, list.among);
  if (orderBy === 'visitors' || orderBy === 'visits') {
    const visitors =
      orderBy === 'visitors'
        ? mostVisited(selections, field, present, reach.touched, first)
        : visitorsOf(
            selections,
            field,
            heaviest(present, (id) => reach.counted[id] ?? 0, first),
          );
    const ids =
      orderBy === 'visits'
        ? [...visitors.keys()]
        : heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first);
    return list.sums
      ? countTerms(selections, field, ids, visitors)
      : ids.map((id) => ({
          ...NOTHING,
          id,
          visitors: visitors.get(id) ?? 0,
          visits: reach.counted[id] ?? 0,
        }));
  }
  const rows = new Map(countTerms(selections, field, present).map((row) => [row.id, row]));
  const weight = (id: number): number => {
    const row = rows.get(id);
    return (row && weigh(row, orderBy)) ?? Number.NEGATIVE_INFINITY;
  };
  return heaviest(present, weight, first).flatMap((id) => rows.get(id) ?? []);
}

const NOTHING: Counts = { visitors: 0, pageviews: 0, events: 0, visits: 0, bounces: 0, seconds: 0 };

/** The heaviest values, and those that weigh as much as the last of them. */
function heaviest(ids: readonly number[], weight: (id: number) => number, first: number): number[] {
  const sorted = ids.toSorted((a, b) => weight(b) - weight(a) || 0);
  let end = Math.min(first, sorted.length);
  const last = sorted[end - 1];
  if (last === undefined) return [];
  for (let next = sorted[end]; next !== undefined && weight(next) === weight(last); next = sorted[end]) end++;
  return sorted.slice(0, end);
}

/**
 * The visitors of the values that can be among the first. A value's visitors are no more than the visits that have it:
 * in the order of those, it is enough to count until the next value cannot have as many as the last of the first has.
 */
function mostVisited(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
  visits: Int32Array,
  first: number,
): Map<number, number> {
  const bound = (id: number | undefined): number => (id === undefined ? 0 : (visits[id] ?? 0));
  const candidates = ids.toSorted((a, b) => bound(b) - bound(a));
  const visitors = new Map<number, number>();
  for (let next = 0; next < candidates.length; ) {
    const [last] = heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first).slice(-1);
    if (visitors.size >= first && last !== undefined && bound(candidates[next]) < (visitors.get(last) ?? 0))
      break;
    const some = candidates.slice(next, next + Math.min(SLOTS, visitors.size === 0 ? first + 4 : SLOTS));
    for (const [id, count] of visitorsOf(selections, field, some)) visitors.set(id, count);
    next += some.length;
  }
  return visitors;
}

/** The distinct visitors of values. */
function visitorsOf(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
): Map<number, number> {
  const visitors = new Map<number, number>();
  for (let next = 0; next < ids.length; next += SLOTS) {
    const some = ids.slice(next, next + SLOTS);
    for (const [slot, count] of countVisitors(selections, field, some).entries())
      visitors.set(some[slot] ?? 0, count);
  }
  return visitors;
}

/** How many visits have each value: touched ones, by events in the range, and counted ones, by any matching event. */
interface Reach {
  touched: Int32Array;
  counted: Int32Array;
}

function valuesWithin({ touched, counted }: Reach, among: readonly number[] | null): number[] {
  const wanted = among && new Set(among);
  const values: number[] = [];
  for (let id = 0; id < touched.length; id++) {
    if ((touched[id] ?? 0) + (counted[id] ?? 0) > 0 && (!wanted || wanted.has(id))) values.push(id);
  }
  return values;
}

function reachOf(selections: readonly Selection[], field: Field): Reach {
  const size = greatestOf(selections, field) + 1;
  const touched = new Int32Array(size);
  // Where all that is touched is counted, and the other way round, one count is both.
  const together = selections.every((selection) => selection.counted === selection.touched);
  const counted = together ? touched : new Int32Array(size);
  for (const selection of selections) {
    if (isListed(selection, field)) reachByLists(selection, field, { touched, counted });
    else if (isEventField(field)) reachByEvents(selection, field, { touched, counted });
    else reachByVisits(selection, field, { touched, counted });
  }
  return { touched, counted };
}

function reachByVisits({ view, touched, counted }: Selection, field: VisitField, reach: Reach): void {
  countEach(view.terms[field], touched, view.visits, reach.touched);
  if (reach.counted !== reach.touched) countEach(view.terms[field], counted, view.visits, reach.counted);
}

function countEach(column: Column, mask: Uint8Array | null, n: number, counts: Int32Array): void {
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const id = column[i] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

function reachByLists({ view, touched }: Selection, field: 'path' | 'name', reach: Reach): void {
  const lists = field === 'path' ? view.byPath : view.byName;
  const { values, offsets, rows } = lists;
  for (let k = 0; k < values.length; k++) {
    const id = values[k] ?? 0;
    let visits = lists.visits[k] ?? 0;
    if (touched !== null) {
      visits = 0;
      let former = -1;
      const last = offsets[k + 1] ?? 0;
      for (let z = offsets[k] ?? 0; z < last; z++) {
        const i = rows[z] ?? 0;
        if (i === former) continue;
        former = i;
        visits += touched[i] ?? 0;
      }
    }
    reach.touched[id] = (reach.touched[id] ?? 0) + visits;
    if (reach.counted !== reach.touched) reach.counted[id] = (reach.counted[id] ?? 0) + visits;
  }
}

function reachByEvents(selection: Selection, field: Field, reach: Reach): void {
  const { view, touched, counted, hits } = selection;
  const column = columnOf(selection, field);
  const shift = shiftOf(field);
  const first = hits === null ? view.first : hits.first;
  const together = reach.counted === reach.touched;
  const touchedBy = new Int32Array(reach.touched.length).fill(-1);
  const countedBy = together ? touchedBy : touchedBy.slice();
  for (let i = 0; i < view.visits; i++) {
    const isTouched = touched === null || touched[i] === 1;
    const isCounted = !together && (counted === null || counted[i] === 1);
    if (!isTouched && !isCounted) continue;
    const last = first[i + 1] ?? 0;
    for (let h = first[i] ?? 0; h < last; h++) {
      const j = hits === null ? h : (hits.events[h] ?? 0);
      const id = (column[j] ?? 0) >> shift;
      if (isCounted && countedBy[id] !== i) {
        countedBy[id] = i;
        reach.counted[id] = (reach.counted[id] ?? 0) + 1;
      }
      if (!isTouched || touchedBy[id] === i) continue;
      if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
      touchedBy[id] = i;
      reach.touched[id] = (reach.touched[id] ?? 0) + 1;
    }
  }
}
