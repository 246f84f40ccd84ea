import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import type { Store } from '../../store/store.ts';
import { type BatchOptions, type OnStored, ProjectGoneError, storeBatch } from '../batch.ts';
import { type Parcel, sizeOf } from '../parcel.ts';
import { createCaches, MAX_BATCH } from '../writer.ts';
import { buryMessage, buryParcel } from './dead-letters.ts';
import { createLanes } from './lanes.ts';
import { isStored, parseParcel, positionOf } from './stream.ts';

/** A message of the queue, not yet read. */
export interface Message {
  id: string;
  text: string;
}

interface Letter {
  id: string;
  parcel: Parcel;
}

export interface StorerOptions {
  store: Store;
  /** Transactions that run at the same time. */
  lanes: number;
  log: Logger;
  onStored: OnStored;
  /** Ends the waiting for a database that is away. */
  stopping: AbortSignal;
}

const SLOWEST_RETRY = 5_000;

/** Writes messages of the queue to the database: each once, whatever is delivered again, and those that cannot be apart. */
export function createStorer({ store, lanes, log, onStored, stopping }: StorerOptions) {
  const caches = createCaches();
  const inLane = createLanes(lanes);

  /** Runs until it works, or fails for a reason that does not pass. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await inLane(work);
      } catch (error) {
        if (isLasting(error)) throw error;
        stopping.throwIfAborted();
        if (attempt === 0) log.warn({ err: error }, 'a batch could not be stored; trying again');
        await delay(Math.min(100 * 2 ** attempt, SLOWEST_RETRY), null, { signal: stopping });
      }
    }
  }

  async function storeLetters(queue: string, projectId: number, letters: readonly Letter[]): Promise<void> {
    const last = letters.at(-1);
    if (!last) return;
    const parcels = letters.map(({ parcel }) => parcel);
    const options: BatchOptions = {
      choose: (_db, position) =>
        letters.filter(({ id }) => !isStored(queue, id, position)).map(({ parcel }) => parcel),
      position: positionOf(queue, last.id),
    };
    try {
      const { stored } = await patiently(() => storeBatch(store, projectId, parcels, caches, options));
      if (stored.events.length > 0) onStored(projectId, stored);
    } catch (error) {
      // What a deleted project was sent is of no use any more.
      if (error instanceof ProjectGoneError) return;
      if (!isLasting(error)) throw error;
      // What one message makes impossible must not hold up those beside it.
      if (letters.length > 1) for (const letter of letters) await storeLetters(queue, projectId, [letter]);
      else await bury(last, error);
    }

    async function bury({ id, parcel }: Letter, reason: unknown): Promise<void> {
      log.error(
        { err: reason, projectId, message: id },
        'a message of the queue cannot be stored: it is a dead letter now',
      );
      await patiently(() => buryParcel(store, parcel, { queue, id, reason: wordsOf(reason) }));
    }
  }

  return {
    /** Stores messages of one stream, in their order, and tells which are done with as it goes. */
    async store(
      queue: string,
      messages: readonly Message[],
      onDone: (ids: string[]) => Promise<void>,
    ): Promise<void> {
      const projects = new Map<number, Letter[]>();
      for (const { id, text } of messages) {
        try {
          const parcel = parseParcel(text);
          const letters = projects.get(parcel.projectId) ?? [];
          letters.push({ id, parcel });
          projects.set(parcel.projectId, letters);
        } catch (error) {
          log.error(
            { err: error, message: id },
            'a message of the queue cannot be read: it is a dead letter now',
          );
          await patiently(() => buryMessage(store.pool, text, { queue, id, reason: wordsOf(error) }));
          await onDone([id]);
        }
      }
      for (const [projectId, letters] of projects) {
        for (const batch of batchesOf(letters)) {
          await storeLetters(queue, projectId, batch);
          await onDone(batch.map(({ id }) => id));
        }
      }
    },
  };
}

function batchesOf(letters: readonly Letter[]): Letter[][] {
  const batches: Letter[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const letter of letters) {
    size += sizeOf(letter.parcel);
    if (size > MAX_BATCH) {
      batches.push([]);
      size = sizeOf(letter.parcel);
    }
    batches.at(-1)?.push(letter);
  }
  return batches;
}

// SQLSTATE classes that blame the data: data exception, cardinality, integrity, program limit.
const BLAMES_DATA = /^(?:21|22|23|54)/;
const FAULTS = [TypeError, RangeError, SyntaxError, ZodError, ProjectGoneError];

/** Whether trying again is of no use: the message is at fault, and not a connection, a lock or the configuration. */
export function isLasting(error: unknown): boolean {
  if (FAULTS.some((kind) => error instanceof kind)) return true;
  // As which `rows` tells a character that Postgres does not know.
  if (error instanceof GraphQLError) return error.extensions.code === 'BAD_USER_INPUT';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && BLAMES_DATA.test(code);
}

/** Why a message cannot be stored, without what it says: events are none of a log's business. */
export function wordsOf(error: unknown): string {
  if (error instanceof GraphQLError) return error.message;
  if (error instanceof ProjectGoneError) return 'the project does not exist any more';
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string'
    ? `Postgres refuses it (${code})`
    : `it is not what the server can store (${name})`;
}
