import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { InsightType } from '../store/generated/client/enums.ts';
import { redisUnreachable } from '../store/redis.ts';

const values = z.record(z.string(), z.array(z.string().nullable()));
const span = z.object({ start: z.number(), end: z.number() });

/** What servers of one database tell each other. */
const word = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('batch'),
    projectId: z.number(),
    revision: z.number(),
    events: z.array(z.object({ id: z.string(), timestamp: z.number() })),
    touched: z.object({
      spans: z.array(span),
      values,
      fresh: values,
    }),
  }),
  z.object({
    of: z.literal('insight'),
    projectId: z.number(),
    id: z.string(),
    type: z.enum(InsightType),
  }),
  /** Who may do what has changed. */
  z.object({ of: z.literal('rights') }),
  /** Something was told that did not arrive. */
  z.object({ of: z.literal('loss') }),
]);
export type Word = z.output<typeof word>;

/** Carries word between the servers of one database. */
export interface Bus {
  /** Tells the other servers, at most once. */
  publish(word: Word): void;
  /** Names who is told what other servers say. */
  subscribe(deliver: (word: Word) => void): void;
  /** Why the bus carries nothing now; null while it does. */
  broken(): string | null;
  close(): Promise<void>;
}

/** For a server that is alone. */
export const noBus: Bus = {
  publish: () => {},
  subscribe: () => {},
  broken: () => null,
  close: async () => {},
};

// When SUBSCRIBE is asked for again that Redis refused.
const RETRY = 1_000;

/** Where the servers of a database talk. Redis has one space of channels, whatever the number of its database. */
export const channelOf = (database: string): string => `pulsegraph:live:${database}`;

export interface BusOptions {
  url: string;
  /** What all servers of the database call it, and none of another one: src/live/sql.ts. */
  database: string;
  log: Logger;
}

const message = z.object({ from: z.string(), word });

/** A server of another version may say something else: what it stored is found by its revision. */
function wordOf(text: string): z.output<typeof message> | null {
  try {
    return message.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * A bus over Redis pub/sub. A connection that breaks is made anew; what is published meanwhile is lost, and both sides
 * are told that there was a loss. ConfigurationError where Redis cannot be reached at the start.
 */
export async function connectBus({ url, database, log }: BusOptions): Promise<Bus> {
  const self = randomUUID();
  const channel = channelOf(database);
  let deliver: (word: Word) => void = () => {};
  let lost = false;
  let hears = false;
  let retry: NodeJS.Timeout | undefined;
  const options = {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
  };
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, { ...options, enableOfflineQueue: true, autoResubscribe: false });
  for (const connection of [publisher, subscriber]) {
    connection.on('error', (error: Error) =>
      log.warn({ err: error }, 'the connection to Redis broke; it is made anew'),
    );
  }
  subscriber.on('message', (_channel: string, text: string) => {
    const said = wordOf(text);
    if (said && said.from !== self) deliver(said.word);
  });

  function publish(said: Word): void {
    publisher.publish(channel, JSON.stringify({ from: self, word: said })).catch((error: unknown) => {
      if (!lost) log.warn({ err: error }, 'other servers were not told of what was stored');
      lost = true;
    });
  }

  try {
    await publisher.connect();
    await subscriber.connect();
    await subscriber.subscribe(channel);
    hears = true;
  } catch (error) {
    publisher.disconnect();
    subscriber.disconnect();
    throw redisUnreachable(error);
  }
  publisher.on('ready', () => {
    if (lost) publish({ of: 'loss' });
    lost = false;
  });
  async function listen(): Promise<void> {
    clearTimeout(retry);
    try {
      await subscriber.subscribe(channel);
      hears = true;
      deliver({ of: 'loss' });
    } catch (error) {
      // A connection that broke meanwhile listens when it is made anew.
      if (subscriber.status !== 'ready') return;
      log.warn({ err: error }, 'Redis refused the news of other servers; it is asked again');
      retry = setTimeout(() => void listen(), RETRY);
    }
  }
  subscriber.on('ready', () => void listen());
  subscriber.on('close', () => {
    hears = false;
  });

  return {
    publish,
    subscribe(to) {
      deliver = to;
    },
    broken() {
      if (publisher.status !== 'ready' || subscriber.status !== 'ready') return 'Redis cannot be reached';
      return hears ? null : 'Redis does not let this server subscribe';
    },
    async close() {
      clearTimeout(retry);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
