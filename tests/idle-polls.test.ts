import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { createJobs } from '../src/jobs/worker.ts';
import { startServer } from './support/app.ts';

const SECONDS = 15;

it('a server with nothing to do asks Postgres less than twice a second', {
  timeout: 60_000,
}, async () => {
  const server = await startServer({ jobs: createJobs, insights: false });
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await server.close();
  });
  const transactions = async (): Promise<number> => {
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ n: string }>(
      'select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]?.n);
  };
  // Sessions of Postgres tell what they did up to ten seconds later.
  await delay(12_000);
  const before = await transactions();
  await delay(SECONDS * 1_000);
  const rate = ((await transactions()) - before) / SECONDS;
  expect(rate).toBeLessThan(2);
});
