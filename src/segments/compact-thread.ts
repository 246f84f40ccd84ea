import { workerData } from 'node:worker_threads';
import pg from 'pg';
import { createLanes } from '../ingest/queue/lanes.ts';
import { settingUp } from '../store/session.ts';
import { compactProject } from './compact.ts';
import type { FeedOptions } from './feed-thread.ts';
import { serveThread } from './serve.ts';

// The thread that writes segments.

// Projects that are compacted at the same time; each holds a connection.
const LANES = 2;
// A project that takes longer lets others go first, in milliseconds.
const SLICE = 5_000;
// Statements read a segment's visits: on a loaded machine they may take longer than what a user waits for. In seconds.
const STATEMENT_TIMEOUT = 300;

const { url, statementTimeout, shape } = workerData as FeedOptions;
const pool = new pg.Pool({
  connectionString: url,
  max: LANES,
  application_name: 'pulsegraph compaction',
  connectionTimeoutMillis: 10_000,
  verify: settingUp(Math.max(statementTimeout, STATEMENT_TIMEOUT)),
});
// The pool replaces a connection that breaks while idle.
pool.on('error', () => undefined);
// One that breaks while it is used fails the statement that runs on it.
pool.on('connect', (client) => client.on('error', () => undefined));

const inLane = createLanes(LANES);

async function compactSlice(projectId: number) {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const until = performance.now() + SLICE;
    return await compactProject(client, projectId, {
      isOver: () => performance.now() > until,
      ...(shape ? { shape } : {}),
    });
  } catch (error) {
    // It may still hold the project's lock.
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

serveThread<{ projectId: number }, boolean>(async ({ projectId }) => {
  for (;;) {
    const result = await inLane(() => compactSlice(projectId));
    if (result !== 'interrupted') return result === 'complete';
  }
});
