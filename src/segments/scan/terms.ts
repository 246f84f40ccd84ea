import { type Field, isEventField, type VisitField } from '../fields.ts';
import type { Selection } from './selection.ts';
import { columnOf, countTerms, countVisitors, type TermRow } from './tally.ts';
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
  if (orderBy === 'visits')
    return countTerms(
      selections,
      field,
      heaviest(present, (id) => reach.counted[id] ?? 0, first),
    );
  if (orderBy === 'visitors') {
    const visitors = mostVisited(selections, field, present, reach.touched, first);
    return countTerms(
      selections,
      field,
      heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first),
      visitors,
    );
  }
  const rows = new Map(countTerms(selections, field, present).map((row) => [row.id, row]));
  const weight = (id: number): number => {
    const row = rows.get(id);
    return (row && weigh(row, orderBy)) ?? Number.NEGATIVE_INFINITY;
  };
  return heaviest(present, weight, first).flatMap((id) => rows.get(id) ?? []);
}

// As many values as an integer has bits: those that a visitor was met with are one integer each.
const SLOTS = 32;

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
  visits: Uint32Array,
  first: number,
): Map<number, number> {
  const bound = (id: number | undefined): number => (id === undefined ? 0 : (visits[id] ?? 0));
  const candidates = ids.toSorted((a, b) => bound(b) - bound(a));
  const visitors = new Map<number, number>();
  for (let next = 0; next < candidates.length; ) {
    const [last] = heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first).slice(-1);
    if (visitors.size >= first && last !== undefined && bound(candidates[next]) < (visitors.get(last) ?? 0))
      break;
    const slots = candidates.slice(next, next + Math.min(SLOTS, visitors.size === 0 ? first + 4 : SLOTS));
    for (const [slot, count] of countVisitors(selections, field, slots).entries())
      visitors.set(slots[slot] ?? 0, count);
    next += slots.length;
  }
  return visitors;
}

/** How many visits have each value: touched ones, by events in the range, and counted ones, by any matching event. */
interface Reach {
  touched: Uint32Array;
  counted: Uint32Array;
}

function valuesWithin({ touched, counted }: Reach, among: readonly number[] | null): number[] {
  const wanted = among && new Set(among);
  const values: number[] = [];
  for (let id = 0; id < touched.length; id++) {
    if ((touched[id] ?? 0) + (counted[id] ?? 0) > 0 && (!wanted || wanted.has(id))) values.push(id);
  }
  return values;
}

/** The greatest number that the field has. */
function sizeOf(selections: readonly Selection[], field: Field): number {
  let max = 0;
  for (const selection of selections) {
    const { view } = selection;
    if (field === 'path' || field === 'name') {
      max = Math.max(max, (field === 'path' ? view.byPath : view.byName).values.at(-1) ?? 0);
      continue;
    }
    const column = columnOf(selection, field);
    for (let i = 0; i < column.length; i++) if ((column[i] ?? 0) > max) max = column[i] ?? 0;
  }
  return max + 1;
}

function reachOf(selections: readonly Selection[], field: Field): Reach {
  const size = sizeOf(selections, field);
  const touched = new Uint32Array(size);
  const counted = new Uint32Array(size);
  for (const selection of selections) {
    if (!isEventField(field)) reachOfVisits(selection, field, touched, counted);
    else if (selection.steps === null && field !== 'hostname')
      reachByLists(selection, field, touched, counted);
    else reachOfEvents(selection, field, touched, counted);
  }
  return { touched, counted };
}

function reachOfVisits(
  { view, touched, counted }: Selection,
  field: VisitField,
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const column = view.terms[field];
  for (let i = 0; i < view.visits; i++) {
    const id = column[i] ?? 0;
    if (touched === null || touched[i] === 1) touching[id] = (touching[id] ?? 0) + 1;
    if (counted === null || counted[i] === 1) counting[id] = (counting[id] ?? 0) + 1;
  }
}

function reachByLists(
  { view, touched }: Selection,
  field: 'path' | 'name',
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const { values, offsets, rows } = field === 'path' ? view.byPath : view.byName;
  for (let k = 0; k < values.length; k++) {
    const id = values[k] ?? 0;
    const [from, to] = [offsets[k] ?? 0, offsets[k + 1] ?? 0];
    let visits = to - from;
    if (touched !== null) {
      visits = 0;
      for (let z = from; z < to; z++) visits += touched[rows[z] ?? 0] ?? 0;
    }
    touching[id] = (touching[id] ?? 0) + visits;
    counting[id] = (counting[id] ?? 0) + visits;
  }
}

function reachOfEvents(
  selection: Selection,
  field: Field,
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const { view, touched, counted, steps } = selection;
  const column = columnOf(selection, field);
  const shift = field === 'name' ? 1 : 0;
  const touchedBy = new Int32Array(touching.length).fill(-1);
  const countedBy = new Int32Array(touching.length).fill(-1);
  for (let i = 0; i < view.visits; i++) {
    const isTouched = touched === null || touched[i] === 1;
    const isCounted = counted === null || counted[i] === 1;
    if (!isTouched && !isCounted) continue;
    const last = view.first[i + 1] ?? 0;
    for (let j = view.first[i] ?? 0; j < last; j++) {
      if (steps !== null && steps.matching[j] === 0) continue;
      const id = (column[j] ?? 0) >> shift;
      if (isTouched && (steps === null || steps.inRange[j] === 1) && touchedBy[id] !== i) {
        touchedBy[id] = i;
        touching[id] = (touching[id] ?? 0) + 1;
      }
      if (isCounted && countedBy[id] !== i) {
        countedBy[id] = i;
        counting[id] = (counting[id] ?? 0) + 1;
      }
    }
  }
}
