/** A reader's stream that holds one value: who reads slowly goes on with the newest. */
export interface Latest<T> extends AsyncIterableIterator<T, undefined, undefined> {
  /** Puts a value in the place of one that was not read yet. */
  offer(value: T): void;
  /** Ends the stream after what it holds, or after a last value. */
  end(last?: T): void;
}

/**
 * @param onStart called with the first `next`: a reader who is gone before it costs nothing
 * @param onStop called once after that, when the reader returns or the stream ends
 */
export const latest = <T>(
  onStart: (stream: Latest<T>) => void,
  onStop: (stream: Latest<T>) => void,
): Latest<T> => new LatestStream(onStart, onStop);

type Result<T> = IteratorResult<T, undefined>;
const DONE: Result<never> = { done: true, value: undefined };

// A class, whose methods are shared: there are thousands, and closures would be most of what each takes.
class LatestStream<T> implements Latest<T> {
  #state: 'new' | 'open' | 'ending' | 'ended' = 'new';
  #held: { value: T } | null = null;
  #waiting: ((result: Result<T>) => void)[] = [];
  // Let go when it has started: it may hold what is not needed any more.
  #onStart: ((stream: Latest<T>) => void) | null;
  readonly #onStop: (stream: Latest<T>) => void;

  constructor(onStart: (stream: Latest<T>) => void, onStop: (stream: Latest<T>) => void) {
    this.#onStart = onStart;
    this.#onStop = onStop;
  }

  offer(value: T): void {
    if (this.#state !== 'open') return;
    const resolve = this.#waiting.shift();
    if (resolve) resolve({ done: false, value });
    else this.#held = { value };
  }

  end(last?: T): void {
    if (last !== undefined) this.offer(last);
    if (this.#held === null) this.#finish();
    else if (this.#state === 'open') this.#state = 'ending';
  }

  next(): Promise<Result<T>> {
    if (this.#state === 'new') this.#start();
    if (this.#state === 'ended') return Promise.resolve(DONE);
    if (this.#held === null) {
      return new Promise((resolve) => {
        // Almost always the only one; `push` would make room for seventeen.
        this.#waiting = this.#waiting.length === 0 ? [resolve] : [...this.#waiting, resolve];
      });
    }
    const { value } = this.#held;
    this.#held = null;
    if (this.#state === 'ending') this.#finish();
    return Promise.resolve({ done: false, value });
  }

  return(): Promise<Result<T>> {
    this.#finish();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #start(): void {
    const start = this.#onStart;
    this.#onStart = null;
    this.#state = 'open';
    start?.(this);
  }

  #finish(): void {
    if (this.#state === 'open' || this.#state === 'ending') this.#onStop(this);
    this.#state = 'ended';
    this.#onStart = null;
    this.#held = null;
    for (const resolve of this.#waiting) resolve(DONE);
    this.#waiting = [];
  }
}
