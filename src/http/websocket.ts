import type { IncomingMessage, Server } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { MAX_BODY } from '../limits.ts';
import type { GraphqlServer } from './yoga.ts';

type Enveloped = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => never; subscribe: (args: ExecutionArgs) => never };
};

/** Subscriptions by the graphql-ws protocol, on the port and path of HTTP. Returns what closes them all. */
export function serveWebSockets(
  server: Server,
  yoga: GraphqlServer,
  contextOf: (request: IncomingMessage, authorization: string | null) => Promise<Context>,
): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_BODY });
  const running = useServer(
    {
      execute: (args) => (args as Enveloped).rootValue.execute(args),
      subscribe: (args) => (args as Enveloped).rootValue.subscribe(args),
      // Credentials that are not good end the connection (4403 Forbidden) instead of every operation on it.
      onConnect: async ({ connectionParams, extra }) => {
        const { viewer } = await contextOf(extra.request, authorizationOf(connectionParams, extra.request));
        return !(viewer.kind === 'anonymous' && viewer.problem !== undefined);
      },
      onSubscribe: async ({ connectionParams, extra }, _id, { query, operationName, variables }) => {
        // Asked anew for each operation: a session may have ended since the socket was opened.
        const context = await contextOf(extra.request, authorizationOf(connectionParams, extra.request));
        const enveloped = yoga.getEnveloped({ context } as never);
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
      },
    },
    sockets,
  );
  return async () => {
    await running.dispose();
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
