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

/** Aborted by the first SIGINT or SIGTERM, whose name is the reason; a second one ends the process. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}
