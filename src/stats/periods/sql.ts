import { z } from 'zod';
import { byKey, type Queryable, rows, type Sql, sql } from '../../store/sql.ts';
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
              from ${matching(question, [])}) active
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
        from (${visitorsOf(question)}) a cross join lateral (${earlierMatch(question)}) earlier`,
  );
  return row?.visitors ? numbersOf(row.visitors) : new Int32Array();
}

// Past the `offset`, Postgres takes the project as it comes, and looks visitors up in it as in one of the usual size: of a
// project that it has not counted yet it expects no rows.
const visitorsOf = (question: Question): Sql =>
  sql`select distinct e.project_id, e.visitor_id from ${matching(question, [])} offset 0`;

/** What the visitor `a` did before the range that matches, if anything: visits tell it where the filter does not look at events. */
function earlierMatch({ projectId, start, filter }: Question): Sql {
  // Its subqueries, too, are to be answered once, and not to be joined for each visitor.
  const matches = sql`${filterSql(projectId, filter)} is true`;
  return looksAtEvents(filter)
    ? sql`select from events e join lateral ${byKey(sql`visits`, sql`a.project_id`, sql`e.visit_id`)} v on v.id = e.visit_id
          where e.project_id = a.project_id and e.visitor_id = a.visitor_id and e.timestamp < ${new Date(start)} and ${matches}
          limit 1`
    : sql`select from visits v
          where v.project_id = a.project_id and v.visitor_id = a.visitor_id and v.started_at < ${new Date(start)} and ${matches}
          limit 1`;
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
    sql`select count(*)::float8 as visitors, (count(*) filter (where earlier.found))::float8 as returning
        from (${visitorsOf(question)}) a cross join lateral (
          select exists (${earlierMatch({ ...question, filter: null })} offset 0) as found offset 0) earlier`,
  );
  return row ?? { visitors: 0, returning: 0 };
}

/** The big-endian numbers that int4send writes. */
function numbersOf(bytes: Buffer): Int32Array {
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32BE(index * 4));
}
