import { z } from 'zod';
import { failure } from '../errors.ts';
import { MAX_EVENTS_READ } from '../limits.ts';
import { dayOf } from '../segments/fields.ts';
import { type Queryable, rows, sql } from '../store/sql.ts';
import type { Question } from './plan.ts';

/**
 * QUERY_TOO_COMPLEX where SQL would have to read more events than the server allows: told before it runs by what the
 * segments of the range's days hold.
 */
export async function checkBudget(db: Queryable, { projectId, start, end }: Question): Promise<void> {
  const [row] = await rows(
    db,
    z.object({ events: z.number() }),
    sql`select coalesce(sum(events), 0)::float8 as events from segments
        where project_id = ${projectId} and day <= date '1970-01-01' + ${dayOf(end - 1)}::int
          and day + days > date '1970-01-01' + ${dayOf(start)}::int`,
  );
  if ((row?.events ?? 0) <= MAX_EVENTS_READ) return;
  throw failure(
    'QUERY_TOO_COMPLEX',
    `The range has about ${Math.round((row?.events ?? 0) / 1e6)} million events, and this question has to look at each of them; ` +
      `it may at ${MAX_EVENTS_READ / 1e6} million. Ask for a shorter range, or without properties, visitor and session ids.`,
  );
}
