import type { IncomingMessage, ServerResponse } from 'node:http';
import { execute, GraphQLError, getOperationAST, Kind, type OperationDefinitionNode } from 'graphql';
import { createYoga, maskError, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { failure, isGone } from '../errors.ts';
import { withAnyEvent } from '../ingest/any-event.ts';
import { watchSubscriptions } from '../live/plugin.ts';
import { schema } from '../schema.ts';
import { isPassing, type Outage } from '../store/outage.ts';
import { type Caller, callerOf } from '../turns/caller.ts';
import { nameVariable } from './coercion.ts';
import { isTrackEvents, limitCost } from './cost.ts';
import { keepDocuments } from './documents.ts';
import { refuseIntrospection } from './introspection.ts';
import { limitNesting } from './nesting.ts';
import { tellOverload } from './overload.ts';
import { readParams } from './params.ts';
import { refuseValues } from './values.ts';

export interface YogaOptions {
  introspection: boolean;
  outage: Outage;
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
  { introspection, outage, onChange, log }: YogaOptions,
): GraphqlServer {
  return createYoga<Arrival, Context>({
    schema: withAnyEvent(schema),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    // Bodies, GraphiQL and CORS are seen to before and beside Yoga (params.ts, graphql-route.ts).
    maxRequestBodySize: false,
    batching: false,
    cors: false,
    graphiql: false,
    parserAndValidationCache: false,
    // Whatever NODE_ENV says: Yoga would send stacks to clients in development.
    maskedErrors: { isDev: false, maskError: explainOrMask(outage) },
    logging: {
      debug: () => {},
      info: () => {},
      warn: (...parts: unknown[]) => log.warn({ parts }, 'graphql'),
      error: (...parts: unknown[]) => logErrors(log, parts),
    },
    plugins: [
      readParams(),
      keepDocuments(),
      limitNesting(),
      refuseValues(),
      limitCost(),
      tellChanges(onChange),
      executeTracking(),
      showEvents(),
      watchSubscriptions(),
      tellOverload(),
      ...(introspection ? [] : [refuseIntrospection()]),
    ],
    context: (arrival) =>
      'req' in arrival ? contextOf(arrival.req, callerOf(arrival.res)) : arrival.makeContext(),
  });
}

const originalOf = (error: unknown): unknown =>
  (error as { originalError?: unknown } | null)?.originalError ?? error;

/**
 * What was deleted between an operation's look at it and its change is not there, and what a database that is away did not
 * answer may be asked again, for every operation; other errors that nobody expected are masked.
 */
const explainOrMask =
  (outage: Outage) =>
  (error: unknown, message: string, isDev?: boolean): Error => {
    const original = originalOf(error);
    const known = error instanceof GraphQLError && isGone(original) ? wasDeleted() : outage.of(original);
    if (!known) {
      nameVariable(error);
      return maskError(error, message, isDev);
    }
    const { nodes = null, path } = error instanceof GraphQLError ? error : {};
    return new GraphQLError(known.message, { nodes, path, extensions: known.extensions });
  };

const wasDeleted = (): GraphQLError =>
  failure(
    'NOT_FOUND',
    'This is not there any more: it, or what it belongs to, was deleted while the operation ran.',
  );

/** An unexpected error is masked outside; here is where it is seen. */
function logErrors(log: Logger, parts: readonly unknown[]): void {
  for (const part of parts) {
    const err = originalOf(part);
    if (isGone(err)) log.info({ err }, 'an operation met something that was deleted meanwhile');
    // The outage has a line of its own.
    else if (isPassing(err)) log.debug({ err }, 'an operation failed while the database was away');
    else log.error({ err }, 'an operation failed unexpectedly');
  }
}

/** Yoga's executor copies all variables before it checks them: without that, what GraphQL takes of an event is less by two fifths. */
function executeTracking(): Plugin<Context> {
  return {
    onExecute({ args: { document, operationName }, setExecuteFn }) {
      if (isTrackEvents(getOperationAST(document, operationName))) setExecuteFn(execute);
    },
  };
}

/** Queries are answered by the schema as it is printed: introspection shows what an event has. */
function showEvents(): Plugin<Context> {
  return {
    onExecute({ args: { document, operationName }, executeFn, setExecuteFn }) {
      if (getOperationAST(document, operationName)?.operation === 'query')
        setExecuteFn((args) => executeFn({ ...args, schema }));
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
