import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { type ErrorCode, httpStatus } from '../../errors.ts';

// Seconds after which an overloaded server may have caught up.
const BREATH = 5;

/** Writes a JSON answer. */
export function send(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

/** Writes a failure as GraphQL has it, with the status of its code. */
export function sendError(response: ServerResponse, { message, extensions }: GraphQLError): void {
  // What GraphQL itself refuses of variables has no code.
  const { code = 'BAD_USER_INPUT', status, http, unexpected, ...details } = extensions;
  if (code === 'OVERLOADED') response.setHeader('retry-after', String(BREATH));
  if (code === 'RATE_LIMITED') response.setHeader('retry-after', String(extensions.retryAfter));
  send(response, Number(status ?? httpStatus[code as ErrorCode] ?? 500), {
    error: { code, message, ...details },
  });
}
