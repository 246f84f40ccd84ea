import { empty, join, Sql, sqltag as sql } from '@prisma/client/runtime/client';
import type pg from 'pg';
import type { z } from 'zod';
import { failure, timedOut } from '../errors.ts';

// Prisma's own tag: every hole is a bound parameter or another fragment, so no text of a caller becomes SQL.
// There is no way here to splice a raw string.
export { empty, join, Sql, sql };

/** A pool, or one of its clients inside a transaction. */
export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>;

/**
 * Runs statements under a name, so that a connection plans each of them once: for inserts whose text never varies. Not for
 * what reads tables: a plan made while they are empty would stay.
 */
export const prepared = (db: Queryable, name: string): Queryable => ({
  query: ((text: string, values: unknown[]) => db.query({ name, text, values })) as Queryable['query'],
});

/** All of the conditions; `true` when there are none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${join([...conditions], ' and ')})`;

/** Any of the conditions; `false` when there are none. */
export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`false` : sql`(${join([...conditions], ' or ')})`;

/**
 * The row of a table of a project's that has this number or the next one, for a lateral join or a scalar subquery. It is found
 * by the primary key in whatever state the statistics are. Where they say that a project has next to no rows, as of one that
 * Postgres has not counted yet, an index of the project's rows in another order looks as cheap, and all of it is read and
 * sorted for each row that is looked up. So the rows are asked for in the order of the whole key, project and all: how many
 * a table has of all projects Postgres always knows. The last row of a project is followed by another project's.
 */
export const byKey = (table: Sql, projectId: Sql, id: Sql): Sql => sql`
  (select * from (
     select * from ${table} r where (r.project_id, r.id) >= (${projectId}, ${id}) order by r.project_id, r.id limit 1) r
   where r.project_id = ${projectId})`;

/** The places of rows of a table, with the rows `i` of `from`, which name them by `id`: for what changes them. */
export const placesOf = (table: Sql, projectId: number, from: Sql): Sql => sql`
  select r.ctid as place, i.* from ${from}
  join lateral (
    select t.ctid, t.project_id, t.id from ${table} t
    where (t.project_id, t.id) >= (${projectId}, i.id) order by t.project_id, t.id limit 1) r
  on r.project_id = ${projectId} and r.id = i.id`;

/** The same for a term. */
export const termByKey = (projectId: Sql, kind: Sql, id: Sql): Sql => sql`
  (select r.id, r.text from (
     select * from terms r where (r.project_id, r.kind, r.id) >= (${projectId}, ${kind}, ${id})
     order by r.project_id, r.kind, r.id limit 1) r
   where r.project_id = ${projectId} and r.kind = ${kind})`;

/** The same for the term of a text, or that of the next digest. */
export const termByDigest = (projectId: Sql, kind: Sql, digest: Sql): Sql => sql`
  (select r.id, r.digest from (
     select * from terms r where (r.project_id, r.kind, r.digest) >= (${projectId}, ${kind}, ${digest})
     order by r.project_id, r.kind, r.digest limit 1) r
   where r.project_id = ${projectId} and r.kind = ${kind})`;

/** A LIKE pattern's own characters, taken literally. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

// SQLSTATE codes: what statement_timeout raises, and what U+0000 in a text does.
const QUERY_CANCELED = '57014';
const CHARACTER_NOT_IN_REPERTOIRE = '22021';

/** Runs one statement and parses every row: a column that is not what `row` says fails here, not in a resolver. */
export async function rows<T>(db: Queryable, row: z.ZodType<T>, statement: Sql): Promise<T[]> {
  try {
    const result = await db.query(statement.text, statement.values);
    return row.array().parse(result.rows);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === QUERY_CANCELED) throw timedOut();
    if (code === CHARACTER_NOT_IN_REPERTOIRE) {
      throw failure('BAD_USER_INPUT', 'A text cannot have the character U+0000.');
    }
    throw error;
  }
}

/** Runs one statement for its effect and returns how many rows it touched. */
export async function run(db: Queryable, statement: Sql): Promise<number> {
  return (await db.query(statement.text, statement.values)).rowCount ?? 0;
}
