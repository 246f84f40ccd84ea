import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import {
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
} from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { MAX_BODY } from '../limits.ts';
import { watchSubscriptions } from '../live/plugin.ts';
import { schema } from '../schema.ts';
import { isTrackEvents, limitCost } from './cost.ts';
import { graphiqlOptions } from './graphiql.ts';

export interface YogaOptions {
  graphiql: boolean;
  introspection: boolean;
  /** Whose pages may ask from a browser; `*` for any. */
  corsOrigins: string[];
  /** Told after each mutation that may have changed who may do what. */
  onChange: () => void;
  log: Logger;
}

/** What an operation comes with: Node's request over HTTP, what makes its context over a socket. */
type Arrival = { req: IncomingMessage } | { makeContext: () => Promise<Context> };

export type GraphqlServer = YogaServerInstance<Arrival, Context>;

/** The GraphQL server over HTTP; `contextOf` makes the context of each request. */
export function createGraphqlServer(
  contextOf: (request: IncomingMessage) => Promise<Context>,
  { graphiql, introspection, corsOrigins, onChange, log }: YogaOptions,
): GraphqlServer {
  return createYoga<Arrival, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    // limitBody goes by Content-Length, past which Node reads nothing; Yoga's own would pipe every body through one more stream.
    maxRequestBodySize: false,
    batching: false,
    cors: corsOrigins.length > 0 && {
      origin: corsOrigins,
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
    },
    graphiql: graphiql ? graphiqlOptions : false,
    renderGraphiQL,
    // Whatever NODE_ENV says: Yoga would send stacks to clients in development.
    maskedErrors: { isDev: false },
    logging: {
      debug: () => {},
      info: () => {},
      warn: (...parts: unknown[]) => log.warn({ parts }, 'graphql'),
      error: (...parts: unknown[]) => logErrors(log, parts),
    },
    plugins: [
      limitBody(),
      limitCost(),
      tellChanges(onChange),
      watchSubscriptions(),
      ...(introspection ? [] : [refuseIntrospection()]),
    ],
    context: (arrival) => ('req' in arrival ? contextOf(arrival.req) : arrival.makeContext()),
  });
}

/** An unexpected error is masked outside; here is where it is seen. */
function logErrors(log: Logger, parts: readonly unknown[]): void {
  for (const part of parts) {
    const original = (part as { originalError?: unknown } | null)?.originalError;
    log.error({ err: original ?? part }, 'an operation failed unexpectedly');
  }
}

const refused = (status: number, message: string, code: string) => ({
  status,
  body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
});

/** Refuses a long body by its length, before any of it is read. */
function limitBody(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'POST') return;
      const length = request.headers.get('content-length');
      const problem =
        length === null
          ? refused(411, 'Send the body with a Content-Length.', 'BAD_USER_INPUT')
          : Number(length) > MAX_BODY
            ? refused(413, 'A request has at most 1 MiB: send fewer events at once.', 'BAD_USER_INPUT')
            : null;
      if (problem) {
        endResponse(
          new fetchAPI.Response(problem.body, {
            status: problem.status,
            headers: { 'content-type': 'application/json' },
          }),
        );
      }
    },
  };
}

/** Sending events changes no rights, and neither does who is not signed in, but by spending a refresh token. */
function tellChanges(onChange: () => void): Plugin<Context> {
  return {
    onExecute: ({ args: { document, operationName, contextValue } }) => {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'mutation' || isTrackEvents(operation)) return undefined;
      const mayChange = contextValue.viewer.kind !== 'anonymous' || asksFor(operation, 'refreshSession');
      return mayChange ? { onExecuteDone: onChange } : undefined;
    },
  };
}

const asksFor = ({ selectionSet }: OperationDefinitionNode, name: string): boolean =>
  selectionSet.selections.some((each) => each.kind !== Kind.FIELD || each.name.value === name);

function refuseIntrospection(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}
