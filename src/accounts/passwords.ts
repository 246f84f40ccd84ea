import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { badInput, failure } from '../errors.ts';
import { type Known, normalized, problemOf } from './password-rules.ts';

// OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane.
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// libuv's pool has four threads: the others stay free for what tokens, gzip and files need. So does a core, where there are two.
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
// A hash takes about 15 ms: who waits at all waits for an eighth of a second.
const WAITING = 16;
// No password is longer, and what is sent in its place is not worth hashing.
const LONGEST = 1_000;
const RETRY_AFTER = 1;

/** Hashes and checks passwords, few at a time. All of it fails with OVERLOADED where too many wait. */
export interface Passwords {
  /** The hash of a new password. BAD_USER_INPUT at `field` where it is a bad one for this account. */
  hash(password: string, known: Known, field: string): Promise<string>;
  /** Whether the password is the one that was hashed; null stands for an unknown user, and takes as long. */
  matches(password: string, passwordHash: string | null): Promise<boolean>;
  /** Fails where no more can wait at this moment. */
  requireRoom(): void;
}

export function createPasswords(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nobody: Promise<string> | undefined;
  let common: Promise<ReadonlySet<string>> | undefined;

  function requireRoom(): void {
    if (waiting.length < WAITING) return;
    throw failure('OVERLOADED', 'Too many people sign in at this moment: try again in a second.', {
      retryAfter: RETRY_AFTER,
      http: { status: 503, headers: { 'retry-after': String(RETRY_AFTER) } },
    });
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < AT_ONCE) running++;
    else {
      requireRoom();
      // Who ends hands the place on.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  const hashOf = (password: string) => hash(normalized(password), ARGON2ID);

  async function check(password: string, passwordHash: string | null): Promise<boolean> {
    const possible = password.isWellFormed() && password.length <= LONGEST;
    nobody ??= hashOf(randomBytes(16).toString('hex'));
    const against = possible && passwordHash !== null ? passwordHash : await nobody;
    const given = possible ? password : '';
    const forms = new Set([normalized(given), given]);
    // Passwords of former versions were hashed as they were typed. Every form is tried, so that no answer comes sooner.
    const results = [];
    for (const form of forms) results.push(await verify(against, form));
    return possible && passwordHash !== null && results.includes(true);
  }

  return {
    requireRoom,
    matches: (password, passwordHash) => inTurn(() => check(password, passwordHash)),
    async hash(password, known, field) {
      common ??= commonPasswords();
      const problem = problemOf(password, known, await common);
      if (problem) throw badInput(field, problem);
      return inTurn(() => hashOf(password));
    },
  };
}

/** Loaded with the first password that somebody chooses: unpacking the list takes 25 ms. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}
