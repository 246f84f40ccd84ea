import { expect, it } from 'vitest';
import { stickiness } from './stickiness.ts';

it('counts the visitors of one period, of two, and so on', () => {
  // 1 is active in three periods, 2 and 5 in one: 5 of 3 visitors.
  const active = [[1, 2], [1], [], [5, 1]].map((some) => Int32Array.from(some));
  expect(stickiness(active)).toEqual({ visitors: [2, 0, 1, 0], average: 5 / 3 });
});

it('has no average without visitors', () => {
  expect(stickiness([new Int32Array(), new Int32Array()])).toEqual({ visitors: [0, 0], average: null });
});
