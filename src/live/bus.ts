import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { EventKey } from '../events/sql.ts';
import { redisUnreachable } from '../store/redis.ts';

type Deliver = (projectId: number, events: readonly EventKey[]) => void;

/** Carries word of stored events between the servers of one database. */
export interface Bus {
  /** Tells the other servers, at most once. */
  publish: Deliver;
  /** Names who is told what other servers stored. */
  subscribe(deliver: Deliver): void;
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

const CHANNEL = 'pulsegraph:events';

const message = z.object({
  from: z.string(),
  projectId: z.number(),
  events: z.array(z.tuple([z.string(), z.number()])),
});

/**
 * A bus over Redis pub/sub. A connection that breaks is made anew; what is
 * published meanwhile is lost to the others. ConfigurationError where Redis cannot be reached at the start.
 */
export async function connectBus(url: string, log: Logger): Promise<Bus> {
  const self = randomUUID();
  let deliver: Deliver = () => {};
  const options = {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
  };
  const publisher = new Redis(url, options);
  // Subscriptions are made again when the connection is.
  const subscriber = new Redis(url, { ...options, enableOfflineQueue: true });
  for (const connection of [publisher, subscriber]) {
    connection.on('error', (error: Error) =>
      log.warn({ err: error }, 'the connection to Redis broke; it is made anew'),
    );
  }
  subscriber.on('message', (_channel: string, text: string) => {
    const { from, projectId, events } = message.parse(JSON.parse(text));
    if (from !== self)
      deliver(
        projectId,
        events.map(([id, timestamp]) => ({ id, timestamp })),
      );
  });
  try {
    await publisher.connect();
    await subscriber.connect();
    await subscriber.subscribe(CHANNEL);
  } catch (error) {
    publisher.disconnect();
    subscriber.disconnect();
    throw redisUnreachable(error);
  }

  return {
    publish(projectId, events) {
      const text = JSON.stringify({
        from: self,
        projectId,
        events: events.map(({ id, timestamp }) => [id, timestamp]),
      });
      publisher.publish(CHANNEL, text).catch((error: unknown) => {
        log.warn({ err: error, projectId }, 'other servers were not told of stored events');
      });
    },
    subscribe(to) {
      deliver = to;
    },
    broken: () =>
      publisher.status === 'ready' && subscriber.status === 'ready' ? null : 'Redis cannot be reached',
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
