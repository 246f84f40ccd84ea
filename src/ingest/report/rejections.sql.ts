import { z } from 'zod';
import { type Queryable, rows, run, sql } from '../../store/sql.ts';
import { ENDPOINTS } from '../endpoint.ts';
import type { Reason } from './reason.ts';

/** Events that were not stored for one reason, within a quarter of an hour of one project. */
export interface RejectionRow {
  projectId: number;
  /** The first instant of the quarter, in milliseconds. */
  quarter: number;
  id: string;
  reason: Reason;
  count: number;
  firstAt: number;
  lastAt: number;
  sample: string | null;
}

/** Events that a rate limit refused, by the minute. */
export interface RateLimitedRow {
  projectId: number;
  minute: number;
  events: number;
}

/** The reasons that a project has from `start` until before `end`, without those that stand for others. */
export async function reasonsBetween(
  db: Queryable,
  projectId: number,
  start: number,
  end: number,
): Promise<string[]> {
  const found = await rows(
    db,
    z.object({ id: z.string() }),
    sql`select distinct id::text from rejections
        where project_id = ${projectId} and quarter >= ${new Date(start)} and quarter < ${new Date(end)} and not other`,
  );
  return found.map(({ id }) => id);
}

/** Adds to what is counted; of projects that were deleted nothing. In the order of the key, so that servers never wait for each other in a circle. */
export async function addRejections(db: Queryable, added: readonly RejectionRow[]): Promise<void> {
  const of = <T>(value: (row: RejectionRow) => T) => added.map(value);
  const dates = (value: (row: RejectionRow) => number) => added.map((row) => new Date(value(row)));
  await run(
    db,
    sql`insert into rejections as r
          (project_id, quarter, id, code, field, message, endpoint, name, other, count, first_at, last_at, sample)
        select n.* from unnest(
          ${of((row) => row.projectId)}::int[], ${dates((row) => row.quarter)}::timestamptz[], ${of((row) => row.id)}::uuid[],
          ${of((row) => row.reason.code)}::text[], ${of((row) => row.reason.field)}::text[],
          ${of((row) => row.reason.message)}::text[], ${of((row) => row.reason.endpoint)}::text[],
          ${of((row) => row.reason.name)}::text[], ${of((row) => row.reason.other)}::bool[],
          ${of((row) => row.count)}::int[], ${dates((row) => row.firstAt)}::timestamptz[],
          ${dates((row) => row.lastAt)}::timestamptz[], ${of((row) => row.sample)}::text[]) n (project_id, quarter, id)
        where exists (select from projects p where p.id = n.project_id)
        order by n.project_id, n.quarter, n.id
        on conflict (project_id, quarter, id) do update set
          count = r.count + excluded.count, first_at = least(r.first_at, excluded.first_at),
          last_at = greatest(r.last_at, excluded.last_at), sample = coalesce(excluded.sample, r.sample)`,
  );
}

/** The same for events that a rate limit refused. */
export async function addRateLimited(db: Queryable, added: readonly RateLimitedRow[]): Promise<void> {
  await run(
    db,
    sql`insert into rate_limited_counts as c (project_id, minute, events)
        select n.* from unnest(
          ${added.map(({ projectId }) => projectId)}::int[],
          ${added.map(({ minute }) => new Date(minute))}::timestamptz[],
          ${added.map(({ events }) => events)}::int[]) n (project_id, minute, events)
        where exists (select from projects p where p.id = n.project_id)
        order by n.project_id, n.minute
        on conflict (project_id, minute) do update set events = c.events + excluded.events`,
  );
}

const group = z.object({
  code: z.enum(['INVALID', 'TOO_LARGE', 'TIMESTAMP_OUT_OF_RANGE', 'BLOCKED', 'RATE_LIMITED']),
  field: z.string().nullable(),
  message: z.string(),
  endpoint: z.enum(ENDPOINTS),
  name: z.string().nullable(),
  count: z.string().transform(Number),
  firstAt: z.date(),
  lastAt: z.date(),
  sample: z.string().nullable(),
});
export type RejectionGroup = z.output<typeof group>;

/** Why events of the quarters that begin in [start, end) were not stored, the most frequent reason first. */
export function listRejections(
  db: Queryable,
  projectId: number,
  { start, end, limit }: { start: number; end: number; limit: number },
): Promise<RejectionGroup[]> {
  return rows(
    db,
    group,
    sql`select code, field, message, endpoint, name, sum(count)::text as count, min(first_at) as "firstAt",
          max(last_at) as "lastAt",
          (array_agg(sample order by last_at desc) filter (where sample is not null))[1] as sample
        from rejections
        where project_id = ${projectId} and quarter >= ${new Date(start)} and quarter < ${new Date(end)}
        group by code, field, message, endpoint, name
        order by sum(count) desc, max(last_at) desc, code, endpoint, field, message, name
        limit ${limit}`,
  );
}

// Few enough rows that a statement ends soon.
const CHUNK = 20_000;

/** Removes what is older. */
export async function forgetRejections(db: Queryable, before: Date): Promise<void> {
  const chunk = sql`
    delete from rejections
    where ctid = any(array(select ctid from rejections where quarter < ${before} limit ${CHUNK}))`;
  while ((await run(db, chunk)) > 0);
}
