import type { EventType } from '../store/generated/client/enums.ts';

// A visit's events beside its summary, so that statistics of paths, names and times need not read events: 16 bytes
// each, four big-endian integers: milliseconds since the visit's start; name, negative for pageviews; path; hostname
// (0 for none). They stand in the order of (timestamp, received_at, id).
export const STEP_BYTES = 16;

/**
 * A visit of more events has no steps and is read from events: a service that sends all day as one visitor would else
 * rewrite an ever longer row with each batch.
 */
export const MAX_STEPS = 1_000;

/** What a step holds of an event; numbers refer to terms, `at` is in milliseconds since 1970. */
export interface StepEvent {
  at: number;
  type: EventType;
  name: number;
  path: number | null;
  hostname: number | null;
}

/** The steps of a visit's events, which stand in order; null past MAX_STEPS. */
export function encodeSteps(startedAt: number, events: readonly StepEvent[]): Buffer | null {
  if (events.length > MAX_STEPS) return null;
  const steps = Buffer.allocUnsafe(events.length * STEP_BYTES);
  let offset = 0;
  for (const { at, type, name, path, hostname } of events) {
    offset = steps.writeInt32BE(at - startedAt, offset);
    offset = steps.writeInt32BE(type === 'PAGEVIEW' ? -name : name, offset);
    offset = steps.writeInt32BE(path ?? 0, offset);
    offset = steps.writeInt32BE(hostname ?? 0, offset);
  }
  return steps;
}

/** Steps with those of more events put in by time; none of them may happen at the very time of a step that is there. */
export function mergeSteps(startedAt: number, steps: Buffer, events: readonly StepEvent[]): Buffer | null {
  const added = encodeSteps(startedAt, events);
  if (added === null || (steps.length + added.length) / STEP_BYTES > MAX_STEPS) return null;
  const merged = Buffer.allocUnsafe(steps.length + added.length);
  let [from, out] = [0, 0];
  for (let next = 0; next < added.length; next += STEP_BYTES) {
    const at = added.readInt32BE(next);
    let until = from;
    while (until < steps.length && steps.readInt32BE(until) < at) until += STEP_BYTES;
    out += steps.copy(merged, out, from, until);
    out += added.copy(merged, out, next, next + STEP_BYTES);
    from = until;
  }
  steps.copy(merged, out, from);
  return merged;
}

/** Whether an event happens at this many milliseconds after the visit's start. */
export function hasStepAt(steps: Buffer, offset: number): boolean {
  for (let step = 0; step < steps.length; step += STEP_BYTES) {
    if (steps.readInt32BE(step) === offset) return true;
  }
  return false;
}
