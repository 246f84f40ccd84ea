import { LRUCache } from 'lru-cache';
import type { Queryable } from '../../store/sql.ts';
import { reasonsBetween } from './rejections.sql.ts';

const DAY = 24 * 60 * 60_000;
/** Different reasons that a project has in a UTC day. */
export const MOST_REASONS = 100;

/** Knows which reasons have a place in their day. */
export interface Days {
  /** Those of the reasons that have a place in the day that begins then, or take one that is left. */
  placed(projectId: number, day: number, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Servers of one database see each other's reasons as they take places, so that two at the same moment may take one too many. */
export function createDays(db: Queryable): Days {
  const known = new LRUCache<string, Set<string>>({ max: 1_000 });
  return {
    async placed(projectId, day, ids) {
      const places = known.get(`${projectId} ${day}`) ?? new Set();
      known.set(`${projectId} ${day}`, places);
      if (places.size >= MOST_REASONS || ids.every((id) => places.has(id))) return places;
      for (const id of await reasonsBetween(db, projectId, day, day + DAY)) places.add(id);
      for (const id of ids) if (places.size < MOST_REASONS) places.add(id);
      return places;
    },
  };
}
