import { z } from 'zod';
import { type Queryable, rows, run, type Sql, sql } from './sql.ts';
import type { Store } from './store.ts';

// Few enough rows that a statement ends within seconds and others get their turn.
const CHUNK = 20_000;

/** Removes what deleted projects left behind; what is interrupted goes on at the next start. */
export async function purgeDeletedProjects({ pool }: Pick<Store, 'pool'>): Promise<void> {
  const deleted = await rows(
    pool,
    z.object({ projectId: z.number() }),
    sql`select r.project_id as "projectId" from project_revisions r
        where not exists (select from projects p where p.id = r.project_id)`,
  );
  for (const { projectId } of deleted) {
    for (const key of KEYS) await deleteInChunks(pool, projectId, key);
    // Last, because by it the project is found.
    await run(pool, sql`delete from project_revisions where project_id = ${projectId}`);
  }
}

interface Key {
  table: Sql;
  /** The columns that, with the project, tell its rows apart. */
  columns: Sql;
}

const KEYS: Key[] = [
  { table: sql`events`, columns: sql`timestamp, id` },
  { table: sql`visits`, columns: sql`id` },
  { table: sql`visit_changes`, columns: sql`revision` },
  { table: sql`visit_removals`, columns: sql`revision, day, visit_id` },
  { table: sql`segments`, columns: sql`day` },
  { table: sql`segment_states`, columns: sql`project_id` },
  { table: sql`rebuilds`, columns: sql`project_id` },
  { table: sql`event_keys`, columns: sql`id` },
  { table: sql`visitors`, columns: sql`id` },
  { table: sql`terms`, columns: sql`kind, id` },
  { table: sql`ingest_counts`, columns: sql`minute` },
  { table: sql`bot_events`, columns: sql`id` },
  { table: sql`dead_letters`, columns: sql`id` },
  { table: sql`llm_usage`, columns: sql`day` },
];

async function deleteInChunks(db: Queryable, projectId: number, { table, columns }: Key): Promise<void> {
  const chunk = sql`
    delete from ${table} where project_id = ${projectId}
      and (${columns}) in (select ${columns} from ${table} where project_id = ${projectId} limit ${CHUNK})`;
  while ((await run(db, chunk)) > 0);
}
