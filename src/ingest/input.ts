import { parseInstant } from '../instant.ts';
import { isStorableText } from '../text.ts';
import { type Money, moneyOf } from './money.ts';
import { invalid, Problem, tooLarge } from './problem.ts';
import { isObject, type Properties, readProperties } from './properties.ts';
import { unknownField } from './unknown-field.ts';

// The fields of one event, read from what was sent. Each event is read by itself: a bad one is rejected and the others of
// its request are stored. What describes the page is cut where it is too long, and money that is none is left out; an id
// or a name is never changed, since that could make one of two.

/** The characters of a URL that are stored, and of what is as long. */
export const MAX_URL = 2_048;
const MAX_TITLE = 1_000;
const MAX_ID = 200;

/**
 * The mark of what only says who somebody is, and is no event: of it, only the join of a device to a user is stored. A
 * symbol, since no client may set it.
 */
export const JOINS_ONLY = Symbol('joins only');

/** An event whose fields were read; what was absent or empty is null. */
export interface EventFields {
  id: string | null;
  type: 'PAGEVIEW' | 'CUSTOM' | null;
  name: string | null;
  timestamp: Date | null;
  visitorId: string | null;
  userId: string | null;
  sessionId: string | null;
  /** As long as it was sent: statistics read it before it is cut. */
  url: string | null;
  referrer: string | null;
  title: string | null;
  properties: Properties | null;
  revenue: Money | null;
  context: {
    userAgent: string | null;
    ip: string | null;
    language: string | null;
    screenWidth: number | null;
  };
}

type Sent<Field extends string> = { readonly [field in Field]?: unknown };

const FIELDS = new Set([
  'id',
  'type',
  'name',
  'timestamp',
  'visitorId',
  'userId',
  'sessionId',
  'url',
  'referrer',
  'title',
  'properties',
  'revenue',
  'context',
] as const satisfies (keyof EventFields)[]);
const CONTEXT_FIELDS = new Set(['userAgent', 'ip', 'language', 'screenWidth', 'library'] as const);
const MONEY_FIELDS = new Set(['currency', 'amount'] as const);

/** The fields of one event; or why it cannot be taken. */
export function readEvent(sent: unknown): EventFields | Problem {
  try {
    return fieldsOf(sent);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function fieldsOf(sent: unknown): EventFields {
  const event = objectOf(sent, FIELDS, null);
  const context = event.context == null ? {} : objectOf(event.context, CONTEXT_FIELDS, 'context');
  described(context.library, 'context.library', MAX_ID);
  return {
    id: idOf(event.id, 'id'),
    type: typeOf(event.type),
    name: nameOf(event.name),
    timestamp: instantOf(event.timestamp),
    visitorId: idOf(event.visitorId, 'visitorId'),
    userId: idOf(event.userId, 'userId'),
    sessionId: idOf(event.sessionId, 'sessionId'),
    url: textOf(event.url, 'url'),
    referrer: described(event.referrer, 'referrer', MAX_URL),
    title: described(event.title, 'title', MAX_TITLE),
    properties: storable(readProperties(event.properties)),
    revenue: revenueOf(event.revenue),
    context: {
      userAgent: described(context.userAgent, 'context.userAgent', MAX_URL),
      ip: textOf(context.ip, 'context.ip'),
      language: described(context.language, 'context.language', MAX_ID),
      screenWidth: widthOf(context.screenWidth),
    },
  };
}

/** An object without fields that are not ours: a misspelt one would be lost without a word. */
function objectOf<Field extends string>(
  value: unknown,
  fields: ReadonlySet<Field>,
  field: string | null,
): Sent<Field> {
  if (!isObject(value)) throw invalid(field, 'must be an object');
  for (const key in value)
    if (!fields.has(key as Field))
      throw invalid(field === null ? key : `${field}.${key}`, unknownField(key, fields, field));
  return value as Sent<Field>;
}

function textOf(value: unknown, field: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalid(field, 'must be a string');
  return storable(value);
}

/** What describes the page or the visitor's client: numbers are texts too, and what is too long is cut. */
function described(value: unknown, field: string, max: number): string | null {
  const text = textOf(typeof value === 'number' ? String(value) : value, field);
  return text && cut(text, max);
}

/** The first characters of a text, without the first half of a pair at its end. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');

// What programs write for a value that they do not have. As an id it would make one visitor of everybody without one.
const NOTHING =
  /^\s*["']?(?:undefined|null|nan|none|nil|true|false|[(<](?:null|nil|none|not set)[)>]|\[object [a-z]+\]|0{8}-0{4}-0{4}-0{4}-0{12})?["']?\s*$/i;

/** Whether a value is a spelling of nothing, and no id. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.length <= MAX_ID && NOTHING.test(value));

/** An id: a text, or an integer that a double holds exactly. Null where it is a spelling of nothing. */
function idOf(value: unknown, field: string): string | null {
  if (isNothing(value)) return null;
  if (typeof value === 'number') {
    // Two of larger ones can be the same double.
    if (!Number.isSafeInteger(value))
      throw invalid(field, 'is not an integer below 2^53: send it as a string');
    return String(value);
  }
  if (typeof value !== 'string') throw invalid(field, 'must be a string');
  if (value.length > MAX_ID) throw tooLarge(field, `has more than ${MAX_ID} characters`);
  if (!isStorable(value)) throw invalid(field, 'has the character U+0000 or half a surrogate pair');
  return value;
}

function nameOf(value: unknown): string | null {
  const name = textOf(value, 'name')?.trim();
  if (!name) return null;
  if (name.length > MAX_ID) throw tooLarge('name', `has more than ${MAX_ID} characters`);
  return name;
}

function typeOf(value: unknown): EventFields['type'] {
  if (value === undefined || value === null || value === '') return null;
  if (value !== 'PAGEVIEW' && value !== 'CUSTOM') throw invalid('type', 'must be PAGEVIEW or CUSTOM');
  return value;
}

function instantOf(value: unknown): Date | null {
  if (value === undefined || value === null || value === '') return null;
  const date = typeof value === 'string' ? parseInstant(value) : value;
  if (!(date instanceof Date) || Number.isNaN(date.getTime()))
    throw invalid('timestamp', 'must be an instant as in RFC 3339, with an offset: 2026-11-21T09:30:00Z');
  return date;
}

function revenueOf(value: unknown): Money | null {
  if (!isObject(value)) return null;
  const { amount, currency } = objectOf(value, MONEY_FIELDS, 'revenue');
  return moneyOf(amount, currency);
}

function widthOf(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (!Number.isSafeInteger(value)) throw invalid('context.screenWidth', 'must be whole pixels');
  return value as number;
}

/**
 * A value without what Postgres cannot keep: NUL and halves of surrogate pairs become U+FFFD, in keys too. The value
 * itself where there is nothing of that in it.
 */
export function storable<T>(value: T): T {
  return isStorable(value) ? value : mended(value);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  const parts = value as Record<string, unknown>;
  for (const key in parts) if (!isStorable(key) || !isStorable(parts[key])) return false;
  return true;
}

function mended<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(mended) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [mended(key), mended(part)])) as T;
}
