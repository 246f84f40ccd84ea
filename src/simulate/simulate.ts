import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, ApiError } from './api.ts';
import { type Batch, paced, packed } from './batches.ts';
import type { Incident } from './incidents.ts';
import type { Progress } from './progress.ts';
import { type Counts, noCounts, type Sender, sendAll } from './send.ts';
import type { Site } from './site.ts';
import { traffic, visitsPerDayFor } from './traffic.ts';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** What is simulated. */
export interface Plan {
  site: Site;
  seed: number;
  timeZone: string;
  /** Days of the past that are sent first, and the mean number of visits on each. */
  backfill: number;
  visitsPerDay: number;
  /** Then for so many seconds, so many events a second as they happen. */
  duration: number;
  rate: number;
  /** What is out of the ordinary in the past. */
  incidents?: readonly Incident[];
}

export interface Surroundings {
  api: Api;
  sender: Sender;
  /** The clock, in milliseconds. */
  now: () => number;
  signal: AbortSignal;
  /** Shows a part of the simulation, `total` milliseconds long, that begins when `before` events are sent. */
  progress: (label: string, total: number, before: number) => Progress;
  /** What is done once the past is there. */
  onPast?: () => Promise<void>;
}

export interface Simulated {
  counts: Counts;
  /** How long it took, in seconds. */
  seconds: number;
  /** Why it ended early; null when it did not, or was interrupted. */
  failure: ApiError | null;
}

/** Sends the past, then the present, as far as the server takes them. */
export async function simulate(plan: Plan, surroundings: Surroundings): Promise<Simulated> {
  const { now, signal } = surroundings;
  const counts = noCounts();
  const startedAt = now();
  let failure: ApiError | null = null;
  try {
    if (plan.backfill > 0) await sendPast(plan, surroundings, counts);
    if (plan.backfill > 0 && !signal.aborted) await surroundings.onPast?.();
    if (plan.duration > 0 && !signal.aborted) await sendPresent(plan, surroundings, counts);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    failure = error;
  }
  return { counts, seconds: (now() - startedAt) / SECOND, failure };
}

async function sendPast(plan: Plan, surroundings: Surroundings, counts: Counts): Promise<void> {
  const to = surroundings.now();
  const from = to - plan.backfill * DAY;
  const { site, seed, timeZone, visitsPerDay, incidents = [] } = plan;
  const events = traffic({ site, seed, timeZone, visitsPerDay, from, to, incidents });
  await send('past', from, to, packed(events), surroundings, counts);
}

async function sendPresent(plan: Plan, surroundings: Surroundings, counts: Counts): Promise<void> {
  const { now, signal } = surroundings;
  const from = now();
  const to = from + plan.duration * SECOND;
  const visitsPerDay = visitsPerDayFor(plan.rate, from, plan);
  const { site, seed, timeZone } = plan;
  const events = traffic({ site, seed, timeZone, visitsPerDay, from, to });
  await send('live', from, to, paced(events, now, waiting(signal), signal), surroundings, counts);
}

async function send(
  label: string,
  from: number,
  to: number,
  batches: Iterable<Batch> | AsyncIterable<Batch>,
  { api, sender, signal, progress }: Surroundings,
  counts: Counts,
): Promise<void> {
  const shown = progress(label, to - from, counts.sent);
  const onAnswer = ({ at }: Batch) => shown.update(at - from, counts);
  try {
    await sendAll(batches, { api, sender, counts, signal, onAnswer, wait: waiting(signal) });
  } finally {
    shown.end();
  }
}

/** Waits for milliseconds, or until the signal aborts. */
function waiting(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    sleep(Math.max(0, milliseconds), undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}
