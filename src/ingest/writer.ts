import { LRUCache } from 'lru-cache';
import { failure } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { type OnStored, ProjectGoneError, storeBatch } from './batch.ts';
import type { TermBounds } from './bounds.ts';
import { createTrouble } from './failures.ts';
import { createMemory } from './memory.ts';
import { type Intake, type Parcel, type Receipt, sizeOf } from './parcel.ts';
import type { WriterCaches } from './plan.ts';
import { termCache, visitTermsCache } from './terms.ts';

// Postgres spends about as long on a commit's fsync as on a few hundred rows: requests that arrive while a batch is
// being stored wait for it and share the next one.
export const MAX_BATCH = 5_000;
interface Request {
  parcel: Parcel;
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

export interface WriterOptions {
  /** Projects whose batches are stored at the same time; each holds a connection. */
  lanes: number;
  onStored: OnStored;
  /** How many texts of a kind a project may have; as bounds.ts says when absent. */
  bounds?: TermBounds;
}

export const createCaches = (): WriterCaches => ({
  terms: termCache(),
  visitTerms: visitTermsCache(),
  visitors: new LRUCache({ max: 200_000 }),
  memory: createMemory(),
  months: new Set(),
  doubts: new LRUCache({ max: 10_000 }),
});

/** Stores parcels in this process, with concurrent requests sharing commits. */
export function createWriter(store: Store, { lanes, onStored, bounds }: WriterOptions): Intake {
  const caches = { ...createCaches(), ...(bounds ? { bounds } : {}) };
  const trouble = createTrouble();
  // Projects with waiting requests, in the order they came; one that is being written is not in `ready`.
  const queues = new Map<number, Request[]>();
  const ready: number[] = [];
  const idle: (() => void)[] = [];
  let busy = 0;

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
    for (let size = 0; queue[0] && (size === 0 || size + sizeOf(queue[0].parcel) <= MAX_BATCH); ) {
      size += sizeOf(queue[0].parcel);
      batch.push(...queue.splice(0, 1));
    }
    await commit(projectId, batch);
  }

  async function commit(projectId: number, batch: readonly Request[]): Promise<void> {
    try {
      const parcels = batch.map(({ parcel }) => parcel);
      const { stored, fresh } = await storeBatch(store, projectId, parcels, caches);
      trouble.stored();
      if (stored.events.length > 0) onStored(projectId, stored);
      for (const [index, { parcel, resolve }] of batch.entries()) {
        const accepted = fresh[index] ?? 0;
        resolve({ durability: 'STORED', accepted, duplicates: parcel.events.length - accepted });
      }
    } catch (error) {
      const [first] = batch;
      trouble.failed(error);
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
    add(parcel) {
      return new Promise((resolve, reject) => {
        const queue = queues.get(parcel.projectId);
        if (queue) queue.push({ parcel, resolve, reject });
        else {
          queues.set(parcel.projectId, [{ parcel, resolve, reject }]);
          ready.push(parcel.projectId);
        }
        next();
      });
    },
    refuses: () => false,
    full: async () => trouble.reason(),
    drain() {
      return busy === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
    },
  };
}
