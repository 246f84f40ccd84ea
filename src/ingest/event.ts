import { hash } from 'node:crypto';
import type { EventType, TermKind } from '../store/generated/client/enums.ts';

/** Where a visitor came from. Keys are the kinds of term that the values are. */
export type Origin = Partial<
  Record<
    | 'referrer'
    | 'source'
    | 'channel'
    | 'utm_source'
    | 'utm_medium'
    | 'utm_campaign'
    | 'utm_term'
    | 'utm_content',
    string
  >
>;

/** What a visitor uses and where they are. Keys are the kinds of term that the values are. */
export type Client = Partial<
  Record<'country' | 'region' | 'city' | 'device' | 'browser' | 'os' | 'language', string>
>;

export const ORIGIN_KINDS = [
  'referrer',
  'source',
  'channel',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
] as const satisfies (keyof Origin & TermKind)[];

export const CLIENT_KINDS = [
  'country',
  'region',
  'city',
  'device',
  'browser',
  'os',
  'language',
] as const satisfies (keyof Client & TermKind)[];

/** Who did it, before it is looked up. */
export interface Identity {
  kind: 'user' | 'visitor' | 'cookieless';
  digest: string;
  /** The id as sent; the digest for a cookieless visitor. */
  key: string;
}

/** A valid, enriched event, ready to be stored. Instants are in milliseconds since 1970. */
export interface PreparedEvent {
  /** The event id where it is a UUID, else a digest of it. */
  id: string;
  /** The id as sent; null where it is `id`. */
  eventId: string | null;
  type: EventType;
  name: string;
  timestamp: number;
  /** With microseconds as its fraction, which rise from event to event: events of one instant are in this order. */
  receivedAt: number;
  visitor: Identity;
  /** The cookieless identity under the salt of the day before; it is kept while a visit runs past midnight. */
  yesterday: Identity | null;
  /** The visitor that joins the user: the visitor id that was sent beside a user id, else the browser's cookieless identity. */
  anonymous: Identity | null;
  sessionId: string | null;
  hostname: string | null;
  path: string | null;
  /** The URL as sent; null where it is `https://` + hostname + path. */
  url: string | null;
  referrer: string | null;
  title: string | null;
  /** An Origin as JSON, its keys in one order: equal origins are one term. */
  origin: string;
  /** A Client as JSON, its keys in one order. */
  client: string;
  revenue: { amount: string; currency: string } | null;
  properties: Record<string, unknown> | null;
  /** It only says who somebody is: nothing of it is stored but the join of its device to its user. */
  joinsOnly?: true;
}

/** The first half of the SHA-256 of the parts, written as a UUID: 128 bits, so collisions do not happen by chance. */
export function digestOf(...parts: (string | Uint8Array)[]): string {
  // Lengths keep ('ab', 'c') apart from ('a', 'bc').
  const bytes = parts.every((part) => typeof part === 'string')
    ? parts.map((part) => `${part.length}:${part}`).join('')
    : Buffer.concat(parts.flatMap((part) => [Buffer.from(`${part.length}:`), Buffer.from(part)]));
  const hex = hash('sha256', bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
