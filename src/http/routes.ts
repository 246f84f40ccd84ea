import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { type Caller, departureOf } from '../turns/caller.ts';
import { createFormatRoutes } from './formats.ts';
import { openApi } from './openapi.ts';
import { ACTIONS } from './rest/actions.ts';
import { send } from './rest/answer.ts';
import { answerQuestion } from './rest/get.ts';
import { answerAction } from './rest/post-action.ts';
import { postEvents } from './rest/post-events.ts';
import { QUESTIONS } from './rest/questions.ts';
import { answerStatus, type Unready } from './status.ts';
import type { Tracker } from './tracker.ts';
import type { GraphqlServer } from './yoga.ts';

export interface Routes {
  yoga: GraphqlServer;
  tracker: Tracker;
  contextOf: (request: IncomingMessage, caller: Caller) => Promise<Context>;
  /** Whose pages may ask from a browser; `*` for any. */
  corsOrigins: readonly string[];
  unready: Unready;
  log: Logger;
}

/** Every path that the server answers. */
export function createRoutes(routes: Routes): RequestListener {
  const { yoga, tracker, contextOf, corsOrigins, unready, log } = routes;
  const sendFromOtherSdks = createFormatRoutes((request) => contextOf(request, {}));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0];
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/graphql') return void (await yoga(request, response));
    const question = path === undefined ? undefined : QUESTIONS[path];
    if (question && reading) {
      allowOrigin(request, response);
      const context = await contextOf(request, { signal: departureOf(response) });
      return answerQuestion(question, [request, response], { yoga, context });
    }
    if (path === '/api/events') return eventsRoute(request, response);
    const action = path === undefined ? undefined : ACTIONS[path];
    if (action && request.method === 'POST') {
      allowOrigin(request, response);
      return answerAction(action, [request, response], {
        yoga,
        context: await contextOf(request, { signal: departureOf(response) }),
      });
    }
    if (question || action) return refuse(request, response, action ? 'POST' : 'GET, HEAD');
    if (path === '/openapi.json' && reading) {
      response.setHeader('access-control-allow-origin', '*');
      return send(response, 200, openApi());
    }
    if (path === '/tracker.js' && reading) return tracker.serve(request, response);
    if (await answerStatus([request, response], unready)) return;
    if (path === '/' && reading) return void response.writeHead(302, { location: '/graphql' }).end();
    if (await sendFromOtherSdks(request, response)) return;
    send(response, 404, {
      error: { code: 'NOT_FOUND', message: 'There is nothing here: the API is at /graphql.' },
    });
  }

  /** Any site's pages may send events, and only here: the write key in the body is all that counts. */
  async function eventsRoute(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      response
        .writeHead(204, {
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': '86400',
        })
        .end();
    } else if (request.method === 'POST') {
      await postEvents(request, response, await contextOf(request, {}));
    } else {
      refuseMethod(
        response,
        'GET, HEAD, POST, OPTIONS',
        'Events are sent with POST, and asked for with GET.',
      );
    }
  }

  /** Answers a browser's preflight request, and refuses other methods. */
  function refuse(request: IncomingMessage, response: ServerResponse, methods: string): void {
    if (request.method === 'OPTIONS') {
      allowOrigin(request, response);
      response
        .writeHead(204, {
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': '86400',
        })
        .end();
    } else refuseMethod(response, `${methods}, OPTIONS`, `This is asked for with ${methods.split(',')[0]}.`);
  }

  /** Asking is for the pages of the sites that may use the GraphQL API. */
  function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
    const { origin } = headers;
    response.setHeader('vary', 'origin');
    if (origin !== undefined && (corsOrigins.includes('*') || corsOrigins.includes(origin)))
      response.setHeader('access-control-allow-origin', origin);
  }

  function refuseMethod(response: ServerResponse, allowed: string, message: string): void {
    response.setHeader('allow', allowed);
    send(response, 405, { error: { code: 'BAD_USER_INPUT', message } });
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: request.url?.split('?', 1)[0] }, 'a request failed unexpectedly');
      if (response.headersSent) response.destroy();
      else send(response, 500, { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' } });
    });
  };
}
