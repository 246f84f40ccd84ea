import { z } from 'zod';
import { all, any, join, type Queryable, rows, sql } from '../../store/sql.ts';
import { type EventFilter, filterSql } from '../filter.ts';
import type { Question } from '../plan.ts';
import { matching } from '../sql.ts';
import type { FunnelEvents } from './sequences.ts';

/** The steps of a funnel as filters, the first one first; null is every event. */
export type Steps = readonly (EventFilter | null)[];

const tuple = z.object({ visitor: z.number(), at: z.number(), steps: z.number() });

/**
 * The question's events with the steps that each matches; those that match none only where they count (`between`).
 * In no order.
 */
export async function readFunnelEvents(
  db: Queryable,
  q: Question,
  steps: Steps,
  between: boolean,
): Promise<FunnelEvents> {
  const conditions = steps.map((step) => filterSql(q.projectId, step));
  const bits = conditions.map((condition, i) => sql`case when ${condition} then ${1 << i}::int else 0 end`);
  // Past the `offset`, Postgres does not work out the steps of an event twice.
  const found = await rows(
    db,
    tuple,
    sql`select visitor, at, steps from (
          select e.visitor_id as visitor, (extract(epoch from e.timestamp) * 1000)::float8 as at,
                 ${join(bits, ' | ')} as steps
          from ${matching(q)} and ${between ? all([]) : any(conditions)}
          offset 0
        ) found`,
  );
  return {
    visitors: Int32Array.from(found, ({ visitor }) => visitor),
    times: Float64Array.from(found, ({ at }) => at),
    matches: Uint16Array.from(found, ({ steps }) => steps),
  };
}
