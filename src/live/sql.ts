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
