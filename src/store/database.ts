import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ConfigurationError, type Env } from '../env.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';
import { requireSessions } from './pooler.ts';
import { rows, sql } from './sql.ts';
import { refreshStatistics } from './statistics.ts';
import { openStore, type Store } from './store.ts';

/** prisma/migrations, from src/store and from dist/store alike. */
export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export interface Database {
  store: Store;
  /** Which one it is, for people: without its password. */
  description: string;
  /** What is known to be wrong with it now; null where nothing is. */
  trouble(): string | null;
  /** Resolves where it is embedded, ended and does not start again. */
  lost: Promise<Error>;
  /** Closes the connections and, where it is embedded and no one else uses it, stops Postgres. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Whether an embedded database that is not there yet is an error: for commands on what a server has stored. */
  mustExist?: boolean;
  /** Whether statements may take any time: for commands, which nobody waits for behind a proxy. */
  patient?: boolean;
}

/** Connects to the configured Postgres, or to the embedded one, and brings its tables up to date. */
export async function openDatabase(
  env: Env,
  log: Logger,
  { mustExist = false, patient = false }: DatabaseOptions = {},
): Promise<Database> {
  const embedded = env.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log, create: !mustExist });
  if (embedded?.notice) log.warn(embedded.notice);
  const store = openStore({
    url: env.DATABASE_URL ?? embedded?.url ?? '',
    poolSize: env.DATABASE_POOL_SIZE,
    statementTimeout: patient ? 0 : env.STATEMENT_TIMEOUT,
    onConnectionError: (error) =>
      log.warn({ err: error }, 'a database connection broke; another takes its place'),
  });
  const close = async () => {
    await store.close();
    await embedded?.stop();
  };
  try {
    await requireVersion(store);
    if (env.DATABASE_URL) await requireSessions(env.DATABASE_URL);
    const applied = await migrate(store.pool, MIGRATIONS);
    for (const name of applied) log.info({ migration: name }, 'migrated');
    if (applied.length > 0)
      await refreshStatistics(store).catch((error: unknown) =>
        log.warn({ err: error }, 'the tables were not analyzed; autovacuum does it later'),
      );
    return {
      store,
      description: describe(env),
      trouble: () => embedded?.trouble() ?? null,
      lost: embedded?.lost ?? new Promise(() => undefined),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The name and host of the database, or where the embedded one lies. */
function describe({ DATABASE_URL, DATA_DIR }: Env): string {
  if (!DATABASE_URL) return `the embedded database of DATA_DIR=${resolve(DATA_DIR)}`;
  // A client that does not connect reads the URL as the pool does.
  const { host, database } = new pg.Client(DATABASE_URL);
  return `the database ${database} on ${host}`;
}

/** ConfigurationError where the Postgres is older than the SQL of this server. */
async function requireVersion({ pool }: Store): Promise<void> {
  const [server] = await rows(
    pool,
    z.object({ number: z.number(), name: z.string() }),
    sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  );
  if (server && server.number < 150_000) {
    throw new ConfigurationError(
      `The Postgres of DATABASE_URL is ${server.name}: this server needs version 15 or newer.`,
    );
  }
}
