import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { failure } from '../../errors.ts';
import { minuteOf } from '../counts.sql.ts';
import { type Intake, type Receipt, sizeOf } from '../parcel.ts';
import { NEARLY } from '../writer.ts';
import { connectQueue } from './connection.ts';
import { whyNotDurable } from './durability.ts';
import {
  ADD,
  BACKLOG,
  FILL,
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
  const add = script(redis, ADD, 4);
  const fill = script(redis, FILL, 0);
  const adding = new Set<Promise<unknown>>();
  let underWay = 0;
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
      const text = JSON.stringify(parcel);
      if (underWay + text.length > MOST_UNDER_WAY) throw overloaded();
      const stream = streamOf(parcel.projectId);
      const keys = [streamKey(stream), waitingKey(stream), BACKLOG, IDENTITY];
      underWay += text.length;
      const added = add(...keys, stream, maxEvents, sizeOf(parcel), noteOf(parcel), text, randomUUID());
      adding.add(added);
      try {
        if ((await added) === null) throw overloaded();
        refusedAt = Number.NEGATIVE_INFINITY;
      } catch (error) {
        if (isOutOfMemory(error)) refusedAt = performance.now();
        throw refusal(error, log);
      } finally {
        adding.delete(added);
        underWay -= text.length;
      }
      return { durability: 'QUEUED', accepted: parcel.events.length, duplicates: 0 };
    },
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

const overloaded = () =>
  failure('OVERLOADED', 'More events wait than are allowed to: send these again later.');

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
  if (isOutOfMemory(error)) return failure('OVERLOADED', `${NO_MEMORY}: send these again later.`);
  return failure('OVERLOADED', 'The queue cannot be reached now: send these again later.');
}
