import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, databaseName } from './cluster.ts';
import { complaint, errorCode } from './command.ts';
import { findPostmaster } from './pidfile.ts';
import { launchPostmaster, readEnd, startFailed, stopPostmaster } from './postmaster.ts';

/** Recovery after a crash replays up to max_wal_size of log, which takes a small machine minutes. */
const START_LIMIT_MS = 300_000;
/** A server that runs and answers nothing for so long hangs. */
const SILENCE_LIMIT_MS = 20_000;
/** After which whoever waits is told for what. */
const PATIENCE_MS = 3_000;
const QUERY_LIMIT_MS = 15_000;
/** How long connections that their pool has given up may take to end. */
const CLOSING_LIMIT_MS = 1000;

/**
 * Advisory locks in the database `postgres`, away from the application's. A process holds MEMBERS, shared, as long as
 * it uses the server, so whoever can take it exclusively is the last. TURN makes those who leave do so one by one:
 * without it two could each see the other and both leave the server running.
 */
const LOCKS = 0x70756c73;
const MEMBERS = 1;
const TURN = 2;

/** A process's use of the server. */
export interface Membership {
  port: number;
  /** Resolves when the connection that holds the locks broke, as it does when the server ends. */
  broken: Promise<void>;
  /** Gives a connection up that broke. */
  end(): Promise<void>;
  /** Ends the use; the last to leave stops the server. */
  leave(): Promise<void>;
}

export interface JoinOptions {
  /** Where the server has to listen. */
  port?: number;
  /** Told what a start waits for, where it takes long. */
  onWait: (hindrance: string) => void;
}

/** Joins the server that runs on the data directory, and starts it if none does. */
export async function joinServer(
  cluster: Cluster,
  password: string,
  { port, onWait }: JoinOptions,
): Promise<Membership> {
  const begun = Date.now();
  const until = begun + START_LIMIT_MS;
  let hindrance = 'it is still recovering or stopping; try again later';
  let silentSince: number | null = null;
  let isTold = false;
  while (Date.now() < until) {
    const postmaster = await findPostmaster(cluster.directory);
    if (postmaster === undefined) {
      if (await launchPostmaster(cluster, until, port)) continue;
    } else if (postmaster.ready) {
      const asked = Date.now();
      const pool = openPool(postmaster.port, password);
      const broken = new Promise<void>((resolve) => pool.on('error', () => resolve()));
      try {
        await enter(pool);
        return {
          port: postmaster.port,
          broken,
          end: () => pool.end(),
          leave: () => leave(cluster, pool),
        };
      } catch (error) {
        await pool.end();
        if (isRefusal(error)) throw wrongPassword(cluster, error);
        hindrance = complaint(error);
        silentSince = isSilence(error) ? (silentSince ?? asked) : null;
        if (silentSince !== null && Date.now() - silentSince >= SILENCE_LIMIT_MS)
          throw hangs(cluster, postmaster.pid);
      }
    }
    if (!isTold && Date.now() - begun > PATIENCE_MS) {
      onWait(`waiting for the Postgres on ${cluster.directory}: ${hindrance}`);
      isTold = true;
    }
    await delay(50);
  }
  throw startFailed(cluster, hindrance, await readEnd(cluster.log, 0));
}

/** The words of node-postgres for a server that says nothing. */
const isSilence = (error: unknown): boolean => /timeout/i.test(complaint(error));

const hangs = (cluster: Cluster, pid: number): Error =>
  new Error(
    `The Postgres on ${cluster.directory} (process ${pid}) runs and does not answer. If it hangs, end it with ` +
      `"kill -9 ${pid}" and start again: what was acknowledged is kept. Its log is ${cluster.log}.`,
  );

/** A pool of one connection, which holds the locks: it does not keep the process alive, and survives being cut. */
function openPool(port: number, password: string): pg.Pool {
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port,
    user: databaseName,
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'pulsegraph-embedded',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    query_timeout: QUERY_LIMIT_MS,
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Waits for a leaving process to make up its mind: it stops the server, which ends this connection, or stays away. */
async function enter(pool: pg.Pool): Promise<void> {
  await lock(pool, 'pg_advisory_lock_shared', MEMBERS);
  await lock(pool, 'pg_advisory_lock', TURN);
  const { rowCount } = await pool.query('select from pg_database where datname = $1', [databaseName]);
  if (rowCount === 0) await pool.query(`create database ${databaseName}`);
  await lock(pool, 'pg_advisory_unlock', TURN);
}

async function leave(cluster: Cluster, pool: pg.Pool): Promise<void> {
  try {
    // A server that does not answer has gone already, or is going.
    const last = await isLast(pool).catch(() => false);
    const postmaster = last ? await findPostmaster(cluster.directory) : undefined;
    if (postmaster !== undefined) await stopPostmaster(cluster, postmaster);
  } finally {
    await pool.end();
  }
}

/** True when no process of ours and no other client, such as a pg_dump, uses the server; then nobody can enter either. */
async function isLast(pool: pg.Pool): Promise<boolean> {
  await lock(pool, 'pg_advisory_lock', TURN);
  const alone = await lock(pool, 'pg_try_advisory_lock', MEMBERS);
  const until = Date.now() + CLOSING_LIMIT_MS;
  while (alone && Date.now() < until) {
    if (!(await hasOtherClients(pool))) return true;
    await delay(20);
  }
  // Before the end of this connection releases TURN, so that the next to leave does not count this process.
  await lock(pool, 'pg_advisory_unlock_shared', MEMBERS);
  return false;
}

async function hasOtherClients(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return rowCount !== 0;
}

type LockFunction =
  | 'pg_advisory_lock'
  | 'pg_advisory_lock_shared'
  | 'pg_try_advisory_lock'
  | 'pg_advisory_unlock'
  | 'pg_advisory_unlock_shared';

async function lock(pool: pg.Pool, call: LockFunction, key: number): Promise<boolean> {
  const { rows } = await pool.query<{ taken: boolean }>(`select ${call}($1, $2) as taken`, [LOCKS, key]);
  return rows[0]?.taken === true;
}

/** SQLSTATE class 28: invalid authorization. */
function isRefusal(error: unknown): boolean {
  const code = errorCode(error);
  return typeof code === 'string' && code.startsWith('28');
}

function wrongPassword(cluster: Cluster, cause: unknown): Error {
  return new Error(
    `The database in ${cluster.directory} refuses its own password: ${complaint(cause)}. ` +
      'Restore the file pulsegraph-password there from the backup that the database is from, or set DATABASE_URL.',
    { cause },
  );
}
