import { workerData } from 'node:worker_threads';
import pg from 'pg';
import { compactProject } from './compact.ts';
import type { FeedOptions } from './feed-thread.ts';
import { serveThread } from './serve.ts';

// The thread that writes segments. It connects for each project anew: it is idle most of the time.

const { url, statementTimeout } = workerData as FeedOptions;

serveThread<{ projectId: number }, boolean>(async ({ projectId }) => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'pulsegraph compaction',
    statement_timeout: statementTimeout * 1000,
  });
  // A connection that breaks fails the statement that runs on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await compactProject(client, projectId);
  } finally {
    await client.end();
  }
});
