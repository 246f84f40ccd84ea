import { Repeater, type RepeaterBuffer } from '@repeaterjs/repeater';
import type { Logger } from 'pino';
import type { EventKey, EventRow } from '../events/sql.ts';
import { readEventsByKey } from '../events/sql.ts';
import type { EventFilter } from '../stats/filter.ts';
import type { Store } from '../store/store.ts';
import { mayMatch } from './scope.ts';
import type { Touched } from './touched.ts';

// What a subscriber may fall behind the quickest one of its feed before the oldest events are dropped for it.
const BUFFER = 1_000;
// What a feed may fall behind, as keys, before the oldest are dropped for all of its subscribers.
const BACKLOG = 10_000;
const PER_STATEMENT = 500;

/** Stored events, as subscribers of this process read them. */
export interface EventFeeds {
  /** Tells of events after their commit. */
  publish(projectId: number, batch: { events: readonly EventKey[]; touched: Touched }): void;
  /**
   * Each matching event that is stored from the first `next` on, at most once, until the reader returns: a subscription
   * whose client is gone before it is read costs nothing.
   */
  events(projectId: number, filter: EventFilter | null): AsyncIterable<EventRow>;
  /** How many subscribers there are. */
  size(): number;
  /** Ends every subscription, and those to come at once. */
  close(): void;
}

// One filter of one project: its subscribers share each statement.
interface Feed {
  key: string;
  projectId: number;
  filter: EventFilter | null;
  waiting: EventKey[];
  reading: boolean;
  subscribers: Set<Subscriber>;
}

interface Subscriber {
  /** Events that it has not asked for yet. */
  unread: readonly unknown[];
  push: (event: EventRow) => void;
  stop: () => void;
}

export function createEventFeeds({ questions }: Pick<Store, 'questions'>, log: Logger): EventFeeds {
  const feeds = new Set<Feed>();
  let closed = false;

  // Events that are stored while a statement runs wait for the next one: the busier, the larger the batch. And they wait
  // until somebody has room for them: keys are small.
  async function read(feed: Feed): Promise<void> {
    if (feed.reading) return;
    feed.reading = true;
    while (feed.waiting.length > 0 && [...feed.subscribers].some(hasRoom)) {
      const keys = feed.waiting.splice(0, PER_STATEMENT);
      try {
        for (const event of await matching(feed, keys)) for (const { push } of feed.subscribers) push(event);
      } catch (error) {
        log.error({ err: error, projectId: feed.projectId }, 'events could not be read for subscribers');
      }
    }
    feed.reading = false;
  }

  /** In the order in which they were sent, which of events of one instant only this list knows. */
  async function matching({ projectId, filter }: Feed, keys: readonly EventKey[]): Promise<EventRow[]> {
    const events = await readEventsByKey(
      questions.db(projectId, { background: true }),
      projectId,
      filter,
      keys,
    );
    const byId = new Map(events.map((event) => [event.id, event]));
    return keys.flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** The feed of a filter, unless it has fallen behind: a new subscriber would be sent what was stored before. */
  function feedOf(projectId: number, filter: EventFilter | null): Feed {
    const key = `${projectId} ${JSON.stringify(filter)}`;
    const shared = [...feeds].find((feed) => feed.key === key && feed.waiting.length === 0);
    const feed = shared ?? { key, projectId, filter, waiting: [], reading: false, subscribers: new Set() };
    feeds.add(feed);
    return feed;
  }

  return {
    publish(projectId, { events, touched }) {
      for (const feed of feeds) {
        if (feed.projectId !== projectId || !mayMatch(feed.filter, touched)) continue;
        feed.waiting.push(...events);
        if (feed.waiting.length > BACKLOG) feed.waiting.splice(0, feed.waiting.length - BACKLOG);
        void read(feed);
      }
    },
    events(projectId, filter) {
      const unread: unknown[] = [];
      let madeRoom = () => {};
      return new Repeater<EventRow>(
        async (push, stop) => {
          if (closed) return stop();
          const feed = feedOf(projectId, filter);
          const subscriber = { unread, push: (event: EventRow) => void push(event), stop: () => stop() };
          feed.subscribers.add(subscriber);
          madeRoom = () => void read(feed);
          try {
            await stop;
          } finally {
            feed.subscribers.delete(subscriber);
            if (feed.subscribers.size === 0) feeds.delete(feed);
          }
        },
        slidingBuffer(unread, () => madeRoom()),
      );
    },
    size: () => [...feeds].reduce((sum, { subscribers }) => sum + subscribers.size, 0),
    close() {
      closed = true;
      for (const { subscribers } of feeds) for (const { stop } of subscribers) stop();
    },
  };
}

const hasRoom = ({ unread }: Subscriber): boolean => unread.length + PER_STATEMENT <= BUFFER;

/** Holds the newest of what a reader has not asked for yet. */
export function slidingBuffer(items: unknown[], onRemove: () => void = () => {}): RepeaterBuffer {
  return {
    full: false,
    get empty() {
      return items.length === 0;
    },
    add(item) {
      items.push(item);
      if (items.length > BUFFER) items.shift();
    },
    remove() {
      const item = items.shift();
      onRemove();
      return item;
    },
  };
}
