import { parentPort } from 'node:worker_threads';
import type { Steps } from './steps.ts';

/** What crosses to a thread. */
export interface Call {
  id: number;
  request: unknown;
  /** Its first word is not 0 any more when nobody wants the answer. */
  stop?: Int32Array;
}

/** What comes back; neither where it was stopped. */
export interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** The other end of Thread: answers each request of the parent. */
export function serveThread<Request, Result>(answer: (request: Request) => Result | Promise<Result>): void {
  const port = parentPort;
  if (!port) throw new Error('this script runs as a thread');
  port.on('message', async ({ id, request }: Call) => {
    try {
      port.postMessage({ id, result: await answer(request as Request) } satisfies Answer);
    } catch (error) {
      port.postMessage(failureOf(id, error));
    }
  });
  // Ready: no request has this number.
  port.postMessage({ id: -1 });
}

interface Task extends Call {
  steps: Steps<unknown>;
}

// Milliseconds of a line's turn: what a small question waits for each line of large ones.
const SLICE = 4;

/**
 * As serveThread, for requests that take long. Those of one line are answered one after another; lines take turns, a slice
 * of time each. `begin` is called when a request comes, in the order of these.
 */
export function serveInSlices<Request>(
  begin: (request: Request) => { line: number; steps: Steps<unknown> },
): void {
  const port = parentPort;
  if (!port) throw new Error('this script runs as a thread');
  // The line whose turn is next comes first.
  const lines = new Map<number, Task[]>();

  /** Takes a turn with the first task of the next line. */
  function takeTurn(): void {
    const [next] = lines;
    if (!next) return;
    const [line, tasks] = next;
    lines.delete(line);
    const [task] = tasks;
    if (task && isDone(task)) tasks.shift();
    if (tasks.length > 0) lines.set(line, tasks);
    // Requests that came meanwhile are taken before.
    if (lines.size > 0) setImmediate(takeTurn);
  }

  /** Works on a task until the slice is over; whether there is nothing left of it to do. */
  function isDone({ id, stop, steps }: Task): boolean {
    const end = performance.now() + SLICE;
    try {
      do {
        if (stop && Atomics.load(stop, 0) !== 0) {
          port?.postMessage({ id } satisfies Answer);
          return true;
        }
        const step = steps.next();
        if (step.done) {
          port?.postMessage({ id, result: step.value } satisfies Answer);
          return true;
        }
      } while (performance.now() < end);
      return false;
    } catch (error) {
      port?.postMessage(failureOf(id, error));
      return true;
    }
  }

  port.on('message', (call: Call) => {
    try {
      const { line, steps } = begin(call.request as Request);
      const tasks = lines.get(line) ?? [];
      tasks.push({ ...call, steps });
      if (lines.size === 0) setImmediate(takeTurn);
      lines.set(line, tasks);
    } catch (error) {
      port.postMessage(failureOf(call.id, error));
    }
  });
  port.postMessage({ id: -1 });
}

const failureOf = (id: number, error: unknown): Answer => ({
  id,
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
