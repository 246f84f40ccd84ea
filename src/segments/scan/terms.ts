import type { Field } from '../fields.ts';
import type { Steps } from '../steps.ts';
import { type Reach, reachOf } from './reach.ts';
import type { Selection } from './selection.ts';
import { isListed, SLOTS } from './slots.ts';
import { type Counts, NOTHING } from './sums.ts';
import { countTerms, type TermRow } from './tally.ts';
import { countVisitors } from './visitors.ts';

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
export function* listTerms(selections: readonly Selection[], list: TermList): Steps<TermRow[]> {
  const { field, first, orderBy } = list;
  const reach = yield* reachOf(selections, field);
  const present = valuesWithin(reach, list.among);
  if (orderBy === 'visitors' || orderBy === 'visits') {
    const visitors =
      orderBy === 'visitors'
        ? yield* mostVisited(selections, field, present, reach.touched, first)
        : yield* visitorsOf(
            selections,
            field,
            heaviest(present, (id) => reach.counted[id] ?? 0, first),
          );
    const ids =
      orderBy === 'visits'
        ? [...visitors.keys()]
        : heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first);
    return list.sums
      ? yield* countTerms(selections, field, new Map(ids.map((id) => [id, visitors.get(id) ?? 0])))
      : ids.map((id) => ({
          ...NOTHING,
          id,
          visitors: visitors.get(id) ?? 0,
          visits: reach.counted[id] ?? 0,
        }));
  }
  const visitors = yield* visitorsOf(selections, field, present);
  const rows = new Map((yield* countTerms(selections, field, visitors)).map((row) => [row.id, row]));
  const weight = (id: number): number => {
    const row = rows.get(id);
    return (row && weigh(row, orderBy)) ?? Number.NEGATIVE_INFINITY;
  };
  return heaviest(present, weight, first).flatMap((id) => rows.get(id) ?? []);
}

// Past so many values that are counted, whether the rest can matter is looked at less and less often: a list of values of
// equal weight would else take a sort for each few of them.
const FEW = 64;

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
function* mostVisited(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
  visits: Int32Array,
  first: number,
): Steps<Map<number, number>> {
  const bound = (id: number | undefined): number => (id === undefined ? 0 : (visits[id] ?? 0));
  const candidates = ids.toSorted((a, b) => bound(b) - bound(a));
  // Lists are gone through value by value; all else once for as many values as there are slots. Where visitors have two
  // visits on the average, values with half of the visits of the last of the first can be among them.
  const listed = selections.some((selection) => isListed(selection, field));
  const enough = bound(candidates[first - 1]) * 0.4;
  const likely = candidates.findIndex((id) => bound(id) < enough);
  const size = (counted: number): number => {
    if (counted === 0) return listed ? first + 1 : Math.max(likely, first + 1);
    return listed && counted < FEW ? 3 : SLOTS;
  };
  const visitors = new Map<number, number>();
  for (let next = 0, looked = 0; next < candidates.length; ) {
    const rest = candidates.slice(next);
    // One visit is of one visitor: the long tail need not be counted.
    const isTail = bound(rest[0]) <= 1;
    if (visitors.size >= first && (isTail || visitors.size < FEW || visitors.size >= 2 * looked)) {
      looked = visitors.size;
      const [last] = heaviest([...visitors.keys()], (id) => visitors.get(id) ?? 0, first).slice(-1);
      if (last !== undefined && bound(rest[0]) < (visitors.get(last) ?? 0)) break;
    }
    if (isTail) {
      for (const id of rest) visitors.set(id, bound(id));
      break;
    }
    const some = rest.slice(0, Math.min(SLOTS, size(visitors.size)));
    for (const [id, count] of yield* visitorsOf(selections, field, some)) visitors.set(id, count);
    next += some.length;
  }
  return visitors;
}

/** The distinct visitors of values. */
function* visitorsOf(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
): Steps<Map<number, number>> {
  const visitors = new Map<number, number>();
  for (let next = 0; next < ids.length; next += SLOTS) {
    const some = ids.slice(next, next + SLOTS);
    for (const [slot, count] of (yield* countVisitors(selections, field, some)).entries())
      visitors.set(some[slot] ?? 0, count);
  }
  return visitors;
}

function valuesWithin({ touched, counted }: Reach, among: readonly number[] | null): number[] {
  const wanted = among && new Set(among);
  const values: number[] = [];
  for (let id = 0; id < touched.length; id++) {
    if ((touched[id] ?? 0) + (counted[id] ?? 0) > 0 && (!wanted || wanted.has(id))) values.push(id);
  }
  return values;
}
