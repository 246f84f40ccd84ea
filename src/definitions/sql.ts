import { z } from 'zod';
import { digestOf } from '../ingest/event.ts';
import { type Queryable, rows, sql, termByDigest } from '../store/sql.ts';

/** How many events of each name a project had since an instant. `db` joins by hash: both sides can be long. */
export async function volumes(
  db: Queryable,
  projectId: number,
  names: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  const found = await rows(
    db,
    z.object({ name: z.string(), volume: z.number() }),
    sql`select w.name, c.volume
        from (select t.id, n.name
              from unnest(${names}::text[], ${names.map((name) => digestOf(name))}::uuid[]) n (name, digest)
              join lateral ${termByDigest(sql`${projectId}`, sql`'name'`, sql`n.digest`)} t on t.digest = n.digest) w
        join (select e.name as id, count(*)::float8 as volume from events e
              where e.project_id = ${projectId} and e.timestamp >= ${since} group by e.name) c on c.id = w.id`,
  );
  return new Map(found.map(({ name, volume }) => [name, volume]));
}
