import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAlarm } from './alarm.ts';
import { type Asked, createGroup, nextRound, type Reader } from './group.ts';
import { latest } from './latest.ts';
import type { Touched } from './touched.ts';

const TODAY = { start: 1_000_000_000, end: 1_086_400_000 };
const touch = (start: number): Touched => ({
  spans: [{ start, end: start + 900_000 }],
  values: {},
  fresh: {},
});
const within = touch(TODAY.start);
const elsewhere = touch(TODAY.end);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A group whose answer is what `number` says when it is asked. */
function watched(throttle = 1_000) {
  const state = { number: 1, asked: 0, hold: null as Promise<void> | null };
  const group = createGroup({
    throttle,
    alarm: createAlarm(),
    phase: 0,
    ask: async (): Promise<Asked> => {
      state.asked++;
      const result = { data: { number: state.number } };
      await state.hold;
      return { result, scopes: [{ ...TODAY, filter: null }], staleAt: 5_000 };
    },
  });
  function join() {
    const seen: { number: unknown; at: number }[] = [];
    let self: Reader | undefined;
    const reader = latest(
      (stream: Reader) => {
        self = stream;
        group.join(stream);
      },
      () => self && group.leave(self),
    );
    void (async () => {
      for await (const { data } of reader) seen.push({ number: data?.number, at: performance.now() });
    })();
    return { seen, leave: () => reader.return?.() };
  }
  return { state, group, join };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const numbers = (seen: { number: unknown }[]) => seen.map(({ number }) => number);

it('answers at once, then at once after a pause, and at most once a throttle, the last one always', async () => {
  const { state, group, join } = watched();
  const { seen } = join();
  await pass(0);
  expect(numbers(seen)).toEqual([1]);
  await pass(5_000);
  for (state.number = 2; state.number < 52; state.number++) {
    group.touch(within);
    await pass(50);
  }
  group.touch(within);
  await pass(5_000);
  expect(seen[1]).toEqual({ number: 2, at: (seen[0]?.at ?? 0) + 5_000 });
  expect(seen.at(-1)?.number).toBe(52);
  expect(seen.length).toBeLessThanOrEqual(5);
  for (const [index, { at }] of seen.entries())
    expect(at - (seen[index - 1]?.at ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1_000);
});

it('asks once for all readers, and sends only what differs', async () => {
  const { state, group, join } = watched();
  const all = Array.from({ length: 500 }, join);
  await vi.waitFor(() => expect(all.every(({ seen }) => seen.length === 1)).toBe(true));
  expect(state.asked).toBe(1);
  await pass(3_000);
  group.touch(within);
  await pass(3_000);
  expect(state.asked).toBe(2);
  expect(all.every(({ seen }) => seen.length === 1)).toBe(true);
  state.number = 2;
  group.touch(within);
  await vi.waitFor(() => expect(all.every(({ seen }) => seen.length === 2)).toBe(true));
  expect(state.asked).toBe(3);
});

it('is not asked for what cannot change the answer', async () => {
  const { state, group, join } = watched();
  join();
  await pass(2_000);
  for (let turn = 0; turn < 20; turn++) {
    group.touch(elsewhere);
    await pass(500);
  }
  expect(state.asked).toBe(1);
  group.touch(null);
  await pass(2_000);
  expect(state.asked).toBe(2);
});

it('looks again at what was touched while it was being asked', async () => {
  const { state, group, join } = watched();
  let answer = () => {};
  state.hold = new Promise((resolve) => {
    answer = resolve;
  });
  const { seen } = join();
  await pass(0);
  state.number = 2;
  group.touch(elsewhere);
  group.touch(within);
  state.hold = null;
  answer();
  await pass(3_000);
  expect(numbers(seen)).toEqual([1, 2]);
  expect(state.asked).toBe(2);
});

it('gives who comes later the present answer at once, and others theirs when their time has come', async () => {
  const { state, group, join } = watched(10_000);
  const first = join();
  await pass(1_000);
  state.number = 2;
  group.touch(within);
  await pass(1_000);
  expect(numbers(first.seen)).toEqual([1]);
  const second = join();
  await pass(0);
  expect(numbers(second.seen)).toEqual([2]);
  expect(numbers(first.seen)).toEqual([1]);
  const third = join();
  await pass(0);
  expect(numbers(third.seen)).toEqual([2]);
  expect(state.asked).toBe(2);
  await pass(30_000);
  expect(numbers(first.seen)).toEqual([1, 2]);
  expect(numbers(second.seen)).toEqual([2]);
  state.number = 3;
  group.touch(within);
  await pass(30_000);
  expect([first, second, third].map(({ seen }) => numbers(seen).at(-1))).toEqual([3, 3, 3]);
});

it('is asked again when time may have changed the answer', async () => {
  const { state, group, join } = watched();
  const { seen } = join();
  await pass(2_000);
  state.number = 2;
  group.tick(4_999);
  await pass(2_000);
  expect(numbers(seen)).toEqual([1]);
  group.tick(5_000);
  await pass(2_000);
  expect(numbers(seen)).toEqual([1, 2]);
});

it('is asked again when the clock went back', async () => {
  const { state, group, join } = watched();
  const { seen } = join();
  await pass(2_000);
  group.tick(4_000);
  state.number = 2;
  group.tick(4_000 - 3_600_000);
  await pass(2_000);
  expect(numbers(seen)).toEqual([1, 2]);
  state.number = 3;
  group.tick(4_001 - 3_600_000);
  await pass(2_000);
  expect(numbers(seen)).toEqual([1, 2]);
});

it('is not asked any more once its readers have left', async () => {
  const { state, group, join } = watched();
  const { leave } = join();
  await pass(0);
  group.touch(within);
  await leave();
  expect(group.size()).toBe(0);
  await pass(5_000);
  expect(state.asked).toBe(1);
});

it('brings the rounds of questions together, a throttle apart and at most a quarter more', () => {
  const rounds = Array.from({ length: 50 }, (_, i) => 20 * i);
  for (let turn = 0; turn < 12; turn++) {
    for (const [index, at] of rounds.entries()) {
      const next = nextRound(at + 10, 1_000, 0.3);
      expect(next - at - 10).toBeGreaterThanOrEqual(1_000);
      expect(next - at - 10).toBeLessThanOrEqual(1_250);
      rounds[index] = next;
    }
  }
  expect(new Set(rounds.map((at) => Math.round(at) % 1_100)).size).toBe(1);
});
