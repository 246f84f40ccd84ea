import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { isAsyncIterable } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { MAX_BODY } from '../limits.ts';
import type { Guard } from '../live/guard.ts';
import { Bare } from '../live/plugin.ts';
import type { Caller } from '../turns/caller.ts';
import { Relay } from './relay.ts';
import { beginOperation, connectSockets, type Extra, endOperation, type Opening } from './sockets.ts';
import type { GraphqlServer } from './yoga.ts';

const KEEP_ALIVE = 12_000;
// The graphql-ws protocol's code for credentials that are not good: its clients connect again, with new ones.
const FORBIDDEN = 4403;

export interface WebSocketOptions {
  contextOf: (request: Opening, caller: Caller, authorization: string | null) => Promise<Context>;
  /** Closes sockets whose credentials end. */
  guard: Guard;
  /** Milliseconds after which a client is asked whether it is there, and as many for the answer. */
  keepAlive?: number;
}

type Enveloped = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => never; subscribe: (args: ExecutionArgs) => never };
};

/** Subscriptions by the graphql-ws protocol, on the port and path of HTTP. Returns what closes them all. */
export function serveWebSockets(
  server: Server,
  yoga: GraphqlServer,
  { contextOf, guard, keepAlive = KEEP_ALIVE }: WebSocketOptions,
): () => Promise<void> {
  // Not with `server`: then an error of the server's, such as a port that is taken, would be reported here as well.
  const sockets = new WebSocketServer({
    noServer: true,
    path: '/graphql',
    maxPayload: MAX_BODY,
    handleProtocols,
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const protocol = makeServer<Record<string, unknown>, Extra>({
    execute: (args) => (args as Enveloped).rootValue.execute(args),
    subscribe: (args) => (args as Enveloped).rootValue.subscribe(args),
    // Credentials that are not good end the connection (4403 Forbidden) instead of every operation on it.
    onConnect: async ({ connectionParams, extra }) => {
      const { viewer } = await contextOf(extra.request, {}, authorizationOf(connectionParams, extra.request));
      if (viewer.kind === 'anonymous') return viewer.problem === undefined;
      const { socket } = extra;
      const watched = guard.watch({ viewer, projectId: null }, () => socket.close(FORBIDDEN, 'Forbidden'));
      socket.on('close', () => watched.letGo());
      if (socket.readyState !== socket.OPEN) watched.letGo();
      return true;
    },
    onSubscribe: async (connection, id, { query, operationName, variables }) => {
      const { connectionParams, extra } = connection;
      const signal = beginOperation(connection, id);
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
        if (error instanceof GraphQLError) return [error];
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
  return connectSockets(sockets, protocol, { keepAlive, onError: (error) => yoga.logger.error(error) });
}

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
  const sent = params?.authorization ?? params?.Authorization ?? request.headers.authorization;
  return typeof sent === 'string' ? sent : null;
}
