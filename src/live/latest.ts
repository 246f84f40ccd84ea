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
export function latest<T>(onStart: (stream: Latest<T>) => void, onStop: (stream: Latest<T>) => void) {
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let state: 'new' | 'open' | 'ending' | 'ended' = 'new';
  let held: { value: T } | null = null;
  let waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];

  function finish(): void {
    if (state === 'open' || state === 'ending') onStop(stream);
    state = 'ended';
    held = null;
    for (const resolve of waiting) resolve(done);
    waiting = [];
  }

  const stream: Latest<T> = {
    offer(value) {
      if (state !== 'open') return;
      const resolve = waiting.shift();
      if (resolve) resolve({ done: false, value });
      else held = { value };
    },
    end(last) {
      if (last !== undefined) stream.offer(last);
      if (held === null) finish();
      else if (state === 'open') state = 'ending';
    },
    next() {
      if (state === 'new') {
        state = 'open';
        onStart(stream);
      }
      if (state === 'ended') return Promise.resolve(done);
      if (held === null) return new Promise((resolve) => waiting.push(resolve));
      const { value } = held;
      held = null;
      if (state === 'ending') finish();
      return Promise.resolve({ done: false, value });
    },
    return() {
      finish();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
