import { z } from 'zod';
import { type Queryable, rows, run, type Sql, sql } from '../store/sql.ts';
import { VISIT_FIELDS } from './fields.ts';
import type { Extent } from './layout.ts';

// COPY takes no parameters: what it reads is told by settings that hold until the transaction ends.
const PROJECT = "current_setting('pulsegraph.project')::int";
const DAYS = "current_setting('pulsegraph.days')::date[]";
const VISITS = "current_setting('pulsegraph.visits')::bigint[]";

/** What the COPYs of this transaction read of a project. */
interface Scope {
  /** Numbers of UTC days. */
  days?: readonly number[];
  /** Ids of visits. */
  visits?: readonly number[];
  /** A revision. */
  since?: number;
}

export async function setScope(
  db: Queryable,
  projectId: number,
  { days = [], visits = [], since = 0 }: Scope,
): Promise<void> {
  await run(
    db,
    sql`select set_config('pulsegraph.project', ${String(projectId)}, true),
               set_config('pulsegraph.since', ${String(since)}, true),
               set_config('pulsegraph.visits', (${visits.map(String)}::bigint[])::text, true),
               set_config('pulsegraph.days', array(select date '1970-01-01' + d from unnest(${days}::int[]) d)::text, true)`,
  );
}

// Visits that have no steps of their own are read from their events.
const VISIT = `
  select v.revision, v.id, v.visitor_id, v.started_at, v.ended_at, v.pageviews, ${Object.values(VISIT_FIELDS)
    .map((column) => `v.${column}`)
    .join(', ')},
    coalesce(v.steps, (
      select string_agg(
        int4send((extract(epoch from e.timestamp - v.started_at) * 1000)::int)
          || int4send(case when e.type = 'PAGEVIEW' then -e.name else e.name end)
          || int4send(coalesce(e.path, 0)) || int4send(coalesce(e.hostname, 0)),
        ''::bytea order by e.timestamp, e.received_at, e.id)
      from events e where e.project_id = v.project_id and e.visitor_id = v.visitor_id and e.visit_id = v.id
        and e.timestamp between v.started_at and v.ended_at))`;

const STARTED_IN_SCOPE = `v.started_at >= (${DAYS})[1]::timestamp at time zone 'UTC'
  and v.started_at < (${DAYS})[2]::timestamp at time zone 'UTC'`;

/** The visits that begin from the first day of the scope on and before the second one (build.ts reads the fields). */
export const VISITS_OF_DAYS = `copy (${VISIT}
  from visits v where v.project_id = ${PROJECT} and ${STARTED_IN_SCOPE}) to stdout (format binary)`;

/** Of these, those with ids from the first one of the scope to the second one. */
export const VISITS_OF_PART = `copy (${VISIT}
  from visits v where v.project_id = ${PROJECT} and ${STARTED_IN_SCOPE}
  and v.id between (${VISITS})[1] and (${VISITS})[2]) to stdout (format binary)`;

/** The same by their ids: an index by the day would read all of the day. */
export const VISITS_OF_PART_BY_ID = `copy (${VISIT}
  from (
    select id from visits where project_id = ${PROJECT} and id between (${VISITS})[1] and (${VISITS})[2] order by id) c
  cross join lateral (
    select * from visits where project_id = ${PROJECT} and id >= c.id order by id limit 1) v
  where v.id = c.id and ${STARTED_IN_SCOPE}) to stdout (format binary)`;

const ALL_VISITS = `copy (${VISIT} from visits v where v.project_id = ${PROJECT}) to stdout (format binary)`;
// One by one, as by byKey of store/sql.ts, whose fragments a COPY cannot take.
const VISITS_SINCE = `copy (${VISIT}
  from (
    select distinct unnest(visit_ids) as id from visit_changes
    where project_id = ${PROJECT} and revision > current_setting('pulsegraph.since')::bigint) c
  cross join lateral (
    select * from visits where project_id = ${PROJECT} and id >= c.id order by id limit 1) v
  where v.id = c.id) to stdout (format binary)`;

/** The visits that changed since the revision of the scope: all of them since the first one, whose changes nobody keeps. */
export const visitsSince = (since: number): string => (since === 0 ? ALL_VISITS : VISITS_SINCE);

/** The stored segments of the scope: by a day and a first visit each. */
export const STORED_SEGMENTS = `copy (
  select s.day - date '1970-01-01', s.first_visit, s.revision, s.columns
  from unnest(${DAYS}, ${VISITS}) k(day, first_visit)
  join segments s on s.project_id = ${PROJECT} and s.day = k.day and s.first_visit = k.first_visit
  ) to stdout (format binary)`;

const number = z.string().transform(Number);
const stateRow = z.object({
  revision: number,
  complete: number,
  format: z.number().nullable(),
  layout: z.number(),
});

export type ProjectState = z.output<typeof stateRow>;

/** The project's revision, and up to which its segments are complete; null when the project is gone. */
export async function readState(db: Queryable, projectId: number): Promise<ProjectState | null> {
  const [row] = await rows(
    db,
    stateRow,
    sql`select r.revision::text, coalesce(s.revision, 0)::text as complete, s.format, coalesce(s.layout, 0) as layout
        from project_revisions r left join segment_states s on s.project_id = r.project_id where r.project_id = ${projectId}`,
  );
  return row ?? null;
}

const ALL_LATER = Number.POSITIVE_INFINITY;
const segmentRow = z.object({
  day: z.number(),
  days: z.number(),
  firstVisit: number,
  beforeVisit: z
    .string()
    .nullable()
    .transform((id) => (id === null ? ALL_LATER : Number(id))),
  revision: number,
  visits: z.number(),
  bytes: z.number(),
});
export type StoredSegment = z.output<typeof segmentRow>;

/** The stored segments, in the order of their days. */
export function storedSegments(db: Queryable, projectId: number): Promise<StoredSegment[]> {
  return rows(
    db,
    segmentRow,
    sql`select day - date '1970-01-01' as day, days, first_visit::text as "firstVisit",
               lead(first_visit) over (partition by day order by first_visit)::text as "beforeVisit",
               revision::text, visits, octet_length(columns) as bytes
        from segments where project_id = ${projectId} order by segments.day, first_visit`,
  );
}

const removalRow = z.object({ day: z.number(), id: number, revision: number });

/** The visits that left a day after a revision. */
export function removalsSince(
  db: Queryable,
  projectId: number,
  since: number,
): Promise<z.output<typeof removalRow>[]> {
  return rows(
    db,
    removalRow,
    sql`select day - date '1970-01-01' as day, visit_id::text as id, revision::text from visit_removals
        where project_id = ${projectId} and revision > ${since}`,
  );
}

// To count more changes of the same visits takes longer than it is worth: they belong into segments anyway.
const MOST_AGAIN = 4;

/** The ids of the visits that changed since a revision: one that changed again stands there again. */
const changedIds = (projectId: number, since: number): Sql =>
  since === 0
    ? sql`select id from visits where project_id = ${projectId}`
    : sql`select unnest(visit_ids) as id from visit_changes where project_id = ${projectId} and revision > ${since}`;

/** Those visits: one by one, as above. */
const changedVisits = (projectId: number, since: number): Sql =>
  since === 0
    ? sql`select id, started_at, revision from visits where project_id = ${projectId}`
    : sql`select v.id, v.started_at, v.revision from (select distinct id from (${changedIds(projectId, since)}) i) c
          cross join lateral (
            select id, started_at, revision from visits where project_id = ${projectId} and id >= c.id order by id limit 1) v
          where v.id = c.id`;

/** How many visits changed since a revision, counted up to `most`; as many, too, where the same ones changed again and again. */
export async function changedSince(
  db: Queryable,
  projectId: number,
  since: number,
  most: number,
): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ count: z.number() }),
    sql`with changes as (select id from (${changedIds(projectId, since)}) c limit ${most * MOST_AGAIN})
        select (case when (select count(*) from changes) = ${most * MOST_AGAIN} then ${most}
                     else (select count(*) from (select distinct id from changes limit ${most}) d) end)::int as count`,
  );
  return row?.count ?? 0;
}

/** The projects that have so many changes of visits which are in no segment yet. */
export async function projectsBehind(db: Queryable, visits: number): Promise<number[]> {
  const behind = await rows(
    db,
    z.object({ id: z.number() }),
    sql`select r.project_id as id
        from project_revisions r left join segment_states s on s.project_id = r.project_id
        cross join lateral (
          select count(*) as visits from (
            (select unnest(v.visit_ids) from visit_changes v
             where v.project_id = r.project_id and v.revision > s.revision limit ${visits})
            union all
            -- Without segments all visits are: their changes may be forgotten.
            (select v.id from visits v
             where v.project_id = r.project_id and coalesce(s.revision, 0) = 0 limit ${visits})
          ) changed
        ) c
        where r.revision > coalesce(s.revision, 0) and c.visits >= ${visits}`,
  );
  return behind.map(({ id }) => id);
}

const changedDay = z.object({ day: z.number(), revision: number, visits: z.number() });
export type ChangedDay = z.output<typeof changedDay>;

/** The days whose visits changed since a revision: the latest change, and how many of the visits there are now. */
export function changedDays(db: Queryable, projectId: number, since: number): Promise<ChangedDay[]> {
  return rows(
    db,
    changedDay,
    sql`select day - date '1970-01-01' as day, max(revision)::text as revision, sum(visits)::int as visits
        from (select (started_at at time zone 'UTC')::date as day, revision, 1 as visits
              from (${changedVisits(projectId, since)}) c
              union all
              select day, revision, 0 from visit_removals where project_id = ${projectId} and revision > ${since}) v
        group by day order by v.day`,
  );
}

/** Those that have visits, and all of these. */
export function allDays(db: Queryable, projectId: number): Promise<ChangedDay[]> {
  return rows(
    db,
    changedDay,
    sql`select (started_at at time zone 'UTC')::date - date '1970-01-01' as day, max(revision)::text as revision,
               count(*)::int as visits
        from visits where project_id = ${projectId} group by 1 order by 1`,
  );
}

/** The latest change of each part of a day since a revision, by the part's place among the first visits. */
export async function changedParts(
  db: Queryable,
  projectId: number,
  { since, day, firstVisits }: { since: number; day: number; firstVisits: readonly number[] },
): Promise<Map<number, number>> {
  const changed = await rows(
    db,
    z.object({ part: z.number(), revision: number }),
    sql`select width_bucket(id, ${firstVisits.map(String)}::bigint[]) - 1 as part, max(revision)::text as revision
        from (select id, started_at, revision from (${changedVisits(projectId, since)}) c
              where (started_at at time zone 'UTC')::date = date '1970-01-01' + ${day}::int
              union all
              select visit_id, null, revision from visit_removals
              where project_id = ${projectId} and revision > ${since} and day = date '1970-01-01' + ${day}::int) v
        group by 1`,
  );
  return new Map(changed.map(({ part, revision }) => [part, revision]));
}

/** The visits of an extent, as SQL finds them. */
const inExtent = (projectId: number, { day, days, firstVisit, beforeVisit }: Extent): Sql =>
  sql`project_id = ${projectId}
      and started_at >= (date '1970-01-01' + ${day}::int)::timestamp at time zone 'UTC'
      and started_at < (date '1970-01-01' + ${day + days}::int)::timestamp at time zone 'UTC'
      and id >= ${firstVisit} and id < ${beforeVisit === ALL_LATER ? LAST_ID : String(beforeVisit)}::bigint`;
const LAST_ID = '9223372036854775807';

/** How many visits an extent has, counted up to `most`. */
export async function countVisits(
  db: Queryable,
  projectId: number,
  extent: Extent,
  most: number,
): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ visits: z.number() }),
    sql`select count(*)::int as visits from (select from visits where ${inExtent(projectId, extent)} limit ${most}) v`,
  );
  return row?.visits ?? 0;
}

/** Cuts an extent into parts of so many visits: the first id of each and the last one of all. */
export async function cutVisits(
  db: Queryable,
  projectId: number,
  extent: Extent,
  most: number,
): Promise<{ firsts: number[]; last: number }> {
  const [row] = await rows(
    db,
    z.object({ firsts: z.array(number).nullable(), last: number.nullable() }),
    sql`select array_agg(id::text order by id) filter (where (n - 1) % ${most} = 0) as firsts, max(id)::text as last
        from (select id, row_number() over (order by id) as n from visits where ${inExtent(projectId, extent)}) v`,
  );
  return { firsts: row?.firsts ?? [], last: row?.last ?? 0 };
}

export interface SegmentRow extends Pick<Extent, 'day' | 'days' | 'firstVisit'> {
  projectId: number;
  revision: number;
  visits: number;
  events: number;
  columns: Buffer;
}

export async function storeSegment(db: Queryable, segment: SegmentRow): Promise<void> {
  const { projectId, day, days, firstVisit, revision, visits, events, columns } = segment;
  await run(
    db,
    sql`insert into segments (project_id, day, days, first_visit, revision, visits, events, columns)
        values (${projectId}, date '1970-01-01' + ${day}::int, ${days}, ${firstVisit}, ${revision}, ${visits}, ${events},
                ${columns})`,
  );
}

/** Removes the segments of an extent; returns their names. */
export async function removeSegments(
  db: Queryable,
  projectId: number,
  { day, days, firstVisit, beforeVisit }: Extent,
): Promise<string[]> {
  const removed = await rows(
    db,
    z.object({ day: z.number(), days: z.number(), firstVisit: number }),
    sql`delete from segments where project_id = ${projectId}
          and day >= date '1970-01-01' + ${day}::int and day < date '1970-01-01' + ${day + days}::int
          and first_visit >= ${firstVisit} and first_visit < ${beforeVisit === ALL_LATER ? LAST_ID : String(beforeVisit)}::bigint
        returning day - date '1970-01-01' as day, days, first_visit::text as "firstVisit"`,
  );
  return removed.map(segmentName);
}

/** Tells a segment from the project's others. */
export const segmentName = ({ day, days, firstVisit }: Pick<Extent, 'day' | 'days' | 'firstVisit'>): string =>
  `${day}+${days}.${firstVisit}`;

/** Tells readers that visits are in other segments than before. */
export async function raiseLayout(db: Queryable, projectId: number, format: number): Promise<void> {
  await run(
    db,
    sql`insert into segment_states (project_id, format, layout) values (${projectId}, ${format}, 1)
        on conflict (project_id) do update set layout = segment_states.layout + 1, format = excluded.format`,
  );
}

/** Notes that the segments are complete up to a revision; what they replaced is not needed any more. */
export async function completeSegments(
  db: Queryable,
  projectId: number,
  revision: number,
  format: number,
): Promise<void> {
  await run(
    db,
    sql`insert into segment_states (project_id, revision, format) values (${projectId}, ${revision}, ${format})
        on conflict (project_id) do update set revision = excluded.revision, format = excluded.format`,
  );
  await run(
    db,
    sql`with gone as (delete from visit_changes where project_id = ${projectId} and revision <= ${revision})
        delete from visit_removals where project_id = ${projectId} and revision <= ${revision}`,
  );
}

/** Throws all segments of a project away: at once, since what is told to be complete without them would be nothing. */
export async function dropSegments(db: Queryable, projectId: number, format: number): Promise<void> {
  await run(
    db,
    sql`with dropped as (delete from segments where project_id = ${projectId})
        update segment_states set revision = 0, format = ${format}, layout = layout + 1 where project_id = ${projectId}`,
  );
}

/** Whether this connection is now the one that compacts the project; until `releaseProject`. */
export async function claimProject(db: Queryable, projectId: number): Promise<boolean> {
  const [row] = await rows(
    db,
    z.object({ claimed: z.boolean() }),
    sql`select pg_try_advisory_lock(hashtext('pulsegraph segments'), ${projectId}) as claimed`,
  );
  return row?.claimed ?? false;
}

export async function releaseProject(db: Queryable, projectId: number): Promise<void> {
  await run(db, sql`select pg_advisory_unlock(hashtext('pulsegraph segments'), ${projectId})`);
}
