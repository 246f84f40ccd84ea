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
