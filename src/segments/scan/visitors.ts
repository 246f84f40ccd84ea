import { type Field, isEventField } from '../fields.ts';
import type { Column } from '../format.ts';
import type { Steps } from '../steps.ts';
import { placeOf } from './rows.ts';
import { greatestOf, type Hits, type Selection } from './selection.ts';
import { columnOf, isListed, shiftOf, slotsOf } from './slots.ts';
import { maxVisitorOf } from './totals.ts';

// A set of visitors for each value, as bits. Whether a visitor is new to a value, and whether a value is asked for, are
// past guessing: both are counted without a branch, the values that are not asked for in a set of their own.

/** The distinct visitors of at most SLOTS values, in their order. */
export function* countVisitors(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
): Steps<number[]> {
  const visitors = new Int32Array(ids.length + 1);
  const width = (maxVisitorOf(selections) >> 5) + 1;
  const seen = new Int32Array(width * (ids.length + 1));
  const slots = slotsOf(ids, greatestOf(selections, field));
  // One value after another: its set stays in the cache.
  for (const [slot, id] of ids.entries()) {
    const set = seen.subarray(slot * width, (slot + 1) * width);
    for (const selection of selections) {
      if (isListed(selection, field))
        visitors[slot] = (visitors[slot] ?? 0) + meetList(selection, field, id, set);
    }
    yield;
  }
  for (const selection of selections) {
    const { visitor } = selection.view;
    if (isListed(selection, field)) continue;
    if (!isEventField(field))
      meetVisits(visitor, selection.touched, selection.view.terms[field], slots, seen, width, visitors);
    else if (selection.hits === null)
      meetEvents(selection, columnOf(selection, field), shiftOf(field), slots, seen, width, visitors);
    else
      meetHits(
        visitor,
        selection.hits,
        columnOf(selection, field),
        shiftOf(field),
        slots,
        seen,
        width,
        visitors,
      );
    yield;
  }
  return [...visitors.subarray(0, ids.length)];
}

function meetList({ view }: Selection, field: 'path' | 'name', id: number, seen: Int32Array): number {
  const { values, offsets, rows } = field === 'path' ? view.byPath : view.byName;
  const { visitor } = view;
  const k = placeOf(values, id);
  if (k < 0) return 0;
  const last = offsets[k + 1] ?? 0;
  let added = 0;
  for (let z = offsets[k] ?? 0; z < last; z++) {
    const v = visitor[rows[z] ?? 0] ?? 0;
    const former = seen[v >> 5] ?? 0;
    seen[v >> 5] = former | (1 << v);
    added += ((former >>> v) & 1) ^ 1;
  }
  return added;
}

function meetVisits(
  visitor: Int32Array,
  visits: Int32Array,
  column: Column,
  slots: Uint8Array,
  seen: Int32Array,
  width: number,
  visitors: Int32Array,
): void {
  for (let k = 0; k < visits.length; k++) {
    const i = visits[k] ?? 0;
    const slot = slots[column[i] ?? 0] ?? 0;
    const v = visitor[i] ?? 0;
    const word = slot * width + (v >> 5);
    const former = seen[word] ?? 0;
    seen[word] = former | (1 << v);
    visitors[slot] = (visitors[slot] ?? 0) + (((former >>> v) & 1) ^ 1);
  }
}

function meetEvents(
  { view: { visitor, first }, touched }: Selection,
  column: Column,
  shift: number,
  slots: Uint8Array,
  seen: Int32Array,
  width: number,
  visitors: Int32Array,
): void {
  for (let k = 0; k < touched.length; k++) {
    const i = touched[k] ?? 0;
    const v = visitor[i] ?? 0;
    const last = first[i + 1] ?? 0;
    for (let j = first[i] ?? 0; j < last; j++) {
      const slot = slots[(column[j] ?? 0) >> shift] ?? 0;
      const word = slot * width + (v >> 5);
      const former = seen[word] ?? 0;
      seen[word] = former | (1 << v);
      visitors[slot] = (visitors[slot] ?? 0) + (((former >>> v) & 1) ^ 1);
    }
  }
}

function meetHits(
  visitor: Int32Array,
  { rows, events, inRange }: Hits,
  column: Column,
  shift: number,
  slots: Uint8Array,
  seen: Int32Array,
  width: number,
  visitors: Int32Array,
): void {
  for (let h = 0; h < events.length; h++) {
    if (inRange !== null && inRange[h] === 0) continue;
    const slot = slots[(column[events[h] ?? 0] ?? 0) >> shift] ?? 0;
    const v = visitor[rows[h] ?? 0] ?? 0;
    const word = slot * width + (v >> 5);
    const former = seen[word] ?? 0;
    seen[word] = former | (1 << v);
    visitors[slot] = (visitors[slot] ?? 0) + (((former >>> v) & 1) ^ 1);
  }
}
