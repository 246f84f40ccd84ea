import { STEP_BYTES } from '../ingest/steps.ts';
import { DAY, VISIT_FIELD_NAMES, type VisitField } from './fields.ts';
import { type Column, encodeSegment, type Lists, type Segment } from './format.ts';

// Visits as `copy … to stdout (format binary)` brings them (sql.ts, VISITS_OF_DAY and visitsSince), made into a segment.

/** The bytes of one such row: for each field its length (-1 for null) and its value, big-endian. */
export type VisitTuple = Buffer;

const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);
const milliseconds = (tuple: VisitTuple, offset: number): number =>
  POSTGRES_EPOCH + Number(tuple.readBigInt64BE(offset)) / 1000;

// Where the leading fields are; all of them are there.
const REVISION = 4;
const ID = 16;
const VISITOR = 28;
const STARTED = 36;
const ENDED = 48;
const PAGEVIEWS = 60;
const TERMS = 64;

export const revisionOf = (tuple: VisitTuple): number => Number(tuple.readBigInt64BE(REVISION));
export const idOf = (tuple: VisitTuple): number => Number(tuple.readBigInt64BE(ID));
export const startOf = (tuple: VisitTuple): number => milliseconds(tuple, STARTED);

/** The visits of one UTC day as a segment's bytes. */
export function buildSegment(day: number, tuples: readonly VisitTuple[]): SharedArrayBuffer {
  const base = day * DAY;
  const visits = tuples
    .map((tuple) => ({ tuple, id: idOf(tuple), start: startOf(tuple) - base }))
    .sort((a, b) => a.start - b.start || a.id - b.id);
  const n = visits.length;
  const [visitor, start, duration, pageviews] = [i32(n), i32(n), i32(n), i32(n)];
  const first = i32(n + 1);
  const fields = VISIT_FIELD_NAMES.map(() => i32(n));
  const stepsAt = i32(n);

  visits.forEach(({ tuple, start: from }, i) => {
    visitor[i] = tuple.readInt32BE(VISITOR);
    start[i] = from;
    duration[i] = milliseconds(tuple, ENDED) - base - from;
    pageviews[i] = tuple.readInt32BE(PAGEVIEWS);
    let offset = TERMS;
    for (const field of fields) {
      const present = tuple.readInt32BE(offset) > 0;
      if (present) field[i] = tuple.readInt32BE(offset + 4);
      offset += present ? 8 : 4;
    }
    first[i + 1] = (first[i] ?? 0) + tuple.readInt32BE(offset) / STEP_BYTES;
    stepsAt[i] = offset + 4;
  });

  const m = first[n] ?? 0;
  const [at, name, path, hostname] = [i32(m), i32(m), i32(m), i32(m)];
  let end = 0;
  visits.forEach(({ tuple, start: from }, i) => {
    const last = first[i + 1] ?? 0;
    let offset = stepsAt[i] ?? 0;
    for (let j = first[i] ?? 0; j < last; j++) {
      const named = tuple.readInt32BE(offset + 4);
      at[j] = from + tuple.readInt32BE(offset);
      name[j] = named < 0 ? -2 * named + 1 : 2 * named;
      path[j] = tuple.readInt32BE(offset + 8);
      hostname[j] = tuple.readInt32BE(offset + 12);
      offset += STEP_BYTES;
    }
    end = Math.max(end, from + (duration[i] ?? 0));
  });

  const byId = visits.map(({ id }, row) => ({ id, row })).sort((a, b) => a.id - b.id);
  const firstId = byId[0]?.id ?? 0;
  return encodeSegment({
    visits: n,
    events: m,
    end,
    maxVisitor: greatest(visitor),
    greatest: {
      ...(Object.fromEntries(
        VISIT_FIELD_NAMES.map((field, k) => [field, greatest(fields[k] ?? i32(0))]),
      ) as Record<VisitField, number>),
      name: greatest(name) >> 1,
      path: greatest(path),
      hostname: greatest(hostname),
    },
    firstId,
    ids: Int32Array.from(byId, ({ id }) => id - firstId),
    idRows: atLeast16(Int32Array.from(byId, ({ row }) => row)),
    visitor,
    start,
    duration,
    pageviews: atLeast16(pageviews),
    first,
    terms: Object.fromEntries(
      VISIT_FIELD_NAMES.map((field, k) => [field, atLeast16(fields[k] ?? i32(n))]),
    ) as Segment['terms'],
    at,
    name: narrowest(name),
    path: atLeast16(path),
    hostname: narrowest(hostname),
    byName: listsOf(
      first,
      name.map((code) => code >> 1),
    ),
    byPath: listsOf(first, path),
  });
}

/** The events of each value, by counting sort; `values` has one for each event. */
function listsOf(first: Int32Array, values: Int32Array): Lists {
  const n = first.length - 1;
  const size = greatest(values) + 1;
  const [visits, events] = [i32(size), i32(size)];
  for (let j = 0; j < values.length; j++) {
    const value = values[j] ?? 0;
    events[value] = (events[value] ?? 0) + 1;
  }
  const present: number[] = [];
  const next = i32(size);
  let total = 0;
  for (let value = 0; value < size; value++) {
    next[value] = total;
    total += events[value] ?? 0;
    if (events[value]) present.push(value);
  }
  const offsets = Int32Array.from([...present.map((value) => next[value] ?? 0), total]);
  const rows = n <= 0x10000 ? new Uint16Array(total) : i32(total);
  const places = i32(total);
  const lastVisit = new Int32Array(size).fill(-1);
  for (let i = 0; i < n; i++) {
    const from = first[i] ?? 0;
    const last = first[i + 1] ?? 0;
    for (let j = from; j < last; j++) {
      const value = values[j] ?? 0;
      const z = next[value] ?? 0;
      rows[z] = i;
      places[z] = j - from;
      next[value] = z + 1;
      if (lastVisit[value] === i) continue;
      lastVisit[value] = i;
      visits[value] = (visits[value] ?? 0) + 1;
    }
  }
  return {
    values: Int32Array.from(present),
    offsets,
    rows,
    places: narrowest(places),
    visits: Int32Array.from(present, (value) => visits[value] ?? 0),
  };
}

const i32 = (length: number): Int32Array => new Int32Array(length);

function greatest(values: Int32Array): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) max = Math.max(max, values[i] ?? 0);
  return max;
}

// Two widths for a column at most: each that a loop meets makes it slower.
const atLeast16 = (values: Int32Array): Uint16Array | Int32Array =>
  greatest(values) <= 0xffff ? Uint16Array.from(values) : values;

const narrowest = (values: Int32Array): Column =>
  greatest(values) <= 0xff ? Uint8Array.from(values) : atLeast16(values);
