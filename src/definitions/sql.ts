import { z } from 'zod';
import { digestOf } from '../ingest/event.ts';
import { type Queryable, rows, sql } from '../store/sql.ts';

/** How many events of each name a project had since an instant. */
export async function volumes(
  db: Queryable,
  projectId: number,
  names: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  const found = await rows(
    db,
    z.object({ name: z.string(), volume: z.number() }),
    sql`select t.text as name, count(*)::float8 as volume
        from terms t
        join events e on e.project_id = t.project_id and e.name = t.id and e.timestamp >= ${since}
        where t.project_id = ${projectId} and t.kind = 'name'
          and t.digest = any(${names.map((name) => digestOf(name))}::uuid[])
        group by t.text`,
  );
  return new Map(found.map(({ name, volume }) => [name, volume]));
}
