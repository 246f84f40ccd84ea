import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import type { Logger } from 'pino';
import type { EventKey, EventRow } from '../events/sql.ts';
import { readEventsByKey } from '../events/sql.ts';
import type { EventFilter } from '../stats/filter.ts';
import type { Store } from '../store/store.ts';

// What a subscriber who reads too slowly may fall behind before the oldest events are dropped for it.
const BUFFER = 1_000;
// What a feed may hold while its statement runs, before the oldest are dropped for all of its subscribers.
const BACKLOG = 10_000;
const PER_STATEMENT = 1_000;

/** Carries stored events to the subscribers of this process. */
export interface Hub {
  /** Tells of events after their commit. */
  publish(projectId: number, events: readonly EventKey[]): void;
  /** Each matching event as it is stored, at most once, until the reader returns. */
  events(projectId: number, filter: EventFilter | null): AsyncIterable<EventRow>;
  /** How many subscribers there are. */
  size(): number;
  /** Ends every subscription. */
  close(): void;
}

// One filter of one project: its subscribers share each statement.
interface Feed {
  projectId: number;
  filter: EventFilter | null;
  waiting: EventKey[];
  reading: boolean;
  subscribers: Set<{ push: (event: EventRow) => void; stop: () => void }>;
}

export function createHub({ pool }: Pick<Store, 'pool'>, log: Logger): Hub {
  const feeds = new Map<string, Feed>();

  // Events that are stored while a statement runs wait for the next one: the busier, the larger the batch.
  async function read(feed: Feed): Promise<void> {
    if (feed.reading) return;
    feed.reading = true;
    try {
      while (feed.waiting.length > 0 && feed.subscribers.size > 0) {
        const keys = feed.waiting.splice(0, PER_STATEMENT);
        const events = await readEventsByKey(pool, feed.projectId, feed.filter, keys);
        for (const event of events.toReversed()) for (const { push } of feed.subscribers) push(event);
      }
    } catch (error) {
      log.error({ err: error, projectId: feed.projectId }, 'events could not be read for subscribers');
    } finally {
      feed.reading = false;
    }
  }

  return {
    publish(projectId, events) {
      for (const feed of feeds.values()) {
        if (feed.projectId !== projectId) continue;
        feed.waiting.push(...events);
        if (feed.waiting.length > BACKLOG) feed.waiting.splice(0, feed.waiting.length - BACKLOG);
        void read(feed);
      }
    },
    events(projectId, filter) {
      const key = `${projectId} ${JSON.stringify(filter)}`;
      return new Repeater<EventRow>(async (push, stop) => {
        const feed: Feed = feeds.get(key) ?? {
          projectId,
          filter,
          waiting: [],
          reading: false,
          subscribers: new Set(),
        };
        feeds.set(key, feed);
        const subscriber = { push: (event: EventRow) => void push(event), stop: () => stop() };
        feed.subscribers.add(subscriber);
        try {
          await stop;
        } finally {
          feed.subscribers.delete(subscriber);
          if (feed.subscribers.size === 0) feeds.delete(key);
        }
      }, new SlidingBuffer(BUFFER));
    },
    size: () => [...feeds.values()].reduce((sum, { subscribers }) => sum + subscribers.size, 0),
    close() {
      for (const { subscribers } of feeds.values()) for (const { stop } of subscribers) stop();
    },
  };
}
