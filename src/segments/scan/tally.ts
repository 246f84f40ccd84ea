import { type Field, isEventField, type VisitField } from '../fields.ts';
import type { Column } from '../format.ts';
import { placeOf, type Selection } from './selection.ts';
import { type Counts, maxVisitorOf } from './totals.ts';

// Numbers of a few values of a field at once: at most 15, so that the values a visitor was met with are bits of one integer.

/** How many values at once: one bit of an integer is for all others. */
export const SLOTS = 15;
const OTHERS = 15;

export interface TermRow extends Counts {
  /** The term's number; 0 where there is none. */
  id: number;
}

export const columnOf = ({ view }: Selection, field: Field): Column =>
  isEventField(field) ? view[field] : view.terms[field];

// A name's column also says whether the event is a pageview.
export const shiftOf = (field: Field): number => (field === 'name' ? 1 : 0);

/** Whether lists tell a value's visits: they know of events only by path and name, and not which of them match. */
export const isListed = ({ hits }: Selection, field: Field): field is 'path' | 'name' =>
  hits === null && (field === 'path' || field === 'name');

/** For each value that a column may have, 1 + its place among the ids; 0 for all others. */
function slotsOf(ids: readonly number[]): Uint8Array {
  const slots = new Uint8Array(Math.max(0, ...ids) + 1);
  ids.forEach((id, slot) => {
    slots[id] = slot + 1;
  });
  return slots;
}

/** The distinct visitors of at most 15 values, in their order. */
export function countVisitors(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
): number[] {
  const visitors = new Int32Array(OTHERS + 1);
  const met = new Uint16Array(maxVisitorOf(selections) + 1);
  const slots = slotsOf(ids);
  for (const selection of selections) {
    if (isListed(selection, field)) meetByLists(selection, field, ids, met, visitors);
    else if (isEventField(field)) meetByEvents(selection, field, slots, met, visitors);
    else meetByVisits(selection, field, slots, met, visitors);
  }
  return [...visitors.subarray(0, ids.length)];
}

function meetByVisits(
  { view, touched }: Selection,
  field: VisitField,
  slots: Uint8Array,
  met: Uint16Array,
  visitors: Int32Array,
): void {
  const column = view.terms[field];
  const { visitor, visits: n } = view;
  for (let i = 0; i < n; i++) {
    if (touched !== null && touched[i] === 0) continue;
    const slot = (slots[column[i] ?? 0] ?? 0) - 1;
    if (slot < 0) continue;
    const v = visitor[i] ?? 0;
    const former = met[v] ?? 0;
    met[v] = former | (1 << slot);
    visitors[slot] = (visitors[slot] ?? 0) + (((former >>> slot) & 1) ^ 1);
  }
}

function meetByLists(
  { view, touched }: Selection,
  field: 'path' | 'name',
  ids: readonly number[],
  met: Uint16Array,
  visitors: Int32Array,
): void {
  const { values, offsets, rows } = field === 'path' ? view.byPath : view.byName;
  const { visitor } = view;
  for (let slot = 0; slot < ids.length; slot++) {
    const k = placeOf(values, ids[slot] ?? 0);
    if (k < 0) continue;
    const bit = 1 << slot;
    const last = offsets[k + 1] ?? 0;
    let added = 0;
    for (let z = offsets[k] ?? 0; z < last; z++) {
      const i = rows[z] ?? 0;
      if (touched !== null && touched[i] === 0) continue;
      const v = visitor[i] ?? 0;
      const former = met[v] ?? 0;
      met[v] = former | bit;
      added += ((former >>> slot) & 1) ^ 1;
    }
    visitors[slot] = (visitors[slot] ?? 0) + added;
  }
}

function meetByEvents(
  selection: Selection,
  field: Field,
  slots: Uint8Array,
  met: Uint16Array,
  visitors: Int32Array,
): void {
  const { view, touched, hits } = selection;
  const column = columnOf(selection, field);
  const shift = shiftOf(field);
  const { visitor, visits: n } = view;
  const first = hits === null ? view.first : hits.first;
  for (let i = 0; i < n; i++) {
    if (touched !== null && touched[i] === 0) continue;
    const v = visitor[i] ?? 0;
    const last = first[i + 1] ?? 0;
    for (let h = first[i] ?? 0; h < last; h++) {
      if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
      const j = hits === null ? h : (hits.events[h] ?? 0);
      const slot = (slots[(column[j] ?? 0) >> shift] ?? 0) - 1;
      if (slot < 0) continue;
      const former = met[v] ?? 0;
      const bit = 1 << slot;
      if ((former & bit) !== 0) continue;
      met[v] = former | bit;
      visitors[slot] = (visitors[slot] ?? 0) + 1;
    }
  }
}

/** All numbers of some values; their visitors are counted here unless they are known. */
export function countTerms(
  selections: readonly Selection[],
  field: Field,
  ids: readonly number[],
  visitors?: ReadonlyMap<number, number>,
): TermRow[] {
  const rows: TermRow[] = [];
  for (let next = 0; next < ids.length; next += SLOTS) {
    const some = ids.slice(next, next + SLOTS);
    const counted = visitors
      ? some.map((id) => visitors.get(id) ?? 0)
      : countVisitors(selections, field, some);
    const sums = some.map(
      (id, slot): TermRow => ({
        id,
        visitors: counted[slot] ?? 0,
        pageviews: 0,
        events: 0,
        visits: 0,
        bounces: 0,
        seconds: 0,
      }),
    );
    const slots = slotsOf(some);
    for (const selection of selections) {
      if (isListed(selection, field)) addLists(selection, field, sums);
      else if (isEventField(field)) addEvents(selection, field, sums, slots);
      else addVisits(selection, field, sums, slots);
    }
    for (const sum of sums) sum.seconds /= 1000;
    rows.push(...sums);
  }
  return rows;
}

// Below, `seconds` are milliseconds until all is added.

function addVisits(
  { view, counted, touched, hits }: Selection,
  field: VisitField,
  sums: readonly TermRow[],
  slots: Uint8Array,
): void {
  const column = view.terms[field];
  const { first, name, pageviews: viewed, duration, visits: n } = view;
  const [visits, bounces, events, views] = [i32(), i32(), i32(), i32()];
  const milliseconds = new Float64Array(SLOTS);
  for (let i = 0; i < n; i++) {
    const slot = (slots[column[i] ?? 0] ?? 0) - 1;
    if (slot < 0) continue;
    const length = (first[i + 1] ?? 0) - (first[i] ?? 0);
    if (counted === null || counted[i] === 1) {
      visits[slot] = (visits[slot] ?? 0) + 1;
      if (length === 1) bounces[slot] = (bounces[slot] ?? 0) + 1;
      milliseconds[slot] = (milliseconds[slot] ?? 0) + (duration[i] ?? 0);
    }
    if (touched !== null && touched[i] === 0) continue;
    if (hits === null) {
      events[slot] = (events[slot] ?? 0) + length;
      views[slot] = (views[slot] ?? 0) + (viewed[i] ?? 0);
      continue;
    }
    const last = hits.first[i + 1] ?? 0;
    for (let h = hits.first[i] ?? 0; h < last; h++) {
      if (hits.inRange !== null && hits.inRange[h] === 0) continue;
      events[slot] = (events[slot] ?? 0) + 1;
      views[slot] = (views[slot] ?? 0) + ((name[hits.events[h] ?? 0] ?? 0) & 1);
    }
  }
  sums.forEach((sum, slot) => {
    sum.visits += visits[slot] ?? 0;
    sum.bounces += bounces[slot] ?? 0;
    sum.events += events[slot] ?? 0;
    sum.pageviews += views[slot] ?? 0;
    sum.seconds += milliseconds[slot] ?? 0;
  });
}

function addLists(selection: Selection, field: 'path' | 'name', sums: readonly TermRow[]): void {
  const { view, touched } = selection;
  const { first, duration, name } = view;
  const { values, offsets, rows, places } = field === 'path' ? view.byPath : view.byName;
  for (const sum of sums) {
    const k = placeOf(values, sum.id);
    if (k < 0) continue;
    const last = offsets[k + 1] ?? 0;
    let [visits, bounces, milliseconds, events, views, former] = [0, 0, 0, 0, 0, -1];
    for (let z = offsets[k] ?? 0; z < last; z++) {
      const i = rows[z] ?? 0;
      if (touched !== null && touched[i] === 0) continue;
      const from = first[i] ?? 0;
      events++;
      views += (name[from + (places[z] ?? 0)] ?? 0) & 1;
      if (i === former) continue;
      former = i;
      visits++;
      if ((first[i + 1] ?? 0) - from === 1) bounces++;
      milliseconds += duration[i] ?? 0;
    }
    sum.visits += visits;
    sum.bounces += bounces;
    sum.seconds += milliseconds;
    sum.events += events;
    sum.pageviews += views;
  }
}

function addEvents(selection: Selection, field: Field, sums: readonly TermRow[], slots: Uint8Array): void {
  const { view, touched, counted, hits } = selection;
  const column = columnOf(selection, field);
  const shift = shiftOf(field);
  const { first: firstEvent, name, duration, visits: n } = view;
  const first = hits === null ? firstEvent : hits.first;
  const [visits, bounces, events, views] = [i32(), i32(), i32(), i32()];
  const milliseconds = new Float64Array(SLOTS);
  for (let i = 0; i < n; i++) {
    const isTouched = touched === null || touched[i] === 1;
    const isCounted = counted === null || counted[i] === 1;
    if (!isTouched && !isCounted) continue;
    const isBounce = (firstEvent[i + 1] ?? 0) - (firstEvent[i] ?? 0) === 1;
    const last = first[i + 1] ?? 0;
    let had = 0;
    for (let h = first[i] ?? 0; h < last; h++) {
      const j = hits === null ? h : (hits.events[h] ?? 0);
      const slot = (slots[(column[j] ?? 0) >> shift] ?? 0) - 1;
      if (slot < 0) continue;
      const bit = 1 << slot;
      if (isCounted && (had & bit) === 0) {
        had |= bit;
        visits[slot] = (visits[slot] ?? 0) + 1;
        if (isBounce) bounces[slot] = (bounces[slot] ?? 0) + 1;
        milliseconds[slot] = (milliseconds[slot] ?? 0) + (duration[i] ?? 0);
      }
      if (!isTouched || (hits !== null && hits.inRange !== null && hits.inRange[h] === 0)) continue;
      events[slot] = (events[slot] ?? 0) + 1;
      views[slot] = (views[slot] ?? 0) + ((name[j] ?? 0) & 1);
    }
  }
  sums.forEach((sum, slot) => {
    sum.visits += visits[slot] ?? 0;
    sum.bounces += bounces[slot] ?? 0;
    sum.events += events[slot] ?? 0;
    sum.pageviews += views[slot] ?? 0;
    sum.seconds += milliseconds[slot] ?? 0;
  });
}

const i32 = (): Int32Array => new Int32Array(SLOTS);
