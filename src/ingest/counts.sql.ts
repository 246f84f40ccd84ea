import { z } from 'zod';
import { type Queryable, rows, type Sql, sql } from '../store/sql.ts';

/** What became of events that arrived. */
export interface Counts {
  received: number;
  stored: number;
  duplicate: number;
  bot: number;
  rejected: number;
  /** Those of the rejected that the blocklist rejected. */
  blocked: number;
}

const MINUTE = 60_000;
/** The minute that an instant is counted in, by its first millisecond. */
export const minuteOf = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** Adds to the counts of minutes, where `condition` holds: for the transaction that decided them. */
export function countsStatement(
  projectId: number,
  counts: ReadonlyMap<number, Counts>,
  condition: Sql = sql`true`,
): Sql {
  const of = (what: keyof Counts) => [...counts.values()].map((each) => each[what]);
  return sql`
    insert into ingest_counts as c (project_id, minute, received, stored, duplicate, bot, rejected, blocked)
    select ${projectId}, n.* from unnest(${[...counts.keys()].map((minute) => new Date(minute))}::timestamptz[],
      ${of('received')}::int[], ${of('stored')}::int[], ${of('duplicate')}::int[], ${of('bot')}::int[], ${of('rejected')}::int[], ${of('blocked')}::int[]) n
    where ${condition}
    on conflict (project_id, minute) do update set
      received = c.received + excluded.received, stored = c.stored + excluded.stored,
      duplicate = c.duplicate + excluded.duplicate, bot = c.bot + excluded.bot, rejected = c.rejected + excluded.rejected,
      blocked = c.blocked + excluded.blocked`;
}

const count = z.string().transform(Number);
const totals = z.object({
  received: count,
  stored: count,
  duplicate: count,
  bot: count,
  rejected: count,
  blocked: count,
  rateLimited: count,
  dead: count,
  position: z.string().nullable(),
});

/**
 * The counts of the minutes that begin in [start, end), the events in dead letters, and up to which message of the queue
 * both are complete: of one instant.
 */
export async function readCounts(
  db: Queryable,
  projectId: number,
  { start, end }: { start: number; end: number },
): Promise<z.output<typeof totals>> {
  const [from, to] = [new Date(start), new Date(end)];
  const [row] = await rows(
    db,
    totals,
    sql`select coalesce(sum(received), 0)::text as received, coalesce(sum(stored), 0)::text as stored,
          coalesce(sum(duplicate), 0)::text as duplicate, coalesce(sum(bot), 0)::text as bot, coalesce(sum(rejected), 0)::text as rejected,
          coalesce(sum(blocked), 0)::text as blocked,
          (select coalesce(sum(events), 0)::text from rate_limited_counts
           where project_id = ${projectId} and minute >= ${from} and minute < ${to}) as "rateLimited",
          (select coalesce(sum(events), 0)::text from dead_letters
           where project_id = ${projectId} and minute >= ${from} and minute < ${to}) as dead,
          (select position from project_revisions where project_id = ${projectId}) as position
        from ingest_counts where project_id = ${projectId} and minute >= ${from} and minute < ${to}`,
  );
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
