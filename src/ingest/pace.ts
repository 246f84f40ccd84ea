import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

// What is refused has been read all the same. Senders who come back at once would keep the process from all else: their
// refusals are answered one after the other, as far apart as reading them takes twice, and so they send no more than that.
const PER_REQUEST = 1;
const PER_EVENT = 0.04;
const LONGEST = 5_000;

/** Waits before a request's refusal is answered: not at all, unless many of its project's are refused at once. */
export type Pace = (projectId: number, events: number) => Promise<void>;

/** @param now a clock that never goes back, in milliseconds */
export function createPace(now: () => number = () => performance.now()): Pace {
  /** By project: when its next refusal may be answered. */
  const next = new LRUCache<number, number>({ max: 10_000 });
  return async (projectId, events) => {
    const at = Math.min(Math.max(now(), next.get(projectId) ?? 0), now() + LONGEST);
    next.set(projectId, at + PER_REQUEST + events * PER_EVENT);
    if (at > now()) await delay(at - now());
  };
}
