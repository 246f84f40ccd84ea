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
 * by the primary key in whatever state the statistics are: of a project that Postgres has not counted yet it expects no
 * rows, and then takes any index that begins with the project, and reads all of it for each row that is looked up. Only the
 * key has this order without a sort.
 */
export const byKey = (table: Sql, projectId: Sql, id: Sql): Sql =>
  sql`(select * from ${table} r where r.project_id = ${projectId} and r.id >= ${id} order by r.id limit 1)`;

/** The places of rows of a table, with the rows `i` of `from`, which name them by `id`: for what changes them. */
export const placesOf = (table: Sql, projectId: number, from: Sql): Sql =>
  sql`select r.ctid as place, i.* from ${from}
      join lateral (select t.ctid, t.id from ${table} t
                    where t.project_id = ${projectId} and t.id >= i.id order by t.id limit 1) r on r.id = i.id`;

/** The same for a term. */
export const termByKey = (projectId: Sql, kind: Sql, id: Sql): Sql =>
  sql`(select r.id, r.text from terms r
       where r.project_id = ${projectId} and r.kind = ${kind} and r.id >= ${id} order by r.id limit 1)`;

/** The same for the term of a text, or that of the next digest. */
export const termByDigest = (projectId: Sql, kind: Sql, digest: Sql): Sql =>
  sql`(select r.id, r.digest from terms r
       where r.project_id = ${projectId} and r.kind = ${kind} and r.digest >= ${digest} order by r.digest limit 1)`;

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
