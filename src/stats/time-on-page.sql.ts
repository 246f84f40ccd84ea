import { z } from 'zod';
import { LONGEST } from '../ingest/visits.ts';
import { join, type Queryable, rows, sql } from '../store/sql.ts';
import { filterSql } from './filter.ts';
import type { Grouping, Question } from './plan.ts';
import { joinVisits, keyColumns, keyOf, textOf } from './sql.ts';

const timeRow = z.object({
  split: z.number(),
  number: z.number().nullable(),
  value: z.string().nullable(),
  seconds: z.number(),
});
export type TimeOnPageRow = z.output<typeof timeRow>;

/**
 * The mean seconds from matching pageviews to the next event of their visit, whatever that is; pageviews without one
 * do not count. That event is in the range, or as long after it as a visit lasts. `split` is the grouping's place in the list.
 */
export function readTimeOnPage(
  db: Queryable,
  q: Question,
  groupings: readonly Grouping[],
): Promise<TimeOnPageRow[]> {
  const splits = groupings.map(
    (grouping, index) => sql`
      select ${index}::int as split, k.number, ${textOf(q, grouping)} as value,
             avg(extract(epoch from next - timestamp))::float8 as seconds
      from viewed cross join lateral (select ${keyOf(grouping, sql`timestamp`)}) k group by k.number, k.text`,
  );
  return rows(
    db,
    timeRow,
    sql`with followed as (
          select e.*, lead(e.timestamp) over (partition by e.visit_id order by e.timestamp, e.received_at, e.id) as next
          from events e
          where e.project_id = ${q.projectId} and e.timestamp >= ${new Date(q.start)}
            and e.timestamp < ${new Date(q.end + LONGEST)}
        ), viewed as (
          select e.timestamp, e.next ${keyColumns(groupings)}
          from followed e ${joinVisits(q)}
          where e.type = 'PAGEVIEW' and e.next is not null and e.timestamp < ${new Date(q.end)}
            and ${filterSql(q.projectId, q.filter)}
        )
        ${join(splits, ' union all ')}`,
  );
}
