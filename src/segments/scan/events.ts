import type { Lists } from '../format.ts';
import { type Condition, isOfVisit } from './condition.ts';
import { allRows, marked, placeOf } from './rows.ts';
import type { View } from './selection.ts';
import { and, invert, lookUp, or, tableOf, visitsMeeting } from './visits.ts';

/** Events of a part, in its order. */
export interface Found {
  /** The row of the visit of each, ascending. */
  rows: Int32Array;
  /** Their places among the part's events. */
  events: Int32Array;
}

/** The events of the visits that meet all conditions; `visits` null: of all visits. */
export function findEvents(view: View, visits: Uint8Array | null, conditions: readonly Condition[]): Found {
  const [only] = conditions;
  if (conditions.length === 1 && only?.is === 'term' && !only.except) {
    if (only.field === 'path') return fromLists(view, visits, view.byPath, only);
    if (only.field === 'name') return fromLists(view, visits, view.byName, only);
  }
  if (conditions.length === 0)
    return eventsOf(view.first, visits === null ? allRows(view.visits) : marked(visits));
  const mask = new Uint8Array(view.events).fill(1);
  for (const condition of conditions) and(mask, eventsMeeting(view, condition));
  return gather(view, visits, mask);
}

/** All events of visits. */
export function eventsOf(first: Int32Array, visits: Int32Array): Found {
  let count = 0;
  for (let k = 0; k < visits.length; k++) {
    const i = visits[k] ?? 0;
    count += (first[i + 1] ?? 0) - (first[i] ?? 0);
  }
  const rows = new Int32Array(count);
  const events = new Int32Array(count);
  let h = 0;
  for (let k = 0; k < visits.length; k++) {
    const i = visits[k] ?? 0;
    const last = first[i + 1] ?? 0;
    for (let j = first[i] ?? 0; j < last; j++) {
      rows[h] = i;
      events[h++] = j;
    }
  }
  return { rows, events };
}

/** The events with one of the values, found by the lists of these. */
function fromLists(
  view: View,
  visits: Uint8Array | null,
  { values, offsets, rows, places }: Lists,
  { ids }: Condition & { is: 'term' },
): Found {
  const wanted = [...new Set(ids)].map((id) => placeOf(values, id)).filter((k) => k >= 0);
  const { first } = view;
  if (wanted.length !== 1) {
    const mask = new Uint8Array(view.events);
    for (const k of wanted) {
      const last = offsets[k + 1] ?? 0;
      for (let z = offsets[k] ?? 0; z < last; z++) mask[(first[rows[z] ?? 0] ?? 0) + (places[z] ?? 0)] = 1;
    }
    return gather(view, visits, mask);
  }
  const [k = 0] = wanted;
  const [from, to] = [offsets[k] ?? 0, offsets[k + 1] ?? 0];
  const [foundRows, found] = [new Int32Array(to - from + 1), new Int32Array(to - from + 1)];
  let count = 0;
  for (let z = from; z < to; z++) {
    const i = rows[z] ?? 0;
    foundRows[count] = i;
    found[count] = (first[i] ?? 0) + (places[z] ?? 0);
    count += visits === null ? 1 : (visits[i] ?? 0);
  }
  return { rows: foundRows.subarray(0, count), events: found.subarray(0, count) };
}

/** The events of the mask, of those visits. */
function gather({ first, visits: n, events }: View, visits: Uint8Array | null, mask: Uint8Array): Found {
  const [foundRows, found] = [new Int32Array(events + 1), new Int32Array(events + 1)];
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (visits !== null && visits[i] === 0) continue;
    const last = first[i + 1] ?? 0;
    for (let j = first[i] ?? 0; j < last; j++) {
      foundRows[count] = i;
      found[count] = j;
      count += mask[j] ?? 0;
    }
  }
  return { rows: foundRows.subarray(0, count), events: found.subarray(0, count) };
}

function eventsMeeting(view: View, condition: Condition): Uint8Array {
  const mask = new Uint8Array(view.events);
  if (isOfVisit(condition)) {
    const visits = visitsMeeting(view, condition);
    for (let i = 0; i < visits.length; i++)
      if (visits[i] === 1) mask.fill(1, view.first[i], view.first[i + 1]);
    return mask;
  }
  switch (condition.is) {
    case 'term': {
      const { field } = condition;
      const table = tableOf(condition, view.greatest[field]);
      if (field === 'name') lookUp(view.name, byCode(table), mask);
      else lookUp(field === 'path' ? view.path : view.hostname, table, mask);
      return mask;
    }
    case 'pageview': {
      const { name } = view;
      for (let j = 0; j < mask.length; j++) mask[j] = (name[j] ?? 0) & 1;
      return mask;
    }
    case 'not':
      return invert(eventsMeeting(view, condition.of));
    case 'all':
      mask.fill(1);
      for (const part of condition.of) and(mask, eventsMeeting(view, part));
      return mask;
    case 'any':
      for (const part of condition.of) or(mask, eventsMeeting(view, part));
      return mask;
  }
}

/** The same table for what the column of names has: 2 · name, + 1 for pageviews. */
const byCode = (names: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: names.length * 2 }, (_, code) => names[code >> 1] ?? 0);
