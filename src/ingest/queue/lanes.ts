/** Runs work when there is a lane for it, first come, first served. */
export type Lanes = <T>(work: () => Promise<T>) => Promise<T>;

/** So many at a time. */
export function createLanes(count: number): Lanes {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
