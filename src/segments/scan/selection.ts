import { type Field, isEventField } from '../fields.ts';
import type { Column, Lists, Segment } from '../format.ts';
import { type Condition, conjuncts, isOfVisit } from './condition.ts';

// Which visits and events of a part a question counts. Loops are plain and over locals: closures in them cost 1.5 to 2
// times as much (11 questions over 30 days, 418,000 visits).

/** Visits of one UTC day to scan. */
export interface View extends Segment {
  /** When the day begins, in milliseconds since 1970. */
  base: number;
  /** 0 where a newer part has the visit; null where all count. */
  alive: Uint8Array | null;
}

/** start <= t < end, in milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What a question counts of a part. Without `hits`, every event of a touched visit counts, and counted and touched
 * visits are the same.
 */
export interface Selection {
  view: View;
  /** Visits that begin in the range and have a matching event; null: all. */
  counted: Uint8Array | null;
  /** Visits with a matching event in the range; null: all. */
  touched: Uint8Array | null;
  hits: Hits | null;
}

/** Matching events, where events are told apart. */
export interface Hits {
  /** Visit i's are those from first[i] to first[i + 1]. */
  first: Int32Array;
  /** Their places among the part's events. */
  events: Int32Array;
  /** 0 for those that happened out of the range; null where none did. */
  inRange: Uint8Array | null;
}

/** Selects from a part whatever matches the condition within the span. */
export function select(view: View, span: Span, condition: Condition | null): Selection {
  const parts = condition === null ? [] : conjuncts(condition);
  const ofVisit = parts.filter(isOfVisit);
  const ofEvent = parts.filter((part) => !isOfVisit(part));
  const visits = visitMask(view, ofVisit);
  const [from, to] = [span.start - view.base, span.end - view.base];
  const whole = from <= (view.start[0] ?? 0) && view.end < to;
  if (ofEvent.length === 0 && whole) return { view, counted: visits, touched: visits, hits: null };
  const found = findEvents(view, visits, ofEvent);
  if (!whole) return { view, ...cut(view, found, from, to) };
  const touched = visitsOf(view, found);
  return { view, counted: touched, touched, hits: { ...found, inRange: null } };
}

/** The visits that are alive and meet the conditions; null: all. */
function visitMask(view: View, conditions: readonly Condition[]): Uint8Array | null {
  let mask = view.alive;
  for (const condition of conditions) {
    const met = visitsMeeting(view, condition);
    if (mask !== null) and(met, mask);
    mask = met;
  }
  return mask;
}

function visitsMeeting(view: View, condition: Condition): Uint8Array {
  const mask = new Uint8Array(view.visits);
  switch (condition.is) {
    case 'term': {
      const { field } = condition;
      if (isEventField(field)) break;
      lookUp(view.terms[field], tableOf(condition, view.greatest[field]), mask);
      return mask;
    }
    case 'pageview':
      break;
    case 'not':
      return invert(visitsMeeting(view, condition.of));
    case 'all':
      mask.fill(1);
      for (const part of condition.of) and(mask, visitsMeeting(view, part));
      return mask;
    case 'any':
      for (const part of condition.of) or(mask, visitsMeeting(view, part));
      return mask;
  }
  throw new Error('a condition of events was asked of visits');
}

/** The places of matching events: those of visit i are events[first[i]] to events[first[i + 1]]. */
interface Found {
  first: Int32Array;
  events: Int32Array;
}

/** The events of the visits that meet all conditions. */
function findEvents(view: View, visits: Uint8Array | null, conditions: readonly Condition[]): Found {
  const [only] = conditions;
  if (conditions.length === 1 && only?.is === 'term' && !only.except) {
    if (only.field === 'path') return fromLists(view, visits, view.byPath, only);
    if (only.field === 'name') return fromLists(view, visits, view.byName, only);
  }
  const mask = new Uint8Array(view.events).fill(1);
  for (const condition of conditions) and(mask, eventsMeeting(view, condition));
  return gather(view, visits, mask);
}

/** The events with one of the values, found by the lists of these. */
function fromLists(
  view: View,
  visits: Uint8Array | null,
  { values, offsets, rows, places }: Lists,
  { ids }: Condition & { is: 'term' },
): Found {
  const wanted = [...new Set(ids)].map((id) => placeOf(values, id)).filter((k) => k >= 0);
  const { first, visits: n } = view;
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
  const found = new Int32Array(to - from);
  const firstFound = new Int32Array(n + 1);
  let count = 0;
  let visit = 0;
  for (let z = from; z < to; z++) {
    const i = rows[z] ?? 0;
    if (visits !== null && visits[i] === 0) continue;
    while (visit < i) firstFound[++visit] = count;
    found[count++] = (first[i] ?? 0) + (places[z] ?? 0);
  }
  while (visit < n) firstFound[++visit] = count;
  return { first: firstFound, events: found.subarray(0, count) };
}

/** The events of the mask, of those visits. */
function gather({ first, visits: n, events }: View, visits: Uint8Array | null, mask: Uint8Array): Found {
  const found = new Int32Array(events);
  const firstFound = new Int32Array(n + 1);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (visits === null || visits[i] === 1) {
      const last = first[i + 1] ?? 0;
      for (let j = first[i] ?? 0; j < last; j++) if (mask[j] === 1) found[count++] = j;
    }
    firstFound[i + 1] = count;
  }
  return { first: firstFound, events: found.subarray(0, count) };
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

/** For each term that a field may have, whether the condition holds. */
function tableOf({ ids, except }: Condition & { is: 'term' }, greatest: number): Uint8Array {
  const table = new Uint8Array(greatest + 1).fill(except ? 1 : 0);
  for (const id of ids) if (id <= greatest) table[id] = except ? 0 : 1;
  return table;
}

/** The same for what the column of names has. */
const byCode = (names: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: names.length * 2 }, (_, code) => names[code >> 1] ?? 0);

function lookUp(column: Column, table: Uint8Array, mask: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i] = table[column[i] ?? 0] ?? 0;
}

function and(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] ?? 0) & (other[i] ?? 0);
}

function or(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] ?? 0) | (other[i] ?? 0);
}

function invert(mask: Uint8Array): Uint8Array {
  for (let i = 0; i < mask.length; i++) mask[i] = mask[i] === 0 ? 1 : 0;
  return mask;
}

/** The visits in which something was found. */
function visitsOf({ visits: n }: View, { first }: Found): Uint8Array {
  const mask = new Uint8Array(n);
  for (let i = 0; i < n; i++) mask[i] = (first[i + 1] ?? 0) > (first[i] ?? 0) ? 1 : 0;
  return mask;
}

/** Cuts to the range: each event by its own time, visits by their start. */
function cut(view: View, { first, events }: Found, from: number, to: number): Omit<Selection, 'view'> {
  const { visits: n, at, start } = view;
  const [counted, touched] = [new Uint8Array(n), new Uint8Array(n)];
  const inRange = new Uint8Array(events.length);
  for (let i = 0; i < n; i++) {
    const last = first[i + 1] ?? 0;
    let h = first[i] ?? 0;
    if (last === h) continue;
    const begun = start[i] ?? 0;
    if (begun >= from && begun < to) counted[i] = 1;
    for (; h < last; h++) {
      const t = at[events[h] ?? 0] ?? 0;
      if (t < from || t >= to) continue;
      inRange[h] = 1;
      touched[i] = 1;
    }
  }
  return { counted, touched, hits: { first, events, inRange } };
}

/** The greatest term that a field has in any of the parts. */
export const greatestOf = (selections: readonly Selection[], field: Field): number =>
  selections.reduce((max, { view }) => Math.max(max, view.greatest[field]), 0);

/** The place of a value in an ascending array, or -1. */
export function placeOf(values: Int32Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
