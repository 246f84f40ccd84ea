import type pg from 'pg';
import type { Queryable } from './sql.ts';

/**
 * For statements that join many rows with many: each runs in a transaction of its own, and joins by hash. Of a project that
 * Postgres has not counted yet, or not since it grew, it expects next to no rows; a nested loop, or a merge by the project
 * alone, then reads all of one side for each row of the other, and never ends. A hash join reads both once whatever was
 * expected, and is the one that is chosen for most questions anyway. What is looked up row by row is written so (byKey), and
 * stays as it is.
 */
export function withHashJoins(pool: Pick<pg.Pool, 'connect'>): Queryable {
  async function query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(
        'begin read only; set local enable_nestloop = off; set local enable_mergejoin = off',
      );
      const result = await client.query(text, values);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failed: Error) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
  return { query: query as Queryable['query'] };
}
