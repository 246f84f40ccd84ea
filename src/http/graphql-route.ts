import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { type ErrorCode, failure, httpStatus } from '../errors.ts';
import type { Places } from './connections.ts';
import type { GraphiqlPage } from './graphiql-page.ts';
import type { Origins } from './origin.ts';
import { PRIVATE_HEADERS } from './rest/answer.ts';
import type { GraphqlServer } from './yoga.ts';

export interface GraphqlRoute {
  yoga: GraphqlServer;
  /** Null where it is switched off. */
  graphiql: GraphiqlPage | null;
  origins: Origins;
  /** Event streams and sockets of each address. */
  streams: Places;
  addressOf: (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;
}

// A proxy between must pass events on as they come: nginx and others go by the first of these.
const STREAM_HEADERS = { 'x-accel-buffering': 'no', 'cache-control': 'no-store, no-transform' };

/** Answers /graphql. */
export function createGraphqlRoute({ yoga, graphiql, origins, streams, addressOf }: GraphqlRoute) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    origins.allowListed(request, response);
    if (request.method === 'OPTIONS') return origins.preflight(request, response);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && (await graphiql?.serve(request, response))) return;
    const refused = unfinishedHandshake(request) ?? origins.checkPage(request);
    if (refused) return writeError(response, refused);
    if (request.headers.accept?.includes('text/event-stream')) {
      const leave = streams.take(addressOf(request));
      if (!leave) return writeError(response, tooManyStreams());
      response.once('close', leave);
    }
    const answered = await yoga.handleNodeRequestAndResponse(request, response, {
      req: request,
      res: response,
    });
    await write(answered, response);
  };
}

/** What a WebSocket client sent through a proxy that did not pass its headers on; null where it is no such request. */
function unfinishedHandshake({ headers }: IncomingMessage): GraphQLError | null {
  if (headers['sec-websocket-key'] === undefined && headers['sec-websocket-version'] === undefined)
    return null;
  return failure(
    'BAD_REQUEST',
    'A WebSocket handshake arrived without its Upgrade header: a proxy between has to pass Upgrade and Connection on (nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade").',
    { status: 426 },
  );
}

export const tooManyStreams = (): GraphQLError =>
  failure(
    'RATE_LIMITED',
    'Too many sockets and event streams of this address are open: close some of them.',
    {
      retryAfter: 60,
    },
  );

/** An answer to a request that is not looked at further. */
function writeError(response: ServerResponse, { message, extensions }: GraphQLError): void {
  const { status, code, ...details } = extensions;
  const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
  if (status === 426) response.setHeader('upgrade', 'websocket');
  if (details.retryAfter !== undefined) response.setHeader('retry-after', String(details.retryAfter));
  response
    .writeHead(Number(status ?? httpStatus[code as ErrorCode]), {
      'content-type': 'application/json; charset=utf-8',
      ...PRIVATE_HEADERS,
    })
    .end(body);
}

/** Writes what Yoga answers; a stream as fast as it is read, until it or the connection ends. */
async function write(answered: Response, response: ServerResponse): Promise<void> {
  if (response.destroyed) return void answered.body?.cancel().catch(() => undefined);
  const headers: Record<string, string> = {};
  answered.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value;
  });
  const type = headers['content-type'] ?? '';
  if (!/^(?:text\/event-stream|multipart\/)/.test(type)) {
    const body = await answered.text();
    response
      .writeHead(answered.status, {
        ...headers,
        ...PRIVATE_HEADERS,
        'content-length': Buffer.byteLength(body),
      })
      .end(body);
    return;
  }
  const { 'content-encoding': _, connection: __, ...kept } = headers;
  response.writeHead(answered.status, { ...kept, ...PRIVATE_HEADERS, ...STREAM_HEADERS });
  const reader = answered.body?.getReader();
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  void closed.then(() => reader?.cancel());
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done || response.destroyed) break;
    if (response.write(next.value)) continue;
    await Promise.race([closed, new Promise((resolve) => response.once('drain', resolve))]);
  }
  response.end();
}
