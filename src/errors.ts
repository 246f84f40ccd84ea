import { GraphQLError } from 'graphql';

/** The codes that clients may rely on, in `extensions.code`. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'QUERY_TOO_COMPLEX'
  | 'TIMEOUT'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'LLM_NOT_CONFIGURED'
  | 'LLM_FAILED';

/** HTTP says the same for requests that fail as a whole before anything ran (REST, subscriptions over SSE). */
export const httpStatus: Record<ErrorCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  QUERY_TOO_COMPLEX: 400,
  TIMEOUT: 503,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  LLM_NOT_CONFIGURED: 501,
  LLM_FAILED: 502,
};

/** Seconds after which a server that has no room, or whose database is away, is asked again. */
export const RETRY_AFTER = 5;

/** A failure that a caller can expect and mend; everything else is masked by Yoga and logged. */
export function failure(
  code: ErrorCode,
  message: string,
  details: Record<string, unknown> = {},
): GraphQLError {
  const known = code === 'OVERLOADED' ? { code, retryAfter: RETRY_AFTER } : { code };
  return new GraphQLError(message, { extensions: { ...known, ...details } });
}

/** A question took longer than the server allows. */
export const timedOut = (): GraphQLError =>
  failure(
    'TIMEOUT',
    'The question took longer than the server allows. Ask for a shorter range or fewer panels at once.',
  );

/** The server has too much to do, and did nothing of this: the same may be sent again in some seconds. */
export const overloaded = (why: string, retryAfter = RETRY_AFTER): GraphQLError =>
  failure('OVERLOADED', `${why} Try again in ${retryAfter} seconds.`, { retryAfter });

/** The path of a value as `field` has it: `input.events[0].name`. */
export const fieldPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');

/** Something the caller sent is wrong: `field` is the path of the argument, such as `input.email`. */
export function badInput(field: string, message: string): GraphQLError {
  return failure('BAD_USER_INPUT', message, { field });
}

/** Something was tried too often: `retryAfter`, in seconds, is when it may be tried again. */
export function tooOften(message: string, retryAfter: number): GraphQLError {
  const seconds = Math.max(1, retryAfter);
  return failure('RATE_LIMITED', `${message} Try again in ${seconds} second${seconds > 1 ? 's' : ''}.`, {
    retryAfter: seconds,
    // For GraphQL over HTTP.
    http: { status: httpStatus.RATE_LIMITED, headers: { 'retry-after': String(seconds) } },
  });
}

/** Whether Prisma's error says that a unique constraint does not hold (its code P2002). */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: string }).code === 'P2002';

// Prisma's codes for no such row and a foreign key that does not hold, and Postgres's for the latter.
const GONE = ['P2025', 'P2003', '23503'];

/** Whether a store's error says that what was to be changed, or what it belongs to, was deleted meanwhile. */
export const isGone = (error: unknown): boolean =>
  GONE.includes((error as { code?: string } | null)?.code ?? '');

/** Not there, or not for the caller: the two cannot be told apart. */
export function notFound(what: string): GraphQLError {
  return failure('NOT_FOUND', `There is no such ${what}, or you may not see it.`);
}
