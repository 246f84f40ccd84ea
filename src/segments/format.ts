import { type Field, VISIT_FIELD_NAMES, type VisitField } from './fields.ts';

// The visits of some UTC days (layout.ts) and their events, column by column: a header that says where each column is, then the columns,
// each aligned to its element. The same bytes are stored in Postgres, shared by threads and scanned in place.

/** Raised when the bytes or the rows mean something else: stored segments of another format are built anew. */
export const FORMAT = 2;
/** The same bytes, but each segment is one whole day. */
export const FORMAT_OF_DAYS = 1;

/** Whether what is stored so can be read; null where nothing is. */
export const isReadable = (format: number | null): boolean =>
  format === null || format === FORMAT || format === FORMAT_OF_DAYS;

export type Column = Uint8Array | Uint16Array | Int32Array;

/** For each value of an event's field, the events with it. */
export interface Lists {
  /** The values, ascending. */
  values: Int32Array;
  /** Value k's events are those from offsets[k] to offsets[k + 1] of the next two. */
  offsets: Int32Array;
  /** The visit of each event, ascending; a visit stands as often as it has events with the value. */
  rows: Uint16Array | Int32Array;
  /** Which event of the visit it is, from 0. */
  places: Column;
  /** How many visits have value k. */
  visits: Int32Array;
}

/** Visits in the order of (start, id); all times are milliseconds since the start of the first day. */
export interface Segment {
  visits: number;
  events: number;
  /** The last instant of any visit. */
  end: number;
  maxVisitor: number;
  /** The greatest term of each field. */
  greatest: Record<Field, number>;
  /** Ascending visit ids less `firstId`, and the row of each. */
  firstId: number;
  ids: Int32Array;
  idRows: Uint16Array | Int32Array;
  visitor: Int32Array;
  start: Int32Array;
  duration: Int32Array;
  pageviews: Uint16Array | Int32Array;
  /** Visit i's events are those from first[i] to first[i + 1]. */
  first: Int32Array;
  terms: Record<VisitField, Uint16Array | Int32Array>;
  /** When each event happened. */
  at: Int32Array;
  /** 2 · name, + 1 for pageviews. */
  name: Column;
  path: Uint16Array | Int32Array;
  hostname: Column;
  byName: Lists;
  byPath: Lists;
}

interface Place {
  offset: number;
  length: number;
  bytes: 1 | 2 | 4;
}

interface Header {
  visits: number;
  events: number;
  end: number;
  maxVisitor: number;
  greatest: Record<Field, number>;
  firstId: number;
  columns: Record<string, Place>;
}

const listColumns = ({ values, offsets, rows, places, visits }: Lists, name: string) => ({
  [`${name}.values`]: values,
  [`${name}.offsets`]: offsets,
  [`${name}.rows`]: rows,
  [`${name}.places`]: places,
  [`${name}.visits`]: visits,
});

/** The segment's bytes. */
export function encodeSegment(segment: Segment): SharedArrayBuffer {
  const { ids, idRows, visitor, start, duration, pageviews, first, at, name, path, hostname } = segment;
  const columns: Record<string, Column> = {
    ...{ ids, idRows, visitor, start, duration, pageviews, first, at, name, path, hostname },
    ...segment.terms,
    ...listColumns(segment.byName, 'byName'),
    ...listColumns(segment.byPath, 'byPath'),
  };
  const places: Record<string, Place> = {};
  let size = 0;
  let zeros: Place | null = null;
  const written: [Place, Column][] = [];
  for (const [key, column] of Object.entries(columns)) {
    const bytes = column.BYTES_PER_ELEMENT as Place['bytes'];
    const isZero = column.every((value) => value === 0);
    // Most of the fields of most sites are empty: they share one stretch of zeros.
    if (isZero && zeros && zeros.length * zeros.bytes >= column.length * bytes) {
      places[key] = { offset: zeros.offset, length: column.length, bytes };
      continue;
    }
    const place: Place = { offset: size, length: column.length, bytes };
    places[key] = place;
    written.push([place, column]);
    if (isZero) zeros = place;
    size += Math.ceil((column.length * bytes) / 4) * 4;
  }
  const { visits, events, end, maxVisitor, greatest, firstId } = segment;
  const header = new TextEncoder().encode(
    JSON.stringify({ visits, events, end, maxVisitor, greatest, firstId, columns: places } satisfies Header),
  );
  const base = dataOffset(header.length);
  const buffer = new SharedArrayBuffer(base + size);
  new DataView(buffer).setUint32(0, header.length, true);
  new Uint8Array(buffer).set(header, 4);
  for (const [place, column] of written) viewOf(buffer, base, place).set(column);
  return buffer;
}

/** The header, and each column without copying it; columns that share their bytes share the view. */
function open(buffer: SharedArrayBuffer) {
  const length = new DataView(buffer).getUint32(0, true);
  // TextDecoder refuses shared memory.
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer).slice(4, 4 + length))) as Header;
  const base = dataOffset(length);
  const { columns, ...numbers } = header;
  const views = new Map<number, Column>();
  const column = (key: string): Column => {
    const place = columns[key];
    if (!place) throw new Error(`a segment has no column ${key}`);
    const known = views.get(place.offset);
    if (known?.length === place.length && known.BYTES_PER_ELEMENT === place.bytes) return known;
    const view = viewOf(buffer, base, place);
    views.set(place.offset, view);
    return view;
  };
  return { numbers, column };
}

/** How many visits and events are in these bytes. */
export const decodeSize = (buffer: SharedArrayBuffer): Pick<Segment, 'visits' | 'events'> => {
  const { visits, events } = open(buffer).numbers;
  return { visits, events };
};

/** What tells a visit's row by its id. */
export type Rows = Pick<Segment, 'visits' | 'firstId' | 'ids' | 'idRows'>;

export function decodeRows(buffer: SharedArrayBuffer): Rows {
  const { numbers, column } = open(buffer);
  return {
    visits: numbers.visits,
    firstId: numbers.firstId,
    ids: column('ids') as Int32Array,
    idRows: column('idRows') as Segment['idRows'],
  };
}

/** The segment in these bytes, without copying any; they begin at a multiple of four. */
export function decodeSegment(buffer: SharedArrayBuffer): Segment {
  const { numbers, column } = open(buffer);
  const wide = (key: string) => column(key) as Uint16Array | Int32Array;
  const widest = (key: string) => column(key) as Int32Array;
  const lists = (name: string): Lists => ({
    values: widest(`${name}.values`),
    offsets: widest(`${name}.offsets`),
    rows: wide(`${name}.rows`),
    places: column(`${name}.places`),
    visits: widest(`${name}.visits`),
  });
  return {
    ...numbers,
    ids: widest('ids'),
    idRows: wide('idRows'),
    visitor: widest('visitor'),
    start: widest('start'),
    duration: widest('duration'),
    pageviews: wide('pageviews'),
    first: widest('first'),
    terms: Object.fromEntries(VISIT_FIELD_NAMES.map((field) => [field, wide(field)])) as Segment['terms'],
    at: widest('at'),
    name: column('name'),
    path: wide('path'),
    hostname: column('hostname'),
    byName: lists('byName'),
    byPath: lists('byPath'),
  };
}

const dataOffset = (header: number): number => Math.ceil((4 + header) / 4) * 4;

function viewOf(buffer: SharedArrayBuffer, base: number, { offset, length, bytes }: Place): Column {
  if (bytes === 1) return new Uint8Array(buffer, base + offset, length);
  if (bytes === 2) return new Uint16Array(buffer, base + offset, length);
  return new Int32Array(buffer, base + offset, length);
}
