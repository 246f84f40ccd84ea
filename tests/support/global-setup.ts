import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installJobs } from '../../src/jobs/install.ts';
import { MIGRATIONS } from '../../src/store/database.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/store.ts';
import { TEMPLATE, withDatabase } from './database.ts';

/** One Postgres for the whole run, with a migrated template that each test file clones. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pulsegraph-tests-'));
  const postgres = process.env.TEST_DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir });
  process.env.TEST_DATABASE_URL ??= postgres?.url;
  const url = process.env.TEST_DATABASE_URL ?? '';

  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const store = openStore({
    url: withDatabase(url, TEMPLATE),
    poolSize: 2,
    statementTimeout: 60,
    onConnectionError: () => undefined,
  });
  await migrate(store.pool, MIGRATIONS);
  await installJobs(store);
  await store.close();

  return async () => {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
