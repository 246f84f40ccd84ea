import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { graphql } from './gql/gql.ts';
import { type Fleet, type FleetProcess, type FleetProject, startFleet } from './support/fleet.ts';
import { ask } from './support/process.ts';
import { until } from './support/watching.ts';

// Two API processes, two workers, Redis and Postgres, broken one after the other while events arrive: every event that
// was acknowledged is stored, once, in its visitor's order; visits are what a rebuild makes of the events; and the report
// adds up at every moment. SOAK_MINUTES=60 npx vitest run tests/ingest-breaking.test.ts goes on breaking, at random.

const SOAK = Number(process.env.SOAK_MINUTES ?? 0) * 60_000;
const PROJECTS = 3;
const VISITORS = 4;
// Small enough to be filled within a second.
const MOST_WAITING = 3_000;

const Report = graphql(`
  query BreakingReport($project: ID!) {
    project(id: $project) {
      ingestion(range: { preset: ALL_TIME }) { received stored duplicate bot rejected pending }
      stats(range: { preset: ALL_TIME }) { totals { events visits } }
    }
  }
`);

let fleet: Fleet;
let store: Store;
let sites: Site[];
beforeAll(async () => {
  fleet = await startFleet({ QUEUE_MAX_EVENTS: String(MOST_WAITING), LOG_LEVEL: 'warn' });
  store = openStore({
    url: fleet.databaseUrl,
    poolSize: 4,
    statementTimeout: 60,
    onConnectionError: () => undefined,
  });
  await watchArrivals();
  sites = [];
  for (let i = 0; i < PROJECTS; i++) sites.push(createSite(await fleet.createProject()));
}, 120_000);
afterAll(async () => {
  await store.close();
  await fleet.stop();
});

/** Notes the order in which events are stored, in the transactions that store them. */
async function watchArrivals(): Promise<void> {
  await store.pool.query(`
    create table arrivals (n bigserial primary key, project_id int, event_id text);
    create function arrive() returns trigger language plpgsql as $$
      begin insert into arrivals (project_id, event_id) values (new.project_id, new.event_id); return null; end $$;
    create trigger arrive after insert on events for each row execute function arrive()`);
}

/** What was sent to a project, and what was acknowledged of it. */
interface Site extends FleetProject {
  number: number;
  /** Ids of good events, all of them acknowledged once the senders have stopped. */
  sent: string[];
  /** Events of requests that were acknowledged, of all kinds, again where they were sent again. */
  acknowledged: number;
  /** Events of all requests, acknowledged or not. */
  attempted: number;
  /** The next event of each visitor. */
  next: number[];
}

const createSite = (project: FleetProject): Site => ({
  ...project,
  number: projectNumber(project.id) ?? 0,
  sent: [],
  acknowledged: 0,
  attempted: 0,
  next: Array.from({ length: VISITORS }, () => 0),
});

const START = Date.now() - 60 * 60_000;
const random = (below: number): number => Math.floor(Math.random() * below);

/** Sends a request until it is acknowledged, and now and then does not wait for the answer. */
async function deliver(site: Site, events: object[]): Promise<void> {
  for (let attempt = random(2); ; attempt++) {
    const api = fleet.apis[attempt % fleet.apis.length] as FleetProcess;
    site.attempted += events.length;
    try {
      const response = await fetch(`${api.url}/api/events`, {
        method: 'POST',
        body: JSON.stringify({ writeKey: site.writeKey, events }),
        signal: AbortSignal.timeout(random(20) === 0 ? random(20) : 10_000),
      });
      if (response.status === 202) {
        const { durability } = (await response.json()) as { durability: string };
        expect(durability).toBe('QUEUED');
        site.acknowledged += events.length;
        return;
      }
      if (response.status === 503) expect(response.headers.get('retry-after')).toBe('5');
      await response.arrayBuffer();
    } catch (error) {
      if ((error as { name: string }).name === 'AssertionError') throw error;
    }
    await delay(50);
  }
}

/** Goes on sending a visitor's events, each request after the last one was acknowledged. */
async function visit(site: Site, visitor: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const events: object[] = [];
    for (let i = 1 + random(4); i > 0; i--) {
      const n = site.next[visitor] ?? 0;
      site.next[visitor] = n + 1;
      const id = `${visitor}:${n}`;
      site.sent.push(id);
      // Now and then a visit ends.
      const timestamp = new Date(START - (visitor === 0 ? 0 : 3_600_000 * random(20)) + n * 10).toISOString();
      events.push({ id, visitorId: `visitor ${visitor}`, name: 'step', timestamp });
    }
    if (random(3) === 0)
      events.push({ id: `bot ${random(100)}`, name: 'crawl', context: { userAgent: 'Googlebot/2.1' } });
    if (random(3) === 0) events.push({ name: 'bad', timestamp: 'never' });
    await deliver(site, events);
    await delay(random(10));
  }
}

const reportOf = async (site: Site, api: FleetProcess) => {
  const { project } = await ask(api.url, Report, { project: site.id }, site.secret);
  if (!project) throw new Error('the project cannot be seen');
  return project;
};

const sum = (report: { stored: number; duplicate: number; bot: number; rejected: number; pending: number }) =>
  report.stored + report.duplicate + report.bot + report.rejected + report.pending;

/** Asks for reports while events flow; returns how many were answered. */
async function watchReports(signal: AbortSignal): Promise<number> {
  let answered = 0;
  for (let i = 0; !signal.aborted; i++) {
    const site = sites[i % sites.length] as Site;
    const acknowledged = site.acknowledged;
    const project = await reportOf(site, fleet.apis[random(2)] as FleetProcess).catch(() => null);
    if (project) {
      const { ingestion } = project;
      expect(ingestion.received).toBe(sum(ingestion));
      expect(ingestion.received).toBeGreaterThanOrEqual(acknowledged);
      expect(ingestion.received).toBeLessThanOrEqual(site.attempted);
      answered++;
    }
    await delay(5);
  }
  return answered;
}

/** Lets events flow while something is broken, and until everything was acknowledged; then all has to be right. */
async function whileEventsFlow(breaking: () => Promise<void>): Promise<void> {
  const over = new AbortController();
  const senders = sites.flatMap((site) => site.next.map((_, visitor) => visit(site, visitor, over.signal)));
  const watched = watchReports(over.signal);
  const flow = Promise.all([...senders, watched]);
  try {
    await Promise.race([
      flow,
      delay(300)
        .then(breaking)
        .then(() => delay(500)),
    ]);
  } finally {
    over.abort();
  }
  await flow;
  expect(fleet.crashes).toEqual([]);
  expect(await watched).toBeGreaterThan(0);
  for (const site of sites) await check(site);
}

/** Everything that was acknowledged is stored once and in order, and what is derived from it is right. */
async function check(site: Site): Promise<void> {
  const [api] = fleet.apis as [FleetProcess];
  await until(async () => expect((await reportOf(site, api)).ingestion.pending).toBe(0));
  const { rows } = await store.pool.query(
    'select event_id as id from arrivals where project_id = $1 order by n',
    [site.number],
  );
  const ids: string[] = rows.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(site.sent.toSorted());
  for (let visitor = 0; visitor < VISITORS; visitor++) {
    const order = ids.filter((id) => id.startsWith(`${visitor}:`));
    expect(order).toEqual(site.sent.filter((id) => id.startsWith(`${visitor}:`)));
  }
  const { ingestion, stats } = await reportOf(site, api);
  expect(ingestion.received).toBe(sum(ingestion));
  expect(ingestion.received).toBeGreaterThanOrEqual(site.acknowledged);
  expect(ingestion.received).toBeLessThanOrEqual(site.attempted);
  expect([ingestion.stored, stats.totals.events]).toEqual([site.sent.length, site.sent.length]);
  const kept = await store.pool.query('select from bot_events where project_id = $1', [site.number]);
  expect(kept.rowCount).toBe(ingestion.bot);
  const visits = await store.pool.query('select from visits where project_id = $1', [site.number]);
  expect(stats.totals.visits).toBe(visits.rowCount);
  expect(await rebuildProject(store, site.number, { parts: ['visits'] })).toMatchObject({
    written: 0,
    removed: 0,
    moved: 0,
    keys: 0,
  });
}

const together = async (...work: Promise<void>[]) => void (await Promise.all(work));

async function kill(each: FleetProcess): Promise<void> {
  await each.end('SIGKILL');
  await each.start();
}

async function pauseFor(
  each: { program: { kill(signal: NodeJS.Signals): void } },
  milliseconds: number,
): Promise<void> {
  each.program.kill('SIGSTOP');
  await delay(milliseconds);
  each.program.kill('SIGCONT');
}

async function terminate(each: FleetProcess): Promise<void> {
  expect(await each.end('SIGTERM')).toBe(0);
  await each.start();
}

const serversOf = `from pg_stat_activity where datname = 'pulsegraph' and application_name = 'pulsegraph'`;

/** The operating system ends one of Postgres's processes: it ends all of them and recovers. */
async function crashPostgres(): Promise<void> {
  const { rows } = await fleet.admin.query(`select pid ${serversOf} limit 1`);
  process.kill(rows[0].pid, 'SIGKILL');
}

async function keepPostgresAway(milliseconds: number): Promise<void> {
  await fleet.admin.query('alter database pulsegraph with allow_connections false');
  await fleet.admin.query(`select pg_terminate_backend(pid) ${serversOf}`);
  await delay(milliseconds);
  await fleet.admin.query('alter database pulsegraph with allow_connections true');
}

async function dropConnections(): Promise<void> {
  await fleet.admin.query(`select pg_terminate_backend(pid) ${serversOf}`);
  const redis = new Redis(fleet.redis.url);
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  redis.disconnect();
}

/** Longer than a lease. */
const LONG = 10_000;
const [api, other] = [() => fleet.apis[0] as FleetProcess, () => fleet.apis[1] as FleetProcess];
const [worker, colleague] = [() => fleet.workers[0] as FleetProcess, () => fleet.workers[1] as FleetProcess];

const BREAKS: Record<string, () => Promise<void>> = {
  'an API process and a worker that are killed': () => together(kill(other()), kill(worker())),
  'both workers killed': () => together(kill(worker()), kill(colleague())),
  'a Redis that is killed': async () => {
    await fleet.redis.stop('SIGKILL');
    await delay(500);
    await fleet.redis.start();
  },
  'a Postgres that crashes': crashPostgres,
  'a Postgres that is away': () => keepPostgresAway(2_000),
  'connections that are dropped': dropConnections,
  'a worker that pauses for longer than its lease, and an API process': () =>
    together(pauseFor(colleague(), LONG), pauseFor(other(), 1_000)),
  'workers that pause in turn': async () => {
    for (let i = 0; i < 10; i++) await pauseFor(i % 2 ? worker() : colleague(), random(100));
  },
  'a Redis that hangs': async () => {
    fleet.redis.freeze();
    for (const { url } of [api(), worker()])
      await until(async () => expect((await fetch(`${url}/ready`)).status).toBe(503));
    await delay(2_000);
    fleet.redis.thaw();
  },
  'an API process and a worker that are stopped': () => together(terminate(other()), terminate(worker())),
};

describe('no event is lost, stored twice or miscounted by', () => {
  it.each(Object.keys(BREAKS))('%s', { timeout: 60_000 }, (name) =>
    whileEventsFlow(BREAKS[name] as () => Promise<void>),
  );
});

it('says no to a project before it loses anything, and stays ready for the others', {
  timeout: 60_000,
}, async () => {
  for (const { program } of fleet.workers) program.kill('SIGSTOP');
  const site = sites[0] as Site;
  const refused: string[] = [];
  while (refused.length === 0) {
    const from = site.next[0] ?? 0;
    const ids = Array.from({ length: 100 }, (_, i) => `0:${from + i}`);
    const events = ids.map((id, i) => ({
      id,
      visitorId: 'visitor 0',
      name: 'step',
      timestamp: new Date(START + (from + i) * 10).toISOString(),
    }));
    site.attempted += 100;
    const response = await fetch(`${api().url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ writeKey: site.writeKey, events }),
    });
    if (response.status === 202) {
      site.next[0] = from + 100;
      site.sent.push(...ids);
      site.acknowledged += 100;
      expect((await fetch(`${api().url}/ready`)).status).toBe(200);
    } else {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      refused.push(((await response.json()) as { error: { code: string } }).error.code);
    }
  }
  expect(refused).toEqual(['OVERLOADED']);
  expect((await fetch(`${api().url}/ready`)).status).toBe(200);
  const { ingestion } = await reportOf(site, api());
  // A quarter of all that may wait, to the last hundred.
  expect(ingestion.pending).toBe(Math.floor(MOST_WAITING / 4 / 100) * 100);
  expect(ingestion.received).toBe(sum(ingestion));
  for (const { program } of fleet.workers) program.kill('SIGCONT');
  await check(site);
  await until(async () => expect((await fetch(`${api().url}/ready`)).status).toBe(200));
});

it.runIf(SOAK > 0)('none of it at random, for long', { timeout: SOAK + 120_000 }, async () => {
  const names = Object.keys(BREAKS);
  for (const end = Date.now() + SOAK; Date.now() < end; ) {
    const name = names[random(names.length)] as string;
    console.log(new Date().toISOString(), name);
    await whileEventsFlow(async () => {
      await delay(random(2_000));
      await BREAKS[name]?.();
    });
  }
});
