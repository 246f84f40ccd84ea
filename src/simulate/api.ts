import { parseHttpDate } from '../instant.ts';

/** The API did not do what it was asked. */
export class ApiError extends Error {
  /** `extensions.code` of the GraphQL error; else HTTP and the status, or UNREACHABLE. */
  readonly code: string;
  /** Seconds after which the server wants to be asked again; null when it does not say. */
  readonly retryAfter: number | null;

  constructor(code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

// What passes by itself. Events have ids: sending them again does not count them twice, whatever has happened.
const PASSING = /^(OVERLOADED|RATE_LIMITED|TIMEOUT|UNREACHABLE|INTERNAL_SERVER_ERROR|HTTP (408|429|5\d\d))$/;

/** Whether the same request may succeed later. */
export const isPassing = (error: unknown): error is ApiError =>
  error instanceof ApiError && PASSING.test(error.code);

/** Asks a server's GraphQL API. Throws ApiError. */
export type Api = <T>(
  query: string,
  variables: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<T>;

const PATIENCE = 60_000;

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The API of the server at a URL such as http://127.0.0.1:4000. */
export function createApi(url: string): Api {
  return async <T>(query: string, variables: Record<string, unknown>, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new ApiError('UNREACHABLE', `${url} does not answer: ${reasonOf(error)}`);
    });
    const retryAfter = secondsOf(response.headers.get('retry-after'));
    const answer = (await response.json().catch(() => null)) as Answer | null;
    const [error] = answer?.errors ?? [];
    if (error) throw new ApiError(error.extensions?.code ?? 'UNKNOWN', error.message, retryAfter);
    if (!response.ok || !answer?.data) {
      const status = `HTTP ${response.status}`;
      throw new ApiError(status, `${url}/graphql answered with ${status}, not with GraphQL`, retryAfter);
    }
    return answer.data as T;
  };
}

/** Of what fetch throws, the cause says what is wrong. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
}

/** Retry-After in seconds; it may be a date (RFC 9110, section 10.2.3). */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const date = parseHttpDate(header);
  return date && Math.max(0, (date.getTime() - Date.now()) / 1000);
}
