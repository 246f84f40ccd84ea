import type pg from 'pg';

/**
 * Runs a statement that joins many rows with many, in a transaction of its own, in which Postgres joins by hash. Of a project
 * that Postgres has not counted yet, or not since it grew, it expects next to no rows; a nested loop, or a merge by the
 * project alone, then reads all of one side for each row of the other, and never ends. A hash join reads both once whatever
 * was expected, and is the one that is chosen for most questions anyway. What is looked up row by row is written so (byKey),
 * and stays as it is.
 */
export async function queryWithHashJoins(
  client: pg.PoolClient,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult> {
  try {
    await client.query('begin read only; set local enable_nestloop = off; set local enable_mergejoin = off');
    const result = await client.query(text, values);
    await client.query('commit');
    return result;
  } catch (error) {
    // Where that fails, the connection is what failed.
    await client.query('rollback');
    throw error;
  }
}
