import { beforeEach, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../tests/support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase();
  return () => database.drop();
});

it('fails a transaction whose connection breaks, and nothing else', async () => {
  const { store } = database;
  // Postgres closes the socket behind the statement that fails: the driver tells of both.
  const closed = new Promise((resolve) => store.pool.on('connect', (client) => client.once('end', resolve)));
  const broken = store.transaction(async (client) => {
    await client.query('create table kept ()');
    await client.query('select pg_terminate_backend(pg_backend_pid())');
  });
  await expect(broken).rejects.toThrow('terminating connection');
  await closed;
  const { rows } = await store.transaction((client) => client.query(`select to_regclass('kept') as kept`));
  expect(rows).toEqual([{ kept: null }]);
});
