import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { failure } from '../errors.ts';

// What Postgres and Redis answer, or do not, while they are away, restart or are full: it passes by itself.

/** Failures of a database that pass by themselves, as clients see them. */
export interface Outage {
  /** OVERLOADED where the error is of a database that cannot be reached now; null for any other. */
  of(error: unknown): GraphQLError | null;
}

// A line for each outage: failures that are nearer to each other than this belong to the same.
const SAME = 60_000;

const MESSAGE = 'The database cannot be reached now: send this again later.';

/** Tells such failures from others, and logs that one began. */
export function createOutage(log: Logger): Outage {
  let last = Number.NEGATIVE_INFINITY;
  return {
    of(error) {
      if (!isPassing(error)) return null;
      const now = performance.now();
      if (now - last > SAME)
        log.error(
          { reason: reasonOf(error) },
          'the database cannot be reached: requests are answered with OVERLOADED meanwhile',
        );
      last = now;
      return failure('OVERLOADED', MESSAGE);
    },
  };
}

// Of the socket to a database, of Prisma, and of its driver adapter.
const CODES = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
]);
// Postgres: connection exceptions, insufficient resources (disk, memory, connections), and shut down, crashed, starting or
// an idle session ended.
const SQLSTATES = /^(?:08\w{3}|53\w{3}|57P0[1235])$/;
// What has no code: of pg and its pool, of ioredis, of Redis while it starts or has changed places.
const WORDS = [
  /^timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^Connection is closed/,
  /^Stream isn't writeable/,
  /^Reached the max retries per request/,
  /^Socket timeout/,
  // Of threads with connections of their own, whose errors arrive as texts.
  /\bconnect (?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH)\b/,
  /\bConnection terminated\b/,
  /\bterminating connection due to\b/,
  /\bthe database system is (?:starting up|shutting down|in recovery mode|not yet accepting)/,
  /^(?:LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|READONLY|OOM) /,
];
const DEEPEST = 6;

/** Whether an error, or what it was caused by, is of a database that cannot be reached now. */
export function isPassing(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, errorCode, kind, originalCode, message }) =>
      [code, errorCode, kind, originalCode].some(
        (each) => typeof each === 'string' && (CODES.has(each) || SQLSTATES.test(each)),
      ) ||
      (typeof message === 'string' && WORDS.some((words) => words.test(message))),
  );
}

type Cause = Partial<Record<'code' | 'errorCode' | 'kind' | 'originalCode' | 'message', unknown>>;

/** An error and all that it was made of: each library wraps those of the one below in its own way. */
function causesOf(error: unknown, depth = 0): Cause[] {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return [];
  const { cause, originalError, errors, meta } = error as Record<string, unknown>;
  const adapter = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  const inner = [cause, originalError, adapter, ...(Array.isArray(errors) ? errors.slice(0, 10) : [])];
  return [error as Cause, ...inner.flatMap((each) => causesOf(each, depth + 1))];
}

/** What the log says of it: the innermost words, which have no values of rows. */
function reasonOf(error: unknown): string {
  const words = causesOf(error)
    .map(({ message, code }) => (typeof message === 'string' && message !== '' ? message : code))
    .filter((each) => typeof each === 'string');
  return (words.at(-1) ?? String(error)).slice(0, 300);
}
