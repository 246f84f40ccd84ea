import { randomFillSync } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import { isUuid } from '../text.ts';
import type { Sender } from './blocklist.ts';
import { parseAddress } from './enrich/address.ts';
import { isBrowser, parseAgent } from './enrich/agent.ts';
import { isBotsRequest } from './enrich/bots.ts';
import type { Geography } from './enrich/geo.ts';
import { primaryLanguage } from './enrich/language.ts';
import { origin } from './enrich/source.ts';
import { type Page, parsePage } from './enrich/url.ts';
import { type Client, digestOf, type Identity, type Origin, type PreparedEvent } from './event.ts';
import { cut, type EventFields, JOINS_ONLY, MAX_URL, readEvent } from './input.ts';
import { Problem } from './problem.ts';
import { NOWHERE, type Site } from './site.ts';

const MINUTE = 60_000;
const MAX_AHEAD = 5 * MINUTE;
// A clock that is wrong by less is not told apart from a slow network.
const CLOCK_TOLERANCE = MINUTE;
/** Events that are older are rejected, unless the server is set up otherwise. */
export const OLDEST_EVENT = Date.parse('1995-01-01T00:00:00Z');

export type RejectionCode = 'INVALID' | 'TOO_LARGE' | 'TIMESTAMP_OUT_OF_RANGE' | 'BLOCKED' | 'BOT';

/** Why one event of a request was not stored. */
export interface Rejection {
  index: number;
  code: RejectionCode;
  field: string | null;
  message: string;
}

/** The request that brought events, and what it is known by. Instants are in milliseconds. */
export interface Delivery {
  receivedAt: number;
  /** The sender's clock when it sent; null when it did not say. */
  sentAt: number | null;
  address: string | null;
  userAgent: string | null;
  acceptLanguage: string | null;
  /** Sent with a secret key or by a user: their servers and scripts are not bots. */
  trusted: boolean;
  /** Geography that a proxy told of the sender's address. */
  proxyGeography: Geography | null;
}

/** What preparing needs from elsewhere. */
export interface Sources {
  /** Geography of an address; null where it is not known. */
  locate: (address: string) => Geography | null;
  /** The salt of a UTC day, given by its first instant in milliseconds. */
  saltOf: (day: number) => Uint8Array;
  projectId: number;
  /** The project's own host names: referrers from them are not sources. */
  siteHostnames: readonly string[];
  /** The place of the request's first event in the order of arrival, in microseconds since 1970. */
  arrival: number;
}

const DAY = 24 * 60 * MINUTE;
/** The first instant of an instant's UTC day. */
export const dayOf = (at: number): number => Math.floor(at / DAY) * DAY;
export const dayBefore = (day: number): number => day - DAY;

// Event by event: shape → time → page → agent → origin → client → identity. Each step fails with a rejection or goes on.

/** One sent event, checked; or why it is rejected. */
export function checkEvent(
  input: unknown,
  index: number,
  delivery: Delivery,
  { blocklist }: Pick<Site, 'blocklist'> = NOWHERE,
  oldest: number = OLDEST_EVENT,
): Checked | Rejection {
  const fields = readEvent(input);
  if (fields instanceof Problem)
    return { index, code: fields.code, field: fields.field, message: fields.message };
  const reject = (code: RejectionCode, field: string, message: string): Rejection => ({
    index,
    code,
    field,
    message,
  });

  const type = fields.type ?? (fields.name === null ? 'PAGEVIEW' : 'CUSTOM');
  if (type === 'CUSTOM' && fields.name === null)
    return reject('INVALID', 'name', 'name is required unless the event is a pageview');
  if (fields.type === null && fields.name === null && fields.url === null)
    return reject('INVALID', 'url', 'url is required where neither name nor type says what happened');

  const timestamp = timeOf(fields, delivery);
  if (timestamp > delivery.receivedAt + MAX_AHEAD) {
    return reject(
      'TIMESTAMP_OUT_OF_RANGE',
      'timestamp',
      'timestamp is more than 5 minutes ahead of the server',
    );
  }
  if (timestamp < oldest) {
    return reject(
      'TIMESTAMP_OUT_OF_RANGE',
      'timestamp',
      `timestamp is before ${new Date(oldest).toISOString()}, the oldest that this server takes`,
    );
  }

  const page = parsePage(fields.url);
  if (page === null)
    return reject(
      'INVALID',
      'url',
      'url must be absolute, such as https://example.com/pricing, or a path such as /pricing',
    );

  const sentAddress = fields.context.ip ? parseAddress(fields.context.ip) : null;
  if (fields.context.ip && sentAddress === null)
    return reject('INVALID', 'context.ip', 'context.ip is not an IP address');
  const userAgent = fields.context.userAgent ?? delivery.userAgent;
  const address = sentAddress ?? delivery.address;
  const blocked =
    blocklist({ address, userAgent, referrer: fields.referrer, hostname: page.hostname }) ??
    // What somebody says of their address does not hide where they are.
    (delivery.trusted || sentAddress === null ? null : blocklist({ ...NOBODY, address: delivery.address }));
  if (blocked !== null)
    return reject('BLOCKED', BLOCKED_FIELDS[blocked], `the project blocks this ${BLOCKED_WORDS[blocked]}`);
  const agent = parseAgent(userAgent, fields.context.screenWidth);
  return {
    index,
    fields,
    type,
    timestamp,
    page,
    sentAddress,
    agent,
    cookieless: fields.visitorId === null && (fields.userId === null || isOfBrowser(fields, delivery)),
    joinsOnly: Object.hasOwn(Object(input), JOINS_ONLY),
    bot: isBot(fields, agent, delivery) ? { userAgent } : null,
  };
}

const NOBODY: Sender = { address: null, userAgent: null, referrer: null, hostname: null };
const BLOCKED_FIELDS = {
  address: 'context.ip',
  userAgent: 'context.userAgent',
  referrer: 'referrer',
  hostname: 'url',
};
const BLOCKED_WORDS = {
  address: 'address',
  userAgent: 'user agent',
  referrer: 'referrer',
  hostname: 'host name',
};

/** The verdict on a user agent: that of an event counts as it is, that of a request by the rule for requests. */
function isBot({ context }: EventFields, agent: Checked['agent'], { trusted, userAgent }: Delivery): boolean {
  if (trusted || !agent.bot) return false;
  return context.userAgent !== null || isBotsRequest(userAgent);
}

/** An event whose every field is good. */
export interface Checked {
  /** Its place in the request. */
  index: number;
  fields: EventFields;
  type: PreparedEvent['type'];
  timestamp: number;
  page: Page;
  /** The address in its context, in canonical form. */
  sentAddress: string | null;
  agent: ReturnType<typeof parseAgent>;
  /** Whether the cookieless identity is needed: the event's own, or that of the browser of a user. */
  cookieless: boolean;
  /** Whether it only says who somebody is (JOINS_ONLY). */
  joinsOnly: boolean;
  /** Not null when a bot sent it. */
  bot: { userAgent: string | null } | null;
}

/** A checked event with all that its fields and its request tell. */
export function enrichEvent(checked: Checked, delivery: Delivery, sources: Sources): PreparedEvent {
  const { fields, type, timestamp, page } = checked;
  const { id, eventId } = eventKey(fields.id, checked.index, delivery.receivedAt);
  const { visitor, yesterday, anonymous } = identities(checked, delivery, sources);
  return {
    id,
    eventId,
    type,
    name: fields.name ?? 'pageview',
    timestamp,
    receivedAt: (sources.arrival + checked.index) / 1000,
    visitor,
    yesterday,
    anonymous,
    sessionId: fields.sessionId,
    hostname: page.hostname,
    path: page.path,
    url:
      fields.url === `https://${page.hostname}${page.path}` ? null : fields.url && cut(fields.url, MAX_URL),
    referrer: fields.referrer,
    title: fields.title,
    origin: originText(fields, page, sources.siteHostnames),
    client: clientText(clientOf(checked, delivery, sources)),
    revenue: fields.revenue,
    properties: fields.properties,
    ...(checked.joinsOnly ? { joinsOnly: true } : {}),
  };
}

/**
 * The event's own time; now when it has none. A sender whose clock is wrong is set right by what it says of now. It is not
 * believed where that would put the event ahead of now, nor where it is more than a day ahead of an event's own time that
 * is not ahead itself: then what it says of now is wrong, as with seconds for milliseconds, and not its clock.
 */
function timeOf(fields: EventFields, { receivedAt, sentAt }: Delivery): number {
  if (fields.timestamp === null) return receivedAt;
  const sent = fields.timestamp.getTime();
  const skew = sentAt === null ? 0 : receivedAt - sentAt;
  if (Math.abs(skew) <= CLOCK_TOLERANCE || sent + skew > receivedAt + MAX_AHEAD) return sent;
  return skew < -DAY && sent <= receivedAt + MAX_AHEAD ? sent : sent + skew;
}

/**
 * The id that events are told apart by: a UUID as it is, anything else by its digest; a UUIDv7 when none was sent, in
 * the order of the request, which is all that tells the order of events without a timestamp.
 */
function eventKey(
  sent: string | null,
  index: number,
  receivedAt: number,
): { id: string; eventId: string | null } {
  if (sent === null)
    return { id: uuidv7({ msecs: receivedAt, seq: index, random: randomBytes() }), eventId: null };
  return isUuid(sent) ? { id: sent, eventId: null } : { id: digestOf('event', sent), eventId: sent };
}

const pool = new Uint8Array(16 * 256);
let drawn = pool.length;
/** Sixteen of them, drawn 256 times at once: a call for each event was a tenth of preparing it. */
function randomBytes(): Uint8Array {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 16;
  return pool.subarray(drawn - 16, drawn);
}

/**
 * Whether the address and the user agent of a user's event are those of a browser, so that the user can be joined with what
 * the same browser sent before: the browser's own request, or an address that a server sent along with a browser's user
 * agent. A server's own address is that of all its users.
 */
function isOfBrowser({ context }: EventFields, { trusted, address, userAgent }: Delivery): boolean {
  if (context.ip !== null) return isBrowser(context.userAgent ?? userAgent);
  return !trusted && address !== null && isBrowser(userAgent) && isBrowser(context.userAgent ?? userAgent);
}

function identities(
  { fields, timestamp, sentAddress, cookieless }: Checked,
  delivery: Delivery,
  { saltOf, projectId }: Sources,
): Pick<PreparedEvent, 'visitor' | 'yesterday' | 'anonymous'> {
  const sent = (kind: 'user' | 'visitor', key: string): Identity => ({
    kind,
    key,
    digest: digestOf(kind, key),
  });
  const user = fields.userId === null ? null : sent('user', fields.userId);
  const visitor = fields.visitorId === null ? null : sent('visitor', fields.visitorId);
  if (user && !cookieless) return { visitor: user, yesterday: null, anonymous: visitor };
  if (visitor) return { visitor, yesterday: null, anonymous: null };

  const address = sentAddress ?? delivery.address ?? '';
  const userAgent = fields.context.userAgent ?? delivery.userAgent ?? '';
  const hashed = (day: number): Identity => {
    const digest = digestOf(saltOf(day), String(projectId), address, userAgent);
    return { kind: 'cookieless', key: digest, digest };
  };
  const day = dayOf(timestamp);
  const [today, yesterday] = [hashed(day), hashed(dayBefore(day))];
  return user
    ? { visitor: user, yesterday, anonymous: today }
    : { visitor: today, yesterday, anonymous: null };
}

/** Only what is known, so that equal circumstances are equal values. */
function known<T extends Record<string, string | null>>(values: T): Partial<Record<keyof T, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<
    Record<keyof T, string>
  >;
}

// Working them out anew for each event took a third of preparing it.
const origins = new LRUCache<string, string>({ max: 5000 });
const clients = new LRUCache<string, string>({ max: 5000 });

function originText({ url, referrer }: EventFields, page: Page, siteHostnames: readonly string[]): string {
  if (url !== null && url.length > MAX_URL) return JSON.stringify(originOf(page, referrer, siteHostnames));
  const key = `${url}\n${referrer}\n${siteHostnames.join(' ')}`;
  const known = origins.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(originOf(page, referrer, siteHostnames));
  origins.set(key, text);
  return text;
}

function clientText(client: Record<keyof Client, string | null>): string {
  const key = Object.values(client).join('\n');
  const former = clients.get(key);
  if (former !== undefined) return former;
  const text = JSON.stringify(known(client));
  clients.set(key, text);
  return text;
}

function originOf(page: Page, referrer: string | null, siteHostnames: readonly string[]): Origin {
  const from = origin(page, referrer, siteHostnames);
  return known({
    referrer: from.referrer,
    source: from.source,
    channel: from.channel,
    utm_source: from.utmSource,
    utm_medium: from.utmMedium,
    utm_campaign: from.utmCampaign,
    utm_term: from.utmTerm,
    utm_content: from.utmContent,
  });
}

function clientOf(
  { fields, agent, sentAddress }: Checked,
  delivery: Delivery,
  { locate }: Sources,
): Record<keyof Client, string | null> {
  const address = sentAddress ?? delivery.address;
  // A proxy's headers speak of the connection; an address in the event is somebody else's.
  const place =
    (sentAddress === null ? delivery.proxyGeography : null) ?? (address === null ? null : locate(address));
  return {
    country: place?.country ?? null,
    region: place?.region ?? null,
    city: place?.city ?? null,
    device: agent.device,
    browser: agent.browser,
    os: agent.os,
    language: primaryLanguage(fields.context.language ?? delivery.acceptLanguage),
  };
}
