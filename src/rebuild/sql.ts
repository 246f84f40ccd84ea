import { z } from 'zod';
import { CLIENT_KINDS, ORIGIN_KINDS } from '../ingest/event.ts';
import { RECEIVED_AT } from '../ingest/sql.ts';
import type { VisitEvent } from '../ingest/visits.ts';
import { byKey, type Queryable, rows, run, type Sql, sql, termByKey } from '../store/sql.ts';

// Instants are read as milliseconds: node-postgres takes longer to make a Date than for all else of a row.

/** Begins a project's rebuild, or finds where the last one stopped: the visits of earlier visitors are rebuilt. */
export async function beginRebuild(db: Queryable, projectId: number): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ next: z.number() }),
    sql`insert into rebuilds as r (project_id) values (${projectId})
        on conflict (project_id) do update set next_visitor = r.next_visitor returning next_visitor as next`,
  );
  return row?.next ?? 0;
}

/** Notes how far a rebuild is. */
export async function noteProgress(db: Queryable, projectId: number, nextVisitor: number): Promise<void> {
  await run(db, sql`update rebuilds set next_visitor = ${nextVisitor} where project_id = ${projectId}`);
}

export async function endRebuild(db: Queryable, projectId: number): Promise<void> {
  await run(db, sql`delete from rebuilds where project_id = ${projectId}`);
}

/** The highest number of a visitor; 0 without any. */
export async function lastVisitor(db: Queryable, projectId: number): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ id: z.number() }),
    sql`select coalesce(max(id), 0) as id from visitors where project_id = ${projectId}`,
  );
  return row?.id ?? 0;
}

/** A stored event with what tells it apart from those of other visits. */
export interface RawEvent extends VisitEvent {
  visitorId: number;
  sessionId: string | null;
}

const rawEvent = z.object({
  visitorId: z.number(),
  sessionId: z.string().nullable(),
  key: z.string(),
  at: z.number(),
  receivedAt: z.number(),
  type: z.enum(['PAGEVIEW', 'CUSTOM']),
  name: z.number(),
  path: z.number().nullable(),
  hostname: z.number().nullable(),
  origin: z.number(),
  client: z.number(),
  visitId: z.string(),
});

const RAW_EVENT = sql`
  e.visitor_id as "visitorId", e.session_id as "sessionId", e.id as key, round(date_part('epoch', e.timestamp) * 1000) as at,
  ${RECEIVED_AT} as "receivedAt", e.type::text, e.name, e.path, e.hostname, e.origin, e.client, e.visit_id::text as "visitId"`;

/** All events of some visitors, visitor by visitor. */
export function eventsOfVisitors(
  db: Queryable,
  projectId: number,
  visitors: readonly number[],
): Promise<RawEvent[]> {
  return rows(
    db,
    rawEvent,
    sql`select ${RAW_EVENT} from ${eachVisitor(projectId, visitors)}
        cross join lateral (
          select * from events e where e.project_id = w.project_id and e.visitor_id = w.visitor_id offset 0) e
        order by e.visitor_id, e.timestamp`,
  );
}

/** Visitors with their project, for lateral joins that find what is theirs by index. */
const eachVisitor = (projectId: number, visitors: readonly number[]): Sql =>
  sql`(select ${projectId}::int as project_id, u.id as visitor_id from unnest(${visitors}::int[]) u (id) offset 0) w`;

/** The first `limit` events of the visitors from `visitor` on, visitor by visitor; all of that visitor's without a limit. */
export function eventsFrom(
  db: Queryable,
  projectId: number,
  visitor: number,
  limit: number | null,
): Promise<RawEvent[]> {
  const which = limit === null ? sql`visitor_id = ${visitor}` : sql`visitor_id >= ${visitor}`;
  return rows(
    db,
    rawEvent,
    sql`select ${RAW_EVENT} from events e where project_id = ${projectId} and ${which}
        order by visitor_id, timestamp limit ${limit}`,
  );
}

// What a visit has that may be unknown and is a number: terms, each in the column of its kind's name.
const TERM_COLUMNS = ['entry_path', 'exit_path', ...ORIGIN_KINDS, ...CLIENT_KINDS] as const;
const optional = z.number().nullable();

const visitRow = z.object({
  id: z.string(),
  visitor_id: z.number(),
  session_id: z.string().nullable(),
  started_at: z.number(),
  ended_at: z.number(),
  entry_at: optional,
  exit_at: optional,
  events: z.number(),
  pageviews: z.number(),
  origin: z.number(),
  client: z.number(),
  ...(Object.fromEntries(TERM_COLUMNS.map((column) => [column, optional])) as Record<
    (typeof TERM_COLUMNS)[number],
    typeof optional
  >),
  steps: z.instanceof(Buffer).nullable(),
});

/** A visit by the columns of its table; instants are in milliseconds. */
export type VisitRow = z.output<typeof visitRow>;

const VISIT_COLUMNS = Object.keys(visitRow.shape) as (keyof VisitRow)[];

const VISIT = sql`
  v.id::text, v.visitor_id, v.session_id, round(date_part('epoch', v.started_at) * 1000) as started_at,
  round(date_part('epoch', v.ended_at) * 1000) as ended_at, round(date_part('epoch', v.entry_at) * 1000) as entry_at,
  round(date_part('epoch', v.exit_at) * 1000) as exit_at, v.events, v.pageviews, v.origin, v.client, v.entry_path, v.exit_path,
  v.referrer, v.source, v.channel, v.utm_source, v.utm_medium, v.utm_campaign, v.utm_term, v.utm_content, v.country, v.region,
  v.city, v.device, v.browser, v.os, v.language, v.steps`;

/** The stored visits of some visitors. */
export function visitsOfVisitors(
  db: Queryable,
  projectId: number,
  visitors: readonly number[],
): Promise<VisitRow[]> {
  return rows(
    db,
    visitRow,
    sql`select ${VISIT} from ${eachVisitor(projectId, visitors)}
        cross join lateral (
          select * from visits v where v.project_id = w.project_id and v.visitor_id = w.visitor_id offset 0) v`,
  );
}

/** The stored visits of the visitors from `from` to before `to`; to the last one where that is null. */
export function storedVisits(
  db: Queryable,
  projectId: number,
  from: number,
  to: number | null,
): Promise<VisitRow[]> {
  return rows(
    db,
    visitRow,
    sql`select ${VISIT} from visits v where project_id = ${projectId} and visitor_id >= ${from} and (${to}::int is null or visitor_id < ${to}::int)`,
  );
}

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Buffer && b instanceof Buffer ? a.equals(b) : a === b;

/** Whether a visit is stored as it should be. */
export const sameVisit = (a: VisitRow, b: VisitRow | undefined): boolean =>
  b !== undefined && VISIT_COLUMNS.every((column) => isSame(a[column], b[column]));

/** A visit as upsertVisits takes it. */
export const visitRecord = (row: VisitRow, projectId: number, revision: string): Record<string, unknown> => ({
  ...row,
  project_id: projectId,
  revision,
  started_at: new Date(row.started_at),
  ended_at: new Date(row.ended_at),
  entry_at: row.entry_at === null ? null : new Date(row.entry_at),
  exit_at: row.exit_at === null ? null : new Date(row.exit_at),
  steps: row.steps && `\\x${row.steps.toString('hex')}`,
});

/** Those of the ids that visits have. */
export async function takenIds(db: Queryable, projectId: number, ids: readonly string[]): Promise<string[]> {
  const taken = await rows(
    db,
    z.object({ id: z.string() }),
    sql`select v.id::text from unnest(${ids}::bigint[]) i (id)
        join lateral ${byKey(sql`visits`, sql`${projectId}`, sql`i.id`)} v on v.id = i.id`,
  );
  return taken.map(({ id }) => id);
}

/** Keeps the project's writers out until the transaction ends; false when the project is gone. */
export async function lockProject(db: Queryable, projectId: number): Promise<boolean> {
  const locked = await run(
    db,
    sql`select from project_revisions r join projects p on p.id = r.project_id
        where r.project_id = ${projectId} for update of r`,
  );
  return locked > 0;
}

// --- what is derived from events one by one ---------------------------------------------------------------------------

/** When the project's first and last events happened; null without any. */
export async function timeOfEvents(
  db: Queryable,
  projectId: number,
): Promise<{ first: Date; last: Date } | null> {
  const [row] = await rows(
    db,
    z.object({ first: z.date(), last: z.date() }),
    sql`select * from (select min(timestamp) as first, max(timestamp) as last from events where project_id = ${projectId}) t
        where first is not null`,
  );
  return row ?? null;
}

/** The time of the event that comes `count` events after those of an instant; null where there are fewer. */
export async function eventAfter(
  db: Queryable,
  projectId: number,
  from: Date,
  count: number,
): Promise<Date | null> {
  const [row] = await rows(
    db,
    z.object({ at: z.date() }),
    sql`select timestamp as at from events where project_id = ${projectId} and timestamp >= ${from}
        order by timestamp offset ${count} limit 1`,
  );
  return row?.at ?? null;
}

const inSlice = (projectId: number, from: Date, to: Date | null) =>
  sql`e.project_id = ${projectId} and e.timestamp >= ${from} and (${to}::timestamptz is null or e.timestamp < ${to}::timestamptz)`;

/** Claims the ids of stored events; returns how many were not claimed. */
export function claimMissingKeys(
  db: Queryable,
  projectId: number,
  from: Date,
  to: Date | null,
): Promise<number> {
  // No look for those that are missing first: while the table is empty, Postgres would plan to read all of it for each.
  return run(
    db,
    sql`insert into event_keys (project_id, id) select e.project_id, e.id from events e where ${inSlice(projectId, from, to)}
        on conflict do nothing`,
  );
}

const seenName = z.object({ name: z.number(), first: z.date(), last: z.date(), events: z.number() });

/** An event name, when it was seen first and last, and how often. */
export type SeenName = z.output<typeof seenName>;

/** The names of a time's events. */
export function namesBetween(
  db: Queryable,
  projectId: number,
  from: Date,
  to: Date | null,
): Promise<SeenName[]> {
  return rows(
    db,
    seenName,
    sql`select name, min(timestamp) as first, max(timestamp) as last, count(*)::float8 as events
        from events e where ${inSlice(projectId, from, to)} group by name`,
  );
}

/**
 * The names of the events whose visits were written after a revision: all events stored since, and others. It reads all
 * visits, since their changes are forgotten when segments have them.
 */
export function namesSince(db: Queryable, projectId: number, revision: string): Promise<SeenName[]> {
  return rows(
    db,
    seenName,
    sql`select e.name, min(e.timestamp) as first, max(e.timestamp) as last, count(*)::float8 as events
        from visits v cross join lateral (
          select * from events e
          where e.project_id = v.project_id and e.visitor_id = v.visitor_id
            and e.timestamp between v.started_at and v.ended_at offset 0) e
        where v.project_id = ${projectId} and v.revision > ${revision}::bigint group by e.name`,
  );
}

/** Sets when each event name was seen, where it is not so, and makes the definitions that are missing. */
export async function setSeen(db: Queryable, projectId: number, seen: readonly SeenName[]): Promise<void> {
  await run(
    db,
    sql`with seen as (
          select t.text as name, min(s.first) as first, max(s.last) as last
          from unnest(${seen.map((s) => s.name)}::int[], ${seen.map((s) => s.first)}::timestamptz[],
                      ${seen.map((s) => s.last)}::timestamptz[]) as s (name, first, last)
          join lateral ${termByKey(sql`${projectId}`, sql`'name'`, sql`s.name`)} t on t.id = s.name
          group by t.text
        ), unseen as (
          update event_definitions d set first_seen_at = null, last_seen_at = null
          where d.project_id = ${projectId} and d.first_seen_at is not null and d.name not in (select name from seen)
        )
        insert into event_definitions as d (project_id, name, first_seen_at, last_seen_at)
        select ${projectId}, name, first, last from seen
        on conflict (project_id, name) do update set first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at
        where d.first_seen_at is distinct from excluded.first_seen_at or d.last_seen_at is distinct from excluded.last_seen_at`,
  );
}
