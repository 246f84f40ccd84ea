import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { rows, run, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Days since 1970, which Postgres takes where it does not read a date's text: in years before the first. */
const numberOf = (day: number): number => day / DAY;
// Yesterday's salt is still tried, so that a visit survives midnight; nothing needs an older one.
const LIFE = 48 * HOUR;

/** The random salts of cookieless hashes, one a UTC day, shared by all processes through the database. */
export interface Salts {
  /** Makes the salts of these days ready for `of`. Days are given by their first instant, in milliseconds. */
  ensure(days: Iterable<number>): Promise<void>;
  of(day: number): Uint8Array;
  /** Deletes what has expired, here and in the database. */
  expire(): Promise<void>;
}

export function createSalts({ pool }: Store, now: () => number): Salts {
  const held = new Map<number, { salt: Uint8Array; expiresAt: number }>();
  const row = z.object({ day: z.number(), salt: z.instanceof(Uint8Array), expires_at: z.date() });
  const isLive = (day: number) => (held.get(day)?.expiresAt ?? 0) > now();

  async function expire(): Promise<void> {
    for (const day of held.keys()) if (!isLive(day)) held.delete(day);
    await run(pool, sql`delete from daily_salts where expires_at <= ${new Date(now())}`);
  }

  return {
    expire,
    of(day) {
      const salt = held.get(day)?.salt;
      if (!salt) throw new Error('a salt was used before it was made');
      return salt;
    },
    async ensure(days) {
      const missing = [...new Set(days)].filter((day) => !isLive(day));
      if (missing.length === 0) return;
      await expire();
      // Of two processes that make a day's salt at once, the first one's is everybody's.
      await run(
        pool,
        sql`insert into daily_salts (day, salt, expires_at)
            select date '1970-01-01' + n.day, n.salt, n.expires_at
            from unnest(${missing.map(numberOf)}::int[],
                                 ${missing.map(() => randomBytes(16))}::bytea[],
                                 ${missing.map((day) => new Date(Math.max(day, now()) + LIFE))}::timestamptz[])
              as n (day, salt, expires_at)
            on conflict do nothing`,
      );
      const found = await rows(
        pool,
        row,
        sql`select day - date '1970-01-01' as day, salt, expires_at from daily_salts
            where day = any(select date '1970-01-01' + n from unnest(${missing.map(numberOf)}::int[]) n)`,
      );
      for (const { day, salt, expires_at } of found) {
        held.set(day * DAY, { salt, expiresAt: expires_at.getTime() });
      }
    },
  };
}
