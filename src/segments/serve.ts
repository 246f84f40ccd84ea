import { parentPort } from 'node:worker_threads';

/** The other end of Thread: answers each request of the parent. */
export function serveThread<Request, Result>(answer: (request: Request) => Result | Promise<Result>): void {
  const port = parentPort;
  if (!port) throw new Error('this script runs as a thread');
  port.on('message', async ({ id, request }: { id: number; request: Request }) => {
    try {
      port.postMessage({ id, result: await answer(request) });
    } catch (error) {
      port.postMessage({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  // Ready: no request has this number.
  port.postMessage({ id: -1 });
}
