import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Attempts, type Candidate, createAttempts } from './attempts.ts';

const MINUTE = 60_000;
const log = pino({ level: 'silent' });

let attempts: Attempts;
beforeEach(() => {
  vi.useFakeTimers();
  attempts = createAttempts({ redisUrl: null, secret: 'a secret', log });
});
afterEach(() => {
  attempts.close();
  vi.useRealTimers();
});

const wrong = async () => null;
const right = async (): Promise<'user' | null> => 'user';
const somebody = (over: Partial<Candidate> = {}): Candidate => ({
  email: 'ada@example.com',
  network: '203.0.113.7',
  known: false,
  ...over,
});

/** Seconds until it may be tried again; null where it was tried. */
async function waits(
  candidate: Candidate,
  work: () => Promise<'user' | null> = wrong,
): Promise<number | null> {
  try {
    await attempts.password(candidate, work);
    return null;
  } catch (error) {
    const { extensions } = error as { extensions: { code: string; retryAfter: number } };
    expect(extensions.code).toBe('RATE_LIMITED');
    return extensions.retryAfter;
  }
}

const fail = async (times: number, candidate: (time: number) => Candidate) => {
  for (let time = 0; time < times; time++) expect(await waits(candidate(time))).toBeNull();
};

describe('wrong passwords', () => {
  it.each<[string, (time: number) => Candidate]>([
    ['of one account from one network', () => somebody()],
    ['of one account from many networks', (time) => somebody({ network: `198.51.100.${time}` })],
    ['of many accounts from one network', (time) => somebody({ email: `user-${time}@example.com` })],
    ['of a user from a network that is known', () => somebody({ known: true })],
  ])('%s are ten, then one at a time, after a time that doubles', async (_name, candidate) => {
    await fail(10, candidate);
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(await waits(candidate(99), right)).toBe(minutes * 60);
      // Trying all the same does not make it longer.
      expect(await waits(candidate(99), right)).toBe(minutes * 60);
      vi.advanceTimersByTime(minutes * MINUTE);
      expect(await waits(candidate(99))).toBeNull();
    }
  });

  it('are forgotten after ten minutes where they were fewer', async () => {
    await fail(9, () => somebody());
    vi.advanceTimersByTime(10 * MINUTE);
    await fail(10, () => somebody());
    expect(await waits(somebody())).toBe(60);
  });

  it('elsewhere do not keep a user out who signed in from here before', async () => {
    await fail(10, (time) => somebody({ network: `198.51.100.${time}` }));
    await fail(10, (time) => somebody({ email: `user-${time}@example.com` }));
    expect(await waits(somebody(), right)).toBe(60);
    expect(await waits(somebody({ known: true }), right)).toBeNull();
  });

  it('are ten also where they are tried all at once', async () => {
    const work = vi.fn(wrong);
    const tried = await Promise.all(Array.from({ length: 100 }, () => waits(somebody(), work)));
    expect(work).toHaveBeenCalledTimes(10);
    expect(tried.filter((seconds) => seconds === null)).toHaveLength(10);
  });

  it('count, and right ones do not, nor what could not be tried', async () => {
    for (let time = 0; time < 30; time++) expect(await waits(somebody(), right)).toBeNull();
    const broken = async () => {
      throw new Error('the database is away');
    };
    for (let time = 0; time < 30; time++)
      await expect(attempts.password(somebody(), broken)).rejects.toThrow('away');
    await fail(10, () => somebody());
    expect(await waits(somebody())).toBe(60);
  });
});

describe('an action', () => {
  it('may be done so often by each in its time', async () => {
    for (let time = 0; time < 30; time++) await attempts.count('registration', '203.0.113.7');
    await expect(attempts.count('registration', '203.0.113.7')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfter: 600 },
    });
    await attempts.count('registration', '203.0.113.8');
    vi.advanceTimersByTime(10 * MINUTE);
    await attempts.count('registration', '203.0.113.7');
  });

  it('may be done any number of times where the setting is 0', async () => {
    const open = createAttempts({ redisUrl: null, secret: 'a secret', log, registrations: 0 });
    for (let time = 0; time < 100; time++) await open.count('registration', '203.0.113.7');
  });
});
