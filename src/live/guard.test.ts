import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createGuard } from './guard.ts';

const KEY = { kind: 'key', id: null, projectId: 1, scopes: ['READ'] } as const;

/** A guard, and what asks the database for rights: it is left alone where nobody is watched. */
function guarding() {
  const query = vi.fn(async () => ({ rows: [{ signedIn: false, reads: false }] }));
  const guard = createGuard({ pool: { query } as never }, Date.now, pino({ level: 'silent' }));
  onTestFinished(() => guard.close());
  return { guard, query };
}

const claim = { viewer: KEY, projectId: 1 };

it('forgets a stream that fails', async () => {
  const { guard, query } = guarding();
  async function* failing(): AsyncGenerator<ExecutionResult> {
    yield {};
    throw new Error('broken');
  }
  const stream = guard.stream(claim, failing());
  await stream.next();
  await expect(stream.next()).rejects.toThrow('broken');
  guard.check();
  expect(query).not.toHaveBeenCalled();
});

it('survives a stream that cannot be ended', async () => {
  const { guard } = guarding();
  const source: AsyncIterableIterator<ExecutionResult> = {
    next: () => new Promise(() => {}),
    return: () => Promise.reject(new Error('broken')),
    [Symbol.asyncIterator]: () => source,
  };
  const stream = guard.stream(claim, source);
  const next = stream.next();
  guard.check();
  expect((await next).value?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
