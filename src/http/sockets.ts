import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import { CloseCode, MessageType } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import { createDeparture } from '../turns/caller.ts';

// How long a client may take to answer when its socket is closed; ws would wait 30 seconds.
const GOODBYE = 2_000;
// In how many parts of the sockets each is asked whether somebody is there: thousands at once would keep all else waiting.
const TURNS = 16;

/** Of the request that opened a socket, what is kept as long as it is open. */
export type Opening = Pick<IncomingMessage, 'headers' | 'socket'>;

export interface Extra {
  socket: WebSocket;
  request: Opening;
  /** Operations that are not answered yet, by their ids; absent without any. */
  operations?: Map<string, Waiting> | undefined;
}

interface Waiting {
  departure: AbortController;
  isWanted: () => boolean;
}

/** Notes that an operation is being answered; the signal says that its client does not wait for it any more. */
export function beginOperation(
  { subscriptions, extra }: { subscriptions: object; extra: Extra },
  id: string,
): AbortSignal {
  const departure = createDeparture();
  extra.operations ??= new Map();
  extra.operations.set(id, { departure, isWanted: () => id in subscriptions });
  return departure.signal;
}

export function endOperation(extra: Extra, id: string): void {
  extra.operations?.delete(id);
  if (extra.operations?.size === 0) extra.operations = undefined;
}

/** graphql-ws forgets an operation that its client has completed, and goes on answering it. */
function leaveCompleted({ operations }: Extra): void {
  for (const { departure, isWanted } of operations?.values() ?? []) if (!isWanted()) departure.abort();
}

/**
 * Connects sockets with what speaks the protocol. It does what `graphql-ws/use/ws` does and holds less for each socket: no
 * timer, none of the received bytes and nothing else of the request. Returns what closes them all.
 */
export function connectSockets(
  sockets: WebSocketServer,
  protocol: Server<Extra>,
  { keepAlive, onError }: { keepAlive: number; onError: (error: unknown) => void },
): () => Promise<void> {
  const turns = Array.from({ length: TURNS }, () => new Set<WebSocket>());
  const unanswered = new Set<WebSocket>();
  let turn = 0;

  sockets.on('connection', (socket: WebSocket, { headers, socket: connection }: Opening) => {
    // A client that sends nonsense is disconnected by ws.
    socket.on('error', ignore);
    socket.on('pong', answered);
    const mates = smallest(turns);
    mates.add(socket);
    const extra: Extra = { socket, request: { headers, socket: connection } };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((resolve) => send(socket, text, resolve)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (read) => void socket.on('message', (bytes) => hear(extra, String(bytes), read)),
      },
      extra,
    );
    socket.on('close', (code, reason) => {
      mates.delete(socket);
      unanswered.delete(socket);
      for (const { departure } of extra.operations?.values() ?? []) departure.abort();
      closed(code, String(reason)).catch(onError);
    });
  });

  function hear(extra: Extra, text: string, read: (text: string) => Promise<void>): void {
    read(text).catch((error: unknown) => {
      onError(error);
      extra.socket.close(CloseCode.InternalServerError, 'Internal server error');
    });
    if (text.includes(`"${MessageType.Complete}"`)) leaveCompleted(extra);
  }

  function answered(this: WebSocket): void {
    unanswered.delete(this);
  }

  const asking = setInterval(() => {
    turn = (turn + 1) % TURNS;
    for (const socket of turns[turn] ?? []) {
      if (unanswered.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        unanswered.add(socket);
        socket.ping();
      }
    }
  }, keepAlive / TURNS);

  return async () => {
    clearInterval(asking);
    const impatient = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GOODBYE);
    for (const socket of sockets.clients) socket.close(1001, 'Going away');
    sockets.removeAllListeners();
    await new Promise((resolve) => sockets.close(resolve));
    clearTimeout(impatient);
  };
}

const ignore = (): void => {};

/** Sends text and says when it is sent, or cannot be: that the socket has ended is told to whom it concerns by its end. */
export function send(socket: WebSocket, text: string, sent: () => void): void {
  if (socket.readyState === socket.OPEN) socket.send(text, sent);
  else sent();
}

const smallest = (sets: Set<WebSocket>[]): Set<WebSocket> =>
  sets.reduce((least, set) => (set.size < least.size ? set : least));
