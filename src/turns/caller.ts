import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';

/** Who waits for an answer. */
export interface Caller {
  /** Aborted when the client leaves: what is done for it alone ends. */
  signal?: AbortSignal | undefined;
  /** Nobody waits for it at a screen: people come first. */
  background?: boolean | undefined;
}

/** Says that a client has left; all statements of an operation listen to one. */
export function createDeparture(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Aborted when a response ends before it was sent. */
export function departureOf(response: ServerResponse): AbortSignal {
  const departure = createDeparture();
  response.once('close', () => {
    if (!response.writableFinished) departure.abort();
  });
  return departure.signal;
}

/** What a question ends with whose client has left: nobody reads it, and it is nobody's mistake. */
export const cancelled = (): GraphQLError =>
  new GraphQLError('The client left before the answer was there.', { extensions: { code: 'CANCELLED' } });
