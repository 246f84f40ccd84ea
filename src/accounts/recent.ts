import { LRUCache } from 'lru-cache';

// How long another server of the same database may go on with rights that were taken away. Looking the caller and the
// project up for each operation took 2 of the 5 ms of a small question.
const MOMENT = 1_000;

/** What was looked up a moment ago. Changes by this server are seen at once, those by others after a second. */
export interface Recent {
  /** The value found less than a second ago, else looks it up, once for all who want it meanwhile. Only what `lasts` is kept. */
  of<T>(key: string, lookup: () => Promise<T>, lasts: (value: T) => boolean): Promise<T>;
  /** To be told after every change of who may do what. */
  forget(): void;
}

/** @param now the clock, in milliseconds */
export function createRecent(now: () => number): Recent {
  const found = new LRUCache<string, { at: number; value: unknown }>({ max: 10_000 });
  // Thousands of messages of one socket come at once.
  const underWay = new Map<string, Promise<unknown>>();
  let changes = 0;

  async function lookUp<T>(key: string, lookup: () => Promise<T>, lasts: (value: T) => boolean): Promise<T> {
    const [at, before] = [now(), changes];
    const value = await lookup();
    // What was looked up while something changed may be older than the change.
    if (before === changes && lasts(value)) found.set(key, { at, value });
    return value;
  }

  return {
    async of<T>(key: string, lookup: () => Promise<T>, lasts: (value: T) => boolean): Promise<T> {
      const known = found.get(key);
      if (known && Math.abs(now() - known.at) < MOMENT) return known.value as T;
      const former = underWay.get(key);
      if (former) return former as Promise<T>;
      const value = lookUp(key, lookup, lasts).finally(() => {
        if (underWay.get(key) === value) underWay.delete(key);
      });
      underWay.set(key, value);
      return value;
    },
    forget() {
      changes++;
      found.clear();
      underWay.clear();
    },
  };
}
