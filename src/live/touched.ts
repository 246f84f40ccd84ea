import { CLIENT_KINDS, ORIGIN_KINDS } from '../ingest/event.ts';
import type { Range } from '../stats/range.ts';

const VISIT_KINDS = [...ORIGIN_KINDS, ...CLIENT_KINDS];
export type VisitKind = (typeof VISIT_KINDS)[number];
const EVENT_FIELDS = ['name', 'path', 'hostname'] as const;
type EventField = (typeof EVENT_FIELDS)[number];

/** Values that are known; a field is absent where there are many, or they are not known. */
export type Known<Field extends string> = Partial<Record<Field, (string | null)[]>>;

// Days begin at a quarter of an hour in every time zone: so yesterday's question is not touched by what happens today.
const QUARTER = 15 * 60_000;
const MAX_SPANS = 16;
const MAX_VALUES = 20;

/**
 * What a batch can have changed: its visits, as they are now and were before. An event changes numbers through its own
 * visit alone, so whoever asks about other times or other visits has the same answer as before.
 */
export interface Touched {
  /** Stretches of time that hold every event of these visits. */
  spans: Range[];
  /** Which values the visits have. */
  values: Known<VisitKind>;
  /** Which values the new events have. */
  fresh: Known<EventField>;
}

/** Of a batch with nothing new in it. */
export const UNTOUCHED: Touched = { spans: [], values: {}, fresh: {} };

/** A visit as a batch leaves it. */
export interface TouchedVisit {
  startedAt: number;
  endedAt: number;
  /** Numbers that stand for its attributes. */
  origin: number;
  client: number;
}

/** The attributes that a number stands for. */
type TextsOf = (part: 'origin' | 'client', id: number) => Partial<Record<string, string>>;

/**
 * Says what visits touch.
 *
 * @param certain whether these visits had the same attributes before
 */
export function touchedBy(
  visits: readonly TouchedVisit[],
  events: readonly Record<EventField, string | null>[],
  textsOf: TextsOf,
  certain: boolean,
): Touched {
  return {
    spans: spansOf(visits),
    values: certain ? valuesOf(visits, textsOf) : {},
    fresh: Object.fromEntries(
      EVENT_FIELDS.flatMap((field) =>
        few(
          field,
          events.map((event) => event[field]),
        ),
      ),
    ),
  };
}

function few<Field extends string>(
  field: Field,
  texts: readonly (string | null)[],
): [Field, (string | null)[]][] {
  const found = new Set<string | null>();
  for (const text of texts) {
    found.add(text);
    if (found.size > MAX_VALUES) return [];
  }
  return [[field, [...found]]];
}

function spansOf(visits: readonly TouchedVisit[]): Range[] {
  const quarters = new Set<number>();
  for (const { startedAt, endedAt } of visits) {
    for (let quarter = Math.floor(startedAt / QUARTER); quarter * QUARTER <= endedAt; quarter++)
      quarters.add(quarter);
  }
  const spans: Range[] = [];
  for (const quarter of [...quarters].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    const start = quarter * QUARTER;
    if (last?.end === start) last.end = start + QUARTER;
    else spans.push({ start, end: start + QUARTER });
  }
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && spans.length > MAX_SPANS ? [{ start: first.start, end: last.end }] : spans;
}

function valuesOf(visits: readonly TouchedVisit[], textsOf: TextsOf): Touched['values'] {
  const values: [VisitKind, (string | null)[]][] = [];
  for (const [part, kinds] of [
    ['origin', ORIGIN_KINDS],
    ['client', CLIENT_KINDS],
  ] as const) {
    const texts = [...new Set(visits.map((visit) => visit[part]))].map((id) => textsOf(part, id));
    for (const kind of kinds)
      values.push(
        ...few(
          kind,
          texts.map((text) => text[kind] ?? null),
        ),
      );
  }
  return Object.fromEntries(values);
}
