import type { VisitTuple } from '../../src/segments/build.ts';
import { VISIT_FIELD_NAMES, type VisitField } from '../../src/segments/fields.ts';

/** An event by the numbers of its terms; 0 is none. */
export interface NumberedEvent {
  /** Milliseconds since 1970. */
  at: number;
  name: number;
  isPageview: boolean;
  path: number;
  hostname: number;
}

/** A visit by numbers; its events stand in order. */
export interface NumberedVisit {
  id: number;
  visitor: number;
  terms: Partial<Record<VisitField, number>>;
  events: NumberedEvent[];
}

export const startedAt = ({ events }: NumberedVisit): number => events[0]?.at ?? 0;
export const endedAt = ({ events }: NumberedVisit): number => events.at(-1)?.at ?? 0;

const REVISION = 1;
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);

/** The visit as a tuple of a binary COPY: each field after its length (-1 for null), all big-endian. */
export function tupleOf(visit: NumberedVisit): VisitTuple {
  const start = startedAt(visit);
  const words: number[] = [];
  const int4 = (value: number) => words.push(4, value);
  const int8 = (value: number) => words.push(8, Math.floor(value / 2 ** 32), value % 2 ** 32);
  // Microseconds since 2000.
  const timestamp = (at: number) => int8((at - POSTGRES_EPOCH) * 1000);

  int8(REVISION);
  int8(visit.id);
  int4(visit.visitor);
  timestamp(start);
  timestamp(endedAt(visit));
  int4(visit.events.filter(({ isPageview }) => isPageview).length);
  for (const field of VISIT_FIELD_NAMES) {
    const term = visit.terms[field];
    if (term) int4(term);
    else words.push(-1);
  }
  words.push(visit.events.length * 16);
  for (const { at, name, isPageview, path, hostname } of visit.events)
    words.push(at - start, isPageview ? -name : name, path, hostname);

  const tuple = Buffer.allocUnsafe(words.length * 4);
  words.forEach((word, i) => {
    tuple.writeInt32BE(word | 0, i * 4);
  });
  return tuple;
}
