import { constants } from 'node:os';
import { projectNumber } from './ids.ts';

// What the commands of the command line have in common.

/** The command was called in a way that cannot work: the message says what to change. */
export class UsageError extends Error {}

/** The number of the project that `--project` names. Throws UsageError. */
export function projectIdOf(text: string): number {
  const id = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : projectNumber(text);
  if (id === null)
    throw new UsageError(
      `--project ${text} is not a project's id. Ask for it in GraphiQL: { viewer { projects { id name } } }`,
    );
  return id;
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof STOPS)[number];

/** By the shell's rule for a process that a signal ended. */
export const exitCodeOf = (signal: StopSignal): number => 128 + constants.signals[signal];

// How often a process looks for its parent, in milliseconds.
const WATCH = 500;

/**
 * Calls `stop` for each signal to stop, and as for a SIGTERM when the npm that started this process is gone: npm passes
 * signals on to its shell, which may end alone. SIGHUP is among them: Node takes it from a process that nohup started, too.
 */
export function onStop(stop: (signal: StopSignal) => void): void {
  for (const signal of STOPS) process.on(signal, stop);
  // biome-ignore lint/style/noProcessEnv: npm's, and no configuration of ours.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    // Windows never changes the number of the parent.
    if (process.ppid === parent && isThere(parent)) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, WATCH);
  watch.unref();
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

// npm passes a Ctrl-C on that has arrived already.
const ECHO = 1_000;

/** Aborted by the first signal to stop, whose name is the reason; one that comes a second later ends the process. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  onStop((signal) => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort(signal);
    } else if (performance.now() - first > ECHO) process.exit(exitCodeOf(signal));
  });
  return controller.signal;
}
