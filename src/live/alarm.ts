/** Wakes many at the same instant together: what they ask for then is asked for together, too. */
export interface Alarm {
  /** Calls once, at an instant of `performance.now()` or a little later; returns what calls it off. */
  at(instant: number, wake: () => void): () => void;
}

const SOON = 5;

export function createAlarm(): Alarm {
  const rings = new Map<number, Set<() => void>>();

  function ring(slot: number): void {
    const waiting = rings.get(slot) ?? [];
    rings.delete(slot);
    for (const wake of waiting) wake();
  }

  return {
    at(instant, wake) {
      const slot = Math.ceil(Math.max(instant, performance.now()) / SOON);
      let waiting = rings.get(slot);
      if (!waiting) {
        waiting = new Set();
        rings.set(slot, waiting);
        setTimeout(ring, slot * SOON - performance.now(), slot).unref();
      }
      waiting.add(wake);
      return () => void waiting.delete(wake);
    },
  };
}
