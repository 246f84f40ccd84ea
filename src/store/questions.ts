import pg from 'pg';
import { type Caller, cancelled } from '../turns/caller.ts';
import { Turns } from '../turns/turns.ts';
import { queryWithHashJoins } from './hash-joins.ts';
import { cancelStatement } from './pool.ts';
import type { Queryable } from './sql.ts';

/** The way of questions to the database: projects take turns, and what nobody waits for any more is cancelled. */
export interface Questions {
  /** Where statements about a project are asked, each in its turn. */
  db(projectId: number, caller?: Caller): Queryable;
  /** The same for statements that join many rows with many (hash-joins.ts). */
  joins(projectId: number, caller?: Caller): Queryable;
  /** The same for what a question looks up by a key: it does not wait for statements that read many rows. */
  lookUps(projectId: number, caller?: Caller): Queryable;
}

export interface QuestionsOptions {
  /** How many statements run at a time. */
  connections: number;
  /** Seconds that a statement may wait for its turn. */
  longestWait: number;
}

const WAITING_OF_PROJECT = 200;
const WAITING_IN_ALL = 1_000;

export function createQuestions(pool: pg.Pool, { connections, longestWait }: QuestionsOptions): Questions {
  const turnsOf = (slots: number, perProject: number): Turns =>
    new Turns({
      slots,
      perProject,
      waitingOfProject: WAITING_OF_PROJECT,
      waitingInAll: WAITING_IN_ALL,
      longestWait: longestWait * 1000,
    });
  const way =
    (turns: Turns, query: Query): Questions['db'] =>
    (projectId, caller = {}) => ({
      query: ((text: string, values: unknown[]) =>
        turns.run({ ...caller, projectId }, () =>
          runStatement(pool, caller.signal, (client) => query(client, text, values)),
        )) as Queryable['query'],
    });
  const long = Math.max(1, connections - 1);
  const reading = turnsOf(long, Math.ceil(long / 2));
  return {
    db: way(reading, plainQuery),
    joins: way(reading, queryWithHashJoins),
    lookUps: way(turnsOf(1, 1), plainQuery),
  };
}

type Query = (client: pg.PoolClient, text: string, values: unknown[]) => Promise<pg.QueryResult>;

const plainQuery: Query = (client, text, values) => client.query(text, values);

async function runStatement(
  pool: pg.Pool,
  signal: AbortSignal | undefined,
  query: (client: pg.PoolClient) => Promise<pg.QueryResult>,
): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let asked: Promise<void> | undefined;
  const cancel = (): void => {
    asked = cancelStatement(client);
  };
  let broken: Error | undefined;
  try {
    if (signal?.aborted) throw cancelled();
    signal?.addEventListener('abort', cancel);
    return await query(client);
  } catch (error) {
    // What Postgres says of a statement leaves the connection as it was.
    if (!(error instanceof pg.DatabaseError) || error.severity === 'FATAL') broken = error as Error;
    throw signal?.aborted ? cancelled() : error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    // A cancel request that is late must not meet the next statement.
    await asked;
    client.release(signal?.aborted ? undefined : broken);
  }
}
