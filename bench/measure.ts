import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { keyPrefix, newSecretKey, secretHash } from '../src/accounts/secrets.ts';
import { projectGlobalId } from '../src/ids.ts';
import { openStore } from '../src/store/store.ts';
import { buildServer, startServerProcess, temporaryDirectory } from '../tests/support/process.ts';
import type { Loaded } from './load.ts';
import { DASHBOARD, QUESTIONS, TOTALS } from './questions.ts';

const DAY = 24 * 60 * 60_000;
/** The end of the dataset. */
const END = Date.parse('2026-11-20T00:00:00Z');
const RUNS = 7;
// As many as it takes until Node has compiled what a question runs.
const WARM_UPS = 8;
// A statement over the raw table that takes seconds is run once; others three times, after the first one.
const SQL_RUNS = 3;
const SQL_LONG = 1_000;

/** One line of the table; times are medians in milliseconds. */
export interface Measured {
  question: string;
  days: number;
  goal: number | null;
  ms: number;
  sqlMs: number | null;
}

export interface Results {
  questions: Measured[];
  /** Asked again with the cache on: what the server adds to the round trip of an empty question. */
  repeatedMs: number;
  /** First answers of a server that has just started. */
  firstMs: { totals: number; dashboard: number };
  concurrency: { oneClient: number; sixteenClients: number; healthP99: number };
  ingesting: { rate: number; questions: Measured[] };
  /** Resident memory of the server's process, in MB. */
  memory: { idle: number; after: number };
}

/** Measures all questions on real server processes, one after the other. */
export async function measure(loaded: Loaded): Promise<Results> {
  const main = await buildServer();
  const key = await createKey(loaded);
  const start = (env: Record<string, string> = {}) => startBenchServer(main, loaded, key, env);

  const first = await start({ RESULT_CACHE: 'off' });
  const idle = await first.memory();
  const firstMs = {
    totals: await timed(() => first.ask(TOTALS, 30)),
    dashboard: await timed(() => first.ask(DASHBOARD, 30)),
  };
  const questions = await measureQuestions(first, loaded);
  const after = await first.memory();
  const concurrency = await measureConcurrency(first);
  const ingesting = await measureWhileIngesting(first);
  await first.stop();

  const cached = await start();
  await cached.ask(DASHBOARD, 90);
  const repeated = await median(RUNS * 5, () => cached.ask(DASHBOARD, 90));
  const empty = await median(RUNS * 5, () => cached.ask('id', 90));
  await cached.stop();

  return {
    questions,
    repeatedMs: Math.max(0, repeated - empty),
    firstMs,
    concurrency,
    ingesting,
    memory: { idle, after },
  };
}

interface AskedServer {
  /** Asks fields of the project over the last days of the dataset, or up to `end`. */
  ask(fields: string, days: number, end?: number): Promise<void>;
  track(events: unknown[]): Promise<void>;
  health(): Promise<void>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

async function startBenchServer(
  main: string,
  { url: databaseUrl, projectId }: Loaded,
  key: string,
  env: Record<string, string>,
): Promise<AskedServer> {
  const { program, url } = await startServerProcess(main, await temporaryDirectory(), {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    ...env,
  });
  const project = projectGlobalId(projectId);
  const post = async (query: string, variables: unknown): Promise<void> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
  };
  return {
    ask: (fields, days, end = END) => {
      const declared = fields.includes('$range') ? ', $range: RangeInput!' : '';
      const range = { between: { start: new Date(end - days * DAY), end: new Date(end) } };
      return post(`query Bench($project: ID!${declared}) { project(id: $project) { ${fields} } }`, {
        project,
        range,
      });
    },
    track: (events) =>
      post('mutation Bench($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }', {
        input: { projectId: project, events },
      }),
    health: async () => void (await (await fetch(`${url}/health`)).text()),
    memory: async () => {
      const status = await readFile(`/proc/${program.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    stop: async () => {
      program.kill('SIGTERM');
      await program.exit;
    },
  };
}

async function createKey({ url, projectId }: Loaded): Promise<string> {
  const store = openStore({ url, poolSize: 2, statementTimeout: 60, onConnectionError: () => undefined });
  const secret = newSecretKey();
  await store.prisma.apiKey.create({
    data: {
      projectId,
      name: 'bench',
      prefix: keyPrefix(secret),
      secretHash: secretHash(secret),
      scopes: ['READ', 'WRITE'],
    },
  });
  await store.close();
  return secret;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median milliseconds of `runs` runs, after some that do not count. */
async function median(runs: number, work: () => Promise<unknown>, warmUps = WARM_UPS): Promise<number> {
  for (let i = 0; i < warmUps; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await timed(work));
  return percentile(times, 0.5);
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function measureQuestions(server: AskedServer, loaded: Loaded): Promise<Measured[]> {
  const client = new pg.Client(loaded.url);
  await client.connect();
  const measured: Measured[] = [];
  try {
    for (const { name, fields, ranges, sql } of QUESTIONS) {
      for (const { days, goal } of ranges) {
        const ms = await median(RUNS, () => server.ask(fields, days));
        const parameters = [new Date(END - days * DAY), new Date(END)];
        const values = sql?.includes('$3') ? [...parameters, loaded.projectId] : parameters;
        const sqlMs = sql === null ? null : await sqlTime(() => client.query(sql, values));
        measured.push({ question: name, days, goal, ms, sqlMs });
        const compared = sqlMs === null ? '' : `  SQL ${sqlMs.toFixed(0).padStart(6)} ms`;
        console.log(`${name.padEnd(44)} ${days} d ${ms.toFixed(1).padStart(9)} ms${compared}`);
      }
    }
  } finally {
    await client.end();
  }
  return measured;
}

async function sqlTime(work: () => Promise<unknown>): Promise<number> {
  const once = await timed(work);
  return once > SQL_LONG ? once : median(SQL_RUNS, work, 0);
}

const SECONDS = 10;

/** Dashboards a second by one client and by sixteen, and how long /health takes meanwhile. */
async function measureConcurrency(server: AskedServer): Promise<Results['concurrency']> {
  const oneClient = await throughput(server, 1);
  const health: number[] = [];
  const watching = new AbortController();
  const watcher = (async () => {
    while (!watching.signal.aborted) {
      await Promise.all([timed(server.health).then((ms) => health.push(ms)), delay(20)]);
    }
  })();
  const sixteenClients = await throughput(server, 16);
  watching.abort();
  await watcher;
  return { oneClient, sixteenClients, healthP99: percentile(health, 0.99) };
}

async function throughput(server: AskedServer, clients: number): Promise<number> {
  const until = performance.now() + SECONDS * 1000;
  let answers = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await server.ask(DASHBOARD, 30);
        answers++;
      }
    }),
  );
  return answers / SECONDS;
}

const RATE = 5_000;
const BATCH = 100;
const WATCHED = new Set([
  'totals',
  'top 10 paths',
  'totals, country = DE',
  'dashboard',
  'funnel of three steps',
]);

/** Questions that include the newest event, while events arrive. */
async function measureWhileIngesting(server: AskedServer): Promise<Results['ingesting']> {
  const stopping = new AbortController();
  const startedAt = performance.now();
  let sent = 0;
  const requests = new Set<Promise<void>>();
  const sender = (async () => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      await delay(Math.max(0, startedAt + n * (1000 / (RATE / BATCH)) - performance.now()));
      // As many as a client may have under way: a server that is slower gets fewer.
      while (requests.size >= 32) await Promise.race(requests);
      const request = server.track(batch(n)).then(() => {
        sent += BATCH;
        requests.delete(request);
      });
      requests.add(request);
    }
  })();
  const questions: Measured[] = [];
  for (const { name, fields, ranges } of QUESTIONS.filter((question) => WATCHED.has(question.name))) {
    for (const { days, goal } of ranges) {
      const ms = await median(RUNS, () => server.ask(fields, days, Date.now() + 60_000));
      questions.push({ question: name, days, goal: goal && goal * 2, ms, sqlMs: null });
    }
  }
  // Long enough for a rate that means something.
  await delay(Math.max(0, SECONDS * 1000 - (performance.now() - startedAt)));
  stopping.abort();
  await sender;
  await Promise.all(requests);
  return { rate: sent / ((performance.now() - startedAt) / 1000), questions };
}

/** Pageviews of visitors of whom some return with each batch. */
const batch = (n: number) =>
  Array.from({ length: BATCH }, (_, i) => ({
    visitorId: `bench-${Math.floor(n / 8) * 40 + ((i * 7 + n) % 40)}`,
    url: `https://shop.example/page/${1 + ((n * 31 + i * 17) % 2000)}`,
  }));
