import { type Field, isEventField } from '../fields.ts';
import type { Column } from '../format.ts';
import type { Steps } from '../steps.ts';
import { placeOf } from './rows.ts';
import { greatestOf, type Hits, hitsOfCounted, type Selection, type View } from './selection.ts';
import { columnOf, isListed, SLOTS, shiftOf, slotsOf } from './slots.ts';
import { add, type Counts, countsOf, isOne, newSums } from './sums.ts';

export interface TermRow extends Counts {
  /** The term's number; 0 where there is none. */
  id: number;
}

/** All numbers of values whose visitors are known. */
export function* countTerms(
  selections: readonly Selection[],
  field: Field,
  visitors: ReadonlyMap<number, number>,
): Steps<TermRow[]> {
  const ids = [...visitors.keys()];
  const rows: TermRow[] = [];
  for (let next = 0; next < ids.length; next += SLOTS) {
    const some = ids.slice(next, next + SLOTS);
    const slots = slotsOf(some, greatestOf(selections, field));
    // The last row is of all values that are not asked for.
    const sums = newSums(SLOTS + 1);
    for (const selection of selections) {
      if (isListed(selection, field)) addLists(selection, field, some, sums);
      else if (isEventField(field)) addByEvents(selection, field, slots, some.length, sums);
      else addByVisits(selection, selection.view.terms[field], slots, sums);
      yield;
    }
    some.forEach((id, slot) => {
      rows.push({ id, ...countsOf(sums, slot, visitors.get(id) ?? 0) });
    });
  }
  return rows;
}

/** The events of each value, and their visits. */
function addLists(
  { view }: Selection,
  field: 'path' | 'name',
  ids: readonly number[],
  sums: Float64Array,
): void {
  const { first, duration, name } = view;
  const { values, offsets, rows, places } = field === 'path' ? view.byPath : view.byName;
  for (let slot = 0; slot < ids.length; slot++) {
    const k = placeOf(values, ids[slot] ?? 0);
    if (k < 0) continue;
    const from = offsets[k] ?? 0;
    const last = offsets[k + 1] ?? 0;
    let [visits, bounces, milliseconds, views, former] = [0, 0, 0, 0, -1];
    for (let z = from; z < last; z++) {
      const i = rows[z] ?? 0;
      const event = first[i] ?? 0;
      views += (name[event + (places[z] ?? 0)] ?? 0) & 1;
      const isNew = (former - i) >>> 31;
      former = i;
      visits += isNew;
      bounces += isOne((first[i + 1] ?? 0) - event) & isNew;
      milliseconds += (duration[i] ?? 0) * isNew;
    }
    add(sums, slot, last - from, views, visits, bounces, milliseconds);
  }
}

function addByVisits(selection: Selection, column: Column, slots: Uint8Array, sums: Float64Array): void {
  const { view, counted, hits } = selection;
  if (hits === null) {
    addWhole(view, counted, column, slots, sums);
    return;
  }
  addVisits(view, counted, slotsAt(column, 0, counted, slots), sums);
  addHits(view, hits, slotsAt(column, 0, hits.rows, slots), sums);
}

function addByEvents(
  selection: Selection,
  field: Field,
  slots: Uint8Array,
  others: number,
  sums: Float64Array,
): void {
  const { view, counted, touched, hits } = selection;
  const column = columnOf(selection, field);
  const shift = shiftOf(field);
  if (hits === null) {
    addEvents(view, touched, column, shift, slots, others, sums);
    return;
  }
  addHits(view, hits, slotsAt(column, shift, hits.events, slots), sums);
  const all = counted === touched ? hits : hitsOfCounted(selection, hits);
  addVisitsOnce(view, all.rows, slotsAt(column, shift, all.events, slots), sums);
}

/** All events of visits, and the visits once for each slot. */
function addEvents(
  { first, name, duration }: View,
  rows: Int32Array,
  column: Column,
  shift: number,
  slots: Uint8Array,
  others: number,
  sums: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] ?? 0;
    const from = first[i] ?? 0;
    const last = first[i + 1] ?? 0;
    // The slots that the visit was met with, as bits.
    let met = 0;
    for (let j = from; j < last; j++) {
      const slot = slots[(column[j] ?? 0) >> shift] ?? 0;
      if (slot === others) continue;
      const isNew = ((met >>> slot) & 1) ^ 1;
      met |= 1 << slot;
      const milliseconds = (duration[i] ?? 0) * isNew;
      add(sums, slot, 1, (name[j] ?? 0) & 1, isNew, isOne(last - from) & isNew, milliseconds);
    }
  }
}

/** The slot of what a column has at each place. */
function slotsAt(column: Column, shift: number, places: Int32Array, slots: Uint8Array): Uint8Array {
  const found = new Uint8Array(places.length);
  for (let k = 0; k < places.length; k++) found[k] = slots[(column[places[k] ?? 0] ?? 0) >> shift] ?? 0;
  return found;
}

/** Visits with all of their events. */
function addWhole(
  { first, duration, pageviews }: View,
  rows: Int32Array,
  column: Column,
  slots: Uint8Array,
  sums: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] ?? 0;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    add(sums, slots[column[i] ?? 0] ?? 0, length, pageviews[i] ?? 0, 1, isOne(length), duration[i] ?? 0);
  }
}

/** Visits but for their events. */
function addVisits(
  { first, duration }: View,
  rows: Int32Array,
  slotOf: Uint8Array,
  sums: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] ?? 0;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    add(sums, slotOf[k] ?? 0, 0, 0, 1, isOne(length), duration[i] ?? 0);
  }
}

/** The visits of events, each once for each slot. */
function addVisitsOnce(
  { first, duration }: View,
  rows: Int32Array,
  slotOf: Uint8Array,
  sums: Float64Array,
): void {
  // The slots that the visit was met with, as bits.
  let met = 0;
  let former = -1;
  for (let h = 0; h < rows.length; h++) {
    const i = rows[h] ?? 0;
    const slot = slotOf[h] ?? 0;
    met &= ((former - i) >>> 31) - 1;
    former = i;
    const isNew = ((met >>> slot) & 1) ^ 1;
    met |= 1 << slot;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    add(sums, slot, 0, 0, isNew, isOne(length) & isNew, (duration[i] ?? 0) * isNew);
  }
}

function addHits({ name }: View, { events, inRange }: Hits, slotOf: Uint8Array, sums: Float64Array): void {
  for (let h = 0; h < events.length; h++) {
    const counts = inRange === null ? 1 : (inRange[h] ?? 0);
    add(sums, slotOf[h] ?? 0, counts, (name[events[h] ?? 0] ?? 0) & counts, 0, 0, 0);
  }
}
