import type { Store } from '../store/store.ts';
import { type OnStored, storeBatch } from './batch.ts';
import { findBots, takeBots } from './bots.sql.ts';
import type { Parcel } from './parcel.ts';
import { dropDeadLetters, findDeadLetter } from './queue/dead-letters.ts';
import { createCaches } from './writer.ts';

/** What was not stored when it arrived, and is now. */
export interface SecondChance {
  /** Stores events that were taken for those of bots; returns how many. Those that are gone are passed over. */
  acquit(projectId: number, ids: readonly string[]): Promise<number>;
  /** Stores a dead letter's events; returns how many, null where there is no such letter. */
  replay(projectId: number, id: string): Promise<number | null>;
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
      const { stored } = await storeBatch(store, projectId, parcels, caches, {
        choose: async (db) => {
          const taken = await takeBots(db, projectId, ids);
          return parcels.filter(({ events: [event] }) => event && taken.has(event.id));
        },
      });
      if (stored.length > 0) onStored(projectId, stored);
      return stored.length;
    },
    async replay(projectId, id) {
      const parcel = await findDeadLetter(store.pool, projectId, id);
      if (!parcel) return null;
      const { stored } = await storeBatch(store, projectId, [parcel], caches, {
        choose: async (db) => ((await dropDeadLetters(db, projectId, [id])) > 0 ? [parcel] : []),
      });
      if (stored.length > 0) onStored(projectId, stored);
      return stored.length;
    },
  };
}
