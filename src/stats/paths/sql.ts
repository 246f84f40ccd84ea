import { z } from 'zod';
import { type Queryable, rows, type Sql, sql } from '../../store/sql.ts';
import { filterSql } from '../filter.ts';
import type { Question } from '../plan.ts';
import { matching } from '../sql.ts';
import { START_EVENT, type VisitPaths } from './paths.ts';

const visit = z.object({ visitor: z.number(), paths: z.array(z.number()) });

/**
 * The paths of each visit's matching pageviews in order: from the first one, from the first one of a path (a text that
 * begins with `/`), or after the first event of a name, which then stands before them as START_EVENT.
 */
export async function readVisitPaths(
  db: Queryable,
  q: Question,
  startingAt: string | null,
): Promise<VisitPaths> {
  const found = await rows(
    db,
    visit,
    sql`select visitor, array_agg(path order by timestamp, received_at, id) as paths
        from (${startingAt === null ? pageviews(q) : pageviewsFrom(q, startingAt)}) p
        where path is not null
        group by visit_id, visitor order by visitor`,
  );
  const offsets = new Uint32Array(found.length + 1);
  found.forEach(({ paths }, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + paths.length;
  });
  return {
    visitors: Int32Array.from(found, ({ visitor }) => visitor),
    offsets,
    paths: Int32Array.from(found.flatMap(({ paths }) => paths)),
  };
}

const pageviews = (q: Question): Sql => sql`
  select e.visit_id, e.visitor_id as visitor, e.timestamp, e.received_at, e.id, e.path from ${matching(q, [])} and e.type = 'PAGEVIEW'`;

function pageviewsFrom(q: Question, startingAt: string): Sql {
  const path = sql`case when type = 'PAGEVIEW' then path end`;
  const isPath = startingAt.startsWith('/');
  const starts = isPath
    ? sql`e.type = 'PAGEVIEW' and ${filterSql(q.projectId, { path: { eq: startingAt } })}`
    : filterSql(q.projectId, { name: { eq: startingAt } });
  return sql`
    select visit_id, visitor, timestamp, received_at, id,
           ${isPath ? path : sql`case when starts and nth = 1 then ${START_EVENT}::int else ${path} end`} as path
    from (
      select *, count(*) filter (where starts) over (partition by visit_id order by timestamp, received_at, id rows unbounded preceding) as nth
      from (
        select e.visit_id, e.visitor_id as visitor, e.timestamp, e.received_at, e.id, e.type, e.path, ${starts} as starts
        from ${matching(q, [])}
      ) considered
    ) counted
    where nth > 0`;
}
