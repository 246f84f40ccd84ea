import pg from 'pg';
import { z } from 'zod';
import { rows, sql } from './sql.ts';
import type { Store } from './store.ts';

// Rows that changed: fewer do not make another table of it.
const ENOUGH = 500;

/**
 * Has Postgres count anew what the tables of events hold, where they changed or were never counted. No statement may depend
 * on it (docs/decisions/012-plans.md): it makes good plans better ones, minutes before autovacuum would. It reads a sample
 * of each table, and nobody waits for it.
 */
export async function refreshStatistics({
  pool,
  transaction,
}: Pick<Store, 'pool' | 'transaction'>): Promise<void> {
  const changed = await rows(
    pool,
    z.object({ name: z.string() }),
    sql`select s.relname as name from pg_stat_user_tables s
        where s.schemaname = current_schema
          and (s.relname in ('visits', 'visitors', 'terms', 'event_keys')
               or exists (select from pg_inherits i where i.inhrelid = s.relid and i.inhparent = 'events'::regclass))
          and pg_relation_size(s.relid) > 0
          and (s.n_mod_since_analyze >= ${ENOUGH} or coalesce(s.last_analyze, s.last_autoanalyze) is null)`,
  );
  // One by one: each lets go of its table.
  for (const { name } of changed)
    await transaction(async (client) => {
      await client.query('set local statement_timeout = 0');
      await client.query(`analyze ${pg.escapeIdentifier(name)}`);
    });
}
