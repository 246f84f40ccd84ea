import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import { type BatchOptions, type OnStored, ProjectGoneError, storeBatch } from '../batch.ts';
import { isLasting, wordsOf } from '../failures.ts';
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

/** Told which messages are done with. */
type OnDone = (ids: string[]) => Promise<void>;

interface Letter {
  id: string;
  parcel: Parcel;
  /** Characters of the message. */
  size: number;
  queue: string;
  onDone: OnDone;
  /** When it came, by performance.now(). */
  since: number;
}

/** What waits of a project, in its order. */
interface Backlog {
  letters: Letter[];
  /** The messages that the letters are of. */
  ids: Set<string>;
  /** Why it could not be stored at the last attempt. */
  reason: string | null;
  /** Resolves when nothing waits any more, or when the project has to be waited for. */
  settled: Promise<void>;
  settle: () => void;
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

/** What cannot be stored, and since when. */
export interface Delay {
  /** Milliseconds. */
  waited: number;
  reason: string | null;
  /** Whether anything was stored since it came. */
  others: boolean;
}

export interface Storer {
  /**
   * Stores messages of one stream, each project's in their order, and tells which are done with as it goes. Resolves when that
   * is all of them but those of projects that have to be waited for: these are tried again until they are stored.
   */
  store(queue: string, messages: readonly Message[], onDone: OnDone): Promise<void>;
  /** The oldest message that was given and is not stored; null where there is none. */
  oldest(): Delay | null;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

const SLOWEST_RETRY = 5_000;
// A project that takes longer is not waited for by others of its stream.
const PATIENCE = 2_000;
// Characters of messages that wait for such projects: past that, no more is read.
const MOST_HELD = 16 * 1024 * 1024;
// How often it is said that a project cannot be stored.
const REPEAT = 60_000;

/** Writes messages of the queue to the database: each once, whatever is delivered again, and those that cannot be apart. */
export function createStorer({ store, lanes, log, onStored, stopping }: StorerOptions): Storer {
  const caches = createCaches();
  const inLane = createLanes(lanes);
  // What failed once may well hold its lane until a time-out: it takes one at most.
  const inRetryLane = createLanes(1);
  const backlogs = new Map<number, Backlog>();
  const writing = new Set<Promise<void>>();
  let held = 0;
  let lastStored = performance.now();

  /** Runs until it works, or fails for a reason that does not pass. */
  async function patiently<T>(
    work: () => Promise<T>,
    projectId: number | null,
    onFailed: (error: unknown) => void = () => undefined,
  ): Promise<T> {
    let said = Number.NEGATIVE_INFINITY;
    for (let attempt = 0; ; attempt++) {
      try {
        const result = await (attempt === 0 ? inLane(work) : inRetryLane(() => inLane(work)));
        if (attempt > 0)
          log.info({ projectId, attempts: attempt + 1 }, 'a batch that could not be stored is stored');
        return result;
      } catch (error) {
        if (isLasting(error)) throw error;
        stopping.throwIfAborted();
        if (performance.now() - said > REPEAT) {
          log.warn(
            { err: error, projectId, attempt: attempt + 1 },
            'a batch could not be stored; trying again',
          );
          said = performance.now();
        }
        onFailed(error);
        await delay(Math.min(100 * 2 ** attempt, SLOWEST_RETRY), null, { signal: stopping });
      }
    }
  }

  async function storeLetters(
    projectId: number,
    letters: readonly Letter[],
    onFailed: (error: unknown) => void,
  ): Promise<void> {
    const last = letters.at(-1);
    if (!last) return;
    const { queue } = last;
    const parcels = letters.map(({ parcel }) => parcel);
    const options: BatchOptions = {
      choose: (_db, position) =>
        letters.filter(({ id }) => !isStored(queue, id, position)).map(({ parcel }) => parcel),
      position: positionOf(queue, last.id),
    };
    try {
      const write = () => storeBatch(store, projectId, parcels, caches, options);
      const { stored } = await patiently(write, projectId, onFailed);
      if (stored.events.length > 0) onStored(projectId, stored);
    } catch (error) {
      // What a deleted project was sent is of no use any more.
      if (error instanceof ProjectGoneError) return;
      if (!isLasting(error)) throw error;
      // What one message makes impossible must not hold up those beside it.
      if (letters.length > 1) for (const letter of letters) await storeLetters(projectId, [letter], onFailed);
      else await bury(last, error);
    }

    async function bury({ id, parcel }: Letter, reason: unknown): Promise<void> {
      log.error(
        { err: reason, projectId, message: id },
        'a message of the queue cannot be stored: it is a dead letter now',
      );
      const death = { queue, id, reason: wordsOf(reason) };
      await patiently(() => buryParcel(store, parcel, death), projectId, onFailed);
    }
  }

  /** Stores what waits of a project until nothing does, or until it is to stop. */
  async function work(projectId: number, backlog: Backlog): Promise<void> {
    const onFailed = (error: unknown): void => {
      backlog.reason = wordsOf(error);
      backlog.settle();
    };
    try {
      for (let batch = nextBatch(backlog.letters); batch.length > 0; batch = nextBatch(backlog.letters)) {
        await again(() => storeLetters(projectId, batch, onFailed), onFailed);
        lastStored = performance.now();
        await again(async () => batch.at(-1)?.onDone(batch.map(({ id }) => id)), onFailed);
        backlog.letters.splice(0, batch.length);
        backlog.reason = null;
        for (const letter of batch) {
          backlog.ids.delete(keyOf(letter));
          held -= letter.size;
        }
      }
    } finally {
      for (const { size } of backlog.letters) held -= size;
      backlogs.delete(projectId);
    }
  }

  /** Whatever fails is tried again: nobody else stores what this worker was given while it is here. */
  async function again(step: () => Promise<void>, onFailed: (error: unknown) => void): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await step();
      } catch (error) {
        stopping.throwIfAborted();
        if (attempt === 0) log.warn({ err: error }, 'messages of the queue are not done with; trying again');
        onFailed(error);
        await delay(Math.min(100 * 2 ** attempt, SLOWEST_RETRY), null, { signal: stopping });
      }
    }
  }

  function begin(projectId: number): Backlog {
    const backlog: Backlog = { letters: [], ids: new Set(), reason: null, ...settling() };
    backlogs.set(projectId, backlog);
    // What is not stored when it is to stop is given to the next worker.
    const ended = Promise.resolve()
      .then(() => work(projectId, backlog))
      .catch(() => undefined);
    backlog.settled = Promise.race([backlog.settled, ended]);
    writing.add(ended);
    void ended.then(() => writing.delete(ended));
    return backlog;
  }

  function add(projectId: number, letter: Letter): Backlog {
    const backlog = backlogs.get(projectId) ?? begin(projectId);
    // What was lost and regained is given again.
    if (backlog.ids.has(keyOf(letter))) return backlog;
    backlog.ids.add(keyOf(letter));
    backlog.letters.push(letter);
    held += letter.size;
    return backlog;
  }

  return {
    async store(queue, messages, onDone) {
      const given = new Set<Backlog>();
      const since = performance.now();
      for (const { id, text } of messages) {
        try {
          const parcel = parseParcel(text);
          given.add(add(parcel.projectId, { id, parcel, size: text.length, queue, onDone, since }));
        } catch (error) {
          log.error(
            { err: error, message: id },
            'a message of the queue cannot be read: it is a dead letter now',
          );
          const death = { queue, id, reason: wordsOf(error) };
          await patiently(() => buryMessage(store.pool, text, death), null);
          await onDone([id]);
        }
      }
      const all = Promise.all([...given].map(({ settled }) => settled));
      const enough = new AbortController();
      try {
        await Promise.race([all, delay(PATIENCE, null, { signal: enough.signal })]);
      } finally {
        enough.abort();
      }
      while (held > MOST_HELD) await delay(100, null, { signal: stopping });
    },
    oldest() {
      let oldest: { since: number; reason: string | null } | null = null;
      for (const { letters, reason } of backlogs.values()) {
        const since = letters[0]?.since ?? Number.POSITIVE_INFINITY;
        if (since < (oldest?.since ?? Number.POSITIVE_INFINITY)) oldest = { since, reason };
      }
      if (oldest === null) return null;
      const { since, reason } = oldest;
      return { waited: performance.now() - since, reason, others: lastStored > since };
    },
    async idle() {
      await Promise.all(writing);
    },
  };
}

const keyOf = ({ queue, id }: Pick<Letter, 'queue' | 'id'>): string => `${queue} ${id}`;

function settling(): Pick<Backlog, 'settled' | 'settle'> {
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { settled, settle };
}

/** The first messages, of one queue, as many as are stored in one transaction. */
function nextBatch(letters: readonly Letter[]): Letter[] {
  const batch: Letter[] = [];
  let size = 0;
  for (const letter of letters) {
    size += sizeOf(letter.parcel);
    if (batch.length > 0 && (size > MAX_BATCH || letter.queue !== batch[0]?.queue)) break;
    batch.push(letter);
  }
  return batch;
}
