import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { rows, run, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
// Yesterday's salt is still tried, so that a visit survives midnight; nothing needs an older one.
const LIFE = 48 * HOUR;
/** In the place of a day: the secret that the salts of days long past are derived from. It lives as long as a salt does. */
const LONG_PAST = Date.parse('0001-01-01T00:00:00Z');

/**
 * The salts of cookieless hashes, one a UTC day, shared by all processes through the database. Those of today and yesterday
 * are random; of days before, of which any number may be sent, they are derived from one random secret.
 */
export interface Salts {
  /** Makes the salts of these days ready for `of`. Days are given by their first instant, in milliseconds. */
  ensure(days: Iterable<number>): Promise<void>;
  of(day: number): Uint8Array;
  /** Deletes what has expired, here and in the database. */
  expire(): Promise<void>;
}

export function createSalts({ pool }: Store, now: () => number): Salts {
  const held = new Map<number, { salt: Uint8Array; expiresAt: number }>();
  const derived = new LRUCache<number, Uint8Array>({ max: 10_000 });
  const row = z.object({ day: z.string(), salt: z.instanceof(Uint8Array), expires_at: z.date() });
  const isLive = (day: number) => (held.get(day)?.expiresAt ?? 0) > now();
  const isRecent = (day: number) => day > now() - 2 * DAY;

  async function expire(): Promise<void> {
    for (const day of held.keys()) if (!isLive(day)) held.delete(day);
    await run(pool, sql`delete from daily_salts where expires_at <= ${new Date(now())}`);
  }

  function derive(day: number): Uint8Array | undefined {
    const known = derived.get(day);
    const secret = held.get(LONG_PAST)?.salt;
    if (known || !secret) return known;
    const salt = createHmac('sha256', secret).update(String(day)).digest().subarray(0, 16);
    derived.set(day, salt);
    return salt;
  }

  return {
    expire,
    of(day) {
      // What was recent when it was made ready may be long past by now, at midnight.
      const salt = isRecent(day) ? held.get(day)?.salt : (derive(day) ?? held.get(day)?.salt);
      if (!salt) throw new Error('a salt was used before it was made');
      return salt;
    },
    async ensure(days) {
      const needed = new Set([...days].map((day) => (isRecent(day) ? day : LONG_PAST)));
      const missing = [...needed].filter((day) => !isLive(day));
      if (missing.length === 0) return;
      await expire();
      // Of two processes that make a day's salt at once, the first one's is everybody's.
      await run(
        pool,
        sql`insert into daily_salts (day, salt, expires_at)
            select * from unnest(${missing.map((day) => new Date(day).toISOString())}::date[],
                                 ${missing.map(() => randomBytes(16))}::bytea[],
                                 ${missing.map((day) => new Date(Math.max(day, now()) + LIFE))}::timestamptz[])
            on conflict do nothing`,
      );
      const found = await rows(
        pool,
        row,
        sql`select day::text, salt, expires_at from daily_salts
            where day = any(${missing.map((day) => new Date(day).toISOString())}::date[])`,
      );
      if (missing.includes(LONG_PAST)) derived.clear();
      for (const { day, salt, expires_at } of found) {
        held.set(Date.parse(`${day}T00:00:00Z`), { salt, expiresAt: expires_at.getTime() });
      }
    },
  };
}
