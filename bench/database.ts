import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MIGRATIONS } from '../src/store/database.ts';
import { startEmbeddedPostgres } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { openStore, type Store } from '../src/store/store.ts';

/** Where the data of runs stays. */
export const DATA = fileURLToPath(new URL('../data/bench', import.meta.url));
// Loading and rebuilding run statements that no question would be allowed.
const HOUR = 3600;

/** A Postgres to measure on. */
export interface BenchServer {
  /** The URL of a database on it. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** The server of BENCH_DATABASE_URL, or an embedded one whose data stays in data/bench. */
export async function openServer(): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL;
  const embedded = given ? null : await startEmbeddedPostgres({ dataDir: DATA });
  const base = given ?? embedded?.url ?? '';
  return {
    urlOf(database) {
      const url = new URL(base);
      url.pathname = path.posix.join('/', database);
      return url.href;
    },
    stop: async () => embedded?.stop(),
  };
}

/** Runs one statement on a connection of its own. */
export async function runOnce(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

/** Opens a migrated store for loading. */
export async function openBenchStore(url: string): Promise<Store> {
  const store = openStore({
    url,
    poolSize: 4,
    statementTimeout: HOUR,
    onConnectionError: (error) => console.error(error.message),
  });
  await migrate(store.pool, MIGRATIONS);
  return store;
}
