import { beforeEach, expect, it } from 'vitest';
import { Thread, ThreadError } from './thread.ts';

const SCRIPT = new URL('../../tests/support/echo-thread.ts', import.meta.url);

let ends: number;
let thread: Thread<string, string>;
beforeEach(() => {
  ends = 0;
  thread = new Thread(SCRIPT, null, () => {
    ends++;
  });
  return () => thread.stop();
});

it('answers requests in their order', async () => {
  const answers = Promise.all(['a', 'b', 'c'].map((text) => thread.ask(text)));
  expect(thread.waiting).toBe(3);
  expect(await answers).toEqual(['a 1', 'b 2', 'c 3']);
  expect(thread.waiting).toBe(0);
});

it('outlives a request that fails', async () => {
  const failed = expect(thread.ask('fail')).rejects;
  await failed.toBeInstanceOf(ThreadError);
  await expect(thread.ask('fail')).rejects.toThrow('told to fail');
  expect(await thread.ask('a')).toBe('a 1');
  expect([ends, thread.waiting]).toEqual([0, 0]);
});

it.each(['exit', 'crash'])('fails all that waits when it ends (%s), and begins anew', async (how) => {
  expect(await thread.ask('a')).toBe('a 1');
  const waiting = await Promise.allSettled([thread.ask(how), thread.ask(how)]);
  expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect([ends, thread.waiting]).toEqual([1, 0]);
  expect(await thread.ask('b')).toBe('b 1');
  expect(ends).toBe(1);
});

it('fails what waits when it is stopped', async () => {
  expect(await thread.ask('a')).toBe('a 1');
  const waiting = expect(thread.ask('wait')).rejects.toThrow('the thread ended');
  await thread.stop();
  await waiting;
});

it('can be started ahead, once', async () => {
  await Promise.all([thread.warm(), thread.warm()]);
  await thread.warm();
  expect(await thread.ask('a')).toBe('a 1');
  expect(ends).toBe(0);
});

it('tells of a script that cannot run', async () => {
  const broken = new Thread<string, string>(new URL('./no-such-script.ts', import.meta.url), null);
  await broken.warm();
  await expect(broken.ask('a')).rejects.toThrow('no-such-script');
  await expect(broken.ask('a')).rejects.toThrow('no-such-script');
});
