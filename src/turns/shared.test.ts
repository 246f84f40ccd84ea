import { expect, it } from 'vitest';
import { Shared } from './shared.ts';

/** Work that ends when the test says so, and notes when it is cancelled. */
function work() {
  const seen = { begun: 0, cancelled: 0, finish: (_value: string): void => undefined };
  const run = (signal: AbortSignal): Promise<string> => {
    seen.begun++;
    signal.addEventListener('abort', () => seen.cancelled++);
    return new Promise((resolve) => {
      seen.finish = resolve;
    });
  };
  return { seen, run };
}

it('does equal things once', async () => {
  const shared = new Shared();
  const { seen, run } = work();
  const answers = Array.from({ length: 3 }, () => shared.of('key', undefined, run));
  seen.finish('done');
  expect([await Promise.all(answers), seen.begun]).toEqual([['done', 'done', 'done'], 1]);
  const later = shared.of('key', undefined, run);
  seen.finish('again');
  expect([await later, seen.begun]).toEqual(['again', 2]);
});

it('cancels what nobody waits for any more, and not before', async () => {
  const shared = new Shared();
  const { seen, run } = work();
  const clients = [new AbortController(), new AbortController()];
  const answers = clients.map(({ signal }) => shared.of('key', signal, run));
  clients[0]?.abort();
  await expect(answers[0]).rejects.toMatchObject({ extensions: { code: 'CANCELLED' } });
  expect(seen.cancelled).toBe(0);
  clients[1]?.abort();
  await expect(answers[1]).rejects.toMatchObject({ extensions: { code: 'CANCELLED' } });
  expect(seen.cancelled).toBe(1);
  // Who comes then does not share what was cancelled.
  const next = shared.of('key', undefined, run);
  seen.finish('new');
  expect([await next, seen.begun]).toEqual(['new', 2]);
});

it('goes on for who cannot leave', async () => {
  const shared = new Shared();
  const { seen, run } = work();
  const client = new AbortController();
  const left = shared.of('key', client.signal, run);
  const stays = shared.of('key', undefined, run);
  client.abort();
  await expect(left).rejects.toThrow();
  seen.finish('done');
  expect([await stays, seen.cancelled]).toEqual(['done', 0]);
});

it('shares failures, and does not keep them', async () => {
  const shared = new Shared();
  const fail = () => Promise.reject(new Error('no'));
  const client = new AbortController();
  await expect(shared.of('key', client.signal, fail)).rejects.toThrow('no');
  expect(await shared.of('key', client.signal, async () => 'yes')).toBe('yes');
});
