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

/** The thresholds of all enabled webhooks. */
export const readThresholds = (db: Queryable): Promise<Threshold[]> =>
  rows(
    db,
    threshold,
    sql`select t.id, t.webhook_id as "webhookId", w.project_id as "projectId", p.time_zone as "timeZone", t.metric,
          t.currency, t.measure, t.last, t.filter, t.comparison::text, t.value, t.passed
        from thresholds t join webhooks w on w.id = t.webhook_id join projects p on p.id = w.project_id
        where w.enabled order by w.project_id, t.id`,
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
