import { type Queryable, run, sql } from '../store/sql.ts';

/** Whose tokens are counted. */
export type Payer = { project: number } | { organization: string } | 'server';

const nameOf = (payer: { organization: string } | 'server'): string =>
  payer === 'server' ? payer : `organization ${payer.organization}`;

/** Adds to what somebody spent on a day, unless that is `limit` or more already: then false. */
export async function spend(
  db: Queryable,
  payer: Payer,
  { day, tokens, limit }: { day: string; tokens: number; limit: number },
): Promise<boolean> {
  if (limit === 0) return false;
  // A cast of its own for each use: the first insert has no row to compare with.
  const spent =
    typeof payer === 'object' && 'project' in payer
      ? sql`insert into llm_usage (project_id, day, tokens) values (${payer.project}, ${day}::date, ${tokens}::bigint)
            on conflict (project_id, day) do update set tokens = llm_usage.tokens + excluded.tokens
            where llm_usage.tokens < ${limit}::bigint`
      : sql`insert into llm_spending (payer, day, tokens) values (${nameOf(payer)}, ${day}::date, ${tokens}::bigint)
            on conflict (payer, day) do update set tokens = llm_spending.tokens + excluded.tokens
            where llm_spending.tokens < ${limit}::bigint`;
  return (await run(db, spent)) > 0;
}

/** Sets right what was reckoned before. */
export async function adjust(
  db: Queryable,
  payer: Payer,
  { day, tokens }: { day: string; tokens: number },
): Promise<void> {
  await run(
    db,
    typeof payer === 'object' && 'project' in payer
      ? sql`update llm_usage set tokens = greatest(0, tokens + ${tokens}::bigint)
            where project_id = ${payer.project} and day = ${day}::date`
      : sql`update llm_spending set tokens = greatest(0, tokens + ${tokens}::bigint)
            where payer = ${nameOf(payer)} and day = ${day}::date`,
  );
}
