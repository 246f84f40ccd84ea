import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { channelOf, connectBus } from '../src/live/bus.ts';
import { databaseIdentity } from '../src/live/sql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket, type Watch } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { DATABASE, named, type Pair, Stats, startPair, subscribers, track } from './support/watching.ts';

// What the Redis between two servers carries, and what becomes of it when Redis goes away.

const silent = pino({ level: 'silent' });
const CHANNEL = channelOf(DATABASE);
let pair: Pair;
let servers: [TestServer, TestServer];
let tenant: Tenant;
let projectId: number;
const leaving: (() => unknown)[] = [];

beforeAll(async () => {
  pair = await startPair();
  servers = [pair.first, pair.second];
  tenant = await createTenant(pair.first);
  projectId = Number(Buffer.from(tenant.projectId, 'base64').toString().split(':')[1]);
});
afterAll(() => pair.close());
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
  for (const server of servers) await subscribers(server, 0);
});

/** What a server's hub hands to a reader, until the test ends. */
function read<T>(stream: AsyncIterable<T>): T[] {
  const seen: T[] = [];
  const iterator = stream[Symbol.asyncIterator]();
  leaving.push(() => iterator.return?.());
  void (async () => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) seen.push(next.value);
  })();
  return seen;
}

const join = (database: string) => connectBus({ url: pair.redis.url, database, log: silent });

const ready = (server: TestServer, status: number) =>
  vi.waitFor(async () => expect((await fetch(`${server.url}/ready`)).status).toBe(status), 20_000);

async function untilSubscribed(): Promise<void> {
  await vi.waitFor(async () => {
    const probe = new Redis(pair.redis.url);
    const [, count] = (await probe.pubsub('NUMSUB', CHANNEL)) as [string, number];
    probe.disconnect();
    expect(count).toBe(2);
  }, 20_000);
}

it('brings each event to the subscribers of every server, once, also after Redis was away', {
  timeout: 60_000,
}, async () => {
  const seen = servers.map(({ app }) => read(app.hub.events(projectId, null)));
  const names = () => seen.map((events) => events.map(({ eventId }) => eventId).sort());
  const answers = servers.map(({ url }) => {
    const variables = { project: tenant.projectId, range: { preset: 'TODAY' as const }, throttle: 'PT0.1S' };
    const watch = overWebSocket(url, Stats, variables, tenant.token);
    leaving.push(() => watch.leave());
    return watch;
  });
  const counts = () =>
    answers.map(
      (watch: Watch<{ stats: { totals: { events: number } } }>) =>
        watch.received.at(-1)?.data?.stats.totals.events,
    );
  await Promise.all(servers.map((server) => subscribers(server, 2)));

  await track(servers[0], tenant, named('one'));
  await track(servers[1], tenant, named('two'));
  await vi.waitFor(
    () =>
      expect(names()).toEqual([
        ['one', 'two'],
        ['one', 'two'],
      ]),
    10_000,
  );
  await vi.waitFor(() => expect(counts()).toEqual([2, 2]), 10_000);

  await pair.redis.stop();
  for (const server of servers) await ready(server, 503);
  // Its own subscribers are told in any case.
  await track(servers[0], tenant, named('alone'));
  await vi.waitFor(() => expect(names()[0]).toContain('alone'), 10_000);

  await pair.redis.start();
  for (const server of servers) await ready(server, 200);
  await untilSubscribed();
  // An event of that time does not come any more; the numbers do.
  await vi.waitFor(() => expect(counts()).toEqual([3, 3]), 10_000);
  await track(servers[1], tenant, named('three'));
  await vi.waitFor(
    () =>
      expect(names()).toEqual([
        ['alone', 'one', 'three', 'two'],
        ['one', 'three', 'two'],
      ]),
    10_000,
  );
});

it('says on both sides that there was a loss', { timeout: 60_000 }, async () => {
  const [one, other] = [await join('test'), await join('test')];
  const heard = { one: [] as string[], other: [] as string[] };
  one.subscribe(({ of }) => heard.one.push(of));
  other.subscribe(({ of }) => heard.other.push(of));
  await pair.redis.stop();
  await vi.waitFor(() => expect(one.broken()).not.toBeNull());
  one.publish({ of: 'rights' });
  await pair.redis.start();
  await vi.waitFor(() => {
    expect(heard.one).toContain('loss');
    expect(heard.other).toContain('loss');
  }, 20_000);
  expect(heard.other).not.toContain('rights');
  for (const server of servers) await ready(server, 200);
  await one.close();
  await other.close();
});

it('asks again where Redis refused to let it listen', { timeout: 60_000 }, async () => {
  const [one, other] = [await join('test'), await join('test')];
  const heard: string[] = [];
  other.subscribe(({ of }) => heard.push(of));
  const admin = new Redis(pair.redis.url);
  await admin.acl('SETUSER', 'default', 'resetchannels');
  await vi.waitFor(() => expect(other.broken()).toBe('Redis does not let this server subscribe'), 10_000);
  await admin.acl('SETUSER', 'default', 'allchannels');
  await vi.waitFor(() => expect(heard).toContain('loss'), 10_000);
  expect(other.broken()).toBeNull();
  await vi.waitFor(() => {
    one.publish({ of: 'rights' });
    expect(heard).toContain('rights');
  }, 10_000);
  for (const server of servers) await ready(server, 200);
  admin.disconnect();
  await one.close();
  await other.close();
});

it('tells the servers of one database alone', async () => {
  const all = [await join('one'), await join('one'), await join('other'), await join('other')] as const;
  const heard = all.map(() => [] as string[]);
  all.forEach((bus, index) => {
    bus.subscribe(({ of }) => heard[index]?.push(of));
  });
  all[0].publish({ of: 'rights' });
  await vi.waitFor(() => expect(heard[1]).toEqual(['rights']));
  // What the first said is past by now: a connection is read in order.
  all[2].publish({ of: 'loss' });
  await vi.waitFor(() => expect(heard[3]).toEqual(['loss']));
  expect(heard).toEqual([[], ['rights'], [], ['loss']]);
  await Promise.all(all.map((bus) => bus.close()));
});

it('calls a database the same on each of its servers, and another one differently', async () => {
  const another = await startServer();
  const [first, second, third] = await Promise.all(
    [...servers, another].map(({ app }) => databaseIdentity(app.store.pool)),
  );
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  await another.close();
});

it('brings each insight of the types that are asked for to every server', async () => {
  const all = servers.map(({ app }) => read(app.hub.insights(projectId)));
  const trends = servers.map(({ app }) => read(app.hub.insights(projectId, ['TREND'])));
  const elsewhere = read(servers[0].app.hub.insights(projectId + 1));
  await untilSubscribed();
  const trend = { projectId, id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', type: 'TREND' as const };
  const anomaly = { projectId, id: '7f9619ff-8b86-4d01-b42d-00c04fc964ff', type: 'ANOMALY' as const };
  servers[0].app.hub.publishInsight(trend);
  servers[1].app.hub.publishInsight(anomaly);
  await vi.waitFor(() => {
    for (const seen of all) expect(seen.map(({ type }) => type).sort()).toEqual(['ANOMALY', 'TREND']);
    for (const seen of trends) expect(seen).toEqual([expect.objectContaining(trend)]);
  });
  expect(elsewhere).toEqual([]);
});

it('passes over what a server of another version says', async () => {
  const seen = read(servers[0].app.hub.insights(projectId));
  await untilSubscribed();
  const probe = new Redis(pair.redis.url);
  for (const text of ['{"from":"x","word":{"of":"news"}}', '{}', 'no JSON'])
    await probe.publish(CHANNEL, text);
  probe.disconnect();
  const trend = { projectId, id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', type: 'TREND' as const };
  servers[1].app.hub.publishInsight(trend);
  await vi.waitFor(() => expect(seen).toHaveLength(1));
});

it('says what to do where Redis cannot be reached', async () => {
  await expect(connectBus({ url: 'redis://127.0.0.1:1', database: 'test', log: silent })).rejects.toThrow(
    /REDIS_URL .*unset REDIS_URL/,
  );
});
