export type FunnelOrder = 'ORDERED' | 'STRICT' | 'ANY';

/** One visitor's events in order: the first `count` of each. Bit i of `matches` is step i + 1; times in milliseconds. */
export interface Sequence {
  times: Float64Array;
  matches: Uint16Array;
  count: number;
}

/**
 * How many steps a visitor reached, at most `bound`. `chain` receives the times of the steps with which that was first
 * reached, except in ANY order.
 */
export type Follow = (sequence: Sequence, bound: number, chain: Float64Array) => number;

/** The way to follow a visitor through a funnel of so many steps; `window` is in milliseconds. */
export function follower(order: FunnelOrder, steps: number, window: number): Follow {
  switch (order) {
    case 'ORDERED':
      return ordered(steps, window);
    case 'STRICT':
      return strict(window);
    case 'ANY':
      return any(steps, window);
  }
}

/**
 * For each step, the chain that reached it and began last: one that began before can never go further within the window.
 * Rows of `best` are chains; from the last step down, so that an event serves one step of a chain.
 */
function ordered(steps: number, window: number): Follow {
  const best = new Float64Array(steps * steps);
  return ({ times, matches, count }, bound, chain) => {
    let depth = 0;
    for (let n = 0; n < count; n++) {
      const time = times[n] ?? 0;
      const match = matches[n] ?? 0;
      for (let step = Math.min(depth, bound - 1); step > 0; step--) {
        if ((match & (1 << step)) === 0) continue;
        const before = (step - 1) * steps;
        if (time - (best[before] ?? 0) > window) continue;
        const row = step * steps;
        for (let i = 0; i < step; i++) best[row + i] = best[before + i] ?? 0;
        best[row + step] = time;
        if (step === depth) {
          depth++;
          for (let i = 0; i <= step; i++) chain[i] = best[row + i] ?? 0;
        }
      }
      if ((match & 1) !== 0) {
        best[0] = time;
        if (depth === 0) {
          depth = 1;
          chain[0] = time;
        }
      }
      if (depth === bound) break;
    }
    return depth;
  };
}

/** Bit i of `ending` is a chain of i + 1 steps that ends with the event before: its events are the last i + 1. */
function strict(window: number): Follow {
  return ({ times, matches, count }, bound, chain) => {
    let depth = 0;
    let ending = 0;
    for (let n = 0; n < count && depth < bound; n++) {
      const time = times[n] ?? 0;
      ending = ((ending << 1) | 1) & (matches[n] ?? 0);
      while (ending !== 0) {
        const longest = 31 - Math.clz32(ending);
        if (time - (times[n - longest] ?? 0) <= window) {
          if (longest === depth) {
            depth++;
            for (let i = 0; i <= longest; i++) chain[i] = times[n - longest + i] ?? 0;
          }
          break;
        }
        ending ^= 1 << longest;
      }
    }
    return depth;
  };
}

/** The narrowest stretch that ends with an event begins where the step begins that was last seen longest ago. */
function any(steps: number, window: number): Follow {
  const seen = new Float64Array(steps);
  return ({ times, matches, count }, bound) => {
    seen.fill(Number.NEGATIVE_INFINITY);
    let depth = 0;
    for (let n = 0; n < count && depth < bound; n++) {
      const time = times[n] ?? 0;
      const match = matches[n] ?? 0;
      for (let step = 0; step < bound; step++) if ((match & (1 << step)) !== 0) seen[step] = time;
      let reached = 0;
      while (reached < bound && time - (seen[reached] ?? 0) <= window) reached++;
      depth = Math.max(depth, reached);
    }
    return depth;
  };
}
