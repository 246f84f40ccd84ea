import { beforeEach, expect, it } from 'vitest';
import { Stopped, Thread, ThreadError } from './thread.ts';

const SCRIPT = new URL('../../tests/support/slices-thread.ts', import.meta.url);
const FOR_EVER = 1_000_000;

let thread: Thread<{ line: number; work: number }, number>;
beforeEach(async () => {
  thread = new Thread(SCRIPT, null);
  await thread.warm();
  return () => thread.stop();
});

const flag = () => new Int32Array(new SharedArrayBuffer(4));

it('answers a small request while large ones of other lines go on', async () => {
  const stop = flag();
  const large = [1, 2, 3, 3, 3].map((line) => thread.ask({ line, work: FOR_EVER }, stop));
  for (let i = 0; i < 5; i++) expect(await thread.ask({ line: 9, work: 10 })).toBe(10);
  Atomics.store(stop, 0, 1);
  const ended = await Promise.allSettled(large);
  expect(ended.every((one) => one.status === 'rejected' && one.reason instanceof Stopped)).toBe(true);
  expect(thread.waiting).toBe(0);
});

it('answers the requests of a line one after another', async () => {
  const ended: number[] = [];
  const note = (work: number) => thread.ask({ line: 1, work }).then((done) => ended.push(done));
  await Promise.all([30, 20, 10].map(note));
  expect(ended).toEqual([30, 20, 10]);
});

it('stops one request, and goes on with the others of its line', async () => {
  const stop = flag();
  const stopped = expect(thread.ask({ line: 1, work: FOR_EVER }, stop)).rejects.toBeInstanceOf(Stopped);
  const next = thread.ask({ line: 1, work: 5 });
  Atomics.store(stop, 0, 1);
  await stopped;
  expect(await next).toBe(5);
});

it('outlives requests that fail', async () => {
  await expect(thread.ask({ line: 1, work: -1 })).rejects.toThrow('cannot be begun');
  await expect(thread.ask({ line: 1, work: 13 })).rejects.toBeInstanceOf(ThreadError);
  expect(await thread.ask({ line: 1, work: 1 })).toBe(1);
});
