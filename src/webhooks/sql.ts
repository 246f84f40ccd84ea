import { z } from 'zod';
import { addJob, type JobOptions } from '../jobs/jobs.ts';
import { type Flag, ofOrganization } from '../jobs/places.ts';
import { type Queryable, rows, run, sql } from '../store/sql.ts';

/** The task that sends a message. */
export const DELIVERY = 'webhook-delivery';

// Sent again by hand over and over, a message keeps its latest attempts.
const ATTEMPTS_KEPT = 50;

/** What a webhook is told: the body of every attempt. */
export interface Message {
  type: 'insight.generated' | 'threshold.passed' | 'threshold.recovered' | 'webhook.test';
  /** When it came about. */
  timestamp: Date;
  data: Record<string, unknown>;
}

/** One attempt to deliver a message, as it is kept. */
export const attemptRow = z.object({
  at: z.iso.datetime(),
  status: z.number().nullable(),
  error: z.string().nullable(),
  response: z.string().nullable(),
  milliseconds: z.number(),
});
export type AttemptRow = z.output<typeof attemptRow>;

const idRow = z.object({ id: z.string() });

/** Adds a message and the job that sends it; returns the delivery's id. */
export async function addDelivery(
  db: Queryable,
  webhookId: string,
  { type, timestamp, data }: Message,
): Promise<string> {
  const payload = JSON.stringify({ type, timestamp: timestamp.toISOString(), data });
  const [row] = await rows(
    db,
    idRow,
    sql`insert into webhook_deliveries (webhook_id, type, payload, created_at)
        values (${webhookId}::uuid, ${type}, ${payload}::jsonb, ${timestamp}) returning id`,
  );
  if (!row) throw new Error('a delivery was not stored');
  await addAttemptJob(db, row.id);
  return row.id;
}

const receiverRow = z.object({ organizationId: z.string(), failing: z.boolean() });

/** Adds the job of a message's next attempt, with what it needs a place of. */
export async function addAttemptJob(
  db: Queryable,
  id: string,
  options: Pick<JobOptions, 'delay' | 'priority'> = {},
): Promise<void> {
  const [receiver] = await rows(
    db,
    receiverRow,
    sql`select p.organization_id as "organizationId", w.failing_since is not null as failing
        from webhook_deliveries d join webhooks w on w.id = d.webhook_id join projects p on p.id = w.project_id
        where d.id = ${id}::uuid`,
  );
  if (!receiver) return;
  const kinds: Flag[] = receiver.failing ? ['webhooks', 'failing webhooks'] : ['webhooks'];
  const flags = [...kinds, ofOrganization(receiver.organizationId)];
  await addJob(db, DELIVERY, { id }, { ...options, key: id, flags });
}

/**
 * Begins anew with a message that was sent before, as a part of a transaction: as many attempts, the first one now. An attempt
 * that is under way goes on alone, so that two do not decide together what becomes of the message.
 */
export async function sendAgain(db: Queryable, id: string): Promise<'begun' | 'under way' | 'gone'> {
  const [found] = await rows(
    db,
    z.object({ pending: z.boolean() }),
    sql`select status = 'PENDING' as pending from webhook_deliveries where id = ${id}::uuid for update`,
  );
  if (!found) return 'gone';
  // Once its attempt is noted, a job has nothing left to do but to end.
  if (found.pending && !(await holdJob(db, id))) return 'under way';
  await run(db, sql`update webhook_deliveries set status = 'PENDING', tries = 0 where id = ${id}::uuid`);
  await addAttemptJob(db, id);
  return 'begun';
}

/** Keeps a message's job, where there is one, from being begun until the transaction ends; false when it was begun already. */
async function holdJob(db: Queryable, id: string): Promise<boolean> {
  const found = await rows(
    db,
    z.object({ held: z.boolean() }),
    // It updates the job, with what it is, unless somebody runs it.
    sql`select r.id is not null as held
        from graphile_worker.jobs j left join lateral graphile_worker.reschedule_jobs(array[j.id]) r on true
        where j.key = ${id}`,
  );
  return found.every(({ held }) => held);
}

const dueRow = z.object({
  id: z.string(),
  payload: z.record(z.string(), z.json()),
  webhookId: z.string(),
  url: z.string(),
  secret: z.string(),
  previousSecret: z.string().nullable(),
  previousUntil: z.date().nullable(),
  enabled: z.boolean(),
});
export type DueDelivery = z.output<typeof dueRow>;

/** A message that waits to be sent; null when it was sent or given up meanwhile, or its webhook is gone. */
export async function readDue(db: Queryable, id: string): Promise<DueDelivery | null> {
  const [due] = await rows(
    db,
    dueRow,
    sql`select d.id, d.payload, w.id as "webhookId", w.url, w.secret, w.previous_secret as "previousSecret",
          w.previous_until as "previousUntil", w.enabled
        from webhook_deliveries d join webhooks w on w.id = d.webhook_id
        where d.id = ${id}::uuid and d.status = 'PENDING'`,
  );
  return due ?? null;
}

/** Notes an attempt; returns how many there were since the message was (last) sent, null when it is gone. */
export async function addAttempt(db: Queryable, id: string, attempt: AttemptRow): Promise<number | null> {
  const [row] = await rows(
    db,
    z.object({ tries: z.number() }),
    sql`update webhook_deliveries set tries = tries + 1,
          attempts = (case when jsonb_array_length(attempts) < ${ATTEMPTS_KEPT} then attempts else attempts - 0 end)
            || ${JSON.stringify([attempt])}::jsonb
        where id = ${id}::uuid returning tries`,
  );
  return row?.tries ?? null;
}

/** What became of a message in the end. */
export async function setStatus(db: Queryable, id: string, status: 'DELIVERED' | 'FAILED'): Promise<void> {
  await run(
    db,
    sql`update webhook_deliveries set status = ${status}::delivery_status where id = ${id}::uuid`,
  );
}

export async function noteSuccess(db: Queryable, webhookId: string): Promise<void> {
  await run(
    db,
    sql`update webhooks set failing_since = null where id = ${webhookId}::uuid and failing_since is not null`,
  );
}

/** Notes that the webhook fails; returns since when. */
export async function noteFailure(db: Queryable, webhookId: string, at: Date): Promise<Date> {
  const [row] = await rows(
    db,
    z.object({ since: z.date() }),
    sql`update webhooks set failing_since = coalesce(failing_since, ${at}::timestamptz)
        where id = ${webhookId}::uuid returning failing_since as since`,
  );
  return row?.since ?? at;
}

export async function disable(db: Queryable, webhookId: string, reason: string): Promise<void> {
  await run(
    db,
    sql`update webhooks set enabled = false, disabled_reason = ${reason} where id = ${webhookId}::uuid`,
  );
}

// Few enough rows, of some kilobytes each, that a statement ends within seconds.
const CHUNK = 5_000;

/** Forgets the messages from before, in as many statements as it takes. */
export async function deleteDeliveries(db: Queryable, before: Date, chunk = CHUNK): Promise<void> {
  // As an array: for IN the planner reads the whole table, piece after piece.
  const statement = sql`
    delete from webhook_deliveries where id = any(array(
      select id from webhook_deliveries where created_at < ${before} order by created_at limit ${chunk}))`;
  while ((await run(db, statement)) > 0);
}

const insightRow = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  content: z.string(),
  evidence: z.json(),
  model: z.string().nullable(),
  metadata: z.json(),
  periodStart: z.date(),
  periodEnd: z.date(),
  generatedAt: z.date(),
});

/** The enabled webhooks of a project that want insights of this type. */
export async function webhooksFor(db: Queryable, projectId: number, type: string): Promise<string[]> {
  const found = await rows(
    db,
    idRow,
    sql`select id from webhooks
        where project_id = ${projectId} and enabled and ${type}::insight_type = any(insight_types)`,
  );
  return found.map(({ id }) => id);
}

/** An insight of a project, as it is told. */
export async function readInsight(db: Queryable, projectId: number, id: string) {
  const [insight] = await rows(
    db,
    insightRow,
    sql`select id, type::text, title, content, evidence, model, metadata, period_start as "periodStart",
          period_end as "periodEnd", generated_at as "generatedAt"
        from insights where project_id = ${projectId} and id = ${id}::uuid`,
  );
  return insight ?? null;
}
