import { instantOfNumber, parseIsoInstant } from '../../instant.ts';
import { MAX_EVENTS } from '../../limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { type EventFields, isNothing, type JOINS_ONLY } from '../input.ts';
import type { Rejection } from '../prepare.ts';
import { areWithinLimits, fitting } from '../properties.ts';

// What other analytics' SDKs send, told as our own events. A format is pure: a decoded request in, events and the
// answer its client understands out. Whether an event is good is decided behind it, by the one pipeline.

/** A request whose body was decoded. */
export interface FormatRequest {
  path: string;
  query: URLSearchParams;
  /** Lower-case header names. */
  header(name: string): string | null;
  /** The body as JSON; undefined where there is none. */
  body: unknown;
  /** The server's own origin as the client knows it, such as https://stats.example.com. */
  origin: string;
  /** When it arrived, in milliseconds since 1970. */
  receivedAt: number;
}

/** A response; an object is sent as JSON. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** An event as `EventInput` has it, not yet checked. */
export type FormatEvent = { [field in keyof EventFields]?: unknown } & { [JOINS_ONLY]?: true };

/** The project that events are for: by its write key, or by its domain. */
export type Recipient = { writeKey: string } | { domain: string };

/** Why a request, or the events of one recipient, were not taken. */
export interface Refusal {
  reason: 'malformed' | 'unknown project' | 'too large' | 'rate limited' | 'overloaded';
  message: string;
  /** Seconds after which the same may be sent again. */
  retryAfter?: number;
}

/** A request with more events than one is taken with: told before any of them is looked at. */
export const tooMany = (events: number): Refusal => ({
  reason: 'too large',
  message: `A request has at most ${MAX_EVENTS} events; this one has ${events}.`,
});

/** What became of the events of one recipient: all that are not rejected are stored, or were before. */
export type Outcome = { rejected: readonly Rejection[] } | Refusal;

/** What a request brings for one recipient. */
export interface Part {
  to: Recipient;
  /** How many events there are. */
  size: number;
  /** Makes the events: only once it is known that the recipient exists. */
  events(): unknown[];
}

/** The events of a request. */
export interface Batch {
  /** The sender's clock when it sent; null when it did not say. */
  sentAt: Date | null;
  parts: Part[];
  /** Checks the events and stores nothing. */
  dryRun?: boolean;
  /** The answer, from what became of each part. */
  answer(outcomes: readonly Outcome[]): Answer;
}

/** One SDK's way of sending. */
export interface Format {
  endpoint: Endpoint;
  /** The methods besides OPTIONS. */
  methods: readonly string[];
  paths: RegExp;
  /** The write key where it stands in the query or in a header, so that it is known before the body; else null. */
  keyOf?(request: Pick<FormatRequest, 'query' | 'header'>): string | null;
  /** The events of a request, or an answer where it brings none. */
  read(request: FormatRequest): Batch | Answer;
  /** The answer to a request that could not be read, or whose events could not be stored. */
  refuse(refusal: Refusal): Answer;
}

/** Whether clients hear nothing of a rejection: bots, and what the project blocks. */
export const isSilent = ({ code }: Rejection): boolean => code === 'BOT' || code === 'BLOCKED';

/** The headers of a refusal: where the same may be taken later, when. */
export const refusalHeaders = (reason: Refusal['reason'], retryAfter = 5): Record<string, string> =>
  reason === 'overloaded' || reason === 'rate limited' ? { 'retry-after': String(retryAfter) } : {};

/** Whether events were not taken at all. */
export const isRefusal = (outcome: Outcome): outcome is Refusal => 'reason' in outcome;

/** Whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or one without fields where the value is none. */
export const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** A text that is not empty; a number as text; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** As `EventInput` wants ids: integers become texts, spellings of nothing null; anything else stays to be rejected. */
export const idOf = (value: unknown): unknown =>
  isNothing(value) ? null : Number.isSafeInteger(value) ? String(value) : value;

/**
 * An instant: ISO 8601 where a missing offset is UTC, or a number, whose size says whether it counts seconds, milliseconds
 * or microseconds. What is neither is given back, and rejected behind.
 */
export function instantOf(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return instantOfNumber(value) ?? value;
  return typeof value === 'string' ? (parseIsoInstant(value) ?? value) : value;
}

/** An instant that a request says of itself; null where it says none that can be read. */
export function sentAtOf(value: unknown): Date | null {
  const instant = instantOf(value);
  return instant instanceof Date ? instant : null;
}

/** The width in `1440x900`. */
export function widthOf(resolution: unknown): number | null {
  const width = typeof resolution === 'string' ? /^(\d{1,6})x\d/.exec(resolution)?.[1] : undefined;
  return width === undefined ? null : Number(width);
}

/**
 * Properties without those that are fields of ours, and without nulls, which say nothing. Where they are more than an
 * event may have, as with an order of many items, only the plain values are kept, as many as fit: the order itself must
 * not be lost.
 */
export function propertiesOf(
  from: Record<string, unknown>,
  isField: (key: string) => boolean,
): Record<string, unknown> {
  const kept = Object.entries(from).filter(([key, value]) => value !== null && !isField(key));
  const all = Object.fromEntries(kept);
  if (areWithinLimits(all)) return all;
  return fitting(kept.filter(([, value]) => typeof value !== 'object'));
}
