import { workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { settingUp } from '../store/session.ts';
import { createCollector } from './collect.ts';
import { Feed, type Part, type Parts, type Refusal } from './feed.ts';
import type { Shape } from './layout.ts';
import { Memory } from './memory.ts';
import { serveThread } from './serve.ts';
import type { ProjectState } from './sql.ts';

// The thread that keeps visits current: it reads Postgres, and shares what it reads with the threads that scan.

export interface FeedOptions {
  url: string;
  /** What segments may take of memory, in bytes. */
  maxBytes: number;
  /** How many threads scan them. */
  scanners: number;
  /** Seconds. */
  statementTimeout: number;
  /** Where days are put together and cut, in tests. */
  shape?: Shape;
}

export interface FeedRequest {
  projectId: number;
  /** The first and last UTC day. */
  from: number;
  to: number;
  /** As it was when the question came, or later. */
  state: ProjectState;
}

/** Parts whose columns went with an earlier answer come without them. */
export type SentPart = Omit<Part, 'columns'> & { columns: SharedArrayBuffer | null };
export type FeedResult = {
  answer: (Omit<Parts, 'parts'> & { parts: SentPart[] }) | Refusal;
  /** Parts that are not held any more. */
  dropped: string[];
  /** What is held now, in bytes as it is counted. */
  held: number;
};

// What they hold is bounded by bytes; this bounds those that hold next to nothing.
const MAX_PROJECTS = 10_000;

const { url, maxBytes, scanners, statementTimeout } = workerData as FeedOptions;
const pool = new pg.Pool({
  connectionString: url,
  max: 3,
  application_name: 'pulsegraph segments',
  connectionTimeoutMillis: 10_000,
  verify: settingUp(statementTimeout),
});
// The pool replaces a connection that breaks while idle.
pool.on('error', () => undefined);
// One that breaks while it is used fails the statement that runs on it; an error nobody listens to ends the thread.
pool.on('connect', (client) => client.on('error', () => undefined));

// The first question finds it connected.
void pool.connect().then(
  (client) => client.release(),
  () => undefined,
);

const sent = new Set<string>();
let dropped: string[] = [];
const drop = (key: string): void => {
  if (sent.delete(key)) dropped.push(key);
};
const memory = new Memory(maxBytes, scanners, createCollector());
const feeds = new LRUCache<number, Feed>({ max: MAX_PROJECTS, dispose: (feed) => feed.clear() });

serveThread<FeedRequest, FeedResult>(async ({ projectId, from, to, state }) => {
  const feed = feeds.get(projectId) ?? new Feed(pool, projectId, memory, drop);
  feeds.set(projectId, feed);
  const found = await feed.parts(from, to, state);
  const answer =
    typeof found === 'string'
      ? found
      : {
          ...found,
          parts: found.parts.map((part) => {
            if (sent.has(part.key)) return { ...part, columns: null };
            sent.add(part.key);
            return part;
          }),
        };
  const result = { answer, dropped, held: memory.bytes };
  dropped = [];
  return result;
});
