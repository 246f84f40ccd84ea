import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRedis, type TestRedis } from '../../tests/support/redis.ts';
import { type Cache, canonical, connectRedisCache, createMemoryCache, createNoCache } from './cache.ts';

/** Asks a cache, and counts what had to be computed. */
function asker(cache: Cache) {
  const computed: unknown[] = [];
  return {
    computed,
    ask: <T>(question: unknown, answer: T): Promise<T> =>
      cache.answer(question, async () => {
        computed.push(question);
        return answer;
      }),
  };
}

describe.each([
  ['without a shelf', createNoCache],
  ['in memory', () => createMemoryCache(10_000)],
])('%s', (_, create) => {
  it('computes equal questions at the same time once', async () => {
    const { ask, computed } = asker(create());
    const both = await Promise.all([ask({ is: 'asked' }, ['first']), ask({ is: 'asked' }, ['second'])]);
    expect(both).toEqual([['first'], ['first']]);
    expect(computed).toHaveLength(1);
  });

  it('computes different questions at the same time each', async () => {
    const { ask } = asker(create());
    expect(
      await Promise.all([ask({ of: 1 }, 'one'), ask({ of: '1' }, 'text'), ask({ of: [1] }, 'list')]),
    ).toEqual(['one', 'text', 'list']);
  });

  it('tells a failure to all who wait for it, and does not keep it', async () => {
    const cache = create();
    const fail = () => cache.answer('question', () => Promise.reject(new Error('no database')));
    const failures = await Promise.allSettled([fail(), fail()]);
    expect(failures.map((failure) => failure.status === 'rejected' && failure.reason.message)).toEqual([
      'no database',
      'no database',
    ]);
    expect(await asker(cache).ask('question', 'answer')).toBe('answer');
  });
});

it('keeps nothing without a shelf', async () => {
  const { ask } = asker(createNoCache());
  expect([await ask('question', 1), await ask('question', 2)]).toEqual([1, 2]);
});

it('takes questions for equal whose fields stand in another order, and lists only in the same', async () => {
  const { ask } = asker(createMemoryCache(10_000));
  const filter = { path: { eq: '/' }, or: [{ name: { ne: 'a', eq: 'b' } }] };
  const turned = { or: [{ name: { eq: 'b', ne: 'a' } }], path: { eq: '/' } };
  expect(await ask({ start: 1, end: 2, filter }, 'first')).toBe('first');
  expect(await ask({ filter: turned, end: 2, start: 1 }, 'second')).toBe('first');
  expect(await ask({ filter: turned, end: 1, start: 2 }, 'third')).toBe('third');
  expect(await ask({ list: ['a', 'b'] }, 'ab')).toBe('ab');
  expect(await ask({ list: ['b', 'a'] }, 'ba')).toBe('ba');
  expect(canonical({ b: [{ d: null, c: 'x' }], a: 1 })).toBe('{"a":1,"b":[{"c":"x","d":null}]}');
});

describe('memory', () => {
  it('is bounded: the answers that were asked for longest ago are forgotten', async () => {
    // An answer of 1,000 letters takes a little more than 2,000 bytes: 20,000 hold nine of them.
    const { ask, computed } = asker(createMemoryCache(20_000));
    const text = 'x'.repeat(1_000);
    const numbers = Array.from({ length: 100 }, (_, i) => i);
    for (const i of numbers) await ask(i, text);
    computed.length = 0;
    for (const i of numbers.slice(-9).reverse()) await ask(i, text);
    expect(computed).toEqual([]);
    await ask(90, text);
    expect(computed).toEqual([90]);
  });

  it('does not keep an answer that is larger than all of it', async () => {
    const { ask, computed } = asker(createMemoryCache(20_000));
    await ask('small', 1);
    for (const _ of [1, 2]) expect(await ask('large', 'x'.repeat(10_000))).toHaveLength(10_000);
    await ask('small', 1);
    expect(computed).toEqual(['small', 'large', 'large']);
  });
});

describe('Redis', () => {
  const warnings: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
  let redis: TestRedis;
  let caches: [Cache, Cache];
  beforeAll(async () => {
    redis = await createRedis();
    await redis.start();
    caches = [connectRedisCache(redis.url, 'one', log), connectRedisCache(redis.url, 'one', log)];
  });
  afterAll(async () => {
    for (const cache of caches) cache.close();
    redis.thaw();
    await redis.stop();
  });

  let questions = 0;
  /** Waits until what the first process computes is found by the second. */
  const areShared = (): Promise<void> =>
    vi.waitFor(
      async () => {
        const [first, second] = [asker(caches[0]), asker(caches[1])];
        const question = ++questions;
        expect(await first.ask(question, { at: 'first' })).toEqual({ at: 'first' });
        expect(await second.ask(question, { at: 'second' })).toEqual({ at: 'first' });
        expect(second.computed).toEqual([]);
      },
      { timeout: 20_000 },
    );

  it('keeps answers for all processes, for an hour', async () => {
    await areShared();
    const client = new Redis(redis.url);
    const [key = ''] = await client.keys('pulsegraph:answer:*');
    const seconds = await client.ttl(key);
    client.disconnect();
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it('keeps the answers of each database apart', async () => {
    const other = connectRedisCache(redis.url, 'two', log);
    onTestFinished(() => other.close());
    await areShared();
    expect(await asker(other).ask(questions, { of: 'two' })).toEqual({ of: 'two' });
  });

  it('is not needed: while it is away answers are computed, and kept again after', async () => {
    await redis.stop();
    const { ask, computed } = asker(caches[0]);
    for (const _ of [1, 2]) expect(await ask('meanwhile', 'answer')).toBe('answer');
    expect(computed).toHaveLength(2);
    await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(0));
    await redis.start();
    await areShared();
    // Once for each connection, however often it was tried.
    expect(warnings.length).toBeLessThanOrEqual(2);
    expect(warnings[0]).toContain('the cache cannot reach Redis');
  });

  it('is not waited for where it hangs', async () => {
    await areShared();
    redis.freeze();
    expect(await asker(caches[0]).ask('frozen', 'answer')).toBe('answer');
    redis.thaw();
    await areShared();
  });
});
