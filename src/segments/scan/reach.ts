import { type Field, isEventField } from '../fields.ts';
import type { Column, Lists } from '../format.ts';
import type { Steps } from '../steps.ts';
import { greatestOf, type Hits, hitsOfCounted, type Selection } from './selection.ts';
import { columnOf, isListed, shiftOf } from './slots.ts';

/** How many visits have each value: touched ones, by events in the range, and counted ones, by any matching event. */
export interface Reach {
  touched: Int32Array;
  /** The same array where all that is touched is counted, and the other way round. */
  counted: Int32Array;
}

/** The visits of each value of a field. */
export function* reachOf(selections: readonly Selection[], field: Field): Steps<Reach> {
  const size = greatestOf(selections, field) + 1;
  const touched = new Int32Array(size);
  const together = selections.every((selection) => selection.counted === selection.touched);
  const counted = together ? touched : new Int32Array(size);
  const met = new Int32Array(isEventField(field) ? size : 0);
  for (const selection of selections) {
    addVisits(selection, field, 'touched', touched, met);
    if (!together) addVisits(selection, field, 'counted', counted, met);
    yield;
  }
  return { touched, counted };
}

function addVisits(
  selection: Selection,
  field: Field,
  which: keyof Reach,
  counts: Int32Array,
  met: Int32Array,
): void {
  const { view, hits } = selection;
  if (!isEventField(field)) countEach(view.terms[field], selection[which], counts);
  else if (isListed(selection, field)) addLists(field === 'path' ? view.byPath : view.byName, counts);
  else if (hits === null) countEvents(selection, columnOf(selection, field), shiftOf(field), counts, met);
  else {
    const found = which === 'touched' ? hits : hitsOfCounted(selection, hits);
    countHits(columnOf(selection, field), shiftOf(field), found, counts, met);
  }
}

function addLists({ values, visits }: Lists, counts: Int32Array): void {
  for (let k = 0; k < values.length; k++) {
    const id = values[k] ?? 0;
    counts[id] = (counts[id] ?? 0) + (visits[k] ?? 0);
  }
}

function countEach(column: Column, rows: Int32Array, counts: Int32Array): void {
  for (let k = 0; k < rows.length; k++) {
    const id = column[rows[k] ?? 0] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

// `met` is the visit with which each value was met last, + 1: a visit counts once for each of its values.

function countEvents(
  { view: { first }, touched }: Selection,
  column: Column,
  shift: number,
  counts: Int32Array,
  met: Int32Array,
): void {
  met.fill(0);
  for (let k = 0; k < touched.length; k++) {
    const i = touched[k] ?? 0;
    const last = first[i + 1] ?? 0;
    for (let j = first[i] ?? 0; j < last; j++) {
      const id = (column[j] ?? 0) >> shift;
      counts[id] = (counts[id] ?? 0) + (((met[id] ?? 0) - i - 1) >>> 31);
      met[id] = i + 1;
    }
  }
}

function countHits(
  column: Column,
  shift: number,
  { rows, events, inRange }: Hits,
  counts: Int32Array,
  met: Int32Array,
): void {
  met.fill(0);
  for (let h = 0; h < events.length; h++) {
    if (inRange !== null && inRange[h] === 0) continue;
    const visit = (rows[h] ?? 0) + 1;
    const id = (column[events[h] ?? 0] ?? 0) >> shift;
    counts[id] = (counts[id] ?? 0) + (((met[id] ?? 0) - visit) >>> 31);
    met[id] = visit;
  }
}
