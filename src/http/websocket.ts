import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { isAsyncIterable } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { type ErrorCode, failure, httpStatus } from '../errors.ts';
import { MAX_BODY, MAX_OPERATIONS } from '../limits.ts';
import type { Guard } from '../live/guard.ts';
import { Bare } from '../live/plugin.ts';
import type { Outage } from '../store/outage.ts';
import type { Caller } from '../turns/caller.ts';
import type { Places } from './connections.ts';
import { tooManyStreams } from './graphql-route.ts';
import type { Origins } from './origin.ts';
import { isPersisted, persistedQueryNotSupported } from './params.ts';
import { Relay } from './relay.ts';
import { beginOperation, close, connectSockets, type Extra, endOperation, type Opening } from './sockets.ts';
import type { GraphqlServer } from './yoga.ts';

const KEEP_ALIVE = 12_000;
const IDLE = 60_000;
// The graphql-ws protocol's code for credentials that are not good: its clients connect again, with new ones.
const FORBIDDEN = 4403;
// RFC 6455's registry: the server cannot serve now, and clients connect again later.
const TRY_AGAIN_LATER = 1013;

export interface WebSocketOptions {
  contextOf: (request: Opening, caller: Caller, authorization: string | null) => Promise<Context>;
  /** Closes sockets whose credentials end. */
  guard: Guard;
  origins: Origins;
  outage: Outage;
  /** Sockets and event streams of each address. */
  streams: Places;
  addressOf: (request: Opening) => string;
  /** Milliseconds after which a client is asked whether it is there, and as many for the answer. */
  keepAlive?: number;
  /** Milliseconds after which a socket is closed on which nobody signed in or asks anything. */
  idle?: number;
  /** Milliseconds after which a client is cut that takes nothing of what waits for it. */
  patience: number;
}

type Enveloped = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => never; subscribe: (args: ExecutionArgs) => never };
};

/** Subscriptions by the graphql-ws protocol, on the port and path of HTTP. Returns what closes them all. */
export function serveWebSockets(
  server: Server,
  yoga: GraphqlServer,
  options: WebSocketOptions,
): () => Promise<void> {
  const { contextOf, guard, origins, outage, streams, addressOf, patience } = options;
  const { keepAlive = KEEP_ALIVE, idle = IDLE } = options;
  // Not with `server`: then an error of the server's, such as a port that is taken, would be reported here as well.
  const sockets = new WebSocketServer({
    noServer: true,
    path: '/graphql',
    maxPayload: MAX_BODY,
    handleProtocols,
  });
  server.on('upgrade', (request, socket, head) => {
    const refused = origins.checkHost(request) ?? origins.checkPage(request);
    if (refused) return refuseUpgrade(socket, refused);
    const leave = streams.take(addressOf(request));
    if (!leave) return refuseUpgrade(socket, tooManyStreams());
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const protocol = makeServer<Record<string, unknown>, Extra>({
    execute: (args) => (args as Enveloped).rootValue.execute(args),
    subscribe: (args) => (args as Enveloped).rootValue.subscribe(args),
    // Credentials that are not good end the connection (4403 Forbidden) instead of every operation on it.
    onConnect: async ({ connectionParams, extra }) => {
      const { socket } = extra;
      const viewer = await contextOf(
        extra.request,
        {},
        authorizationOf(connectionParams, extra.request),
      ).then(
        (context) => context.viewer,
        (error: unknown) => {
          const away = outage.of(error);
          if (!away) throw error;
          close(socket, TRY_AGAIN_LATER, away.message);
          return null;
        },
      );
      if (viewer === null) return false;
      if (viewer.kind === 'anonymous') {
        if (viewer.problem !== undefined) close(socket, FORBIDDEN, viewer.problem);
        return viewer.problem === undefined;
      }
      extra.anonymous = false;
      const watched = guard.watch({ viewer, projectId: null }, (reason) =>
        close(socket, FORBIDDEN, reason.message),
      );
      socket.on('close', () => watched.letGo());
      if (socket.readyState !== socket.OPEN) watched.letGo();
      return true;
    },
    onSubscribe: async (connection, id, payload) => {
      const { connectionParams, extra, subscriptions } = connection;
      extra.lastAsked = performance.now();
      // This one is among them.
      if (Object.keys(subscriptions).length > MAX_OPERATIONS) {
        const refused = failure(
          'RATE_LIMITED',
          `A socket has at most ${MAX_OPERATIONS} operations at a time.`,
        );
        close(extra.socket, CloseCode.TooManyInitialisationRequests, refused.message);
        return [refused];
      }
      if (isPersisted(payload)) return [persistedQueryNotSupported()];
      const signal = beginOperation(connection, id);
      const { query, operationName, variables } = payload;
      try {
        const enveloped = yoga.getEnveloped({
          params: { query, operationName, variables },
          // Asked anew for each operation: a session may have ended since the socket was opened.
          makeContext: () =>
            contextOf(extra.request, { signal }, authorizationOf(connectionParams, extra.request)),
          bare: true,
        } as never);
        const document = enveloped.parse(query);
        const errors = enveloped.validate(enveloped.schema, document);
        if (errors.length > 0) {
          endOperation(extra, id);
          return errors;
        }
        if (!getOperationAST(document, operationName)) {
          endOperation(extra, id);
          return [unknownOperation()];
        }
        return {
          schema: enveloped.schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: await enveloped.contextFactory(),
          rootValue: { execute: enveloped.execute, subscribe: enveloped.subscribe },
        };
      } catch (error) {
        endOperation(extra, id);
        // An answer to this operation alone: graphql-ws would close the socket, and every other operation with it.
        if (error instanceof GraphQLError) return [withCode(error)];
        const away = outage.of(error);
        if (away) return [away];
        yoga.logger.error(error);
        return [new GraphQLError('Unexpected error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })];
      }
    },
    onOperation: ({ extra }, id, payload, args, result) => {
      // A subscription ends by its stream.
      endOperation(extra, id);
      const { socket } = extra;
      const isBare = result instanceof Bare;
      if (isBare) letGo(payload, args);
      const results = isBare ? result.results : result;
      return isAsyncIterable(results) ? new Relay(id, results, socket) : undefined;
    },
  });
  return connectSockets(sockets, protocol, {
    keepAlive,
    idle,
    patience,
    prepare: withEmptyDocument,
    onError: (error) => yoga.logger.error(error),
  });
}

/** Answers a handshake that is refused, as HTTP: browsers show its status, other clients the body, too. */
function refuseUpgrade(socket: Duplex, { message, extensions }: GraphQLError): void {
  const { code, status = httpStatus[code as ErrorCode], ...details } = extensions;
  const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
  socket.once('error', () => undefined);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[Number(status)]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** An operation that is named by a hash has no document, without which the protocol would close the socket. */
function withEmptyDocument(text: string): string {
  if (!text.includes('"persistedQuery"')) return text;
  try {
    const message = JSON.parse(text);
    if (message.type !== 'subscribe' || !isPersisted(message.payload)) return text;
    return JSON.stringify({ ...message, payload: { ...message.payload, query: '' } });
  } catch {
    return text;
  }
}

/** Over HTTP, Yoga does the same to what GraphQL says of a document that is none. */
function withCode(error: GraphQLError): GraphQLError {
  error.extensions.code ??= 'GRAPHQL_PARSE_FAILED';
  return error;
}

const unknownOperation = (): GraphQLError =>
  new GraphQLError('Could not determine what operation to execute.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });

/** graphql-ws holds an operation as long as it lasts; one that is executed by others needs none of it. */
function letGo(payload: SubscribePayload, args: ExecutionArgs): void {
  Object.assign(payload, { query: '', variables: null });
  Object.assign(args, { contextValue: null, variableValues: null, rootValue: null });
}

/** As `connectionParams.authorization` (also capitalised, as a header is), or as the header where a client can set it. */
function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
  request: Opening,
): string | null {
  // Some clients wrap it as the headers that a request would have.
  const headers = params?.headers as Readonly<Record<string, unknown>> | null | undefined;
  const sent =
    params?.authorization ??
    params?.Authorization ??
    headers?.authorization ??
    headers?.Authorization ??
    request.headers.authorization;
  return typeof sent === 'string' ? sent : null;
}
