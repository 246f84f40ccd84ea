import { failure } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { type OnStored, storeBatch } from './batch.ts';
import { findBots, takeBots } from './bots.sql.ts';
import { isLasting, wordsOf } from './failures.ts';
import type { Parcel } from './parcel.ts';
import { findDeadLetter, type LetterKey, takeDeadLetter } from './queue/dead-letters.ts';
import { parseParcel } from './queue/stream.ts';
import { createCaches } from './writer.ts';

/** What was not stored when it arrived, and is now. */
export interface SecondChance {
  /** Stores events that were taken for those of bots; returns how many. Those that are gone are passed over. */
  acquit(projectId: number, ids: readonly string[]): Promise<number>;
  /**
   * Stores a dead letter's events; returns how many, null where there is no such letter. CONFLICT when they cannot be
   * stored still: the letter stays.
   */
  replay(key: LetterKey): Promise<number | null>;
}

export function createSecondChance(store: Store, onStored: OnStored): SecondChance {
  const caches = createCaches();
  return {
    async acquit(projectId, ids) {
      const events = await findBots(store.pool, projectId, ids);
      const parcels = events.map(
        (event): Parcel => ({
          projectId,
          receivedAt: event.receivedAt,
          events: [event],
          bots: [],
          rejected: 0,
          acquitted: true,
        }),
      );
      const found = events.map(({ id }) => id);
      const { stored } = await storeBatch(store, projectId, parcels, caches, {
        choose: async (db) => {
          const taken = await takeBots(db, projectId, found);
          return parcels.filter(({ events: [event] }) => event && taken.has(event.id));
        },
      });
      if (stored.events.length > 0) onStored(projectId, stored);
      return stored.events.length;
    },
    async replay(key) {
      const message = await findDeadLetter(store.pool, key);
      if (message === null) return null;
      try {
        const parcel = parseParcel(message);
        const { stored } = await storeBatch(store, parcel.projectId, [parcel], caches, {
          choose: async (db) => ((await takeDeadLetter(db, key)) ? [parcel] : []),
        });
        if (stored.events.length > 0) onStored(parcel.projectId, stored);
        return stored.events.length;
      } catch (error) {
        if (!isLasting(error)) throw error;
        throw failure('CONFLICT', `The dead letter cannot be stored still: ${wordsOf(error)}.`);
      }
    },
  };
}
