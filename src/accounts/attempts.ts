import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { tooOften } from '../errors.ts';

// What may be tried only so often. Counts are in Redis for all servers, in memory without it and while it is away.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const SECOND = 1_000;

// Wrong passwords in ten minutes. Who has used them up may try once more after a minute, then after two, four and so on.
const FAILURES = { points: 10, duration: 10 * MINUTE };
const STRIKES = { points: 0, duration: 24 * HOUR };
const FIRST_BLOCK = MINUTE;
const LONGEST_BLOCK = HOUR;

/** Milliseconds that a command of Redis may take before the counts in memory are used instead. */
const PATIENCE = 1_000;
const SLOWEST_RETRY = 2_000;

const ACTIONS = {
  registration: {
    points: 30,
    duration: 10 * MINUTE,
    message: 'Too many registrations came from your address.',
  },
  testMessage: { points: 5, duration: MINUTE, message: 'A project may send 5 test messages a minute.' },
  redelivery: { points: 30, duration: MINUTE, message: 'A project may send 30 messages again a minute.' },
} as const;

export type Action = keyof typeof ACTIONS;

/** Who tries a password. */
export interface Candidate {
  /** The email address, in lower case; whether there is such a user makes no difference. */
  email: string;
  /** The network that the attempt comes from; null where it is not known. */
  network: string | null;
  /** Whether this user signed in from that network before. */
  known: boolean;
}

export interface Attempts {
  /**
   * Lets somebody try a password; `work` resolves with null where it was wrong. RATE_LIMITED after too many wrong ones: of the
   * account or from the network. Where the user signed in from that network before, only their own there count: nobody
   * elsewhere can lock them out.
   */
  password<T>(candidate: Candidate, work: () => Promise<T | null>): Promise<T | null>;
  /** Counts an action; RATE_LIMITED where `who` did it too often. */
  count(action: Action, who: string): Promise<void>;
  close(): void;
}

/** For tests and commands. */
export const unlimitedAttempts: Attempts = {
  password: (_candidate, work) => work(),
  count: async () => {},
  close: () => {},
};

export interface AttemptsOptions {
  /** Null where this server is the only one. */
  redisUrl: string | null;
  /** Keys the hashes under which addresses and accounts are counted. */
  secret: string;
  log: Logger;
  /** Registrations from one network in ten minutes; 0 for any number. */
  registrations?: number;
}

export function createAttempts({ redisUrl, secret, log, registrations }: AttemptsOptions): Attempts {
  const redis = redisUrl === null ? null : connect(redisUrl, log);
  const limiter = (name: string, options: { points: number; duration: number }): RateLimiterAbstract => {
    const all = { ...options, keyPrefix: `pulsegraph:attempts:${name}` };
    const memory = new RateLimiterMemory(all);
    return redis ? new RateLimiterRedis({ ...all, storeClient: redis, insuranceLimiter: memory }) : memory;
  };
  const failures = limiter('failures', FAILURES);
  const strikes = limiter('strikes', STRIKES);
  const most = { ...ACTIONS.registration, points: registrations ?? ACTIONS.registration.points };
  const actions: Record<Action, RateLimiterAbstract> = {
    registration: limiter('registration', most),
    testMessage: limiter('test', ACTIONS.testMessage),
    redelivery: limiter('redelivery', ACTIONS.redelivery),
  };
  const hash = (...names: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(names)).digest('hex');

  /** What is counted of a candidate: the network first, so that accounts that nobody has cost nothing. */
  function keysOf({ email, network, known }: Candidate): string[] {
    if (known && network !== null) return [hash('both', email, network)];
    return [...(network === null ? [] : [hash('network', network)]), hash('account', email)];
  }

  /** Counts one more attempt; the points that it took, to be given back. Throws RATE_LIMITED. */
  async function take(key: string): Promise<{ key: string; points: number; last: boolean }> {
    const before = await strikes.get(key);
    const points = before && before.consumedPoints > 0 ? FAILURES.points : 1;
    const { consumedPoints } = await failures
      .consume(key, points)
      .catch(refuse('Too many wrong passwords were tried.'));
    return { key, points, last: consumedPoints >= FAILURES.points };
  }

  async function block(key: string): Promise<void> {
    const { consumedPoints } = await strikes.penalty(key);
    await failures.block(key, Math.min(FIRST_BLOCK * 2 ** (consumedPoints - 1), LONGEST_BLOCK));
  }

  async function password<T>(candidate: Candidate, work: () => Promise<T | null>): Promise<T | null> {
    const taken: Awaited<ReturnType<typeof take>>[] = [];
    const giveBack = () => Promise.all(taken.map(({ key, points }) => failures.reward(key, points)));
    try {
      for (const key of keysOf(candidate)) taken.push(await take(key));
      const found = await work();
      if (found !== null) {
        await giveBack();
        return found;
      }
    } catch (error) {
      await giveBack();
      throw error;
    }
    await Promise.all(taken.filter(({ last }) => last).map(({ key }) => block(key)));
    return null;
  }

  return {
    password,
    async count(action, who) {
      if (actions[action].points === 0) return;
      await actions[action].consume(hash(who)).catch(refuse(ACTIONS[action].message));
    },
    close: () => redis?.disconnect(),
  };
}

const refuse = (message: string) => (reason: unknown) => {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw tooOften(message, Math.ceil(reason.msBeforeNext / SECOND));
};

function connect(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: 5_000,
    commandTimeout: PATIENCE,
    retryStrategy: (attempts) => Math.min(attempts * 100, SLOWEST_RETRY),
  });
  let lost = false;
  redis.on('ready', () => {
    lost = false;
  });
  redis.on('error', (error) => {
    if (!lost) log.warn({ err: error }, 'attempts cannot be counted in Redis: this server counts them alone');
    lost = true;
  });
  return redis;
}
