import { z } from 'zod';
import { type Queryable, rows, run, sql } from '../store/sql.ts';
import { THRESHOLD_METRICS } from './metrics.ts';

/** Which numbers make a MEASURE. */
export const measure = z.object({
  event: z.string(),
  property: z.string().nullable(),
  aggregate: z.string(),
});

export type Measure = z.output<typeof measure>;

const threshold = z.object({
  id: z.string(),
  webhookId: z.string(),
  projectId: z.number(),
  timeZone: z.string(),
  metric: z.enum(THRESHOLD_METRICS),
  currency: z.string().nullable(),
  measure: measure.nullable(),
  last: z.string(),
  filter: z.record(z.string(), z.json()).nullable(),
  comparison: z.enum(['BELOW', 'ABOVE']),
  value: z.number(),
  passed: z.boolean(),
});
export type Threshold = z.output<typeof threshold>;

const TURN_KEY = 'thresholds ';

/** The key of the job that looks at a project's thresholds. */
export const turnOf = (projectId: number): string => `${TURN_KEY}${projectId}`;

/**
 * The projects with thresholds that were not looked at for this minute, the longest not looked at first. Without those whose
 * job waits, which keeps its place, or runs, however long it takes; one that failed begins anew.
 */
export async function dueProjects(db: Queryable, minute: Date): Promise<number[]> {
  const found = await rows(
    db,
    z.object({ projectId: z.number() }),
    sql`select w.project_id as "projectId"
        from thresholds t join webhooks w on w.id = t.webhook_id
        where w.enabled and t.looked_at is distinct from ${minute}::timestamptz
          and not exists (
            select from graphile_worker.jobs j
            where j.key = ${TURN_KEY} || w.project_id and (j.locked_at is not null or j.attempts = 0))
        group by w.project_id order by min(t.looked_at) nulls first, w.project_id`,
  );
  return found.map(({ projectId }) => projectId);
}

/** The thresholds of a project's enabled webhooks that were not looked at for this minute, the longest not looked at first. */
export const readDueThresholds = (db: Queryable, projectId: number, minute: Date): Promise<Threshold[]> =>
  rows(
    db,
    threshold,
    sql`select t.id, t.webhook_id as "webhookId", w.project_id as "projectId", p.time_zone as "timeZone", t.metric,
          t.currency, t.measure, t.last, t.filter, t.comparison::text, t.value, t.passed
        from thresholds t join webhooks w on w.id = t.webhook_id join projects p on p.id = w.project_id
        where w.project_id = ${projectId} and w.enabled and t.looked_at is distinct from ${minute}::timestamptz
        order by t.looked_at nulls first, t.id`,
  );

/** Notes that these thresholds are looked at for this minute; returns how many nobody else has looked at for it. */
export const claim = (db: Queryable, ids: readonly string[], minute: Date): Promise<number> =>
  run(
    db,
    sql`update thresholds set looked_at = ${minute}
        where id = any(${ids}::uuid[]) and looked_at is distinct from ${minute}::timestamptz`,
  );

/** Notes on which side of its bound a threshold is; false where that was noted already, or it is gone. */
export async function setPassed(db: Queryable, id: string, passed: boolean): Promise<boolean> {
  return (
    (await run(
      db,
      sql`update thresholds set passed = ${passed} where id = ${id}::uuid and passed <> ${passed}`,
    )) > 0
  );
}
