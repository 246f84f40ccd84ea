import { z } from 'zod';
import { type Queryable, rows, type Sql, sql } from '../../store/sql.ts';
import { filterSql, looksAtEvents } from '../filter.ts';
import type { Question } from '../plan.ts';
import { matching } from '../sql.ts';

const periodRow = z.object({ period: z.number(), visitors: z.instanceof(Buffer) });

/**
 * The distinct visitors of the matching events of each period, in no order; `starts` are where the periods of the
 * question's range start.
 */
export async function activeVisitors(
  db: Queryable,
  question: Question,
  starts: readonly number[],
): Promise<Int32Array[]> {
  const instants = starts.map((start) => new Date(start));
  // One row a period, its visitors as bytes: a million rows of two numbers would take node-pg seconds.
  const found = await rows(
    db,
    periodRow,
    sql`select period, string_agg(int4send(visitor_id), ''::bytea) as visitors
        from (select distinct width_bucket(e.timestamp, ${instants}::timestamptz[]) as period, e.visitor_id
              from ${matching(question)}) active
        group by period`,
  );
  const byPeriod = new Map(found.map(({ period, visitors }) => [period, numbersOf(visitors)]));
  return starts.map((_, index) => byPeriod.get(index + 1) ?? new Int32Array());
}

/** Visitors of the question's matching events who have a matching event before its range too. */
export async function earlierVisitors(db: Queryable, question: Question): Promise<Int32Array> {
  const [row] = await rows(
    db,
    z.object({ visitors: z.instanceof(Buffer).nullable() }),
    sql`select string_agg(int4send(a.visitor_id), ''::bytea) as visitors
        from (select distinct e.visitor_id from ${matching(question)}) a
        where exists (${earlierMatch(question)})`,
  );
  return row?.visitors ? numbersOf(row.visitors) : new Int32Array();
}

/** What the visitor `a` did before the range that matches: visits tell it where the filter does not look at events. */
function earlierMatch({ projectId, start, filter }: Question): Sql {
  const matches = filterSql(projectId, filter);
  return looksAtEvents(filter)
    ? sql`select from events e join visits v on v.project_id = e.project_id and v.id = e.visit_id
          where e.project_id = ${projectId} and e.visitor_id = a.visitor_id and e.timestamp < ${new Date(start)} and ${matches}`
    : sql`select from visits v
          where v.project_id = ${projectId} and v.visitor_id = a.visitor_id and v.started_at < ${new Date(start)} and ${matches}`;
}

const audienceRow = z.object({ visitors: z.number(), returning: z.number() });

/** The visitors of the matching events, and those of them who have been on the project before the range. */
export async function countAudience(
  db: Queryable,
  question: Question,
): Promise<{ visitors: number; returning: number }> {
  const [row] = await rows(
    db,
    audienceRow,
    sql`select count(*)::float8 as visitors,
          (count(*) filter (where exists (${earlierMatch({ ...question, filter: null })})))::float8 as returning
        from (select distinct e.visitor_id from ${matching(question)}) a`,
  );
  return row ?? { visitors: 0, returning: 0 };
}

/** The big-endian numbers that int4send writes. */
function numbersOf(bytes: Buffer): Int32Array {
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32BE(index * 4));
}
