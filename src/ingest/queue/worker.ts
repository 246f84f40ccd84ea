import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import type { OnStored } from '../batch.ts';
import { connectQueue, whenReady } from './connection.ts';
import { createLeases, HEARTBEAT } from './leases.ts';
import { createStorer, type Message } from './storer.ts';
import {
  BACKLOG,
  BELL,
  CLAIM,
  DONE,
  GROUP,
  HOLDERS,
  heldKey,
  IDENTITY,
  READ,
  script,
  streamKey,
  waitingKey,
} from './stream.ts';

// What is read of a stream at once: of small messages a batch of the writer's, of large ones few.
const MOST_MESSAGES = 1_000;
const ENOUGH_CHARACTERS = 2 * 1024 * 1024;
// Messages of a megabyte at most.
const CLAIMED_AT_ONCE = 10;
// Where the bell is not heard, as after a connection broke.
const LONGEST_WAIT = 500;
const SLOWEST_RETRY = 5_000;
// What was read and is not stored after so long says that something is wrong, in milliseconds.
const LONGEST_UNSTORED = 30_000;

export interface WorkerOptions {
  url: string;
  store: Store;
  /** Batches that are stored at the same time; each holds a connection. */
  lanes: number;
  log: Logger;
  onStored: OnStored;
}

/** Stores what is in the queue, until it is stopped. */
export interface QueueWorker {
  /** Why it stores nothing now; null while it does. `alone` also where it stores events of other projects only. */
  broken(options: { alone: boolean }): string | null;
  /** Finishes the batches under way, and leaves the rest to other workers. */
  stop(): Promise<void>;
}

/** Starts a worker. It outlives Redis and Postgres going away: it tries again until they are back. */
export function startWorker({ url, store, lanes, log, onStored }: WorkerOptions): QueueWorker {
  const self = randomUUID();
  const commands = connectQueue(url, log);
  const listener = connectQueue(url, log);
  const leases = createLeases(commands, self);
  const [claim, read, done] = [
    script(commands, CLAIM, 2),
    script(commands, READ, 3),
    script(commands, DONE, 4),
  ];
  const stopping = new AbortController();
  const { signal } = stopping;
  const storer = createStorer({ store, lanes, log, onStored, stopping: signal });
  const bells = createBells();
  const serving = new Map<number, Promise<void>>();
  const failing = new Set<number>();
  let held = new Map<number, string>();

  listener.on('ready', () => void listener.subscribe(BELL).catch(() => undefined));
  listener.on('message', (_channel: string, stream: string) => bells.ring(Number(stream)));

  /** Keeps the worker's share of the streams, and serves each of them. */
  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await whenReady(commands, signal);
        held = await leases.renew();
        for (const stream of held.keys()) {
          if (!serving.has(stream))
            serving.set(
              stream,
              serve(stream).finally(() => serving.delete(stream)),
            );
        }
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, 'the share of the queue could not be renewed');
      }
      await pause(held.size === 0 ? LONGEST_WAIT : HEARTBEAT);
    }
  }

  /** Stores a stream's messages for as long as it is this worker's. */
  async function serve(stream: number): Promise<void> {
    // What another worker was given and did not finish, or this one before it failed, comes before all else.
    let takenOver: string | null = null;
    let failures = 0;
    for (let lease = held.get(stream); lease !== undefined && !signal.aborted; lease = held.get(stream)) {
      try {
        if (takenOver !== lease) await takeOver(stream);
        takenOver = lease;
        await storeNext(stream, lease);
        failures = 0;
        failing.delete(stream);
      } catch (error) {
        takenOver = null;
        if (signal.aborted) break;
        if (failing.size === 0) log.warn({ err: error }, 'the queue is not being stored; trying again');
        failing.add(stream);
        await pause(Math.min(100 * 2 ** failures++, SLOWEST_RETRY));
      }
    }
    failing.delete(stream);
  }

  async function takeOver(stream: number): Promise<void> {
    for (let from = '0-0'; ; ) {
      const reply = await claim(streamKey(stream), IDENTITY, GROUP, self, from, CLAIMED_AT_ONCE);
      const [identity, entries, next] = reply as [string | null, Entry[], string];
      await finish(stream, identity, entries);
      if (next === '0-0') return;
      from = next;
    }
  }

  async function storeNext(stream: number, lease: string): Promise<void> {
    bells.hush(stream);
    const keys = [HOLDERS, IDENTITY, streamKey(stream)];
    const reply = await read(...keys, stream, lease, GROUP, self, MOST_MESSAGES, ENOUGH_CHARACTERS);
    if (reply === null) {
      if (held.get(stream) === lease) held.delete(stream);
      return;
    }
    const [identity, entries] = reply as [string | null, Entry[]];
    if (entries.length > 0) await finish(stream, identity, entries);
    else await bells.next(stream, LONGEST_WAIT);
  }

  async function finish(stream: number, identity: string | null, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    if (identity === null) throw new Error('the identity of the queue was lost');
    await storer.store(identity, messagesOf(entries), async (ids) => {
      await done(
        ...[streamKey(stream), waitingKey(stream), BACKLOG, heldKey(stream)],
        ...[stream, GROUP, ...ids],
      );
    });
  }

  const pause = (milliseconds: number) => delay(milliseconds, null, { signal }).catch(() => null);

  const running = run();
  return {
    broken({ alone }) {
      if (commands.status !== 'ready') return 'the queue cannot be reached';
      if (failing.size > 0) return 'events of the queue cannot be stored';
      const oldest = storer.oldest();
      if (oldest === null || oldest.waited < LONGEST_UNSTORED || (oldest.others && !alone)) return null;
      const reason = oldest.reason === null ? '' : `: ${oldest.reason}`;
      return `events of the queue wait for ${Math.round(oldest.waited / 1000)} s to be stored${reason}`;
    },
    async stop() {
      stopping.abort();
      listener.disconnect();
      await running;
      await Promise.all(serving.values());
      await storer.idle();
      await leases.leave().catch(() => undefined);
      commands.disconnect();
    },
  };
}

/** As Redis tells it; fields and values take turns. */
type Entry = [id: string, fields: string[]];

const messagesOf = (entries: readonly Entry[]): Message[] =>
  entries.map(([id, [, text = '']]) => ({ id, text }));

/** Wakes whoever waits for messages of a stream; one that rings while nobody waits is heard by the next who does. */
function createBells() {
  const rung = new Set<number>();
  const waking = new Map<number, () => void>();
  return {
    ring(stream: number): void {
      rung.add(stream);
      waking.get(stream)?.();
    },
    hush: (stream: number) => void rung.delete(stream),
    next(stream: number, longest: number): Promise<void> {
      if (rung.has(stream)) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waking.delete(stream);
          resolve();
        };
        const timer = setTimeout(wake, longest);
        waking.set(stream, wake);
      });
    },
  };
}
