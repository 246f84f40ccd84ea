import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import { CloseCode, MessageType } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import { createDeparture } from '../turns/caller.ts';

// How long a client may take to answer when its socket is closed; ws would wait 30 seconds.
const GOODBYE = 2_000;
// In how many parts of the sockets each is asked whether somebody is there: thousands at once would keep all else waiting.
const TURNS = 16;
// Bytes that wait for a client before its socket is cut: it reads less than it asks for.
const MOST_UNREAD = 16 * 1024 * 1024;
// Bytes of a close reason, as a control frame has room for (RFC 6455, section 5.5).
const LONGEST_REASON = 123;

/** Of the request that opened a socket, what is kept as long as it is open. */
export type Opening = Pick<IncomingMessage, 'headers' | 'socket'>;

export interface Extra {
  socket: WebSocket;
  request: Opening;
  /** Whether nobody has signed in on it. */
  anonymous: boolean;
  /** When it was opened, or the last operation was asked for. */
  lastAsked: number;
  /** Operations that are not answered yet, by their ids; absent without any. */
  operations?: Map<string, Waiting> | undefined;
}

export interface SocketOptions {
  /** Milliseconds after which a client is asked whether it is there, and as many for the answer. */
  keepAlive: number;
  /** Milliseconds after which a socket is closed on which nobody signed in or asks anything. */
  idle: number;
  /** Milliseconds after which a client is cut that takes nothing of what waits for it. */
  patience: number;
  /** A message as the protocol is to see it. */
  prepare: (text: string) => string;
  onError: (error: unknown) => void;
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
  { keepAlive, idle, patience, prepare, onError }: SocketOptions,
): () => Promise<void> {
  const turns = Array.from({ length: TURNS }, () => new Map<WebSocket, Extra>());
  const unanswered = new Set<WebSocket>();
  // Of those for whom something waits: how much they had taken, and since when they have not taken more.
  const stalled = new Map<WebSocket, { taken: number; since: number }>();
  let turn = 0;

  sockets.on('connection', (socket: WebSocket, { headers, socket: connection }: Opening) => {
    // A client that sends nonsense is disconnected by ws.
    socket.on('error', ignore);
    socket.on('pong', answered);
    const mates = smallest(turns);
    const extra: Extra = {
      socket,
      request: { headers, socket: connection },
      anonymous: true,
      lastAsked: performance.now(),
    };
    mates.set(socket, extra);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((resolve) => send(socket, text, resolve)),
        close: (code, reason) => close(socket, code ?? 1000, reason ?? ''),
        onMessage: (read) =>
          void socket.on('message', (bytes) => {
            // Messages that arrive after the close are ignored.
            if (socket.readyState === socket.OPEN) hear(extra, prepare(String(bytes)), read);
          }),
      },
      extra,
    );
    socket.on('close', (code, reason) => {
      mates.delete(socket);
      unanswered.delete(socket);
      stalled.delete(socket);
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

  /** Whether a client has taken nothing for too long of what waits for it; it may answer pings all the same. */
  function isStalled(socket: WebSocket, { request }: Extra, now: number): boolean {
    if (socket.bufferedAmount === 0) {
      stalled.delete(socket);
      return false;
    }
    const taken = request.socket.bytesWritten - request.socket.writableLength;
    const known = stalled.get(socket);
    if (known?.taken === taken) return now - known.since > patience;
    stalled.set(socket, { taken, since: now });
    return false;
  }

  const asking = setInterval(() => {
    turn = (turn + 1) % TURNS;
    const now = performance.now();
    for (const [socket, extra] of turns[turn] ?? []) {
      if (unanswered.has(socket) || isStalled(socket, extra, now)) socket.terminate();
      else if (extra.anonymous && now - extra.lastAsked > idle)
        close(socket, IDLE, 'Nobody signed in, and nothing was asked for a while: connect again to ask.');
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

// The protocol's code for a client that takes too long; its clients may connect again.
const IDLE = CloseCode.ConnectionInitialisationTimeout;

const ignore = (): void => {};

/** Closes a socket with a reason, cut to the bytes that a close frame has. */
export function close(socket: WebSocket, code: number, reason: string): void {
  const bytes = Buffer.from(reason);
  // Cut before a character that would not fit as a whole.
  let end = Math.min(bytes.length, LONGEST_REASON);
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  socket.close(code, bytes.subarray(0, end).toString());
}

/** Sends text and says when it is sent, or cannot be: that the socket has ended is told to whom it concerns by its end. */
export function send(socket: WebSocket, text: string, sent: () => void): void {
  if (socket.readyState === socket.OPEN && socket.bufferedAmount > MOST_UNREAD) socket.terminate();
  if (socket.readyState === socket.OPEN) socket.send(text, sent);
  else sent();
}

const smallest = <T extends { size: number }>(all: T[]): T =>
  all.reduce((least, each) => (each.size < least.size ? each : least));
