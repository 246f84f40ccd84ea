import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { isPublicAddress, parseAddress } from '../ingest/enrich/address.ts';

// What clients may hold of the server by doing nothing: connections, and answers that they do not read.

export interface ConnectionLimits {
  /** Connections of the server. */
  connections: number;
  /** Connections, and WebSockets and event streams, of one address; 0 for any number. */
  perAddress: number;
  /** Milliseconds after which a client that takes nothing of what waits for it is disconnected. */
  patience: number;
  /** Bytes of answers that wait for their readers, of all connections together. */
  waiting: number;
}

const MIB = 1024 * 1024;
export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 10_000,
  perAddress: 1_000,
  patience: 30_000,
  waiting: 256 * MIB,
};

/** Options of Node's server: a request has to be there, headers and body, within half a minute. */
export const SERVER_OPTIONS = {
  requestTimeout: 30_000,
  headersTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

const SWEEP = 500;
const MINUTE = 60_000;

/** Bounds a server's connections and what waits in them. Returns what ends the watch. */
export function limitConnections(server: Server, limits: ConnectionLimits, log: Logger): () => void {
  // When what waits in a connection began to wait; null where nothing does.
  const waitingSince = new Map<Socket, number | null>();
  const addresses = createPlaces(limits.perAddress);
  const warn = occasionally(MINUTE, (reason: string) =>
    log.warn({ reason, connections: waitingSince.size }, 'connections are refused'),
  );
  server.maxConnections = limits.connections;
  server.on('drop', () => warn('MAX_CONNECTIONS'));
  server.on('connection', (socket) => {
    const address = parseAddress(socket.remoteAddress ?? '');
    // A reverse proxy brings everybody's connections.
    const leave = address !== null && isPublicAddress(address) ? addresses.take(address) : noop;
    if (leave === null) {
      warn('CONNECTIONS_PER_ADDRESS');
      return void socket.destroy();
    }
    waitingSince.set(socket, null);
    socket.once('close', () => {
      waitingSince.delete(socket);
      leave();
    });
  });

  // The answers that have waited for the longest go first: their readers are the least likely to come back.
  const sweep = setInterval(() => {
    const now = performance.now();
    let total = 0;
    for (const [socket, since] of waitingSince) {
      const { writableLength } = socket;
      total += writableLength;
      if (writableLength === 0 && since !== null) waitingSince.set(socket, null);
      if (writableLength > 0 && since === null) waitingSince.set(socket, now);
    }
    if (total <= limits.waiting) return;
    const waiting = [...waitingSince].filter(([, since]) => since !== null);
    waiting.sort(([, a], [, b]) => Number(a) - Number(b));
    for (const [socket] of waiting) {
      if (total <= limits.waiting) break;
      total -= socket.writableLength;
      socket.destroy();
    }
    log.warn(
      { bytes: limits.waiting },
      'more answers waited to be read than are kept; the oldest are dropped',
    );
  }, SWEEP);
  sweep.unref();
  return () => clearInterval(sweep);
}

/** Disconnects a client that has taken nothing for so long of an answer that waits for it. */
export function cutSlowReader(response: ServerResponse, patience: number): void {
  // Node tells of a connection on which nothing moved, also within one long write.
  response.setTimeout(patience, () => {
    if (response.writableLength > 0) response.destroy();
  });
}

/** Places that are taken and given back, a number of them for each name. */
export interface Places {
  /** Takes one; null where all are taken. Returns what gives it back, once. */
  take(name: string): (() => void) | null;
}

/** @param most places of each name; 0 for any number */
export function createPlaces(most: number): Places {
  const taken = new Map<string, number>();
  return {
    take(name) {
      const count = taken.get(name) ?? 0;
      if (most > 0 && count >= most) return null;
      taken.set(name, count + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (taken.get(name) ?? 1) - 1;
        if (left === 0) taken.delete(name);
        else taken.set(name, left);
      };
    },
  };
}

/** Calls `act` at most once in so many milliseconds, and leaves out the calls between. */
export function occasionally<T>(milliseconds: number, act: (value: T) => void): (value: T) => void {
  let next = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = performance.now();
    if (now < next) return;
    next = now + milliseconds;
    act(value);
  };
}

const noop = (): void => {};
