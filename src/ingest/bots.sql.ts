import { z } from 'zod';
import { type Queryable, rows, sql } from '../store/sql.ts';
import type { PreparedEvent } from './event.ts';
import type { BotEvent } from './parcel.ts';

/** Keeps events of bots apart; returns the ids of those that were not there before. */
export async function keepBots(
  db: Queryable,
  projectId: number,
  bots: readonly BotEvent[],
): Promise<Set<string>> {
  const kept = await rows(
    db,
    z.object({ id: z.string() }),
    sql`insert into bot_events (project_id, id, received_at, user_agent, event)
        select ${projectId}, b.* from unnest(${bots.map(({ event }) => event.id)}::uuid[],
          ${bots.map(({ event }) => new Date(event.receivedAt))}::timestamptz[], ${bots.map(({ userAgent }) => userAgent)}::text[],
          ${bots.map(({ event }) => JSON.stringify(event))}::jsonb[]) b
        on conflict do nothing returning id`,
  );
  return new Set(kept.map(({ id }) => id));
}

/** Events of bots, by their ids. */
export async function findBots(
  db: Queryable,
  projectId: number,
  ids: readonly string[],
): Promise<PreparedEvent[]> {
  const found = await rows(
    db,
    z.object({ event: z.custom<PreparedEvent>() }),
    sql`select event from bot_events where project_id = ${projectId} and id = any(${ids}::uuid[])`,
  );
  return found.map(({ event }) => event);
}

/** Takes events out of those of bots; returns the ids of those that were there. */
export async function takeBots(
  db: Queryable,
  projectId: number,
  ids: readonly string[],
): Promise<Set<string>> {
  const taken = await rows(
    db,
    z.object({ id: z.string() }),
    sql`delete from bot_events where project_id = ${projectId} and id = any(${ids}::uuid[]) returning id`,
  );
  return new Set(taken.map(({ id }) => id));
}

const botRow = z.object({
  id: z.string(),
  receivedAt: z.date(),
  userAgent: z.string().nullable(),
  event: z.custom<PreparedEvent>(),
});
export type BotRow = z.output<typeof botRow>;

/** The latest events of bots first, after the given one. */
export function listBots(
  db: Queryable,
  projectId: number,
  { after, limit }: { after: { receivedAt: Date; id: string } | null; limit: number },
): Promise<BotRow[]> {
  const before = after ? sql`and (received_at, id) < (${after.receivedAt}, ${after.id}::uuid)` : sql``;
  return rows(
    db,
    botRow,
    sql`select id, received_at as "receivedAt", user_agent as "userAgent", event from bot_events
        where project_id = ${projectId} ${before} order by received_at desc, id desc limit ${limit}`,
  );
}
