import { z } from 'zod';
import { type Queryable, rows, sql } from '../store/sql.ts';

/** Where projects are: their revisions, and the zones of those whose zone is asked for. */
export function readProjects(
  db: Queryable,
  ids: readonly number[],
): Promise<{ id: number; revision: number; timeZone: string }[]> {
  return rows(
    db,
    z.object({ id: z.number(), revision: z.number(), timeZone: z.string() }),
    sql`select p.id, r.revision::float8 as revision, p.time_zone as "timeZone"
        from projects p join project_revisions r on r.project_id = p.id where p.id = any(${ids}::int[])`,
  );
}

/**
 * What all servers of a database call it, and none of another one: a random id that it got with its first migration, and its
 * name, as a copy on the same Postgres has the same id.
 */
export async function databaseIdentity(db: Queryable): Promise<string> {
  const [found] = await rows(
    db,
    z.object({ identity: z.string() }),
    sql`select id || ':' || current_database() as identity from _prisma_migrations order by started_at, id limit 1`,
  );
  if (!found) throw new Error('the database has no migrations');
  return found.identity;
}
