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

// An acknowledgement that takes longer is none: the sender asks again, and what was added twice is stored once.
const PATIENCE = 5_000;

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
  const redis = connectQueue(url, log, { commandTimeout: PATIENCE });
  const add = script(redis, ADD, 3);
  const adding = new Set<Promise<unknown>>();

  return {
    async add(parcel): Promise<Receipt> {
      const stream = streamOf(parcel.projectId);
      const keys = [streamKey(stream), waitingKey(stream), BACKLOG];
      const added = add(...keys, stream, maxEvents, sizeOf(parcel), noteOf(parcel), JSON.stringify(parcel));
      adding.add(added);
      try {
        if ((await added) === null)
          throw failure('OVERLOADED', 'More events wait than are allowed to: send these again later.');
      } catch (error) {
        throw refusal(error, log);
      } finally {
        adding.delete(added);
      }
      return { durability: 'QUEUED', accepted: parcel.events.length, duplicates: 0 };
    },
    async full() {
      if (redis.status !== 'ready') return 'the queue cannot be reached';
      const backlog = Object.values(await redis.hgetall(BACKLOG)).map(Number);
      return Math.max(0, ...backlog) > maxEvents * NEARLY ? 'the queue is nearly full' : null;
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

async function waitingNotes(redis: Redis, projectId: number) {
  const [notes, queue] = await Promise.all([
    redis.hgetall(waitingKey(streamOf(projectId))),
    redis.get(IDENTITY),
  ]);
  const messages = Object.entries(notes).map(([id, note]) => {
    const [project, events = 0, minute = 0] = note.split(' ').map(Number);
    return { id, project, events, minute };
  });
  return { queue: queue ?? '', messages: messages.filter(({ project }) => project === projectId) };
}

/** What the sender is told: nothing was acknowledged, and sending again is safe for events that have ids. */
function refusal(error: unknown, log: Logger): unknown {
  if ((error as { extensions?: unknown }).extensions) return error;
  log.error({ err: error }, 'events could not be put into the queue');
  return failure('OVERLOADED', 'The queue cannot be reached now: send these again later.');
}
