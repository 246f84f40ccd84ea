import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { failure } from '../../errors.ts';
import { minuteOf } from '../counts.sql.ts';
import { type Intake, type Receipt, sizeOf } from '../parcel.ts';
import { NEARLY } from '../writer.ts';
import { connectQueue } from './connection.ts';
import {
  ADD,
  BACKLOG,
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
  const adding = new Set<Promise<unknown>>();
  let underWay = 0;

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
      } catch (error) {
        throw refusal(error, log);
      } finally {
        adding.delete(added);
        underWay -= text.length;
      }
      return { durability: 'QUEUED', accepted: parcel.events.length, duplicates: 0 };
    },
    async full() {
      try {
        const backlog = Object.values(await redis.hgetall(BACKLOG)).map(Number);
        return Math.max(0, ...backlog) > maxEvents * NEARLY ? 'the queue is nearly full' : null;
      } catch {
        return 'the queue cannot be reached';
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
    close: () => redis.disconnect(),
  };
}

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
  return failure('OVERLOADED', 'The queue cannot be reached now: send these again later.');
}
