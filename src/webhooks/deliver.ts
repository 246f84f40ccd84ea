import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Attempt, JobPayload } from '../jobs/jobs.ts';
import type { Queryable } from '../store/sql.ts';
import { nextPause } from './retry.ts';
import { send } from './send.ts';
import { signedHeaders } from './sign.ts';
import {
  type AttemptRow,
  addAttempt,
  addAttemptJob,
  type DueDelivery,
  deleteDeliveries,
  disable,
  noteFailure,
  noteSuccess,
  readDue,
  setStatus,
} from './sql.ts';

const DAY = 24 * 60 * 60_000;
/** How long a webhook may fail before a message that is given up disables it. */
export const LONGEST_FAILING = 5 * DAY;
/** How long messages are kept. */
export const KEPT = 30 * DAY;

const GONE = 410;
const payload = z.object({ id: z.string() });

type Serving = Pick<Services, 'store' | 'now' | 'config'>;

/** Sends a message once, notes what came of it, and adds the job of the next attempt where there is one. */
export async function deliver(
  { store, now, config }: Serving,
  job: JobPayload,
  { signal }: Attempt,
): Promise<void> {
  const due = await readDue(store.pool, payload.parse(job).id);
  if (!due) return;
  const at = new Date(now());
  if (!due.enabled) return store.transaction((client) => giveUp(client, due, at));
  const body = JSON.stringify(due.payload);
  const headers = signedHeaders(due, { id: due.id, body, at });
  const message = { url: new URL(due.url), headers, body };
  const started = performance.now();
  const { retryAfter, ...outcome } = await send(message, config.webhooks, signal);
  const milliseconds = Math.round(performance.now() - started);
  const attempt = { at: at.toISOString(), ...outcome, milliseconds };
  const pauseAfter = (tries: number) => nextPause(config.webhooks.pauses, tries, retryAfter);
  await store.transaction((client) => settle(client, due, attempt, pauseAfter));
}

async function giveUp(db: Queryable, { id }: DueDelivery, at: Date): Promise<void> {
  const error = 'Not sent: the webhook is disabled.';
  await addAttempt(db, id, { at: at.toISOString(), status: null, error, response: null, milliseconds: 0 });
  await setStatus(db, id, 'FAILED');
}

/** Notes an attempt and what follows from it. */
async function settle(
  db: Queryable,
  { id, webhookId }: DueDelivery,
  attempt: AttemptRow,
  pauseAfter: (tries: number) => number | null,
): Promise<void> {
  const tries = await addAttempt(db, id, attempt);
  if (tries === null) return;
  if (attempt.error === null) {
    await setStatus(db, id, 'DELIVERED');
    return noteSuccess(db, webhookId);
  }
  const at = new Date(attempt.at);
  const failingSince = await noteFailure(db, webhookId, at);
  const pause = attempt.status === GONE ? null : pauseAfter(tries);
  if (pause !== null) return addAttemptJob(db, id, { delay: pause, priority: 1 });
  await setStatus(db, id, 'FAILED');
  if (attempt.status === GONE) return disable(db, webhookId, 'The receiver answered 410 Gone.');
  if (at.getTime() - failingSince.getTime() < LONGEST_FAILING) return;
  await disable(
    db,
    webhookId,
    `Nothing could be delivered since ${failingSince.toISOString()}; at last: ${attempt.error}`,
  );
}

/** Forgets old messages. */
export async function forgetDeliveries({ store, now }: Serving): Promise<void> {
  await deleteDeliveries(store.pool, new Date(now() - KEPT));
}
