import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildServer } from '../../tests/support/process.ts';
import { openBenchStore, openServer, runOnce } from '../database.ts';
import { machine, writeReport } from '../report.ts';
import { percentiles, type Run, report } from './report.ts';
import { type Counts, createReadable, type FanoutServer, gather, startFanoutServer } from './server.ts';
import { startTraffic, type Traffic } from './traffic.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    subscribers: { type: 'string', default: '5000' },
    watchers: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '500' },
    out: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const SECONDS = Number(values.seconds);
const SETTLE = 5_000;
const [PATHS, GOALS] = [10, 10];
const RANGES = ['LAST_7_DAYS', 'LAST_30_DAYS', 'LAST_90_DAYS', 'THIS_MONTH', 'LAST_12_MONTHS'];
const QUESTIONS = Array.from({ length: PATHS }, (_, path) => path).flatMap((path) =>
  RANGES.map((preset) => ({ path, preset })),
);

const STATS = `subscription Dashboard($project: ID!, $range: RangeInput, $filter: EventFilter) {
  stats(projectId: $project, range: $range, filter: $filter) {
    totals { events pageviews visits visitors bounceRate visitDuration }
    breakdown(by: BROWSER) { value metrics { visitors } }
  }
}`;
const TRACKED = `subscription Goals($project: ID!, $filter: EventFilter) {
  eventTracked(projectId: $project, filter: $filter) { id name properties visitorId path timestamp }
}`;

interface Project {
  projectId: string;
  token: string;
}

/** Statements of texts that were not there before there were subscribers, a second. */
function statementsOf(before: Counts, [from, to]: readonly [Counts, Counts]): number {
  const seconds = (to.at - from.at) / 1000;
  const rates = Object.entries(to.counts)
    .filter(([text]) => before.counts[text] === undefined)
    .map(([text, count]) => ({ text, rate: (count - (from.counts[text] ?? 0)) / seconds }))
    .sort((a, b) => b.rate - a.rate);
  if (values.verbose)
    for (const { text, rate } of rates.slice(0, 12))
      console.log(`${rate.toFixed(1)}/s  ${text.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  return rates.reduce((sum, { rate }) => sum + rate, 0);
}

const cpuOf = ([from, to]: readonly [Counts, Counts]): number =>
  (100 * (to.cpu - from.cpu)) / (to.at - from.at);

async function window(server: FanoutServer): Promise<readonly [Counts, Counts]> {
  await delay(SETTLE);
  const from = await server.read();
  await delay(SECONDS * 1000);
  return [from, await server.read()];
}

const crowdOf = ({ port }: FanoutServer, { projectId, token }: Project, count: number) => ({
  port,
  token,
  count,
  query: STATS,
  variables: QUESTIONS.map(({ path, preset }) => ({
    project: projectId,
    range: { preset },
    filter: { path: { eq: `/q/${path}` } },
  })),
  answers: true,
  pattern: '"events":(\\d+)',
});

async function measureStats(
  server: FanoutServer,
  project: Project,
  traffic: Traffic,
  idle: Counts,
): Promise<Run['stats']> {
  const count = Number(values.subscribers);
  const crowd = await gather(crowdOf(server, project, count));
  const measured = await window(server);
  const { memory } = await server.weigh();
  const { arrivals, closed } = await crowd.leave();
  const [from, to] = measured;
  const fresh: number[] = [];
  const seen: number[] = [];
  const latest = new Map<number, number>();
  let messages = 0;
  for (const [at, subscriber, number] of arrivals) {
    const sent = traffic.sent[QUESTIONS[subscriber % QUESTIONS.length]?.path ?? 0] ?? [];
    const former = latest.get(subscriber) ?? number;
    latest.set(subscriber, number);
    if (at < from.at || at > to.at) continue;
    messages++;
    fresh.push(at - (sent[number - 1] ?? Number.NaN));
    for (let event = former; event < number; event++) seen.push(at - (sent[event] ?? Number.NaN));
  }
  return {
    subscribers: count,
    questions: QUESTIONS.length,
    messages: messages / ((to.at - from.at) / 1000),
    statements: statementsOf(idle, measured),
    fresh: percentiles(fresh),
    seen: percentiles(seen),
    memory: {
      rss: (memory.rss - idle.memory.rss) / count,
      heap: (memory.heapUsed - idle.memory.heapUsed) / count,
    },
    cpu: cpuOf(measured),
    closed,
  };
}

async function measureEvents(
  server: FanoutServer,
  { projectId, token }: Project,
  traffic: Traffic,
  idle: Counts,
): Promise<Run['events']> {
  const count = Number(values.watchers);
  const crowd = await gather({
    port: server.port,
    token,
    count,
    query: TRACKED,
    variables: Array.from({ length: GOALS }, (_, goal) => ({
      project: projectId,
      filter: { name: { eq: `goal-${goal}` } },
    })),
    answers: false,
    pattern: '"number":(\\d+)',
  });
  const measured = await window(server);
  await delay(1_000);
  const { arrivals, closed } = await crowd.leave();
  const [from, to] = measured;
  const isOf = (goal: number): boolean => {
    const sent = traffic.goals[goal] ?? 0;
    return sent >= from.at && sent < to.at;
  };
  const due = traffic.goals.filter((_, goal) => isOf(goal)).length * (count / GOALS);
  const arrived = arrivals.filter(([, , goal]) => isOf(goal));
  return {
    subscribers: count,
    messages: arrived.length / ((to.at - from.at) / 1000),
    arrived: arrived.length / due,
    latency: percentiles(arrived.map(([at, , goal]) => at - (traffic.goals[goal] ?? Number.NaN))),
    statements: statementsOf(idle, measured),
    cpu: cpuOf(measured),
    closed,
  };
}

/** What the server takes its memory with, outside of V8's heap. */
const allocator = (): string =>
  process.env.LD_PRELOAD ? basename(process.env.LD_PRELOAD) : 'malloc of libc';

const postgres = await openServer();
const database = `bench_fanout_${Date.now()}`;
await runOnce(postgres.urlOf('postgres'), `create database ${database}`);
const store = await openBenchStore(postgres.urlOf(database));
try {
  const server = await startFanoutServer(await buildServer(), postgres.urlOf(database));
  try {
    const { writeKey, ...project } = await createReadable(store);
    const traffic = startTraffic(server.port, writeKey, Number(values.rate), PATHS);
    await delay(SETTLE);
    const quiet = await server.read();
    // What the first questions load stays: it is not the subscribers'.
    const few = await gather(crowdOf(server, project, QUESTIONS.length));
    await delay(SETTLE);
    await few.leave();
    await delay(SETTLE);
    const idle = { ...(await server.weigh()), counts: quiet.counts };
    const before = traffic.accepted();
    const stats = await measureStats(server, project, traffic, idle);
    await delay(SETTLE);
    const events = await measureEvents(server, project, traffic, idle);
    const rate = (traffic.accepted() - before) / ((Date.now() - idle.at) / 1000);
    await traffic.stop();
    const { rows } = await runOnce(
      postgres.urlOf(database),
      `select current_setting('server_version') as postgres`,
    );
    const text = report({
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      node: process.versions.node,
      postgres: rows[0].postgres,
      allocator: allocator(),
      seconds: SECONDS,
      rate,
      stats,
      events,
    });
    console.log(`\n${text}`);
    if (values.out) await writeReport(values.out, text, 'fanout');
  } finally {
    await server.stop();
  }
} finally {
  await store.close();
  await runOnce(postgres.urlOf('postgres'), `drop database ${database} with (force)`);
  await postgres.stop();
}
