import type { RequestListener } from 'node:http';
import { send } from './rest/answer.ts';

/** Why the server should get no requests now; null when it should. */
export type Unready = () => Promise<string | null>;

/** GET /health and GET /ready, for whoever runs it; returns whether the request was one of them. */
export async function answerStatus(
  [request, response]: Parameters<RequestListener>,
  unready: Unready,
): Promise<boolean> {
  const path = request.url?.split('?', 1)[0];
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (path === '/health') send(response, 200, { status: 'alive' });
  else if (path === '/ready') {
    const reason = await unready();
    if (reason === null) send(response, 200, { status: 'ready' });
    else send(response, 503, { status: 'unready', reason });
  } else return false;
  return true;
}

/** All that a worker answers. */
export const createStatusRoutes =
  (unready: Unready): RequestListener =>
  async (request, response) => {
    if (await answerStatus([request, response], unready).catch(() => false)) return;
    send(response, 404, {
      error: {
        code: 'NOT_FOUND',
        message: 'This process stores events: the API is where ROLE is api or all.',
      },
    });
  };
