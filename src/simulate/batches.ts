import type { SentEvent, TrafficEvent } from './visit.ts';

/** Events of one request. They come from one country: the request says which, as a proxy in front of a server does. */
export interface Batch {
  country: string;
  events: SentEvent[];
  /** When the last of them happened, in milliseconds. */
  at: number;
}

/** Events of one request at most. */
export const BATCH = 500;
// Events that wait for others of their country: few, so that what is sent is nearly in the order of time.
const WAITING = 5_000;
// Milliseconds for which events that happen now are collected.
const TICK = 250;

/** Events as fast as they can be sent. */
export function* packed(events: Iterable<TrafficEvent>): Generator<Batch> {
  let waiting: TrafficEvent[] = [];
  for (const event of events) {
    waiting.push(event);
    if (waiting.length < WAITING) continue;
    yield* batchesOf(waiting);
    waiting = [];
  }
  yield* batchesOf(waiting);
}

/** Events as they happen: none before its time, and none once the signal aborts, at which `wait` resolves early. */
export async function* paced(
  events: Iterable<TrafficEvent>,
  now: () => number,
  wait: (milliseconds: number) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let due: TrafficEvent[] = [];
  let collectedAt = now();
  for (const event of events) {
    while (event.at > now()) {
      yield* batchesOf(due);
      due = [];
      await wait(Math.max(collectedAt + TICK, event.at) - now());
      if (signal.aborted) return;
      collectedAt = now();
    }
    due.push(event);
  }
  yield* batchesOf(due);
}

/** Events by country, in requests that are not too large. */
function* batchesOf(events: readonly TrafficEvent[]): Generator<Batch> {
  const countries = new Map<string, TrafficEvent[]>();
  for (const event of events) {
    const group = countries.get(event.country);
    if (group) group.push(event);
    else countries.set(event.country, [event]);
  }
  for (const [country, group] of countries) {
    for (let start = 0; start < group.length; start += BATCH) {
      const part = group.slice(start, start + BATCH);
      yield { country, events: part.map(({ input }) => input), at: part.at(-1)?.at ?? 0 };
    }
  }
}
