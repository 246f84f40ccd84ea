import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('answers the first refusal at once, and the next ones of the project as far apart as they are large', async () => {
  const pace = createPace();
  const begun = performance.now();
  const after = async (projectId: number, events: number) => {
    await pace(projectId, events);
    return performance.now() - begun;
  };
  const times = await Promise.all([after(1, 1_000), after(1, 1_000), after(1, 1_000), after(2, 1_000)]);
  const [first = 0, second = 0, third = 0, other = 0] = times;
  expect(first).toBeLessThan(second);
  expect(second).toBeGreaterThanOrEqual(40);
  expect(third).toBeGreaterThanOrEqual(80);
  // Another project's does not wait for them.
  expect(other).toBeLessThan(second);
});
