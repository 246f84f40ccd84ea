import { expect, it } from 'vitest';
import { createGrowth } from './growth.ts';

it('tells of each tenfold of a project, once', () => {
  let told = 0;
  const growth = createGrowth(() => told++);
  const after = (projectId: number, events: number): number => {
    growth.stored(projectId, events);
    return told;
  };
  expect(after(1, 999)).toBe(0);
  expect(after(2, 1)).toBe(0);
  expect(after(1, 1)).toBe(1);
  expect(after(1, 8_999)).toBe(1);
  expect(after(1, 1)).toBe(2);
  // Past two of them at once.
  expect(after(2, 20_000)).toBe(3);
  expect(after(2, 1_000_000)).toBe(4);
  expect(after(2, 100_000_000)).toBe(4);
});
