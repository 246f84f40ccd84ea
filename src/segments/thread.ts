import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Call } from './serve.ts';

/** A failure in a thread; the thread goes on. */
export class ThreadError extends Error {}

/** The request was stopped before it was answered. */
export class Stopped extends Error {}

/**
 * A thread that answers requests. It starts with the first one; where it dies, what waits for it fails and the next
 * request starts another.
 */
export class Thread<Request, Result> {
  /** How many requests are not answered yet. */
  waiting = 0;
  private readonly script: URL;
  private readonly data: unknown;
  private worker: Worker | null = null;
  private ready: Promise<unknown> = Promise.resolve();
  private calls = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>();
  private nextId = 0;
  private readonly onEnd: () => void;

  /** `onEnd` is told when the thread is gone: the next one knows nothing of what this one was told. */
  constructor(script: URL, data: unknown, onEnd: () => void = () => undefined) {
    this.script = script;
    this.data = data;
    this.onEnd = onEnd;
  }

  /** Starts it ahead of the first request; resolves when it is ready, or gone. */
  async warm(): Promise<void> {
    if (!this.worker) this.start();
    await this.ready;
  }

  /** @param stop set its first word to anything but 0 to stop the work, where the thread works in slices */
  ask(request: Request, stop?: Int32Array): Promise<Result> {
    const worker = this.worker ?? this.start();
    const id = this.nextId++;
    this.waiting++;
    return new Promise<Result>((resolve, reject) => {
      this.calls.set(id, { resolve, reject });
      worker.postMessage({ id, request, ...(stop ? { stop } : {}) } satisfies Call);
    }).finally(() => {
      this.waiting--;
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(runnable(this.script), { workerData: this.data });
    // A thread that waits does not keep the process alive.
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const call = this.calls.get(answer.id);
      this.calls.delete(answer.id);
      if (answer.error !== undefined) call?.reject(new ThreadError(answer.error));
      else if ('result' in answer) call?.resolve(answer.result as Result);
      else call?.reject(new Stopped());
    });
    const die = (error: Error): void => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.onEnd();
      for (const { reject } of this.calls.values()) reject(error);
      this.calls.clear();
    };
    this.ready = Promise.race([once(worker, 'message'), once(worker, 'exit')]).catch(() => undefined);
    worker.on('error', die);
    worker.on('exit', () => die(new Error('the thread ended')));
    this.worker = worker;
    return worker;
  }
}

/** In development and tests the script is TypeScript, for which Node needs tsx; a thread does not inherit it. */
function runnable(script: URL): URL {
  if (!script.pathname.endsWith('.ts')) return script;
  const tsx = new URL(
    'dist/esm/api/index.mjs',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
  );
  const source = `import { register } from '${tsx}'; register(); await import('${script}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
