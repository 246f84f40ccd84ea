import { expect, it } from 'vitest';
import { createTurns } from './loop.ts';

it('projects take turns, and what is of one project keeps its order', async () => {
  const turn = createTurns();
  const order: string[] = [];
  const wait = (projectId: number, name: string) => turn(projectId).then(() => void order.push(name));
  await Promise.all([
    wait(1, 'a1'),
    wait(1, 'a2'),
    wait(1, 'a3'),
    wait(2, 'b1'),
    wait(2, 'b2'),
    wait(3, 'c1'),
  ]);
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  // And again, once nobody waited.
  await wait(1, 'a4');
  expect(order.at(-1)).toBe('a4');
});
