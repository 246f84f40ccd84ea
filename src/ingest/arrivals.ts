// How far what was given may be ahead of the clock: further ahead, the clock went back.
const MAX_AHEAD_MICROSECONDS = 1_000_000;

export interface Arrivals {
  /** The place of a request's first event in the order of arrival, in microseconds since 1970; the others follow it. */
  take(receivedAt: number, events: number): number;
}

/** Tells the order in which a process received events: each has a microsecond of its own, as near to its arrival as may be. */
export function createArrivals(): Arrivals {
  let next = 0;
  return {
    take(receivedAt, events) {
      const now = receivedAt * 1000;
      const first = next - now > MAX_AHEAD_MICROSECONDS ? now : Math.max(now, next);
      next = first + events;
      return first;
    },
  };
}
