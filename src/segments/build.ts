import { STEP_BYTES } from '../ingest/steps.ts';
import { DAY, VISIT_FIELD_NAMES, type VisitField } from './fields.ts';
import { type Column, encodeSegment, type Lists, type Segment } from './format.ts';

// Visits as `copy … to stdout (format binary)` brings them (sql.ts, VISITS_OF_DAYS and visitsSince), made into a segment.

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

// What is collected of a visit, and of an event.
const VISIT_WIDTH = 5 + VISIT_FIELD_NAMES.length;
const EVENT_WIDTH = 4;

/** Visits on their way into a segment: what comes tuple by tuple is kept as numbers only. */
export class SegmentBuilder {
  private readonly base: number;
  private readonly ids: number[] = [];
  // Per visit: start, duration, visitor, pageviews, the number of events, terms.
  private visits = new Int32Array(VISIT_WIDTH * 64);
  // Per event: when, name, path, hostname.
  private events = new Int32Array(EVENT_WIDTH * 256);
  private eventCount = 0;
  private end = 0;

  /** @param day the first UTC day of the segment */
  constructor(day: number) {
    this.base = day * DAY;
  }

  get size(): number {
    return this.ids.length;
  }

  add(tuple: VisitTuple): void {
    const at = this.ids.length * VISIT_WIDTH;
    this.visits = withRoom(this.visits, at + VISIT_WIDTH);
    const { visits } = this;
    const from = startOf(tuple) - this.base;
    visits[at] = from;
    visits[at + 1] = milliseconds(tuple, ENDED) - this.base - from;
    visits[at + 2] = tuple.readInt32BE(VISITOR);
    visits[at + 3] = tuple.readInt32BE(PAGEVIEWS);
    let offset = TERMS;
    for (let field = at + 5; field < at + VISIT_WIDTH; field++) {
      const present = tuple.readInt32BE(offset) > 0;
      if (present) visits[field] = tuple.readInt32BE(offset + 4);
      offset += present ? 8 : 4;
    }
    const count = tuple.readInt32BE(offset) / STEP_BYTES;
    visits[at + 4] = count;
    this.addEvents(tuple, offset + 4, count, from);
    this.end = Math.max(this.end, from + (visits[at + 1] ?? 0));
    this.ids.push(idOf(tuple));
  }

  private addEvents(tuple: VisitTuple, from: number, count: number, start: number): void {
    let at = this.eventCount * EVENT_WIDTH;
    this.events = withRoom(this.events, at + count * EVENT_WIDTH);
    const { events } = this;
    let offset = from;
    for (let j = 0; j < count; j++) {
      const named = tuple.readInt32BE(offset + 4);
      events[at] = start + tuple.readInt32BE(offset);
      events[at + 1] = named < 0 ? -2 * named + 1 : 2 * named;
      events[at + 2] = tuple.readInt32BE(offset + 8);
      events[at + 3] = tuple.readInt32BE(offset + 12);
      at += EVENT_WIDTH;
      offset += STEP_BYTES;
    }
    this.eventCount += count;
  }

  /** Where each visit's events begin, as they were added. */
  private eventOffsets(): Int32Array {
    const offsets = i32(this.size + 1);
    for (let i = 0; i < this.size; i++)
      offsets[i + 1] = (offsets[i] ?? 0) + (this.visits[i * VISIT_WIDTH + 4] ?? 0);
    return offsets;
  }

  /** The segment's bytes. */
  build(): SharedArrayBuffer {
    const { ids, visits, events: added } = this;
    const n = ids.length;
    const startAt = (i: number): number => visits[i * VISIT_WIDTH] ?? 0;
    const idAt = (i: number): number => ids[i] ?? 0;
    // The order of the rows, as places among the visits that were added.
    const order = i32(n).map((_, i) => i);
    order.sort((a, b) => startAt(a) - startAt(b) || idAt(a) - idAt(b));
    const gathered = (at: number): Int32Array => order.map((i) => visits[i * VISIT_WIDTH + at] ?? 0);
    const fields = VISIT_FIELD_NAMES.map((_, k) => gathered(5 + k));
    const visitor = gathered(2);

    const first = i32(n + 1);
    const m = this.eventCount;
    const [at, name, path, hostname] = [i32(m), i32(m), i32(m), i32(m)];
    const offsets = this.eventOffsets();
    let j = 0;
    for (let row = 0; row < n; row++) {
      const i = order[row] ?? 0;
      const last = (offsets[i + 1] ?? 0) * EVENT_WIDTH;
      for (let from = (offsets[i] ?? 0) * EVENT_WIDTH; from < last; from += EVENT_WIDTH) {
        at[j] = added[from] ?? 0;
        name[j] = added[from + 1] ?? 0;
        path[j] = added[from + 2] ?? 0;
        hostname[j] = added[from + 3] ?? 0;
        j++;
      }
      first[row + 1] = j;
    }

    const byId = i32(n).map((_, row) => row);
    byId.sort((a, b) => idAt(order[a] ?? 0) - idAt(order[b] ?? 0));
    const firstId = n === 0 ? 0 : idAt(order[byId[0] ?? 0] ?? 0);
    return encodeSegment({
      visits: n,
      events: m,
      end: this.end,
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
      ids: byId.map((row) => idAt(order[row] ?? 0) - firstId),
      idRows: atLeast16(byId),
      visitor,
      start: gathered(0),
      duration: gathered(1),
      pageviews: atLeast16(gathered(3)),
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
}

/** The visits that begin on some UTC days from `day` on as a segment's bytes. */
export function buildSegment(day: number, tuples: Iterable<VisitTuple>): SharedArrayBuffer {
  const builder = new SegmentBuilder(day);
  for (const tuple of tuples) builder.add(tuple);
  return builder.build();
}

/** The array, or a longer one with the same beginning where it is too short. */
function withRoom(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const longer = new Int32Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
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
