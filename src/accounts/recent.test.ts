import { expect, it } from 'vitest';
import { createRecent } from './recent.ts';

const always = (): boolean => true;

it('looks up once a second', async () => {
  let [now, lookups] = [0, 0];
  const recent = createRecent(() => now);
  const look = () => recent.of('key', async () => ++lookups, always);
  expect([await look(), await look()]).toEqual([1, 1]);
  now = 999;
  expect(await look()).toBe(1);
  now = 1000;
  expect(await look()).toBe(2);
});

it('tells keys apart, and keeps only what lasts', async () => {
  let lookups = 0;
  const recent = createRecent(() => 0);
  const look = (key: string, lasts: boolean) =>
    recent.of(
      key,
      async () => ++lookups,
      () => lasts,
    );
  expect([await look('a', true), await look('b', true), await look('a', true)]).toEqual([1, 2, 1]);
  expect([await look('c', false), await look('c', false)]).toEqual([3, 4]);
});

it('forgets at once, also what is being looked up while something changes', async () => {
  let lookups = 0;
  const recent = createRecent(() => 0);
  const look = () => recent.of('key', async () => ++lookups, always);
  await look();
  recent.forget();
  expect(await look()).toBe(2);
  recent.forget();
  let finish = (): void => undefined;
  const slow = recent.of('key', () => new Promise<number>((resolve) => (finish = () => resolve(-1))), always);
  recent.forget();
  finish();
  expect([await slow, await look()]).toEqual([-1, 3]);
});

it('looks up once for all who ask at the same time, and again after a change', async () => {
  let lookups = 0;
  let finish = (): void => undefined;
  const recent = createRecent(() => 0);
  const look = () =>
    recent.of(
      'key',
      () => {
        const value = ++lookups;
        return new Promise<number>((resolve) => (finish = () => resolve(value)));
      },
      () => false,
    );
  const some = Array.from({ length: 3_000 }, look);
  expect(lookups).toBe(1);
  const finishFirst = finish;
  recent.forget();
  const later = look();
  finishFirst();
  finish();
  expect(new Set(await Promise.all(some))).toEqual(new Set([1]));
  expect([await later, lookups]).toEqual([2, 2]);
  const last = look();
  finish();
  expect(await last).toBe(3);
});

it('does not keep failures', async () => {
  const recent = createRecent(() => 0);
  const failing = recent.of('key', async () => Promise.reject(new Error('away')), always);
  await expect(failing).rejects.toThrow('away');
  expect(await recent.of('key', async () => 1, always)).toBe(1);
});
