import { z } from 'zod';
import { type Queryable, rows, sql } from '../store/sql.ts';
import { botName } from './enrich/bots.ts';
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
    sql`insert into bot_events (project_id, id, received_at, user_agent, agent, event)
        select ${projectId}, b.* from unnest(${bots.map(({ event }) => event.id)}::uuid[],
          ${bots.map(({ event }) => new Date(event.receivedAt))}::timestamptz[], ${bots.map(({ userAgent }) => userAgent)}::text[],
          ${bots.map(({ userAgent }) => botName(userAgent))}::text[], ${bots.map(({ event }) => JSON.stringify(event))}::jsonb[]) b
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
  agent: z.string().nullable(),
  event: z.custom<PreparedEvent>(),
});
export type BotRow = z.output<typeof botRow>;

/** A place in the list of bots' events. */
export interface BotPlace {
  receivedAt: Date;
  id: string;
}

/** What of the list is read. */
export interface BotPage {
  after: BotPlace | null;
  before: BotPlace | null;
  /** Of one name; null for all. */
  agent: string | null;
  limit: number;
  inverted: boolean;
}

/** A page of the events of bots between two places, the latest first; from its end, the earliest first, where `inverted`. */
export function listBots(
  db: Queryable,
  projectId: number,
  { after, before, agent, limit, inverted }: BotPage,
): Promise<BotRow[]> {
  return rows(
    db,
    botRow,
    sql`select id, received_at as "receivedAt", user_agent as "userAgent", agent, event from bot_events
        where project_id = ${projectId}
          ${after ? sql`and (received_at, id) < (${after.receivedAt}, ${after.id}::uuid)` : sql``}
          ${before ? sql`and (received_at, id) > (${before.receivedAt}, ${before.id}::uuid)` : sql``}
          ${agent === null ? sql`` : sql`and lower(agent) = lower(${agent}::text)`}
        order by ${inverted ? sql`received_at, id` : sql`received_at desc, id desc`} limit ${limit}`,
  );
}

const agentRow = z.object({ agent: z.string().nullable(), events: z.number(), lastReceivedAt: z.date() });
export type AgentRow = z.output<typeof agentRow>;

/** Which bots sent events that arrived in [start, end), and how many: those with most of them first. */
export function countAgents(
  db: Queryable,
  projectId: number,
  { start, end }: { start: number; end: number },
  limit: number,
): Promise<AgentRow[]> {
  return rows(
    db,
    agentRow,
    sql`select agent, count(*)::float8 as events, max(received_at) as "lastReceivedAt" from bot_events
        where project_id = ${projectId} and received_at >= ${new Date(start)} and received_at < ${new Date(end)}
        group by agent order by events desc, agent collate "C" nulls last limit ${limit}`,
  );
}
