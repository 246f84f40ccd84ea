import { expect, it } from 'vitest';
import { retention } from './retention.ts';

const periods = (...visitors: number[][]) => visitors.map((some) => Int32Array.from(some));

it('puts visitors into the period of their first time, and counts them in those that follow', () => {
  // 1 and 2 begin in the first period; 1 is back in the second, 2 in the third. 3 begins in the second.
  const active = periods([1, 2], [3, 1], [3, 2]);
  expect(retention(active, active)).toEqual([
    { size: 2, returning: [2, 1, 1] },
    { size: 1, returning: [1, 1] },
    { size: 0, returning: [0] },
  ]);
});

it('counts as coming back what is asked for, from the period of the cohort on', () => {
  // 1 signs up in the second period: buying in the first is not coming back. 4 never signs up.
  const signUps = periods([2], [1, 2], []);
  const purchases = periods([1, 4], [1], [2, 1, 4]);
  expect(retention(signUps, purchases)).toEqual([
    { size: 1, returning: [0, 0, 1] },
    { size: 1, returning: [1, 1] },
    { size: 0, returning: [0] },
  ]);
});

it('knows visitors who only come back, however high their number', () => {
  expect(retention(periods([1], []), periods([], [9]))).toEqual([
    { size: 1, returning: [0, 0] },
    { size: 0, returning: [0] },
  ]);
});

it('has empty cohorts without visitors', () => {
  expect(retention(periods([], []), periods([], []))).toEqual([
    { size: 0, returning: [0, 0] },
    { size: 0, returning: [0] },
  ]);
});
