import { parseArgs } from 'node:util';
import { buildServer } from '../../tests/support/process.ts';
import { openBenchStore, openServer, runOnce } from '../database.ts';
import { machine, writeReport } from '../report.ts';
import { copyRate } from './copy.ts';
import type { Load } from './load.ts';
import { type Line, report } from './report.ts';
import {
  createProject,
  type Servers,
  send,
  startAlone,
  startQueued,
  untilStored,
  usageOf,
} from './servers.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    sustain: { type: 'string', default: '0' },
    out: { type: 'string' },
  },
});
const SECONDS = Number(values.seconds);
const WARM_UP = 5;

type Asked = Omit<Load, 'port' | 'writeKey' | 'seconds'> & { seconds?: number };

const BATCHES: Asked = { door: 'graphql', connections: 16, batch: 100 };
const SINGLE = { connections: 32, batch: 1 } as const;

const server = await openServer();
const database = `bench_ingest_${Date.now()}`;
await runOnce(server.urlOf('postgres'), `create database ${database}`);
const url = server.urlOf(database);
const store = await openBenchStore(url);
const main = await buildServer();
const lines: Line[] = [];
let copy = { rows: 0, rate: 0 };
let least = { health: 0, typename: 0 };

/** One load on running servers, in a project of its own. */
async function measure(
  name: string,
  servers: Servers,
  asked: Asked,
  goal: Line['goal'],
): Promise<Line & { projectId: number }> {
  const project = await createProject(store, name);
  const load: Load = { seconds: SECONDS, ...asked, port: servers.port, writeKey: project.writeKey };
  const warm = await send({ ...load, seconds: WARM_UP });
  await untilStored(store, project.id, warm.events);
  const before = await usages(servers);
  const memories: number[] = [];
  const [first = 0] = Object.values(servers.processes);
  const sampling = setInterval(
    () => void usageOf(first).then(({ memory }) => memories.push(Math.round(memory))),
    60_000,
  );
  const result = await send(load);
  clearInterval(sampling);
  const lag = await untilStored(store, project.id, warm.events + result.events);
  const after = await usages(servers);
  const processes = Object.entries(after).map(([process, { cpu, memory }]) => ({
    process,
    cpu: (cpu - (before[process]?.cpu ?? 0)) / (result.seconds * 10),
    memory,
    grown: memory - (before[process]?.memory ?? 0),
  }));
  const line = { name, goal, ...result, lag, processes, memories };
  lines.push(line);
  if (result.failure) console.log(`the first of ${result.failed} that failed: ${result.failure}`);
  console.log(
    `${name}: ${(result.events / result.seconds).toFixed(0)} events/s, p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms, lag ${lag.toFixed(0)} ms`,
  );
  return { ...line, projectId: project.id };
}

/** Requests a second that bring nothing, of as many connections as those that bring one event. */
async function leastOf({ port }: Servers, door: Load['door']): Promise<number> {
  const load: Load = { ...SINGLE, door, port, writeKey: '', seconds: SECONDS / 2 };
  const { requests, failed, seconds } = await send(load);
  if (failed > 0) throw new Error(`${failed} requests to ${door} failed`);
  return requests / seconds;
}

async function usages({ processes }: Servers) {
  const entries = await Promise.all(
    Object.entries(processes).map(async ([name, pid]) => [name, await usageOf(pid)] as const),
  );
  return Object.fromEntries(entries);
}

try {
  const alone = await startAlone(main, url);
  try {
    const batches = await measure('GraphQL, 100 events a request, 16 connections', alone, BATCHES, {
      events: 15_000,
    });
    copy = await copyRate(url, batches.projectId);
    await measure(
      'GraphQL, one event a request, 32 connections',
      alone,
      { ...SINGLE, door: 'graphql' },
      { requests: 3_000, p99: 50 },
    );
    await measure(
      'REST, one event a request, 32 connections',
      alone,
      { ...SINGLE, door: 'rest' },
      { requests: 3_000, p99: 50 },
    );
    least = { health: await leastOf(alone, 'health'), typename: await leastOf(alone, 'typename') };
    const minutes = Number(values.sustain);
    if (minutes > 0) {
      const rate = (batches.events / batches.seconds) * 0.8;
      await measure(
        `the first at 80 % of its rate, ${minutes} minutes`,
        alone,
        { ...BATCHES, rate, seconds: minutes * 60 },
        {},
      );
    }
  } finally {
    await alone.stop();
  }
  const queued = await startQueued(main, url);
  try {
    // Offered a little more than what is to be sustained.
    await measure(
      'through Redis and one worker: the same, 10,500 events/s offered',
      queued,
      { ...BATCHES, rate: 10_500 },
      { events: 10_000, lag: 2_000 },
    );
    await measure('through Redis and one worker: the same, as many as are taken', queued, BATCHES, {});
  } finally {
    await queued.stop();
  }
  const { rows } = await runOnce(
    url,
    `select current_setting('server_version') as postgres, current_setting('shared_buffers') as "sharedBuffers"`,
  );
  const text = report({
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    node: process.versions.node,
    ...rows[0],
    copy,
    lines,
    least,
  });
  console.log(`\n${text}`);
  if (values.out) await writeReport(values.out, text, 'ingest');
} finally {
  await store.close();
  await runOnce(server.urlOf('postgres'), `drop database ${database} with (force)`);
  await server.stop();
}
