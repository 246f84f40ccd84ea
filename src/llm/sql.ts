import { z } from 'zod';
import { type Queryable, rows, run, sql } from '../store/sql.ts';

/** Adds to what a project spent on a day, unless that is `limit` or more already: then false. */
export async function spend(
  db: Queryable,
  { projectId, day, tokens, limit }: { projectId: number; day: string; tokens: number; limit: number },
): Promise<boolean> {
  if (limit === 0) return false;
  const spent = await rows(
    db,
    z.object({ tokens: z.number() }),
    // A cast of its own for each use: the first insert has no row to compare with.
    sql`insert into llm_usage (project_id, day, tokens) values (${projectId}, ${day}::date, ${tokens}::bigint)
        on conflict (project_id, day) do update set tokens = llm_usage.tokens + excluded.tokens
        where llm_usage.tokens < ${limit}::bigint
        returning tokens::float8 as tokens`,
  );
  return spent.length > 0;
}

/** Sets right what was reckoned before. */
export const adjust = (
  db: Queryable,
  { projectId, day, tokens }: { projectId: number; day: string; tokens: number },
): Promise<number> =>
  run(
    db,
    sql`update llm_usage set tokens = greatest(0, tokens + ${tokens}::bigint)
        where project_id = ${projectId} and day = ${day}::date`,
  );
