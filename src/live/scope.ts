import { EVENT_TERMS, type EventFilter, type StringFilter, VISIT_TERMS } from '../stats/filter.ts';
import type { Range } from '../stats/range.ts';
import type { Known, Touched } from './touched.ts';

/** Visits that an answer depends on: those with an event in the range, as far as they can match the filter. */
export interface Scope extends Range {
  filter: EventFilter | null;
}

/** Whether what was touched can have changed an answer that depends on these. Never false when the answer changed. */
export function mayChange(scopes: readonly Scope[], { spans, values }: Touched): boolean {
  return scopes.some(
    ({ start, end, filter }) =>
      spans.some((span) => span.start < end && start < span.end) && outcomes(filter, values).match,
  );
}

/** Whether one of the new events can match. Never false when one does. */
export const mayMatch = (filter: EventFilter | null, { values, fresh }: Touched): boolean =>
  outcomes(filter, { ...values, ...fresh }).match;

/** What can come of a filter, given all that is known: both where it is not enough. */
interface Outcomes {
  match: boolean;
  fail: boolean;
}

const UNKNOWN: Outcomes = { match: true, fail: true };

function outcomes(filter: EventFilter | null, values: Known<string>): Outcomes {
  if (filter === null) return { match: true, fail: false };
  const { type, visitorId, userId, sessionId, properties, and, or, not } = filter;
  const others = [type, visitorId, userId, sessionId, properties];
  const parts: Outcomes[] = others.some((test) => test != null) ? [UNKNOWN] : [];
  for (const field of Object.keys(EVENT_TERMS) as (keyof typeof EVENT_TERMS)[]) {
    const test = filter[field];
    if (test) parts.push(ofTexts(test, values[field]));
  }
  for (const field of Object.keys(VISIT_TERMS) as (keyof typeof VISIT_TERMS)[]) {
    const test = filter[field];
    const { kind } = VISIT_TERMS[field];
    // The paths of a visit's entry and exit are not those of its new events.
    if (test) parts.push(kind === 'path' ? UNKNOWN : ofTexts(test, values[kind]));
  }
  for (const part of and ?? []) parts.push(outcomes(part, values));
  if (or) parts.push(opposite(allOf(or.map((part) => opposite(outcomes(part, values))))));
  if (not) parts.push(opposite(outcomes(not, values)));
  return allOf(parts);
}

const allOf = (parts: readonly Outcomes[]): Outcomes => ({
  match: parts.every(({ match }) => match),
  fail: parts.some(({ fail }) => fail),
});

const opposite = ({ match, fail }: Outcomes): Outcomes => ({ match: fail, fail: match });

function ofTexts(test: StringFilter, texts: readonly (string | null)[] | undefined): Outcomes {
  if (!texts) return UNKNOWN;
  const passed = texts.map((text) => passes(test, text));
  return { match: passed.includes(true), fail: passed.includes(false) };
}

/** As filterSql has it: what is absent equals nothing. */
function passes(test: StringFilter, text: string | null): boolean {
  const { eq, ne, notIn, contains, startsWith, endsWith, isNull } = test;
  return (
    (eq == null || text === eq) &&
    (ne == null || text !== ne) &&
    (!test.in || (text !== null && test.in.includes(text))) &&
    (!notIn || text === null || !notIn.includes(text)) &&
    (contains == null || text?.includes(contains) === true) &&
    (startsWith == null || text?.startsWith(startsWith) === true) &&
    (endsWith == null || text?.endsWith(endsWith) === true) &&
    (isNull == null || (text === null) === isNull)
  );
}
