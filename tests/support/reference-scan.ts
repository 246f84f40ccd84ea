import { EVENT_FIELDS, type Field, VISIT_FIELD_NAMES, type VisitField } from '../../src/segments/fields.ts';
import type { Condition } from '../../src/segments/scan/condition.ts';
import type { Order } from '../../src/segments/scan/terms.ts';
import type { Counts } from '../../src/segments/scan/totals.ts';
import { endedAt, type NumberedEvent, type NumberedVisit, startedAt } from './segment-visits.ts';

// The definitions of docs/metrics.md over visits whose texts are numbers: plain, slow, and written apart from src/.

export const FIELDS: readonly Field[] = [...EVENT_FIELDS, ...VISIT_FIELD_NAMES];

/** What the event, or its visit, has in the field; 0 is none. */
export function termOf(field: Field, event: NumberedEvent, visit: NumberedVisit): number {
  switch (field) {
    case 'name':
    case 'path':
    case 'hostname':
      return event[field];
    default:
      return visit.terms[field satisfies VisitField] ?? 0;
  }
}

export function meets(condition: Condition | null, event: NumberedEvent, visit: NumberedVisit): boolean {
  if (condition === null) return true;
  switch (condition.is) {
    case 'term':
      return condition.ids.includes(termOf(condition.field, event, visit)) !== condition.except;
    case 'pageview':
      return event.isPageview;
    case 'all':
      return condition.of.every((part) => meets(part, event, visit));
    case 'any':
      return condition.of.some((part) => meets(part, event, visit));
    case 'not':
      return !meets(condition.of, event, visit);
  }
}

/** A visit, and those of its events that match. */
interface Found {
  visit: NumberedVisit;
  matching: NumberedEvent[];
}

const find = (visits: readonly NumberedVisit[], condition: Condition | null): Found[] =>
  visits.map((visit) => ({
    visit,
    matching: visit.events.filter((event) => meets(condition, event, visit)),
  }));

/** The numbers of a range, and who was there. */
function measure(
  found: readonly Found[],
  start: number,
  end: number,
): { counts: Counts; visitors: Set<number> } {
  const visitors = new Set<number>();
  let [pageviews, events, visits, bounces, milliseconds] = [0, 0, 0, 0, 0];
  for (const { visit, matching } of found) {
    for (const event of matching) {
      if (event.at < start || event.at >= end) continue;
      events++;
      if (event.isPageview) pageviews++;
      visitors.add(visit.visitor);
    }
    const begun = startedAt(visit);
    if (matching.length === 0 || begun < start || begun >= end) continue;
    visits++;
    if (visit.events.length === 1) bounces++;
    milliseconds += endedAt(visit) - begun;
  }
  const seconds = milliseconds / 1000;
  return { counts: { visitors: visitors.size, pageviews, events, visits, bounces, seconds }, visitors };
}

export interface ReferenceQuestion {
  start: number;
  end: number;
  condition: Condition | null;
}

export const countsOf = (
  visits: readonly NumberedVisit[],
  { start, end, condition }: ReferenceQuestion,
): Counts => measure(find(visits, condition), start, end).counts;

/** Each bucket is a range of its own; its visitors are in order. */
export function bucketsOf(
  visits: readonly NumberedVisit[],
  { end, condition }: ReferenceQuestion,
  starts: readonly number[],
): { counts: Counts; visitors: number[] }[] {
  const found = find(visits, condition);
  return starts.map((start, i) => {
    const { counts, visitors } = measure(found, start, starts[i + 1] ?? end);
    return { counts, visitors: [...visitors].toSorted((a, b) => a - b) };
  });
}

/** What a row is ordered by; what cannot be divided comes last. */
export function weightOf({ visits, bounces, seconds, pageviews, ...counts }: Counts, orderBy: Order): number {
  const each = (sum: number): number => (visits === 0 ? -1 : sum / visits);
  switch (orderBy) {
    case 'visitors':
      return counts.visitors;
    case 'events':
      return counts.events;
    case 'visits':
      return visits;
    case 'pageviews':
      return pageviews;
    case 'bounces':
      return each(bounces);
    case 'seconds':
      return each(seconds);
    case 'views':
      return each(pageviews);
  }
}

/** The heaviest values of a field, all of those that weigh as much as the last; equal ones in the order of numbers. */
export function termsOf(
  visits: readonly NumberedVisit[],
  { start, end, condition }: ReferenceQuestion,
  list: { field: Field; first: number; orderBy: Order; among: readonly number[] | null },
): (Counts & { number: number })[] {
  const { field, first, orderBy, among } = list;
  const byValue = new Map<number, Found[]>();
  for (const { visit, matching } of find(visits, condition)) {
    for (const value of new Set(matching.map((event) => termOf(field, event, visit)))) {
      if (among !== null && !among.includes(value)) continue;
      const having = byValue.get(value) ?? [];
      having.push({ visit, matching: matching.filter((event) => termOf(field, event, visit) === value) });
      byValue.set(value, having);
    }
  }
  const rows = [...byValue]
    .map(([number, found]) => ({ number, ...measure(found, start, end).counts }))
    .filter((row) => row.events > 0 || row.visits > 0);
  const sorted = inOrder(rows, orderBy);
  const last = sorted[Math.min(first, sorted.length) - 1];
  return sorted.filter((row) => last && weightOf(row, orderBy) >= weightOf(last, orderBy));
}

/** The heaviest rows first, equal ones in the order of their numbers. */
export const inOrder = <T extends Counts & { number: number | null }>(
  rows: readonly T[],
  orderBy: Order,
): T[] =>
  rows.toSorted((a, b) => weightOf(b, orderBy) - weightOf(a, orderBy) || (a.number ?? 0) - (b.number ?? 0));
