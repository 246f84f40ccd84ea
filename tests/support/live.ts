import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ExecutionResult, print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A subscription as its client sees it. */
export interface Watch<T> {
  /** What has arrived so far, in order. */
  received: ExecutionResult<T>[];
  /** How it ended: `complete` where the server said so, else what the transport or the server said instead. */
  ended: Promise<string>;
  /** Ends it as the protocol asks. */
  leave(): void;
  /** Is gone without a word, as a machine that was unplugged; over graphql-ws with all that shares the socket. */
  vanish(): void;
  /** Stops reading from the network; whatever is sent piles up at the server. */
  pause(): void;
  resume(): void;
}

/** Subscribes over one of the transports. */
export type Subscribe = <T, V extends Record<string, unknown>>(
  url: string,
  document: TypedDocumentNode<T, V>,
  variables: V,
  authorization?: string,
) => Watch<T>;

/** A socket of the graphql-ws protocol, which any number of operations can share. */
export interface Connection {
  subscribe<T, V extends Record<string, unknown>>(document: TypedDocumentNode<T, V>, variables: V): Watch<T>;
  /** An operation as text, which may be wrong. */
  subscribeText(query: string): Watch<unknown>;
  close(): Promise<void>;
}

/** Opens a socket with its first operation, which stays open; connects once, so that a refusal is seen. */
export function connect(url: string, authorization?: string): Connection {
  let socket: WebSocket | undefined;
  class Observed extends WebSocket {
    constructor(address: string, protocols?: string) {
      super(address, protocols);
      socket = this;
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Observed,
    retryAttempts: 0,
    lazyCloseTimeout: 60_000,
    ...(authorization ? { connectionParams: { authorization: `Bearer ${authorization}` } } : {}),
  });
  function subscribe<T>(query: string, variables: Record<string, unknown>): Watch<T> {
    const { promise: ended, resolve } = deferred<string>();
    const received: ExecutionResult<T>[] = [];
    const leave = client.subscribe<T>(
      { query, variables },
      {
        next: (result) => received.push(result as ExecutionResult<T>),
        complete: () => resolve('complete'),
        error: (error) => resolve(reasonOf(error)),
      },
    );
    return {
      received,
      ended,
      leave,
      vanish: () => socket?.terminate(),
      pause: () => socket?.pause(),
      resume: () => socket?.resume(),
    };
  }
  return {
    subscribe: (document, variables) => subscribe(print(document), variables),
    subscribeText: (query) => subscribe(query, {}),
    close: async () => {
      await client.dispose();
    },
  };
}

export const overWebSocket: Subscribe = (url, document, variables, authorization) => {
  const connection = connect(url, authorization);
  const watch = connection.subscribe(document, variables);
  return {
    ...watch,
    leave: () => {
      watch.leave();
      void connection.close();
    },
  };
};

/** Server-sent events as graphql-sse's "distinct connections" mode has them: `next` with a result, then `complete`. */
export const overServerSentEvents: Subscribe = (url, document, variables, authorization) => {
  const { promise: ended, resolve } = deferred<string>();
  const received: ExecutionResult<never>[] = [];
  let response: IncomingMessage | undefined;
  const body = JSON.stringify({ query: print(document), variables });
  const request = httpRequest(`${url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(authorization ? { authorization: `Bearer ${authorization}` } : {}),
    },
  });
  request.on('error', (error) => resolve(error.message));
  request.on('response', (incoming) => {
    response = incoming;
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, event, data] = /^event: (\w+)\ndata: ?(.*)$/.exec(message) ?? [];
        if (event === 'next') received.push(JSON.parse(data ?? ''));
        if (event === 'complete') resolve('complete');
      }
    });
    incoming.on('error', (error) => resolve(error.message));
    incoming.on('close', () => resolve('closed'));
  });
  request.end(body);
  return {
    received,
    ended,
    leave: () => request.destroy(),
    // Before it has a socket there is nothing to reset.
    vanish: () => void (request.socket?.resetAndDestroy() ?? request.destroy()),
    pause: () => response?.pause(),
    resume: () => response?.resume(),
  };
};

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** graphql-ws gives GraphQL errors, or the event that closed the socket. */
function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(({ extensions, message }) => extensions?.code ?? message).join();
  const { code, message } = error as { code?: number; message?: string };
  return String(code ?? message);
}
