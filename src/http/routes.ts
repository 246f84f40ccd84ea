import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Outage } from '../store/outage.ts';
import { type Caller, callerOf } from '../turns/caller.ts';
import { cutSlowReader } from './connections.ts';
import { createFormatRoutes } from './formats.ts';
import { createGraphqlRoute, type GraphqlRoute } from './graphql-route.ts';
import { openApi } from './openapi.ts';
import { allowAnyOrigin, answerPreflight } from './origin.ts';
import { ACTIONS } from './rest/actions.ts';
import { send, sendError } from './rest/answer.ts';
import { ClientLeft } from './rest/body.ts';
import { answerQuestion } from './rest/get.ts';
import { answerAction } from './rest/post-action.ts';
import { postEvents } from './rest/post-events.ts';
import { QUESTIONS } from './rest/questions.ts';
import { serveSchema } from './sdl.ts';
import { answerStatus, type Unready } from './status.ts';
import type { Tracker } from './tracker.ts';

export interface Routes extends GraphqlRoute {
  tracker: Tracker;
  contextOf: (request: IncomingMessage, caller: Caller) => Promise<Context>;
  /** Whether the API describes itself. */
  introspection: boolean;
  unready: Unready;
  outage: Outage;
  /** Milliseconds after which a client that takes nothing of an answer is disconnected. */
  patience: number;
  log: Logger;
}

/** Every path that the server answers. */
export function createRoutes(routes: Routes): RequestListener {
  const { yoga, graphiql, tracker, contextOf, origins, introspection, unready, outage, patience, log } =
    routes;
  const sendFromOtherSdks = createFormatRoutes((request) => contextOf(request, {}), outage);
  const answerGraphql = createGraphqlRoute(routes);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0];
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (await answerStatus([request, response], unready)) return;
    const refused = origins.checkHost(request);
    if (refused) return sendError(response, refused);
    if (path === '/graphql') return answerGraphql(request, response);
    const question = path === undefined ? undefined : QUESTIONS[path];
    if (question && reading) {
      origins.allowListed(request, response);
      const context = await contextOf(request, callerOf(response));
      return answerQuestion(question, [request, response], { yoga, context });
    }
    if (path === '/api/events') return eventsRoute(request, response);
    const action = path === undefined ? undefined : ACTIONS[path];
    if (action && request.method === 'POST') {
      origins.allowListed(request, response);
      return answerAction(action, [request, response], {
        yoga,
        context: await contextOf(request, callerOf(response)),
      });
    }
    if (question || action) return refuse(request, response, action ? 'POST' : 'GET, HEAD');
    if (path === '/openapi.json' && reading && introspection) {
      response.setHeader('access-control-allow-origin', '*');
      return send(response, 200, openApi());
    }
    if (path === '/schema.graphql' && reading && introspection) {
      response.setHeader('access-control-allow-origin', '*');
      return serveSchema(request, response);
    }
    if (path === '/tracker.js' && reading) return tracker.serve(request, response);
    if (path === '/' && reading) return void response.writeHead(302, { location: '/graphql' }).end();
    if (reading && (await graphiql?.serve(request, response))) return;
    if (await sendFromOtherSdks(request, response)) return;
    send(response, 404, {
      error: { code: 'NOT_FOUND', message: 'There is nothing here: the API is at /graphql.' },
    });
  }

  /** Any site's pages may send events, and only here: the write key in the body is all that counts. */
  async function eventsRoute(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowAnyOrigin(request, response);
    if (request.method === 'OPTIONS') answerPreflight(request, response, ['POST']);
    else if (request.method === 'POST') await postEvents(request, response, await contextOf(request, {}));
    else {
      refuseMethod(
        response,
        'GET, HEAD, POST, OPTIONS',
        'Events are sent with POST, and asked for with GET.',
      );
    }
  }

  /** Answers a browser's preflight request, and refuses other methods. */
  function refuse(request: IncomingMessage, response: ServerResponse, methods: string): void {
    if (request.method === 'OPTIONS') origins.preflight(request, response);
    else refuseMethod(response, `${methods}, OPTIONS`, `This is asked for with ${methods.split(',')[0]}.`);
  }

  function refuseMethod(response: ServerResponse, allowed: string, message: string): void {
    response.setHeader('allow', allowed);
    send(response, 405, { error: { code: 'BAD_USER_INPUT', message } });
  }

  /** Answers a request that failed. */
  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (error instanceof ClientLeft || response.destroyed) return;
    const expected = error instanceof GraphQLError ? error : outage.of(error);
    if (!expected)
      log.error({ err: error, path: request.url?.split('?', 1)[0] }, 'a request failed unexpectedly');
    if (response.headersSent) response.destroy();
    else if (expected) sendError(response, expected);
    else send(response, 500, { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' } });
  }

  return (request, response) => {
    cutSlowReader(response, patience);
    answer(request, response).catch((error: unknown) => fail(error, request, response));
  };
}
