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

/** Who waits for a response, and has left when it ends before it was sent. */
export function callerOf(response: ServerResponse): Caller {
  let signal: AbortSignal | undefined;
  return {
    // Made for those who ask: a request that brings an event needs none.
    get signal() {
      signal ??= departureOf(response);
      return signal;
    },
  };
}

function departureOf(response: ServerResponse): AbortSignal {
  const departure = createDeparture();
  const leave = () => {
    if (!response.writableFinished) departure.abort();
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return departure.signal;
}

/** What a question ends with whose client has left: nobody reads it, and it is nobody's mistake. */
export const cancelled = (): GraphQLError =>
  new GraphQLError('The client left before the answer was there.', { extensions: { code: 'CANCELLED' } });
