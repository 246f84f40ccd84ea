import type { TrackedEvent } from './api.ts';

let warned = false;

/** Says in the console, once a page, what its author should know. */
export function warn(message: string | undefined): void {
  if (message && !warned) {
    warned = true;
    console.warn(`Pulsegraph: ${message}`);
  }
}

const write = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));

/** The event as JSON. A field that JSON cannot hold (a circle, a getter that throws) is left out, and the event stays. */
export function serialize(event: TrackedEvent): string {
  for (const field in event) {
    try {
      write(event[field as keyof TrackedEvent]);
    } catch (error) {
      warn(`${field} of ${event.name} left out: ${error}`);
      event[field as keyof TrackedEvent] = undefined as never;
    }
  }
  return write(event);
}
