import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { failure } from '../errors.ts';

// How many events a minute may come by one key and from one address. Each server counts by itself, and every second
// Redis makes one count of it for all of them: no request waits for Redis, and while it is away the own counts go on.
// The own counts are no RateLimiterMemory: that has a timer for each of any number of made-up addresses, and counts by
// one limit before another is asked.

const MINUTE = 60_000;
const SECOND = 1_000;
// Senders that are counted at once, in about 20 MB; addresses can be made up, so those not heard of for longest go.
const MAX_COUNTS = 100_000;
// What a server has counted of a limit before it tells Redis. A visitor's browser seldom gets there.
const SHARE = 1 / 100;
const SLOWEST_RETRY = 2_000;

/** Who sends events to a project. */
export interface Sender {
  projectId: number;
  /** The write key, a secret key, or a user; within the project. */
  key: string;
  /** Null of those who send for many. */
  address: string | null;
}

/** Counts events, and says when they are too many. */
export interface RateLimits {
  /**
   * Counts a request's events, or none of them and throws RATE_LIMITED, with the seconds to wait, where they are more
   * than is left of a minute.
   */
  take(sender: Sender, events: number): void;
  /** Tells Redis what was counted here, and learns what others counted; happens every second. */
  settle(): Promise<void>;
  close(): void;
}

/** For tests and commands. */
export const noRateLimits: RateLimits = { take: () => {}, settle: async () => {}, close: () => {} };

/** The count of all servers. */
export interface SharedCounts {
  /** Adds events to a count; the sum, and the milliseconds until it begins anew. Rejects while Redis is away. */
  add(name: string, events: number): Promise<{ taken: number; endsIn: number }>;
  close(): void;
}

export interface RateLimitOptions {
  /** Events a minute; 0 for any number. */
  perKey: number;
  perAddress: number;
  /** The clock, in milliseconds. */
  now: () => number;
  /** Null where this server is the only one. */
  shared: SharedCounts | null;
}

interface Count {
  name: string;
  taken: number;
  /** Of those, what Redis was not told of. */
  unsettled: number;
  /** When it begins anew, in milliseconds. */
  until: number;
}

/** Fixed windows of a minute, which begin with a sender's first event. */
export function createRateLimits({ perKey, perAddress, now, shared }: RateLimitOptions): RateLimits {
  const counts = new LRUCache<string, Count>({ max: MAX_COUNTS });
  const due = new Set<Count>();

  function countOf(name: string): Count {
    const known = counts.get(name);
    // A clock that went back would make the minute last until it is there again.
    if (known && now() < known.until && now() >= known.until - MINUTE) return known;
    const count = { name, taken: 0, unsettled: 0, until: now() + MINUTE };
    counts.set(name, count);
    return count;
  }

  function add(count: Count, events: number, limit: number): void {
    count.taken += events;
    count.unsettled += events;
    if (shared && count.unsettled >= limit * SHARE) due.add(count);
  }

  async function settleOne(count: Count, to: SharedCounts): Promise<void> {
    const events = count.unsettled;
    count.unsettled = 0;
    // What fails is not told again: what came too late for its answer is counted all the same.
    const known = await to.add(count.name, events).catch(() => null);
    if (known === null) return;
    const taken = known.taken + count.unsettled;
    // Where Redis knows of fewer it has lost some, and the own count stands.
    if (taken >= count.taken) Object.assign(count, { taken, until: now() + known.endsIn });
  }

  async function settle(): Promise<void> {
    if (!shared) return;
    const settled = [...due];
    due.clear();
    await Promise.all(settled.map((count) => settleOne(count, shared)));
  }
  const settling = shared && setInterval(() => void settle(), SECOND).unref();

  return {
    take({ projectId, key, address }, events) {
      const byKey = perKey > 0 ? countOf(`key ${projectId} ${key}`) : null;
      const fromAddress =
        perAddress > 0 && address !== null ? countOf(`address ${networkOf(address)}`) : null;
      if (byKey && byKey.taken + events > perKey)
        throw tooMany(events, perKey, 'by this key', byKey.until - now());
      if (fromAddress && fromAddress.taken + events > perAddress)
        throw tooMany(events, perAddress, 'from this address', fromAddress.until - now());
      if (byKey) add(byKey, events, perKey);
      if (fromAddress) add(fromAddress, events, perAddress);
    },
    settle,
    close() {
      if (settling) clearInterval(settling);
      shared?.close();
    },
  };
}

function tooMany(events: number, limit: number, whose: string, left: number): Error {
  const retryAfter = Math.max(1, Math.ceil(left / SECOND));
  const advice =
    events > limit
      ? 'send fewer at once'
      : `send these again in ${retryAfter} second${retryAfter > 1 ? 's' : ''}`;
  return failure('RATE_LIMITED', `At most ${limit} events a minute may be sent ${whose}: ${advice}.`, {
    retryAfter,
    // For GraphQL over HTTP.
    http: { status: 429, headers: { 'retry-after': String(retryAfter) } },
  });
}

/** What one sender has of the internet: an IPv4 address, and of IPv6 the subnet (RFC 4291, section 2.5.4). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = [], after = []] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/**
 * Counts in Redis. An address gets there only as a hash, for the minute that it is counted.
 *
 * @param secret keys the hash; the same for all servers of one database
 */
export function connectSharedCounts(url: string, secret: string, log: Logger): SharedCounts {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableAutoPipelining: true,
    connectTimeout: 5_000,
    commandTimeout: SECOND,
    retryStrategy: (attempts) => Math.min(attempts * 100, SLOWEST_RETRY),
  });
  let lost = false;
  redis.on('ready', () => {
    lost = false;
  });
  redis.on('error', (error) => {
    if (!lost)
      log.warn({ err: error }, 'rate limits cannot reach Redis: this server counts alone until they can');
    lost = true;
  });
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: 'pulsegraph:rate',
    duration: MINUTE / SECOND,
    // Each count has a limit of its own: this one is never asked.
    points: 0,
  });
  const hash = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  return {
    async add(name, events) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(hash(name), events);
      return { taken: consumedPoints, endsIn: msBeforeNext };
    },
    close: () => redis.disconnect(),
  };
}
