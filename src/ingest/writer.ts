import { LRUCache } from 'lru-cache';
import { failure } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { ProjectGoneError, type StoredEvent, storeBatch, type WriterCaches } from './batch.ts';
import type { PreparedEvent } from './event.ts';
import { termCache, visitTermsCache } from './terms.ts';

// Postgres spends about as long on a commit's fsync as on a few hundred rows: requests that arrive while a batch is
// being stored wait for it and share the next one.
const MAX_BATCH = 5_000;
// About 100 MB of prepared events: past that the sender is told to come back later.
const MAX_WAITING = 50_000;

interface Request {
  events: readonly PreparedEvent[];
  resolve: (stored: number) => void;
  reject: (error: unknown) => void;
}

export interface WriterOptions {
  /** Projects whose batches are stored at the same time; each holds a connection. */
  lanes: number;
  /** Told of each batch after its commit. */
  onStored: (projectId: number, events: readonly StoredEvent[]) => void;
}

/** Stores events, with concurrent requests sharing commits. */
export interface Writer {
  /** Resolves after the commit with how many events were new. OVERLOADED when too many wait already. */
  write(projectId: number, events: readonly PreparedEvent[]): Promise<number>;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

export function createWriter(store: Store, { lanes, onStored }: WriterOptions): Writer {
  const caches: WriterCaches = {
    terms: termCache(),
    visitTerms: visitTermsCache(),
    visitors: new LRUCache({ max: 200_000 }),
    months: new Set(),
  };
  // Projects with waiting requests, in the order they came; one that is being written is not in `ready`.
  const queues = new Map<number, Request[]>();
  const ready: number[] = [];
  const idle: (() => void)[] = [];
  let busy = 0;
  let waiting = 0;

  function next(): void {
    while (busy < lanes) {
      const projectId = ready.shift();
      if (projectId === undefined) break;
      busy++;
      void writeNext(projectId).finally(() => {
        busy--;
        if (queues.get(projectId)?.length) ready.push(projectId);
        else queues.delete(projectId);
        next();
      });
    }
    if (busy === 0) for (const resolve of idle.splice(0)) resolve();
  }

  async function writeNext(projectId: number): Promise<void> {
    const queue = queues.get(projectId) ?? [];
    const batch: Request[] = [];
    for (let size = 0; queue[0] && (size === 0 || size + queue[0].events.length <= MAX_BATCH); ) {
      size += queue[0].events.length;
      batch.push(...queue.splice(0, 1));
    }
    await commit(projectId, batch);
    for (const { events } of batch) waiting -= events.length;
  }

  async function commit(projectId: number, batch: readonly Request[]): Promise<void> {
    try {
      const { stored } = await storeBatch(
        store,
        projectId,
        batch.flatMap(({ events }) => events),
        caches,
      );
      if (stored.length > 0) onStored(projectId, stored);
      acknowledge(batch, stored);
    } catch (error) {
      const [first] = batch;
      if (batch.length > 1 && !(error instanceof ProjectGoneError)) {
        // What one request makes impossible must not fail those that share its commit.
        for (const request of batch) await commit(projectId, [request]);
      } else if (first) {
        for (const { reject } of batch)
          reject(
            error instanceof ProjectGoneError ? failure('NOT_FOUND', 'The project was deleted.') : error,
          );
      }
    }
  }

  return {
    write(projectId, events) {
      if (events.length === 0) return Promise.resolve(0);
      if (waiting + events.length > MAX_WAITING) {
        return Promise.reject(
          failure('OVERLOADED', 'The server has more events than it can store now: send these again later.'),
        );
      }
      waiting += events.length;
      return new Promise((resolve, reject) => {
        const queue = queues.get(projectId);
        if (queue) queue.push({ events, resolve, reject });
        else {
          queues.set(projectId, [{ events, resolve, reject }]);
          ready.push(projectId);
        }
        next();
      });
    },
    drain() {
      return busy === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
    },
  };
}

/** Tells each request how many of its events were new; of two requests with one event, the first one stored it. */
function acknowledge(batch: readonly Request[], stored: readonly StoredEvent[]): void {
  const fresh = new Set(stored.map(({ id }) => id));
  for (const { events, resolve } of batch) resolve(events.filter(({ id }) => fresh.delete(id)).length);
}
