import type { IncomingMessage, Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { MAX_BODY } from '../limits.ts';
import type { Guard } from '../live/guard.ts';
import type { GraphqlServer } from './yoga.ts';

// How long a client may take to answer when its socket is closed; ws would wait 30 seconds.
const GOODBYE = 2_000;
const KEEP_ALIVE = 12_000;
// The graphql-ws protocol's code for credentials that are not good: its clients connect again, with new ones.
const FORBIDDEN = 4403;

export interface WebSocketOptions {
  contextOf: (request: IncomingMessage, authorization: string | null) => Promise<Context>;
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
  const sockets = new WebSocketServer({ noServer: true, path: '/graphql', maxPayload: MAX_BODY });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const running = useServer(
    {
      // Errors of the server's own stay inside.
      isProd: true,
      execute: (args) => (args as Enveloped).rootValue.execute(args),
      subscribe: (args) => (args as Enveloped).rootValue.subscribe(args),
      // Credentials that are not good end the connection (4403 Forbidden) instead of every operation on it.
      onConnect: async ({ connectionParams, extra }) => {
        const { viewer } = await contextOf(extra.request, authorizationOf(connectionParams, extra.request));
        if (viewer.kind === 'anonymous') return viewer.problem === undefined;
        const { socket } = extra;
        const watched = guard.watch({ viewer, projectId: null }, () => socket.close(FORBIDDEN, 'Forbidden'));
        socket.once('close', () => watched.letGo());
        if (socket.readyState !== socket.OPEN) watched.letGo();
        return true;
      },
      onSubscribe: async ({ connectionParams, extra }, _id, { query, operationName, variables }) => {
        try {
          const enveloped = yoga.getEnveloped({
            params: { query, operationName, variables },
            // Asked anew for each operation: a session may have ended since the socket was opened.
            makeContext: () => contextOf(extra.request, authorizationOf(connectionParams, extra.request)),
          } as never);
          const document = enveloped.parse(query);
          const errors = enveloped.validate(enveloped.schema, document);
          if (errors.length > 0) return errors;
          return {
            schema: enveloped.schema,
            document,
            operationName,
            variableValues: variables,
            contextValue: await enveloped.contextFactory(),
            rootValue: { execute: enveloped.execute, subscribe: enveloped.subscribe },
          };
        } catch (error) {
          // An answer to this operation alone: graphql-ws would close the socket, and every other operation with it.
          if (error instanceof GraphQLError) return [error];
          yoga.logger.error(error);
          return [new GraphQLError('Unexpected error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })];
        }
      },
    },
    sockets,
    keepAlive,
  );
  // A client that sends nonsense is disconnected by ws; graphql-ws would also print each time to look at the server's code.
  sockets.on('connection', (client) => client.removeAllListeners('error').on('error', () => {}));
  return async () => {
    const impatient = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, GOODBYE);
    await running.dispose();
    clearTimeout(impatient);
  };
}

/** As `connectionParams.authorization` (also capitalised, as a header is), or as the header where a client can set it. */
function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
  request: IncomingMessage,
): string | null {
  const sent = params?.authorization ?? params?.Authorization ?? request.headers.authorization;
  return typeof sent === 'string' ? sent : null;
}
