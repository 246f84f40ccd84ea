import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { Shared } from '../turns/shared.ts';

/** Keeps answers by everything that they depend on: what is found is right, however old. */
export interface Cache {
  /**
   * The kept answer, else the computed one, which is then kept. Equal questions at the same time are computed once, and
   * cancelled when nobody waits for the answer any more: `left` says that the client of this one does not.
   */
  answer<T>(question: unknown, compute: (signal: AbortSignal) => Promise<T>, left?: AbortSignal): Promise<T>;
  close(): void;
}

interface Shelf {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<unknown>;
  close?(): void;
}

/** Keeps nothing; equal questions at the same time are still computed once. */
export const createNoCache = (): Cache => cacheOn({ get: async () => null, set: async () => undefined });

/** Keeps answers in this process, up to so many bytes. */
export function createMemoryCache(maxBytes: number): Cache {
  const texts = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  });
  return cacheOn({
    get: async (key) => texts.get(key) ?? null,
    set: async (key, text) => texts.set(key, text),
  });
}

const HOUR = 60 * 60;

/**
 * Keeps answers in Redis for an hour after they were made. While Redis is away they are computed: nothing but time
 * is lost.
 *
 * @param database what they are answers of: two databases may share a Redis, and have projects of the same numbers
 */
export function connectRedisCache(url: string, database: string, log: Logger): Cache {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    // One that hangs does not hang up: most answers are computed sooner than it is worth waiting for.
    commandTimeout: 1_000,
  });
  // It tries again every few seconds: one word of it is enough.
  let lost = false;
  redis.on('ready', () => {
    lost = false;
  });
  redis.on('error', (error) => {
    if (!lost) log.warn({ err: error }, 'the cache cannot reach Redis');
    lost = true;
  });
  const shelf: Shelf = {
    get: (key) => redis.get(key).catch(() => null),
    set: (key, text) => redis.set(key, text, 'EX', HOUR).catch(() => undefined),
    close: () => redis.disconnect(),
  };
  return cacheOn(shelf, database);
}

function cacheOn(shelf: Shelf, database = ''): Cache {
  const running = new Shared();
  return {
    close: () => shelf.close?.(),
    answer<T>(
      question: unknown,
      compute: (signal: AbortSignal) => Promise<T>,
      left?: AbortSignal,
    ): Promise<T> {
      const key = keyOf([database, question]);
      return running.of(key, left, async (signal) => {
        const kept = await shelf.get(key);
        if (kept !== null) return JSON.parse(kept) as T;
        const computed = await compute(signal);
        void shelf.set(key, JSON.stringify(computed));
        return computed;
      });
    },
  };
}

const keyOf = (question: unknown): string =>
  `pulsegraph:answer:${createHash('sha256').update(canonical(question)).digest('base64url')}`;

/** One text for equal values, whatever the order of their fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
