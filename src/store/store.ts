import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';
import { Pool } from './pool.ts';
import { createQuestions, type Questions } from './questions.ts';
import { settingUp } from './session.ts';

/**
 * The server's one door to Postgres: Prisma for single records, pools for SQL. Questions, ingest and all else have
 * connections of their own, so that none of them waits for another.
 */
export interface Store {
  /** Where it connects to, for threads with connections of their own. */
  url: string;
  /** What is neither ingest nor a question: accounts, jobs, readiness. */
  pool: pg.Pool;
  prisma: PrismaClient;
  /** Runs `work` in a transaction on a connection of its own, rolled back when it throws. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** The same on connections that store events and do nothing else. */
  ingest: Pick<Store, 'pool' | 'transaction'>;
  /** The way of questions, on connections of their own. */
  questions: Questions;
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
// 180,000 of them (1.4 instead of 1.0 s).
const SETTINGS =
  "set jit = off; set random_page_cost = 1.1; set work_mem = '32MB'; set parallel_tuple_cost = 0.01";

/** How many of the connections are for what: two fifths each for questions and for ingest, which is also for the rest where there are two. */
export function divide(poolSize: number): { questions: number; ingest: number; rest: number } {
  const questions = Math.max(1, Math.floor(poolSize * 0.4));
  const ingest = Math.max(1, Math.floor(poolSize * 0.4));
  return { questions, ingest, rest: Math.max(0, poolSize - questions - ingest) };
}

function openPool(options: StoreOptions, max: number): pg.Pool {
  const pool = new Pool({
    connectionString: options.url,
    max,
    application_name: 'pulsegraph',
    connectionTimeoutMillis: 10_000,
    verify: settingUp(options.statementTimeout, SETTINGS),
  });
  pool.on('error', options.onConnectionError);
  // One that breaks while it is used fails the statement that runs on it; an error nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const transactionsOn =
  (pool: pg.Pool): Store['transaction'] =>
  async (work) => {
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
  };

/** Opens the pools; they connect with the first statement. */
export function openStore(options: StoreOptions): Store {
  const { questions, ingest, rest } = divide(options.poolSize);
  const ofIngest = openPool(options, ingest);
  const pool = rest > 0 ? openPool(options, rest) : ofIngest;
  const ofQuestions = openPool(options, questions);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

  return {
    url: options.url,
    pool,
    prisma,
    transaction: transactionsOn(pool),
    ingest: { pool: ofIngest, transaction: transactionsOn(ofIngest) },
    questions: createQuestions(ofQuestions, {
      connections: questions,
      longestWait: options.statementTimeout,
    }),
    async close() {
      await prisma.$disconnect();
      await Promise.all([...new Set([pool, ofIngest, ofQuestions])].map((each) => each.end()));
    },
  };
}
