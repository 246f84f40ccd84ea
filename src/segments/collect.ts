import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// V8 collects a thread's garbage when its own heap has grown. A heap of views is small, and what they keep in memory is not:
// shared memory is free when every thread has collected its views of it.

const COLLECT_BYTES = 32 * 1024 * 1024;

/** Told how many bytes were let go, collects them when they are many. */
export function createCollector(): (bytes: number) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let dropped = 0;
  return (bytes) => {
    dropped += bytes;
    if (dropped < COLLECT_BYTES) return;
    dropped = 0;
    collect();
  };
}
