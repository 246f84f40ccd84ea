import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import {
  execute,
  GraphQLError,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
} from 'graphql';
import { createYoga, maskError, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { type ErrorCode, isGone } from '../errors.ts';
import { MAX_BODY } from '../limits.ts';
import { watchSubscriptions } from '../live/plugin.ts';
import { schema } from '../schema.ts';
import { type Caller, departureOf } from '../turns/caller.ts';
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
type Arrival = { req: IncomingMessage; res: ServerResponse } | { makeContext: () => Promise<Context> };

export type GraphqlServer = YogaServerInstance<Arrival, Context>;

/** The GraphQL server over HTTP; `contextOf` makes the context of each request. */
export function createGraphqlServer(
  contextOf: (request: IncomingMessage, caller: Caller) => Promise<Context>,
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
    maskedErrors: { isDev: false, maskError: tellGoneMaskOthers },
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
      executeTracking(),
      watchSubscriptions(),
      ...(introspection ? [] : [refuseIntrospection()]),
    ],
    context: (arrival) =>
      'req' in arrival ? contextOf(arrival.req, { signal: departureOf(arrival.res) }) : arrival.makeContext(),
  });
}

const originalOf = (error: unknown): unknown =>
  (error as { originalError?: unknown } | null)?.originalError ?? error;

/** What was deleted between an operation's look at it and its change is not there, for every operation; other errors are masked. */
function tellGoneMaskOthers(error: unknown, message: string, isDev?: boolean): Error {
  if (!(error instanceof GraphQLError) || !isGone(originalOf(error))) return maskError(error, message, isDev);
  const { nodes = null, path } = error;
  return new GraphQLError(
    'This is not there any more: it, or what it belongs to, was deleted while the operation ran.',
    { nodes, path, extensions: { code: 'NOT_FOUND' satisfies ErrorCode } },
  );
}

/** An unexpected error is masked outside; here is where it is seen. */
function logErrors(log: Logger, parts: readonly unknown[]): void {
  for (const part of parts) {
    const err = originalOf(part);
    if (isGone(err)) log.info({ err }, 'an operation met something that was deleted meanwhile');
    else log.error({ err }, 'an operation failed unexpectedly');
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

/** Yoga's executor copies all variables before it checks them: without that, what GraphQL takes of an event is less by two fifths. */
function executeTracking(): Plugin<Context> {
  return {
    onExecute({ args: { document, operationName }, setExecuteFn }) {
      if (isTrackEvents(getOperationAST(document, operationName))) setExecuteFn(execute);
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
