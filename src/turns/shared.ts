import { cancelled, createDeparture } from './caller.ts';

interface Running<T> {
  result: Promise<T>;
  waiting: number;
  controller: AbortController;
}

/** Does equal things that are wanted at the same time once. What nobody waits for any more is cancelled. */
export class Shared {
  private readonly running = new Map<string, Running<unknown>>();

  of<T>(key: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted) return Promise.reject(cancelled());
    const running = (this.running.get(key) as Running<T> | undefined) ?? this.begin(key, work);
    running.waiting++;
    if (!signal) return running.result;
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => {
        reject(cancelled());
        if (--running.waiting > 0) return;
        // Who asks from now on begins it again.
        if (this.running.get(key) === running) this.running.delete(key);
        running.controller.abort();
      };
      signal.addEventListener('abort', abort, { once: true });
      running.result
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', abort))
        .catch(() => undefined);
    });
  }

  private begin<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = createDeparture();
    const running: Running<T> = { waiting: 0, controller, result: work(controller.signal) };
    this.running.set(key, running);
    running.result
      .finally(() => {
        if (this.running.get(key) === running) this.running.delete(key);
      })
      .catch(() => undefined);
    return running;
  }
}
