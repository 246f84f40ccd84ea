import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store } from '../../src/store/store.ts';

export const TEMPLATE = 'pulsegraph_template';

/** The URL of another database of the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export interface TestDatabase {
  url: string;
  store: Store;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template. */
export async function createDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error('run the tests with `npm test`: its global setup starts Postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client(adminUrl);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name} template ${TEMPLATE}`);
  const url = withDatabase(adminUrl, name);
  let dropped = false;
  const store = openStore({
    url,
    poolSize: 8,
    statementTimeout: 60,
    onConnectionError: (error) => {
      // `pool.end()` resolves before its last sockets are closed: the drop may cut them off.
      if (!dropped) throw error;
    },
  });
  return {
    url,
    store,
    drop: async () => {
      dropped = true;
      await store.close();
      await admin(`drop database ${name} with (force)`);
    },
  };
}
