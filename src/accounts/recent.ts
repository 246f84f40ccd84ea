import { LRUCache } from 'lru-cache';

// How long another server of the same database may go on with rights that were taken away. Looking the caller and the
// project up for each operation took 2 of the 5 ms of a small question.
const MOMENT = 1_000;

/** What was looked up a moment ago. Changes by this server are seen at once, those by others after a second. */
export interface Recent {
  /** The value found less than a second ago, else looks it up. Only what `lasts` is kept. */
  of<T>(key: string, lookup: () => Promise<T>, lasts: (value: T) => boolean): Promise<T>;
  /** To be told after every change of who may do what. */
  forget(): void;
}

/** @param now the clock, in milliseconds */
export function createRecent(now: () => number): Recent {
  const found = new LRUCache<string, { at: number; value: unknown }>({ max: 10_000 });
  // Those under way: operations that arrive together share them.
  const asked = new Map<string, Promise<unknown>>();
  let changes = 0;
  return {
    async of<T>(key: string, lookup: () => Promise<T>, lasts: (value: T) => boolean): Promise<T> {
      const known = found.get(key);
      if (known && Math.abs(now() - known.at) < MOMENT) return known.value as T;
      const underWay = asked.get(key);
      if (underWay) return underWay as Promise<T>;
      const [at, before] = [now(), changes];
      const looking = lookup();
      asked.set(key, looking);
      try {
        const value = await looking;
        // What was looked up while something changed may be older than the change.
        if (before === changes && lasts(value)) found.set(key, { at, value });
        return value;
      } finally {
        if (asked.get(key) === looking) asked.delete(key);
      }
    },
    forget() {
      changes++;
      found.clear();
      asked.clear();
    },
  };
}
