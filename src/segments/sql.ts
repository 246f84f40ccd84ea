import { z } from 'zod';
import { type Queryable, rows, run, type Sql, sql } from '../store/sql.ts';
import { VISIT_FIELDS } from './fields.ts';

// COPY takes no parameters: what it reads is told by settings that hold until the transaction ends.
const PROJECT = "current_setting('pulsegraph.project')::int";
const DAYS = "current_setting('pulsegraph.days')::date[]";

/** What the COPYs of this transaction read: a project, and some days (numbers of UTC days) or what changed since a revision. */
export async function setScope(
  db: Queryable,
  projectId: number,
  { days = [], since = 0 }: { days?: readonly number[]; since?: number },
): Promise<void> {
  await run(
    db,
    sql`select set_config('pulsegraph.project', ${String(projectId)}, true),
               set_config('pulsegraph.since', ${String(since)}, true),
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
        ''::bytea order by e.timestamp, e.id)
      from events e where e.project_id = v.project_id and e.visitor_id = v.visitor_id and e.visit_id = v.id
        and e.timestamp between v.started_at and v.ended_at))`;

/** The visits that begin on the one day of the scope (build.ts reads the fields). */
export const VISITS_OF_DAY = `copy (${VISIT}
  from visits v where v.project_id = ${PROJECT}
  and v.started_at >= (${DAYS})[1]::timestamp at time zone 'UTC'
  and v.started_at < ((${DAYS})[1] + 1)::timestamp at time zone 'UTC') to stdout (format binary)`;

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

/** The stored segments of the scope's days. */
export const SEGMENTS_OF_DAYS = `copy (
  select day - date '1970-01-01', revision, columns from segments
  where project_id = ${PROJECT} and day = any(${DAYS})) to stdout (format binary)`;

const number = z.string().transform(Number);
const stateRow = z.object({ revision: number, complete: number, format: z.number().nullable() });

export type ProjectState = z.output<typeof stateRow>;

/** The project's revision, and up to which its segments are complete; null when the project is gone. */
export async function readState(db: Queryable, projectId: number): Promise<ProjectState | null> {
  const [row] = await rows(
    db,
    stateRow,
    sql`select r.revision::text, coalesce(s.revision, 0)::text as complete, s.format
        from project_revisions r left join segment_states s on s.project_id = r.project_id where r.project_id = ${projectId}`,
  );
  return row ?? null;
}

const segmentRow = z.object({ day: z.number(), revision: number, visits: z.number(), bytes: z.number() });
export type StoredSegment = z.output<typeof segmentRow>;

/** The days that have stored segments. */
export function storedSegments(db: Queryable, projectId: number): Promise<StoredSegment[]> {
  return rows(
    db,
    segmentRow,
    sql`select day - date '1970-01-01' as day, revision::text, visits, octet_length(columns) as bytes
        from segments where project_id = ${projectId}`,
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
    ? sql`select started_at, revision from visits where project_id = ${projectId}`
    : sql`select v.started_at, v.revision from (select distinct id from (${changedIds(projectId, since)}) i) c
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

/** The days whose visits changed since a revision and later than their stored segments. */
export async function changedDays(db: Queryable, projectId: number, since: number): Promise<number[]> {
  const changed = await rows(
    db,
    z.object({ day: z.number() }),
    sql`select c.day - date '1970-01-01' as day
        from (select day, max(revision) as revision
              from (select (started_at at time zone 'UTC')::date as day, revision from (${changedVisits(projectId, since)}) c
                    union all
                    select day, revision from visit_removals where project_id = ${projectId} and revision > ${since}) v
              group by day) c
        left join segments s on s.project_id = ${projectId} and s.day = c.day
        where s.revision is null or c.revision > s.revision order by day`,
  );
  return changed.map(({ day }) => day);
}

/** The days that have visits or a segment. */
export async function allDays(db: Queryable, projectId: number): Promise<number[]> {
  const days = await rows(
    db,
    z.object({ day: z.number() }),
    sql`select day - date '1970-01-01' as day
        from (select (started_at at time zone 'UTC')::date as day from visits where project_id = ${projectId}
              union select day from segments where project_id = ${projectId}) d
        order by day`,
  );
  return days.map(({ day }) => day);
}

export interface SegmentRow {
  projectId: number;
  day: number;
  revision: number;
  visits: number;
  events: number;
  columns: Buffer;
}

/** Stores a day's segment in place of the former one; a day without visits has none. */
export async function storeSegment(db: Queryable, segment: SegmentRow): Promise<void> {
  const { projectId, revision, visits, events, columns } = segment;
  const day: Sql = sql`date '1970-01-01' + ${segment.day}::int`;
  if (visits === 0) {
    await run(db, sql`delete from segments where project_id = ${projectId} and day = ${day}`);
    return;
  }
  await run(
    db,
    sql`insert into segments (project_id, day, revision, visits, events, columns)
        values (${projectId}, ${day}, ${revision}, ${visits}, ${events}, ${columns})
        on conflict (project_id, day) do update set
          revision = excluded.revision, visits = excluded.visits, events = excluded.events, columns = excluded.columns`,
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
export async function dropSegments(db: Queryable, projectId: number): Promise<void> {
  await run(
    db,
    sql`with gone as (delete from segments where project_id = ${projectId})
        delete from segment_states where project_id = ${projectId}`,
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
