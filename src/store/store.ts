import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';
import { withHashJoins } from './hash-joins.ts';
import type { Queryable } from './sql.ts';

/** The server's one door to Postgres: Prisma for single records, the pool for SQL, both on the same connections. */
export interface Store {
  /** Where it connects to, for threads with connections of their own. */
  url: string;
  pool: pg.Pool;
  /** For statements that join many rows with many. */
  hashJoins: Queryable;
  prisma: PrismaClient;
  /** Runs `work` in a transaction on a connection of its own, rolled back when it throws. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  url: string;
  poolSize: number;
  /** Seconds after which Postgres gives a statement up. */
  statementTimeout: number;
  /** Told of connections that break while idle; the pool replaces them. */
  onConnectionError: (error: Error) => void;
}

// Compiling takes longer than what it saves here (0.13 s of the 0.7 s that a filter by a property of 500,000 events took);
// pages are in memory or on disks without heads; a hash of a range's visits takes some megabytes. Handing a row from a worker
// to the statement costs far less than Postgres assumes: it would read 1.5 million events on one core to spare handing over
// 180,000 of them (1.4 instead of 1.0 s). Not in the connection's options, which poolers between refuse.
const SETTINGS =
  "set jit = off; set random_page_cost = 1.1; set work_mem = '32MB'; set parallel_tuple_cost = 0.01";

/** Opens the pool; connects with the first statement. */
export function openStore(options: StoreOptions): Store {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: 'pulsegraph',
    statement_timeout: options.statementTimeout * 1000,
    connectionTimeoutMillis: 10_000,
    verify: (client, done) => {
      client.query(SETTINGS).then(() => done(), done);
    },
  });
  pool.on('error', options.onConnectionError);
  // One that breaks while it is used fails the statement that runs on it; an error nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

  return {
    url: options.url,
    pool,
    hashJoins: withHashJoins(pool),
    prisma,
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(client);
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
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
