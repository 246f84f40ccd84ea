import { z } from 'zod';
import type { TermKind } from '../store/generated/client/enums.ts';
import {
  byKey,
  placesOf,
  prepared,
  type Queryable,
  rows,
  run,
  type Sql,
  sql,
  termByDigest,
  termByKey,
} from '../store/sql.ts';
import type { StoredVisit, VisitEvent } from './visits.ts';

// The write path. What changes something runs in a transaction that has locked the project; what only reads, also before that.

const instant = z.date().transform((date) => date.getTime());
// Where there are many: the driver takes a microsecond to make a date of a text.
const seconds = z.number().transform((epoch) => Math.round(epoch * 1000));

const locked = z.object({ revision: z.string(), position: z.string().nullable() });
// A process that is paused, or cut off, would else keep the project locked for as long as that lasts.
export const LONGEST_SILENCE = '10s';

/**
 * Locks the project's batches and raises its revision: writers of one project follow one another, so that visits,
 * visitors and terms are made once, and revisions become visible in order. Null when the project is gone. From then on
 * Postgres gives the transaction up when its process is silent for 10 seconds.
 */
export async function lockRevision(
  db: Queryable,
  projectId: number,
): Promise<z.output<typeof locked> | null> {
  const [row] = await rows(
    db,
    locked,
    sql`update project_revisions r set revision = r.revision + 1
        from projects p where p.id = ${projectId} and r.project_id = p.id
        returning r.revision::text, r.position,
                  set_config('idle_in_transaction_session_timeout', ${LONGEST_SILENCE}, true) as silence`,
  );
  return row ?? null;
}

/** The project's revision: it is raised with every batch of events. */
export async function revisionOf(db: Queryable, projectId: number): Promise<string | null> {
  const [row] = await rows(
    db,
    z.object({ revision: z.string() }),
    sql`select revision::text from project_revisions where project_id = ${projectId}`,
  );
  return row?.revision ?? null;
}

/** Makes the partition of an instant's month if it is missing. Outside of the transaction: it locks the table. */
export async function ensurePartition(db: Queryable, at: Date): Promise<void> {
  await run(db, sql`select ensure_events_partition(${at})`);
}

const termRow = z.object({ kind: z.string(), text: z.string(), id: z.number() });

/** The numbers of texts. Unknown ones get the next numbers of their kind, as far as these are within `bound`; others have none. */
export async function resolveTerms(
  db: Queryable,
  projectId: number,
  terms: readonly { kind: TermKind; text: string; digest: string; bound: number }[],
): Promise<{ kind: TermKind; text: string; id: number }[]> {
  const found = await rows(
    db,
    termRow,
    sql`with wanted as (
          select * from unnest(${terms.map((t) => t.kind)}::term_kind[], ${terms.map((t) => t.digest)}::uuid[],
                               ${terms.map((t) => t.text)}::text[], ${terms.map((t) => t.bound)}::int[])
                               with ordinality as w (kind, digest, text, bound, n)
        ), known as (
          select w.kind, w.text, t.id, w.n from wanted w
          join lateral ${termByDigest(sql`${projectId}`, sql`w.kind`, sql`w.digest`)} t on t.digest = w.digest
        -- Not for each text by itself: each would pass by all that this statement has added.
        ), highest as materialized (
          select k.kind, coalesce((select max(t.id) from terms t where t.project_id = ${projectId} and t.kind = k.kind), 0) as id
          from (select distinct kind from wanted) k
        ), numbered as (
          select w.*, h.id + row_number() over (partition by w.kind order by w.n) as id
          from wanted w join highest h on h.kind = w.kind
          where w.n not in (select n from known)
        ), added as (
          insert into terms (project_id, kind, id, digest, text)
          select ${projectId}, kind, id, digest, text from numbered where id <= bound
          returning kind, text, id
        )
        select kind::text, text, id from known union all select kind::text, text, id from added`,
  );
  return found as { kind: TermKind; text: string; id: number }[];
}

/** How many texts of each kind a project has: their numbers are dense. */
export function countTerms(db: Queryable, projectId: number): Promise<{ kind: TermKind; count: number }[]> {
  return rows(
    db,
    z.object({ kind: z.string().transform((kind) => kind as TermKind), count: z.number() }),
    sql`select k.kind::text, coalesce(t.id, 0) as count from unnest(enum_range(null::term_kind)) as k (kind)
        left join lateral (
          select id from terms where project_id = ${projectId} and kind = k.kind order by id desc limit 1) t on true`,
  );
}

/** The texts of numbers of one kind. */
export function termTexts(
  db: Queryable,
  projectId: number,
  kind: TermKind,
  ids: readonly number[],
): Promise<{ id: number; text: string }[]> {
  return rows(
    db,
    z.object({ id: z.number(), text: z.string() }),
    sql`select t.id, t.text from unnest(${ids}::int[]) i (id)
        join lateral ${termByKey(sql`${projectId}`, sql`${kind}::term_kind`, sql`i.id`)} t on t.id = i.id`,
  );
}

const visitorRow = z.object({ id: z.number(), digest: z.string() });

export function findVisitors(
  db: Queryable,
  projectId: number,
  digests: readonly string[],
): Promise<z.output<typeof visitorRow>[]> {
  return rows(
    db,
    visitorRow,
    sql`select v.id, v.digest from unnest(${digests}::uuid[]) d (digest) cross join lateral (
          select project_id, id, digest from visitors
          where (project_id, digest) >= (${projectId}, d.digest) order by project_id, digest limit 1) v
        where v.project_id = ${projectId} and v.digest = d.digest`,
  );
}

/** The highest number of a visitor; 0 without any. */
export async function highestVisitor(db: Queryable, projectId: number): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ id: z.number() }),
    sql`select coalesce(max(id), 0) as id from visitors where project_id = ${projectId}`,
  );
  return row?.id ?? 0;
}

/** A user that an anonymous visitor was joined to, and since when. Visitors by number, instants in milliseconds. */
export interface Join {
  visitorId: number;
  userId: number;
  at: number;
}

/** The joins of visitors; those that were never joined are absent. */
export function findJoins(db: Queryable, projectId: number, visitorIds: readonly number[]): Promise<Join[]> {
  return rows(
    db,
    z.object({ visitorId: z.number(), userId: z.number(), at: instant }),
    sql`select v.id as "visitorId", v.joined_to as "userId", v.joined_at as at from unnest(${visitorIds}::int[]) i (id)
        join lateral ${byKey(sql`visitors`, sql`${projectId}`, sql`i.id`)} v on v.id = i.id
        where v.joined_to is not null`,
  );
}

/** Joins visitors to users, in the place of what they were joined to before. */
export async function joinVisitors(db: Queryable, projectId: number, joins: readonly Join[]): Promise<void> {
  await run(
    db,
    sql`update visitors v set joined_to = j.joined_to, joined_at = j.joined_at
        from (${placesOf(
          sql`visitors`,
          projectId,
          sql`unnest(${joins.map((j) => j.visitorId)}::int[], ${joins.map((j) => j.userId)}::int[],
                     ${joins.map((j) => new Date(j.at))}::timestamptz[]) i (id, joined_to, joined_at)`,
        )}) j
        where v.ctid = j.place and v.project_id + 0 = ${projectId}`,
  );
}

/** A stretch of time of one visitor, under one sent session id or none. */
export interface Window {
  visitorId: number;
  sessionId: string | null;
  from: number;
  to: number;
}

export type NearVisit = StoredVisit & { visitorId: number; sessionId: string | null };

const nearVisit = z.object({
  id: z.string(),
  visitorId: z.number(),
  sessionId: z.string().nullable(),
  startedAt: seconds,
  endedAt: seconds,
  entryAt: seconds.nullable(),
  exitAt: seconds.nullable(),
  entryPath: z.number().nullable(),
  exitPath: z.number().nullable(),
  events: z.number(),
  pageviews: z.number(),
  origin: z.number(),
  client: z.number(),
  steps: z.instanceof(Buffer).nullable(),
});

const VISIT_COLUMNS = sql`
  v.id::text, v.visitor_id as "visitorId", v.session_id as "sessionId",
  date_part('epoch', v.started_at) as "startedAt", date_part('epoch', v.ended_at) as "endedAt",
  date_part('epoch', v.entry_at) as "entryAt", date_part('epoch', v.exit_at) as "exitAt", v.entry_path as "entryPath",
  v.exit_path as "exitPath", v.events, v.pageviews, v.origin, v.client, v.steps`;

/** The visits that touch any of the windows, once for each. A visit lasts 24 hours at most: that bounds the index range. */
export function visitsNear(
  db: Queryable,
  projectId: number,
  windows: readonly Window[],
): Promise<NearVisit[]> {
  return rows(
    db,
    nearVisit,
    sql`select ${VISIT_COLUMNS}
        from unnest(${windows.map((w) => w.visitorId)}::int[], ${windows.map((w) => w.sessionId)}::text[],
                    ${windows.map((w) => new Date(w.from))}::timestamptz[], ${windows.map((w) => new Date(w.to))}::timestamptz[])
             as w (visitor_id, session_id, starts, ends)
        -- As rows, and in the order of these: no other index than the one by visitors has it (byKey of store/sql.ts).
        cross join lateral (
          select * from visits v
          where v.project_id = ${projectId} and (v.visitor_id, v.started_at) >= (w.visitor_id, w.starts - interval '24 hours')
            and (v.visitor_id, v.started_at) <= (w.visitor_id, w.ends)
            and v.session_id is not distinct from w.session_id and v.ended_at >= w.starts
          order by v.visitor_id, v.started_at offset 0) v`,
  );
}

/** A stretch of time of one visitor, whatever the session ids; `to` is null for all that comes after. */
export interface Stretch {
  visitorId: number;
  from: number;
  to: number | null;
}

/** The visits that touch any of the stretches, once for each visitor and stretch. */
export function visitsBeside(
  db: Queryable,
  projectId: number,
  stretches: readonly Stretch[],
): Promise<NearVisit[]> {
  const ends = stretches.map(({ to }) => (to === null ? null : new Date(to)));
  return rows(
    db,
    nearVisit,
    sql`select distinct on (v.id) ${VISIT_COLUMNS}
        from unnest(${stretches.map((s) => s.visitorId)}::int[], ${stretches.map((s) => new Date(s.from))}::timestamptz[],
                    ${ends}::timestamptz[]) as w (visitor_id, starts, ends)
        join visits v on v.project_id = ${projectId} and v.visitor_id = w.visitor_id
                     and v.started_at between w.starts - interval '24 hours' and coalesce(w.ends, 'infinity') and v.ended_at >= w.starts
        order by v.id`,
  );
}

/** A visit that becomes a user's. `shownId` is the visitor that its events show still; null where they show the user. */
export interface Adopted {
  visit: NearVisit;
  userId: number;
  shownId: number | null;
}

/** Makes the events of visits those of users. Before these get other visits. */
export async function adoptEvents(
  db: Queryable,
  projectId: number,
  adopted: readonly Adopted[],
): Promise<void> {
  await run(
    db,
    sql`update events e set visitor_id = a.user_id, anonymous_id = a.shown_id
        from unnest(${adopted.map(({ visit }) => visit.id)}::bigint[], ${adopted.map(({ visit }) => visit.visitorId)}::int[],
                    ${adopted.map(({ visit }) => new Date(visit.startedAt))}::timestamptz[],
                    ${adopted.map(({ visit }) => new Date(visit.endedAt))}::timestamptz[],
                    ${adopted.map(({ userId }) => userId)}::int[], ${adopted.map(({ shownId }) => shownId)}::int[])
             as a (visit_id, visitor_id, starts, ends, user_id, shown_id)
        where e.project_id = ${projectId} and e.visitor_id = a.visitor_id
          and e.timestamp between a.starts and a.ends and e.visit_id = a.visit_id`,
  );
}

/** When an event was received, in milliseconds, with microseconds as their fraction. */
export const RECEIVED_AT = sql`(extract(epoch from e.received_at) * 1000)::float8`;

const visitEvent = z.object({
  key: z.string(),
  at: instant,
  receivedAt: z.number(),
  type: z.enum(['PAGEVIEW', 'CUSTOM']),
  name: z.number(),
  path: z.number().nullable(),
  hostname: z.number().nullable(),
  origin: z.number(),
  client: z.number(),
  visitId: z.string(),
});

/** The stored events of visits. */
export function eventsOfVisits(
  db: Queryable,
  projectId: number,
  visits: readonly NearVisit[],
): Promise<VisitEvent[]> {
  return rows(
    db,
    visitEvent,
    sql`select e.id as key, e.timestamp as at, ${RECEIVED_AT} as "receivedAt", e.type::text, e.name, e.path, e.hostname, e.origin, e.client, e.visit_id::text as "visitId"
        from (select ${projectId}::int as project_id, v.*
              from unnest(${visits.map((v) => v.id)}::bigint[], ${visits.map((v) => v.visitorId)}::int[],
                          ${visits.map((v) => new Date(v.startedAt))}::timestamptz[], ${visits.map((v) => new Date(v.endedAt))}::timestamptz[])
                   as v (id, visitor_id, starts, ends)
              offset 0) v
        cross join lateral (
          select * from events e
          where e.project_id = v.project_id and e.visitor_id = v.visitor_id and e.timestamp between v.starts and v.ends
            and e.visit_id = v.id offset 0) e`,
  );
}

export async function highestVisitId(db: Queryable, projectId: number): Promise<bigint> {
  const [row] = await rows(
    db,
    z.object({ id: z.string() }),
    sql`select coalesce(max(id), 0)::text as id from visits where project_id = ${projectId}`,
  );
  return BigInt(row?.id ?? 0);
}

/** Writes visits whole; each row has the table's own column names. */
export async function upsertVisits(db: Queryable, visits: readonly Record<string, unknown>[]): Promise<void> {
  await run(prepared(db, 'ingest: visits'), visitsStatement(visits));
}

/** An array as one text: the driver takes longer to quote each number than Postgres does to read it. */
export const listOf = (values: readonly (string | number | null | undefined)[]): string =>
  `{${values.map((value) => value ?? 'null').join(',')}}`;

/** What writes visits whole, where `condition` holds. */
export const visitsStatement = (
  visits: readonly Record<string, unknown>[],
  condition: Sql = sql`true`,
): Sql => sql`
  insert into visits select * from json_populate_recordset(null::visits, ${JSON.stringify(visits)}::json) where ${condition}
  on conflict (project_id, id) do update set
    revision = excluded.revision, visitor_id = excluded.visitor_id, started_at = excluded.started_at, ended_at = excluded.ended_at,
    entry_at = excluded.entry_at, exit_at = excluded.exit_at, events = excluded.events, pageviews = excluded.pageviews,
    origin = excluded.origin, client = excluded.client, entry_path = excluded.entry_path, exit_path = excluded.exit_path,
    referrer = excluded.referrer, source = excluded.source, channel = excluded.channel,
    utm_source = excluded.utm_source, utm_medium = excluded.utm_medium, utm_campaign = excluded.utm_campaign,
    utm_term = excluded.utm_term, utm_content = excluded.utm_content, country = excluded.country,
    region = excluded.region, city = excluded.city, device = excluded.device, browser = excluded.browser,
    os = excluded.os, language = excluded.language, steps = excluded.steps`;

export async function noteChanges(
  db: Queryable,
  projectId: number,
  revision: string,
  ids: readonly string[],
): Promise<void> {
  await run(db, changesStatement(projectId, revision, ids));
}

/** Notes which visits a revision wrote, for those who read what changed (src/segments). */
export const changesStatement = (
  projectId: number,
  revision: string | null,
  ids: readonly string[],
  condition: Sql = sql`true`,
): Sql => sql`
  insert into visit_changes (project_id, revision, visit_ids)
  select ${projectId}, ${revision}::bigint, ${listOf(ids)}::bigint[] where ${ids.length > 0} and ${condition}`;

export async function removeVisits(db: Queryable, projectId: number, ids: readonly string[]): Promise<void> {
  const places = placesOf(sql`visits`, projectId, sql`unnest(${ids}::bigint[]) i (id)`);
  await run(
    db,
    sql`delete from visits where project_id + 0 = ${projectId} and ctid = any(array(select place from (${places}) p))`,
  );
}

/** Notes for the day's segments (src/segments) that visits which began on that UTC day are not of it any more. */
export async function noteRemovals(
  db: Queryable,
  projectId: number,
  revision: string,
  left: readonly { id: string; startedAt: number }[],
): Promise<void> {
  await run(
    db,
    sql`insert into visit_removals (project_id, revision, day, visit_id)
        select ${projectId}, ${revision}::bigint, (l.at at time zone 'UTC')::date, l.id
        from unnest(${left.map((l) => new Date(l.startedAt))}::timestamptz[], ${left.map((l) => l.id)}::bigint[]) as l (at, id)`,
  );
}

/** Puts stored events into other visits. */
export async function moveEvents(
  db: Queryable,
  projectId: number,
  moves: readonly { key: string; at: number; visitId: string }[],
): Promise<void> {
  await run(
    db,
    sql`update events e set visit_id = m.visit_id
        from (select ${projectId}::int as project_id, m.*
              from unnest(${moves.map((m) => m.key)}::uuid[], ${moves.map((m) => new Date(m.at))}::timestamptz[],
                          ${moves.map((m) => m.visitId)}::bigint[]) as m (id, at, visit_id)
              offset 0) m
        where e.project_id = m.project_id and e.timestamp = m.at and e.id = m.id`,
  );
}
