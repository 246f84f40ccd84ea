import { expect, it } from 'vitest';
import { latest } from './latest.ts';

const opened = () => {
  const calls: string[] = [];
  const stream = latest<number>(
    () => void calls.push('start'),
    () => void calls.push('stop'),
  );
  return { stream, calls };
};
const DONE = { done: true, value: undefined };

it('gives a slow reader the newest value alone', async () => {
  const { stream } = opened();
  const first = stream.next();
  stream.offer(1);
  stream.offer(2);
  stream.offer(3);
  expect(await first).toEqual({ done: false, value: 1 });
  expect(await stream.next()).toEqual({ done: false, value: 3 });
});

it('starts with the first next, and stops once', async () => {
  const { stream, calls } = opened();
  expect(calls).toEqual([]);
  const pending = stream.next();
  expect(calls).toEqual(['start']);
  await stream.return?.();
  await stream.return?.();
  stream.offer(1);
  expect(await pending).toEqual(DONE);
  expect(await stream.next()).toEqual(DONE);
  expect(calls).toEqual(['start', 'stop']);
});

it('costs nothing when its reader is gone before the first next', async () => {
  const { stream, calls } = opened();
  await stream.return?.();
  expect(await stream.next()).toEqual(DONE);
  expect(calls).toEqual([]);
});

it('ends after what it holds', async () => {
  const { stream, calls } = opened();
  const first = stream.next();
  stream.offer(1);
  await first;
  stream.end(2);
  stream.offer(3);
  expect(calls).toEqual(['start']);
  expect(await stream.next()).toEqual({ done: false, value: 2 });
  expect(await stream.next()).toEqual(DONE);
  expect(calls).toEqual(['start', 'stop']);
});
