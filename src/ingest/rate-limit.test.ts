import { GraphQLError } from 'graphql';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRedis, type TestRedis } from '../../tests/support/redis.ts';
import {
  connectSharedCounts,
  createRateLimits,
  networkOf,
  type RateLimits,
  type Sender,
} from './rate-limit.ts';

const SENDER: Sender = { projectId: 1, key: 'write key', address: '198.51.100.1' };

let time = 0;
beforeEach(() => {
  time = Date.parse('2026-11-21T12:00:00Z');
});
const now = () => time;

const alone = (perKey: number, perAddress: number) =>
  createRateLimits({ perKey, perAddress, now, shared: null });

/** Null where the events are let through; else the seconds to wait. */
function refusal(limits: RateLimits, events: number, sender: Partial<Sender> = {}): number | null {
  try {
    limits.take({ ...SENDER, ...sender }, events);
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    expect(error.extensions.code).toBe('RATE_LIMITED');
    return Number(error.extensions.retryAfter);
  }
}

describe('a limit', () => {
  it('lets so many events through in a minute that begins with the first one', () => {
    const limits = alone(10, 0);
    expect(refusal(limits, 4)).toBeNull();
    time += 30_000;
    expect(refusal(limits, 6)).toBeNull();
    expect(refusal(limits, 1)).toBe(30);
    time += 29_001;
    expect(refusal(limits, 1)).toBe(1);
    time += 999;
    expect(refusal(limits, 10)).toBeNull();
    expect(refusal(limits, 1)).toBe(60);
  });

  it('begins again when the clock went back', () => {
    const limits = alone(10, 0);
    expect(refusal(limits, 10)).toBeNull();
    expect(refusal(limits, 1)).toBe(60);
    time -= 3_600_000;
    expect(refusal(limits, 10)).toBeNull();
    expect(refusal(limits, 1)).toBe(60);
    time += 60_000;
    expect(refusal(limits, 10)).toBeNull();
  });

  it('counts nothing of what it refuses', () => {
    const limits = alone(10, 6);
    expect(refusal(limits, 4)).toBeNull();
    // Over the limit of the address: the key has its six left all the same.
    expect(refusal(limits, 3)).toBe(60);
    expect(refusal(limits, 6, { address: '198.51.100.2' })).toBeNull();
    expect(refusal(limits, 1, { address: '198.51.100.3' })).toBe(60);
  });

  it('is for each key of each project', () => {
    const limits = alone(5, 0);
    expect(refusal(limits, 5)).toBeNull();
    expect(refusal(limits, 5, { key: 'secret a' })).toBeNull();
    expect(refusal(limits, 5, { projectId: 2 })).toBeNull();
    expect(refusal(limits, 1)).toBe(60);
  });

  it('is for an address in all projects, and not for who sends for many', () => {
    const limits = alone(0, 5);
    expect(refusal(limits, 5)).toBeNull();
    expect(refusal(limits, 1, { projectId: 2 })).toBe(60);
    expect(refusal(limits, 1_000, { address: null })).toBeNull();
  });

  it('of 0 is none', () => {
    expect(refusal(alone(0, 0), 1_000_000)).toBeNull();
  });

  it('says so where a request is over it whenever it comes', () => {
    expect(() => alone(5, 0).take(SENDER, 6)).toThrow(
      'At most 5 events a minute may be sent by this key: send fewer at once.',
    );
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:db8:1:2:3::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('with Redis', () => {
  let redis: TestRedis;
  let servers: [RateLimits, RateLimits];
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });

  const connect = (perKey: number) =>
    createRateLimits({
      perKey,
      perAddress: 0,
      now,
      shared: connectSharedCounts(redis.url, 'a secret', log),
    });

  beforeAll(async () => {
    redis = await createRedis();
    await redis.start();
    servers = [connect(10), connect(10)];
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await redis.stop();
  });

  const key = (name: string) => ({ key: name });

  it('several servers count as one', async () => {
    const [first, second] = servers;
    await vi.waitFor(async () => {
      const sender = key(`until both are connected ${Math.random()}`);
      for (const server of servers) expect(refusal(server, 6, sender)).toBeNull();
      await first.settle();
      await second.settle();
      expect(refusal(second, 1, sender)).not.toBeNull();
    });
    expect(refusal(first, 6, key('a'))).toBeNull();
    await first.settle();
    expect(refusal(second, 3, key('a'))).toBeNull();
    await second.settle();
    // Six there and three here.
    expect(refusal(second, 2, key('a'))).toBeGreaterThan(0);
    expect(refusal(second, 1, key('a'))).toBeNull();
  });

  it('a server of its own accord tells what it counted', async () => {
    const [first, second] = servers;
    expect(refusal(first, 9, key('b'))).toBeNull();
    expect(refusal(second, 1, key('b'))).toBeNull();
    // Neither is asked to settle here.
    await vi.waitFor(() => expect(refusal(second, 9, key('b'))).not.toBeNull(), 5_000);
    await vi.waitFor(() => expect(refusal(first, 1, key('b'))).not.toBeNull(), 5_000);
  });

  it('a server counts on alone while Redis hangs or is away, and nobody waits for it', async () => {
    const [first, second] = servers;
    redis.freeze();
    expect(refusal(first, 6, key('c'))).toBeNull();
    await first.settle();
    expect(refusal(first, 4, key('c'))).toBeNull();
    expect(refusal(first, 1, key('c'))).toBe(60);
    redis.thaw();

    await redis.stop();
    expect(refusal(first, 6, key('d'))).toBeNull();
    await first.settle();
    expect(refusal(first, 5, key('d'))).toBe(60);
    // Each says it once.
    const said = () => lines.filter((line) => line.includes('counts alone')).length;
    await vi.waitFor(() => expect(said()).toBe(2));

    await redis.start();
    await vi.waitFor(async () => {
      const sender = key(`until both are connected again ${Math.random()}`);
      for (const server of servers) expect(refusal(server, 6, sender)).toBeNull();
      await first.settle();
      await second.settle();
      expect(refusal(second, 1, sender)).not.toBeNull();
    }, 5_000);
    // Redis knows of these three alone, this server of nine: it does not believe Redis, nor does it lose them.
    expect(refusal(first, 3, key('d'))).toBeNull();
    await first.settle();
    expect(refusal(first, 2, key('d'))).toBe(60);
    expect(said()).toBe(2);
  });

  it('holds no address, and nothing for more than a minute', async () => {
    const shared = connectSharedCounts(redis.url, 'a secret', log);
    await vi.waitFor(() => shared.add('address 198.51.100.77', 1));
    const probe = new Redis(redis.url);
    const keys = await probe.keys('*');
    expect(keys.length).toBeGreaterThan(1);
    for (const name of keys) {
      expect(name).toMatch(/^pulsegraph:rate:[\w-]{43}$/);
      expect(await probe.ttl(name)).toBeLessThanOrEqual(60);
    }
    probe.disconnect();
    shared.close();
  });
});
