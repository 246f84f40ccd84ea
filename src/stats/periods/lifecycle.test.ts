import { expect, it } from 'vitest';
import { lifecycle } from './lifecycle.ts';

const visitors = (...some: number[]) => Int32Array.from(some);

it('tells new, returning, resurrected and dormant visitors apart', () => {
  // 1 was active in the period before; 2 long ago; 3, 4 and 5 never. 6 was active before, and is not again.
  const before = visitors(1, 6);
  const active = [visitors(1, 2, 3), visitors(3, 4), visitors(), visitors(1, 3, 5)];
  expect(lifecycle(before, active, visitors(1, 2))).toEqual([
    { new: 1, returning: 1, resurrected: 1, dormant: 1 },
    { new: 1, returning: 1, resurrected: 0, dormant: 2 },
    { new: 0, returning: 0, resurrected: 0, dormant: 2 },
    { new: 1, returning: 0, resurrected: 2, dormant: 0 },
  ]);
});

it('knows visitors of the period before without being told', () => {
  expect(lifecycle(visitors(1), [visitors(), visitors(1)], visitors())).toEqual([
    { new: 0, returning: 0, resurrected: 0, dormant: 1 },
    { new: 0, returning: 0, resurrected: 1, dormant: 0 },
  ]);
});
