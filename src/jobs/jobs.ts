import { type Queryable, run, sql } from '../store/sql.ts';
import type { Flag } from './places.ts';

/** Runs what was added, and what the schedule brings: each job once across the processes of a database. */
export interface Jobs {
  /** Begins in the background, and goes on whatever becomes of the database. */
  start(handlers: Handlers, schedule: readonly Scheduled[]): void;
  /** Takes no more jobs and ends after those that run; what does not end in time is given back to be run again. */
  stop(): Promise<void>;
}

export type JobPayload = Readonly<Record<string, unknown>>;

export interface JobOptions {
  /** A job that waits with the same key is replaced. */
  key?: string;
  /** Of those that may run, the least goes first; 0 when absent, scheduled ones are ahead of it. */
  priority?: number;
  /** Milliseconds until it may run. */
  delay?: number;
  /** What it needs a place of (places.ts); absent where it always finds one. */
  flags?: readonly Flag[];
  /** How often it is tried, with growing pauses between; 25 times, over three days, when absent. */
  attempts?: number;
}

export interface Attempt {
  number: number;
  last: boolean;
  /** Aborted some seconds after the process was told to stop: the job is run again, here or elsewhere. */
  signal: AbortSignal;
}

/**
 * Rejects to be tried again. A process can die after the work and before it is noted, so whatever a handler does must be
 * good to do twice.
 */
export type Handler = (payload: JobPayload, attempt: Attempt) => Promise<void>;
export type Handlers = Readonly<Record<string, Handler>>;

export interface Scheduled {
  /** Its runs never overlap; one that still waits when the next is due is replaced by it. */
  task: string;
  /** When, as crontab writes it, in UTC. */
  cron: string;
  /** Whether it is run at the start where its time passed, within a day, while no process ran. */
  catchUp: boolean;
}

/** Adds a job, as a part of the transaction where `db` is inside one. */
export async function addJob(
  db: Queryable,
  task: string,
  payload: JobPayload,
  { key, priority, delay, attempts, flags }: JobOptions = {},
): Promise<void> {
  await run(
    db,
    sql`select graphile_worker.add_job(
          ${task}::text,
          payload => ${JSON.stringify(payload)}::json,
          run_at => now() + make_interval(secs => ${(delay ?? 0) / 1000}::float8),
          max_attempts => ${attempts ?? null}::int,
          job_key => ${key ?? null}::text,
          priority => ${priority ?? null}::int,
          flags => ${flags ?? null}::text[])`,
  );
}
