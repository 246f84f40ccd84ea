import { LRUCache } from 'lru-cache';

// Events of a project at which it is another one than Postgres knew: a few, and ten times as many each time.
const FIRST = 1_000;
const LAST = 1_000_000;
// A restart, or being forgotten, has a project counted once more.
const MOST_PROJECTS = 10_000;

/** Counts what is stored of each project in this process. */
export interface Growth {
  stored(projectId: number, events: number): void;
}

/** Calls `onGrown` when the events of a project pass 1,000, 10,000 and so on to a million. */
export function createGrowth(onGrown: () => void): Growth {
  const counts = new LRUCache<number, number>({ max: MOST_PROJECTS });
  return {
    stored(projectId, events) {
      const before = counts.get(projectId) ?? 0;
      const after = before + events;
      counts.set(projectId, after);
      for (let mark = FIRST; mark <= LAST; mark *= 10) {
        if (before < mark && after >= mark) return onGrown();
      }
    },
  };
}
