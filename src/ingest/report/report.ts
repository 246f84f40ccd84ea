import { failure } from '../../errors.ts';
import type { Range } from '../../stats/range.ts';
import type { Queryable } from '../../store/sql.ts';
import { type Counts, minuteOf, readCounts } from '../counts.sql.ts';
import type { Queue } from '../queue/queue.ts';

/** What became of all that arrived: the parts always add up to `received`. */
export interface Report extends Counts {
  pending: number;
  /** Those of the rejected that a rate limit refused. */
  rateLimited: number;
}

/**
 * The report of the whole minutes that a range touches, as of one instant: what waits is noted first, then counts and
 * position are read together, and what waited up to that position is in the counts.
 */
export async function ingestionReport(
  db: Queryable,
  queue: Pick<Queue, 'waiting'> | null,
  projectId: number,
  { start, end }: Range,
): Promise<Report> {
  const minutes = { start: minuteOf(start), end };
  const waiting = await queue?.waiting(projectId, minutes).catch(() => {
    throw failure(
      'OVERLOADED',
      'The queue cannot be reached now, so what waits in it is not known: ask again later.',
    );
  });
  const { dead, position, ...counts } = await readCounts(db, projectId, minutes);
  const pending = dead + (waiting?.(position) ?? 0);
  return {
    ...counts,
    received: counts.received + counts.rateLimited + pending,
    rejected: counts.rejected + counts.rateLimited,
    pending,
  };
}
