import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, databaseName } from './cluster.ts';
import { complaint, errorCode } from './command.ts';
import { findPostmaster } from './pidfile.ts';
import { launchPostmaster, readEnd, startFailed, stopPostmaster } from './postmaster.ts';

/** Recovery after a crash replays up to max_wal_size of log, which takes a small machine minutes. */
const START_LIMIT_MS = 300_000;
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
  /** Ends the use; the last to leave stops the server. */
  leave(): Promise<void>;
}

/** Joins the server that runs on the data directory, and starts it if none does. */
export async function joinServer(cluster: Cluster, password: string): Promise<Membership> {
  const until = Date.now() + START_LIMIT_MS;
  let hindrance = 'it is still recovering or stopping; try again later';
  while (Date.now() < until) {
    const postmaster = await findPostmaster(cluster.directory);
    if (postmaster === undefined) {
      if (await launchPostmaster(cluster, until)) continue;
    } else if (postmaster.ready) {
      const pool = openPool(postmaster.port, password);
      try {
        await enter(pool);
        return { port: postmaster.port, leave: () => leave(cluster, pool) };
      } catch (error) {
        await pool.end();
        if (isRefusal(error)) throw wrongPassword(cluster, error);
        hindrance = complaint(error);
      }
    }
    await delay(50);
  }
  throw startFailed(cluster, hindrance, await readEnd(cluster.log, 0));
}

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
    allowExitOnIdle: true,
  });
  // A lost connection matters when the process leaves, and shows itself then.
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
