import { setImmediate as nextTurn } from 'node:timers/promises';

/** Resolves when it is the project's turn. */
export type Turns = (projectId: number) => Promise<void>;

/**
 * Lets one at a time go on, in a turn of the event loop of its own. Projects take turns: what waits of one does not hold up
 * the first of another. Those of one project keep their order.
 */
export function createTurns(): Turns {
  // In the order in which the projects' turns come.
  const waiting = new Map<number, (() => void)[]>();
  let running = false;

  async function run(): Promise<void> {
    running = true;
    for (let [next] = waiting; next; [next] = waiting) {
      const [projectId, queue] = next;
      await nextTurn();
      waiting.delete(projectId);
      queue.shift()?.();
      if (queue.length > 0) waiting.set(projectId, queue);
    }
    running = false;
  }

  return (projectId) =>
    new Promise((resolve) => {
      const queue = waiting.get(projectId);
      if (queue) queue.push(resolve);
      else waiting.set(projectId, [resolve]);
      if (!running) void run();
    });
}
