import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

const numbers = Array.from({ length: 1_001 }, (_, i) => i);

it('a long list is all there, in order, and others go on in between', async () => {
  let turns = 0;
  let isOver = false;
  const count = () => {
    if (isOver) return;
    turns++;
    setImmediate(count);
  };
  setImmediate(count);
  const seen: number[] = [];
  for await (const each of inSlices(1, numbers, {}) as unknown as AsyncIterable<number>) seen.push(each);
  isOver = true;
  expect(seen).toEqual(numbers);
  expect(turns).toBeGreaterThanOrEqual(5);
});

it('lists of two projects go on by turns', async () => {
  const order: string[] = [];
  const read = async (projectId: number, name: string) => {
    for await (const each of inSlices(projectId, numbers, {}) as unknown as AsyncIterable<number>)
      if (each % 250 === 0) order.push(`${name}${each / 250}`);
  };
  await Promise.all([read(1, 'a'), read(2, 'b')]);
  expect(order).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2', 'a3', 'b3', 'a4', 'b4']);
});

it('a short list, and one of background work, stays an array', () => {
  const short = numbers.slice(0, 250);
  expect(inSlices(1, short, {})).toBe(short);
  expect(inSlices(1, numbers, { background: true })).toBe(numbers);
});
