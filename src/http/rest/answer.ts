import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { type ErrorCode, httpStatus, RETRY_AFTER } from '../../errors.ts';

/** What every answer says that is made for one request: it may have somebody's data, and is what its type says. */
export const PRIVATE_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Writes a JSON answer. */
export function send(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...PRIVATE_HEADERS })
    .end(JSON.stringify(value));
}

/** Writes a failure as GraphQL has it, with the status of its code. */
export function sendError(response: ServerResponse, { message, extensions }: GraphQLError): void {
  // What GraphQL itself refuses of variables has no code.
  const { code = 'BAD_USER_INPUT', status, http, unexpected, ...details } = extensions;
  if (code === 'OVERLOADED' || code === 'RATE_LIMITED')
    response.setHeader('retry-after', String(extensions.retryAfter ?? RETRY_AFTER));
  send(response, Number(status ?? httpStatus[code as ErrorCode] ?? 500), {
    error: { code, message, ...details },
  });
}
