import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import { CloseCode } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';

// How long a client may take to answer when its socket is closed; ws would wait 30 seconds.
const GOODBYE = 2_000;
// In how many parts of the sockets each is asked whether somebody is there: thousands at once would keep all else waiting.
const TURNS = 16;

/** Of the request that opened a socket, what is kept as long as it is open. */
export type Opening = Pick<IncomingMessage, 'headers' | 'socket'>;

export interface Extra {
  socket: WebSocket;
  request: Opening;
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
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((resolve) => send(socket, text, resolve)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (read) => void socket.on('message', (bytes) => hear(socket, read(String(bytes)))),
      },
      { socket, request: { headers, socket: connection } },
    );
    socket.on('close', (code, reason) => {
      mates.delete(socket);
      unanswered.delete(socket);
      closed(code, String(reason)).catch(onError);
    });
  });

  function hear(socket: WebSocket, reading: Promise<void>): void {
    reading.catch((error: unknown) => {
      onError(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    });
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
