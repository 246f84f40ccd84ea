import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { overloaded } from '../../errors.ts';
import { minuteOf } from '../counts.sql.ts';
import { type Intake, type Receipt, sizeOf } from '../parcel.ts';
import { createRoom, FREE_FOR_EACH } from '../room.ts';
import { connectQueue } from './connection.ts';
import { whyNotDurable } from './durability.ts';
import {
  ADD,
  BACKLOG,
  FILL,
  heldKey,
  IDENTITY,
  isStored,
  noteOf,
  script,
  streamKey,
  streamOf,
  waitingKey,
} from './stream.ts';

// Characters of parcels that are on their way to Redis: about as many bytes of this process's memory.
const MOST_UNDER_WAY = 64 * 1024 * 1024;
// Past this part of a stream's events it asks for no more, before it has to turn anybody's away.
const NEARLY = 0.9;
// Milliseconds for which a project that was turned away is so again, without asking Redis.
const REFUSED_FOR = 250;

// How long it is remembered that Redis had no memory, in milliseconds.
const REMEMBERED = 30_000;
// How often Redis is asked whether it still keeps events, in milliseconds.
const INSPECTION = 5_000;

/** The end of the queue that events are put into. */
export interface Queue extends Intake {
  /**
   * How many events of a project wait, of those that arrived in the minutes that begin in [start, end): as noted when it
   * is called. Those that `stored` tells to be stored by then are left out.
   */
  waiting(projectId: number, range: { start: number; end: number }): Promise<Waiting>;
  close(): void;
}

/** Events that waited: by the position of the project that is read after it, how many still did. */
export type Waiting = (position: string | null) => number;

export interface QueueOptions {
  url: string;
  /** Events that may wait in one of the streams. */
  maxEvents: number;
  log: Logger;
}

export function openQueue({ url, maxEvents, log }: QueueOptions): Queue {
  const redis = connectQueue(url, log);
  const add = script(redis, ADD, 5);
  const fill = script(redis, FILL, 0);
  const adding = new Set<Promise<unknown>>();
  const underWay = createRoom(MOST_UNDER_WAY);
  const refused = new LRUCache<number, true>({ max: 10_000, ttl: REFUSED_FOR });
  let lossy: string | null = null;
  /** When Redis last had no memory for a parcel, and took none since. */
  let refusedAt = Number.NEGATIVE_INFINITY;

  /** Its settings can be changed while it runs. */
  async function inspect(): Promise<void> {
    const reason = await whyNotDurable(redis).catch(() => lossy);
    if (reason !== null && reason !== lossy) log.error(`Redis may lose events: ${reason}`);
    if (reason === null && lossy !== null) log.info('Redis keeps events again');
    lossy = reason;
  }
  const inspecting = setInterval(() => void inspect(), INSPECTION);
  inspecting.unref();

  return {
    async add(parcel): Promise<Receipt> {
      const { projectId } = parcel;
      const text = JSON.stringify(parcel);
      if (!underWay.take(projectId, text.length)) throw tooMany();
      const stream = streamOf(projectId);
      const keys = [streamKey(stream), waitingKey(stream), BACKLOG, IDENTITY, heldKey(stream)];
      const bounds = [maxEvents, FREE_FOR_EACH];
      const added = add(
        ...[...keys, stream, ...bounds, projectId, sizeOf(parcel), noteOf(parcel), text, randomUUID()],
      );
      adding.add(added);
      try {
        if ((await added) === null) {
          refused.set(projectId, true);
          throw tooMany();
        }
        refusedAt = Number.NEGATIVE_INFINITY;
      } catch (error) {
        if (isOutOfMemory(error)) refusedAt = performance.now();
        throw refusal(error, log);
      } finally {
        adding.delete(added);
        underWay.give(projectId, text.length);
      }
      return { durability: 'QUEUED', accepted: parcel.events.length, duplicates: 0 };
    },
    refuses: (projectId) => refused.has(projectId),
    // One project alone cannot fill a stream: where one is nearly full, others find no room in it.
    async full() {
      if (lossy !== null) return `Redis may lose events: ${lossy}`;
      // A small parcel may fit still; and a server that gets none would never learn that they do again.
      if (performance.now() - refusedAt < REMEMBERED) return NO_MEMORY;
      try {
        const [counts] = await Promise.all([redis.hgetall(BACKLOG), fill()]);
        const backlog = Object.values(counts).map(Number);
        return Math.max(0, ...backlog) > maxEvents * NEARLY ? 'the queue is nearly full' : null;
      } catch (error) {
        return isOutOfMemory(error) ? NO_MEMORY : 'the queue cannot be reached';
      }
    },
    async waiting(projectId, { start, end }) {
      const notes = await waitingNotes(redis, projectId);
      return (position) =>
        notes.messages
          .filter(({ minute }) => minute >= minuteOf(start) && minute < end)
          .filter(({ id }) => !isStored(notes.queue, id, position))
          .reduce((sum, { events }) => sum + events, 0);
    },
    async drain() {
      await Promise.allSettled(adding);
    },
    close() {
      clearInterval(inspecting);
      redis.disconnect();
    },
  };
}

const NO_MEMORY = 'Redis has no memory left';
/** What Redis says past `maxmemory` to all that needs more. */
const isOutOfMemory = (error: unknown): boolean => /\bOOM\b/.test((error as Error).message);

const tooMany = () => overloaded("More of this project's events wait than may.");

async function waitingNotes(redis: Redis, projectId: number) {
  const [notes, queue] = await redis
    .multi()
    .hgetall(waitingKey(streamOf(projectId)))
    .get(IDENTITY)
    .exec()
    .then(repliesOf);
  const messages = Object.entries(notes as Record<string, string>).map(([id, note]) => {
    const [project, events = 0, minute = 0] = note.split(' ').map(Number);
    return { id, project, events, minute };
  });
  return {
    queue: typeof queue === 'string' ? queue : '',
    messages: messages.filter(({ project }) => project === projectId),
  };
}

/** Replies of a transaction; throws where one is an error. */
function repliesOf(replies: [error: Error | null, reply: unknown][] | null): unknown[] {
  if (replies === null) throw new Error('Redis gave the transaction up');
  return replies.map(([error, reply]) => {
    if (error) throw error;
    return reply;
  });
}

/** What the sender is told: nothing was acknowledged, and sending again is safe for events that have ids. */
function refusal(error: unknown, log: Logger): unknown {
  if ((error as { extensions?: unknown }).extensions) return error;
  log.error({ err: error }, 'events could not be put into the queue');
  if (isOutOfMemory(error)) return overloaded(`${NO_MEMORY}.`);
  return overloaded('The queue cannot be reached now.');
}
