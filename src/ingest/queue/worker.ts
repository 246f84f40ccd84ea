import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import type { OnStored } from '../batch.ts';
import { connectQueue } from './connection.ts';
import { createLeases, HEARTBEAT } from './leases.ts';
import { createStorer, type Message } from './storer.ts';
import { BACKLOG, DONE, GROUP, IDENTITY, script, streamKey, waitingKey } from './stream.ts';

// Messages read at once of each stream: with 100 events each, one batch of the writer.
const READ = 50;
const WAIT = 500;
const SLOWEST_RETRY = 5_000;

export interface WorkerOptions {
  url: string;
  store: Store;
  log: Logger;
  onStored: OnStored;
}

/** Stores what is in the queue, until it is stopped. */
export interface QueueWorker {
  /** Why it stores nothing now; null while it does. */
  broken(): string | null;
  /** Finishes the batches under way, and leaves the rest to other workers. */
  stop(): Promise<void>;
}

/** Starts a worker. It outlives Redis and Postgres going away: it tries again until they are back. */
export function startWorker({ url, store, log, onStored }: WorkerOptions): QueueWorker {
  const self = randomUUID();
  const reader = connectQueue(url, log);
  const commands = connectQueue(url, log);
  const leases = createLeases(commands, self);
  const done = script(commands, DONE, 3);
  const stopping = new AbortController();
  const storer = createStorer({ store, log, onStored, stopping: stopping.signal });
  // Streams whose messages that were delivered before have been looked at; the others need that first.
  const ready = new Set<number>();
  let held: number[] = [];
  let failures = 0;

  const renewal = setInterval(() => void renew().catch(() => undefined), HEARTBEAT);
  async function renew(): Promise<void> {
    held = await leases.renew();
    for (const stream of ready) if (!held.includes(stream)) ready.delete(stream);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await cycle();
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) break;
        // What was read and not stored is pending: it is claimed again.
        ready.clear();
        if (failures++ === 0) log.warn({ err: error }, 'the queue is not being stored; trying again');
        await delay(Math.min(100 * 2 ** failures, SLOWEST_RETRY), null, { signal: stopping.signal }).catch(
          () => null,
        );
      }
    }
  }

  async function cycle(): Promise<void> {
    if (held.length === 0) await renew();
    for (const stream of held) if (!ready.has(stream)) await takeOver(stream);
    const streams = held.filter((stream) => ready.has(stream));
    if (streams.length === 0) return void (await delay(WAIT, null, { signal: stopping.signal }));
    const keys = streams.map(streamKey);
    const reply = await reader.xreadgroup(
      'GROUP',
      GROUP,
      self,
      'COUNT',
      READ,
      'BLOCK',
      WAIT,
      'STREAMS',
      ...keys,
      ...keys.map(() => '>'),
    );
    const found = (reply ?? []) as [key: string, entries: Entry[]][];
    const queue = await identity();
    await Promise.all(
      found.map(([key, entries]) => finish(streams[keys.indexOf(key)] ?? 0, queue, messagesOf(entries))),
    );
  }

  /** Stores what another worker was given and did not finish, or this one before it failed. */
  async function takeOver(stream: number): Promise<void> {
    await commands.xgroup('CREATE', streamKey(stream), GROUP, '0', 'MKSTREAM').catch((error: Error) => {
      if (!error.message.startsWith('BUSYGROUP')) throw error;
    });
    const queue = await identity();
    for (let from = '0-0'; ; ) {
      const [next, entries] = (await commands.xautoclaim(
        streamKey(stream),
        GROUP,
        self,
        0,
        from,
        'COUNT',
        READ,
      )) as [string, Entry[]];
      await finish(stream, queue, messagesOf(entries));
      if (next === '0-0') break;
      from = next;
    }
    ready.add(stream);
  }

  async function finish(stream: number, queue: string, messages: readonly Message[]): Promise<void> {
    await storer.store(queue, messages, async (ids) => {
      await done(streamKey(stream), waitingKey(stream), BACKLOG, stream, GROUP, ...ids);
    });
  }

  async function identity(): Promise<string> {
    await commands.set(IDENTITY, randomUUID(), 'NX');
    const queue = await commands.get(IDENTITY);
    if (queue === null) throw new Error('the identity of the queue was lost');
    return queue;
  }

  const running = run();
  return {
    broken: () =>
      reader.status === 'ready' && commands.status === 'ready' ? null : 'the queue cannot be reached',
    async stop() {
      clearInterval(renewal);
      stopping.abort();
      await running;
      await leases.leave().catch(() => undefined);
      reader.disconnect();
      commands.disconnect();
    },
  };
}

/** As Redis tells it; fields and values take turns. A message that was deleted has none. */
type Entry = [id: string, fields: string[] | null];

function messagesOf(entries: readonly Entry[]): Message[] {
  return entries.flatMap(([id, fields]) => {
    const text = fields?.[fields.indexOf('parcel') + 1];
    return text === undefined ? [] : [{ id, text }];
  });
}
