import type { Caller } from './caller.ts';
import { createTurns } from './loop.ts';

// Items of an answer that are worked out in one turn of the event loop: some milliseconds for those with many fields.
const SLICE = 250;

const turn = createTurns();

/**
 * A long list of an answer, in slices: between two of them everybody else's requests go on, and projects take turns. Not for
 * background work, whose executor takes arrays only. Yoga's executor takes promises of async iterables; Pothos has no type for
 * them.
 */
export const inSlices = <T>(projectId: number, items: readonly T[], { background }: Caller): Iterable<T> =>
  background || items.length <= SLICE ? items : (slices(projectId, items) as unknown as Iterable<T>);

async function* slices<T>(projectId: number, items: readonly T[]): AsyncGenerator<T> {
  for (let from = 0; from < items.length; from += SLICE) {
    await turn(projectId);
    yield* items.slice(from, from + SLICE);
  }
}
