import type { TrackedEvent } from './api.ts';

let warned = false;

/** Says in the console, once a page, what its author should know. */
export function warn(message: string | undefined): void {
  if (message && !warned) {
    warned = true;
    console.warn(`Pulsegraph: ${message}`);
  }
}

/** The event as JSON. Properties that JSON cannot hold (a circle, a getter that throws) are left out, and the event stays. */
export function serialize(event: TrackedEvent): string {
  const write = () => JSON.stringify(event, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  try {
    return write();
  } catch (error) {
    warn(`properties of ${event.name} were left out: ${error}`);
    event.properties = undefined;
    return write();
  }
}
