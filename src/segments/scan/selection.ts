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
 * What a question counts of a part. Without `steps`, every event of a touched visit counts, and counted and touched
 * visits are the same.
 */
export interface Selection {
  view: View;
  /** Visits that begin in the range and have a matching event; null: all. */
  counted: Uint8Array | null;
  /** Visits with a matching event in the range; null: all. */
  touched: Uint8Array | null;
  steps: Steps | null;
}

/** Where single events are told apart. */
export interface Steps {
  /** Matching events, whenever they happened. */
  matching: Uint8Array;
  /** Those of them in the range. */
  inRange: Uint8Array;
  /** For each visit, how many of its events are in `inRange`, and how many pageviews among them. */
  events: Uint32Array;
  views: Uint32Array;
}

/** Selects from a part whatever matches the condition within the span. */
export function select(view: View, span: Span, condition: Condition | null): Selection {
  const parts = condition === null ? [] : conjuncts(condition);
  const ofVisit = parts.filter(isOfVisit);
  const ofEvent = parts.filter((part) => !isOfVisit(part));
  const visits = visitMask(view, ofVisit);
  const [from, to] = [span.start - view.base, span.end - view.base];
  const whole = from <= (view.start[0] ?? 0) && view.end < to;
  if (ofEvent.length === 0 && whole) return { view, counted: visits, touched: visits, steps: null };
  const hits = eventMask(view, visits, ofEvent);
  return whole ? countWhole(view, hits) : cut(view, hits, from, to);
}

/** Matching events, and the visits among which they are. */
interface Hits {
  matching: Uint8Array;
  /** null: all. */
  among: Uint8Array | null;
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
      const column = view.terms[condition.field as keyof Segment['terms']];
      lookUp(column, tableOf(condition, column), mask);
      return mask;
    }
    case 'pageview':
      throw new Error('a condition of events was asked of visits');
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
}

/** The events of the visits that meet all conditions. */
function eventMask(view: View, visits: Uint8Array | null, conditions: readonly Condition[]): Hits {
  const [only] = conditions;
  if (conditions.length === 1 && only?.is === 'term' && !only.except) {
    if (only.field === 'path') return fromLists(view, visits, view.byPath, view.path, 0, only.ids);
    if (only.field === 'name') return fromLists(view, visits, view.byName, view.name, 1, only.ids);
  }
  const matching = ofVisits(view, visits);
  for (const condition of conditions) and(matching, eventsMeeting(view, condition));
  return { matching, among: visits };
}

/** The events with one of the values, found by the lists of visits that have them. */
function fromLists(
  { first, events, visits: n }: View,
  visits: Uint8Array | null,
  lists: Lists,
  column: Column,
  shift: number,
  ids: readonly number[],
): Hits {
  const matching = new Uint8Array(events);
  const among = new Uint8Array(n);
  const { offsets, rows } = lists;
  for (const id of ids) {
    const k = placeOf(lists.values, id);
    if (k < 0) continue;
    const last = offsets[k + 1] ?? 0;
    for (let z = offsets[k] ?? 0; z < last; z++) {
      const i = rows[z] ?? 0;
      if (visits !== null && visits[i] === 0) continue;
      among[i] = 1;
      const end = first[i + 1] ?? 0;
      for (let j = first[i] ?? 0; j < end; j++) if ((column[j] ?? 0) >> shift === id) matching[j] = 1;
    }
  }
  return { matching, among };
}

/** All events of the visits. */
function ofVisits({ first, visits: n, events }: View, visits: Uint8Array | null): Uint8Array {
  const mask = new Uint8Array(events);
  if (visits === null) return mask.fill(1);
  for (let i = 0; i < n; i++) if (visits[i] === 1) mask.fill(1, first[i], first[i + 1]);
  return mask;
}

function eventsMeeting(view: View, condition: Condition): Uint8Array {
  if (isOfVisit(condition)) return ofVisits(view, visitsMeeting(view, condition));
  const mask = new Uint8Array(view.events);
  switch (condition.is) {
    case 'term':
      if (condition.field === 'name') {
        const names = tableOf(condition, view.byName.values);
        lookUp(
          view.name,
          Uint8Array.from({ length: names.length * 2 }, (_, code) => names[code >> 1] ?? 0),
          mask,
        );
      } else {
        const column = condition.field === 'path' ? view.path : view.hostname;
        lookUp(column, tableOf(condition, column), mask);
      }
      return mask;
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

/** For each value that a column may have, whether the condition holds. */
function tableOf({ ids, except }: Condition & { is: 'term' }, column: Column): Uint8Array {
  let max = 0;
  for (let i = 0; i < column.length; i++) if ((column[i] ?? 0) > max) max = column[i] ?? 0;
  const table = new Uint8Array(max + 1).fill(except ? 1 : 0);
  for (const id of ids) if (id <= max) table[id] = except ? 0 : 1;
  return table;
}

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

/** Counts matching events of a part that is in the range as a whole. */
function countWhole(view: View, { matching, among }: Hits): Selection {
  const { visits: n, first, name } = view;
  const touched = new Uint8Array(n);
  const [events, views] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) {
    if (among !== null && among[i] === 0) continue;
    const last = first[i + 1] ?? 0;
    let [hits, seen] = [0, 0];
    for (let j = first[i] ?? 0; j < last; j++) {
      if (matching[j] === 0) continue;
      hits++;
      seen += (name[j] ?? 0) & 1;
    }
    if (hits === 0) continue;
    touched[i] = 1;
    events[i] = hits;
    views[i] = seen;
  }
  return { view, counted: touched, touched, steps: { matching, inRange: matching, events, views } };
}

/** Cuts matching events to the range: each by its own time; visits by their start. */
function cut(view: View, { matching, among }: Hits, from: number, to: number): Selection {
  const { visits: n, first, at, name, start } = view;
  const counted = new Uint8Array(n);
  const touched = new Uint8Array(n);
  const inRange = new Uint8Array(matching.length);
  const [events, views] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) {
    if (among !== null && among[i] === 0) continue;
    const last = first[i + 1] ?? 0;
    let [any, hits, seen] = [0, 0, 0];
    for (let j = first[i] ?? 0; j < last; j++) {
      if (matching[j] === 0) continue;
      any = 1;
      const t = at[j] ?? 0;
      if (t < from || t >= to) continue;
      inRange[j] = 1;
      hits++;
      seen += (name[j] ?? 0) & 1;
    }
    if (any === 0) continue;
    const begun = start[i] ?? 0;
    if (begun >= from && begun < to) counted[i] = 1;
    if (hits > 0) touched[i] = 1;
    events[i] = hits;
    views[i] = seen;
  }
  return { view, counted, touched, steps: { matching, inRange, events, views } };
}

/** The place of a value in an ascending array, or -1. */
export function placeOf(values: Uint32Array, value: number): number {
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
