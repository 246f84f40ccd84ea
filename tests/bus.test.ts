import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Bus, connectBus } from '../src/live/bus.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createRedis, type TestRedis } from './support/redis.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Two servers of one database with a real Redis between them.

const silent = pino({ level: 'silent' });
let redis: TestRedis;
let servers: [TestServer, TestServer];
let tenant: Tenant;

const connect = (): Promise<Bus> => connectBus(redis.url, silent);

beforeAll(async () => {
  redis = await createRedis();
  await redis.start();
  const first = await startServer({ bus: await connect() });
  const second = await startServer({ bus: await connect(), store: first.app.store, now: first.clock.now });
  servers = [first, second];
  tenant = await createTenant(first);
});
afterAll(async () => {
  const [first, second] = servers;
  await second.close();
  await first.close();
  await redis.stop();
});

const track = (server: TestServer, name: string) =>
  fetch(`${server.url}/api/events`, {
    method: 'POST',
    body: JSON.stringify({ writeKey: tenant.writeKey, events: [{ name }] }),
  });

it('brings each event to the subscribers of every server, once, also after Redis was away', {
  timeout: 60_000,
}, async () => {
  const projectId = Number(Buffer.from(tenant.projectId, 'base64').toString().split(':')[1]);
  const seen = servers.map(() => [] as string[]);
  servers.forEach(({ app }, i) => {
    void (async () => {
      for await (const { name } of app.hub.events(projectId, null)) seen[i]?.push(name);
    })();
  });
  await vi.waitFor(() => expect(servers.map(({ app }) => app.hub.size())).toEqual([1, 1]));

  await track(servers[0], 'one');
  await track(servers[1], 'two');
  await vi.waitFor(() =>
    expect(seen.map((names) => names.toSorted())).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]),
  );

  await redis.stop();
  await vi.waitFor(async () => expect((await fetch(`${servers[0].url}/ready`)).status).toBe(503));
  // Its own subscribers are told in any case.
  await track(servers[0], 'alone');
  await vi.waitFor(() => expect(seen[0]).toContain('alone'));

  await redis.start();
  await vi.waitFor(async () => {
    for (const { url } of servers) expect((await fetch(`${url}/ready`)).status).toBe(200);
    const probe = new Redis(redis.url);
    const [, subscribers] = (await probe.pubsub('NUMSUB', 'pulsegraph:events')) as [string, number];
    probe.disconnect();
    expect(subscribers).toBe(2);
  }, 20_000);
  await track(servers[1], 'three');
  await vi.waitFor(() => {
    expect(seen[0]).toEqual(['one', 'two', 'alone', 'three']);
    expect(seen[1]?.toSorted()).toEqual(['one', 'three', 'two']);
  });
});

it('says what to do where Redis cannot be reached', async () => {
  await expect(connectBus('redis://127.0.0.1:1', silent)).rejects.toThrow(/REDIS_URL .*unset REDIS_URL/);
});
