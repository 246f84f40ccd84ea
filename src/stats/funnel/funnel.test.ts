import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunnelOrder } from './chains.ts';
import { funnel } from './funnel.ts';

/** A visitor, a time in milliseconds, and the steps that the event matches. */
type Tuple = [visitor: number, time: number, ...steps: number[]];

const columns = (tuples: readonly Tuple[]) => ({
  visitors: Int32Array.from(tuples, ([visitor]) => visitor),
  times: Float64Array.from(tuples, ([, time]) => time),
  matches: Uint16Array.from(tuples, ([, , ...steps]) =>
    steps.reduce((mask, step) => mask | (1 << (step - 1)), 0),
  ),
});

const ask = (tuples: readonly Tuple[], steps: number, order: FunnelOrder, window: number | null = null) =>
  funnel(columns(tuples), { steps, window, order });
const visitorsOf = (...question: Parameters<typeof ask>) => ask(...question).map(({ visitors }) => visitors);
const mediansOf = (...question: Parameters<typeof ask>) =>
  ask(...question).map(({ medianSeconds }) => medianSeconds);

const T = 1_763_632_800_000;

/** One visitor's events, each a time and the digits of the steps that it matches: `0:1 500:23 700:`. */
const events = (text: string): Tuple[] =>
  text.split(' ').map((event) => {
    const [time, steps] = event.split(':');
    return [1, T + Number(time), ...[...(steps ?? '')].map(Number)];
  });

describe('how many steps one visitor reaches', () => {
  // Reached in the orders ORDERED, STRICT and ANY.
  const cases: [string, string, number, number | null, [number, number, number]][] = [
    ['one step', '0:1', 1, null, [1, 1, 1]],
    ['step 2 without step 1', '0:2', 2, null, [0, 0, 0]],
    ['two steps in order', '0:1 1:2', 2, null, [2, 2, 2]],
    ['two steps the other way round', '0:2 1:1', 2, null, [1, 1, 2]],
    ['an event that matches no step between them', '0:1 1: 2:2', 2, null, [2, 1, 2]],
    ['another step between them', '0:1 1:3 2:2 3:3', 3, null, [3, 1, 3]],
    ['the window, exactly', '0:1 500:2 1000:3', 3, 1000, [3, 3, 3]],
    ['a millisecond more than the window', '0:1 500:2 1001:3', 3, 1000, [2, 2, 2]],
    ['a window of nothing', '0:1 0:2 1:3', 3, 0, [2, 2, 2]],
    ['the first step again, in time', '0:1 900:1 1800:2', 2, 1000, [2, 2, 2]],
    ['the first step again, and both chains lead on', '0:1 1:2 900:1 1100:2 1150:3', 3, 1000, [3, 3, 3]],
    // The chain from 0 is too old at 1100, and the one from 700 has no step 2.
    ['two halves of two chains', '0:1 600:2 700:1 1100:3', 3, 1000, [2, 2, 3]],
    ['a chain that a step 1 in its middle does not break', '0:1 1:2 2:1 3:3', 3, null, [3, 2, 3]],
    ['one event that matches both steps', '0:12', 2, null, [1, 1, 2]],
    ['two events that match both steps', '0:12 1:12', 2, null, [2, 2, 2]],
    ['two events that match all three steps', '0:123 1:123', 3, null, [2, 2, 3]],
    ['one instant, in the order of the steps', '0:3 0:2 0:1', 3, null, [3, 3, 3]],
    ['one instant, by the first step that each matches', '0:2 0:13', 2, null, [2, 2, 2]],
    ['one instant, what matches nothing last', '0:1 1: 1:2', 2, null, [2, 2, 2]],
    ['the second step again', '0:1 1:2 2:2 3:3', 3, null, [3, 2, 3]],
    ['one instant, what matches more last', '0:12 0:1', 2, null, [2, 2, 2]],
    ['out of order in the input', '2:3 0:1 1:2', 3, null, [3, 3, 3]],
    ['nine steps', '0:1 1:2 2:3 3:4 4:5 5:6 6:7 7:8 8:9', 9, 8, [9, 9, 9]],
  ];
  it.each(cases)('%s', (_, text, steps, window, depths) => {
    const reached = (['ORDERED', 'STRICT', 'ANY'] as const).map((order) =>
      visitorsOf(events(text), steps, order, window),
    );
    expect(reached).toEqual(
      depths.map((depth) => Array.from({ length: steps }, (_, i) => (i < depth ? 1 : 0))),
    );
  });

  it('none without events', () => {
    expect(ask([], 2, 'ORDERED')).toEqual([
      { visitors: 0, medianSeconds: null },
      { visitors: 0, medianSeconds: null },
    ]);
  });

  it('ten', () => {
    const ten = Array.from({ length: 10 }, (_, i): Tuple => [1, T + i, i + 1]);
    expect(visitorsOf(ten, 10, 'ORDERED', 9)).toEqual(Array(10).fill(1));
    expect(visitorsOf(ten, 10, 'STRICT', 8)).toEqual([...Array(9).fill(1), 0]);
  });
});

describe('medians', () => {
  it('are of the chain with which the deepest step was first reached', () => {
    // Step 2 is first reached at 1 s, and again at 9 s from a later step 1: 3 s from there to step 3.
    const deeper = events('0:1 1000:2 8000:1 9000:2 12000:3');
    expect(mediansOf(deeper, 3, 'ORDERED')).toEqual([null, 1, 3]);
    // Without step 3, the first chain is the one that counts, though a quicker one follows.
    const quicker = events('0:1 5000:2 8000:1 9000:2');
    expect(mediansOf(quicker, 2, 'ORDERED')).toEqual([null, 5]);
    expect(mediansOf(quicker, 2, 'STRICT')).toEqual([null, 5]);
    expect(mediansOf(quicker, 2, 'ANY')).toEqual([null, null]);
  });

  it('lie between the two in the middle, and are null where nobody is', () => {
    const all = [9000, 1000, 2000, 5001].map((ms, i): Tuple[] => [
      [i + 1, T, 1],
      [i + 1, T + ms, 2],
    ]);
    expect(mediansOf(all.slice(0, 3).flat(), 3, 'ORDERED')).toEqual([null, 2, null]);
    expect(mediansOf(all.flat(), 3, 'STRICT')).toEqual([null, 3.5005, null]);
  });

  it('are those that sorting finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        const tuples = gaps.flatMap((gap, i): Tuple[] => [
          [i + 1, T, 1],
          [i + 1, T + gap, 2],
        ]);
        const sorted = gaps.toSorted((a, b) => a - b);
        const [low, high] = [sorted[Math.ceil(gaps.length / 2) - 1], sorted[Math.floor(gaps.length / 2)]];
        expect(mediansOf(tuples, 2, 'ORDERED')[1]).toBeCloseTo(((low ?? 0) + (high ?? 0)) / 2000, 9);
      }),
    );
  });
});

it('takes many visitors, whatever their numbers', () => {
  // Every third visitor reaches step 2, every sixth step 3.
  const tuples = Array.from({ length: 5000 }, (_, i) => i + 1).flatMap((visitor): Tuple[] => [
    ...(visitor % 6 === 0 ? [[visitor, T + 20, 3] satisfies Tuple] : []),
    ...(visitor % 3 === 0 ? [[visitor, T + 10, 2] satisfies Tuple] : []),
    [visitor, T, 1],
  ]);
  for (const order of ['ORDERED', 'STRICT', 'ANY'] as const) {
    expect(visitorsOf(tuples.toReversed(), 3, order)).toEqual([5000, 1666, 833]);
  }
});

it('takes visitors of many events', () => {
  // 500 events of step 2 and 500 of step 1, every one a second earlier than the one before it in the input.
  const tuples = Array.from({ length: 1000 }, (_, i): Tuple => [7, T - i * 1000, i < 500 ? 2 : 1]);
  expect(ask(tuples, 2, 'STRICT')).toEqual([
    { visitors: 1, medianSeconds: null },
    { visitors: 1, medianSeconds: 1 },
  ]);
});

it('does not change its input', () => {
  const input = columns([
    [1, T + 1, 2],
    [1, T, 1],
  ]);
  const copy = structuredClone(input);
  funnel(input, { steps: 2, window: null, order: 'ORDERED' });
  expect(input).toEqual(copy);
});

describe('over any span', () => {
  // Ten steps a minute apart, in 2025, beside an event that is centuries older: 2^53 has no room for both of them in one number.
  const steps = Array.from({ length: 10 }, (_, i) => i + 1);
  const MINUTE_MS = 60_000;
  it.each(['0001-01-02', '0999-06-01', '1582-10-15', '1700-01-01', '1970-01-01', '2025-01-01'])(
    'since %s',
    (since) => {
      const old = Date.parse(`${since}T00:00:00Z`);
      const tuples: Tuple[] = [
        [1, old, 1],
        [1, old + MINUTE_MS, 2],
        ...steps.map((step): Tuple => [2, T + step * MINUTE_MS, step]),
        // One instant: in the order of the steps.
        ...steps.map((step): Tuple => [3, T, step]),
      ];
      for (const window of [null, 9 * MINUTE_MS]) {
        expect(visitorsOf(tuples.toReversed(), 10, 'ORDERED', window)).toEqual([
          3, 3, 2, 2, 2, 2, 2, 2, 2, 2,
        ]);
        expect(visitorsOf(tuples, 10, 'STRICT', window)).toEqual([3, 3, 2, 2, 2, 2, 2, 2, 2, 2]);
        expect(visitorsOf(tuples, 10, 'ANY', window)).toEqual([3, 3, 2, 2, 2, 2, 2, 2, 2, 2]);
      }
      expect(mediansOf(tuples, 10, 'ORDERED').slice(1, 3)).toEqual([60, 30]);
      expect(visitorsOf(tuples, 10, 'ORDERED', 9 * MINUTE_MS - 1)[9]).toBe(1);
    },
  );
});
