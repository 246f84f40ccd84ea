/** Work that survives restarts and runs once across instances. */
export interface Jobs {
  /** Adds a job. One with the `key` of a job that waits takes its place. */
  add(task: string, payload: JobPayload, options?: JobOptions): Promise<void>;
  /** Runs what waits, and what the schedule brings, until it is stopped. */
  start(handlers: Readonly<Record<string, Handler>>, schedule: readonly Scheduled[]): Promise<void>;
  /** Ends after the jobs that run. */
  stop(): Promise<void>;
}

export type JobPayload = Readonly<Record<string, unknown>>;

export interface JobOptions {
  key?: string;
  runAt?: Date;
  /** How often it is tried, with growing pauses between. */
  attempts?: number;
}

/** Rejects to be tried again. */
export type Handler = (payload: JobPayload, attempt: { number: number; last: boolean }) => Promise<void>;

export interface Scheduled {
  task: string;
  /** When, as crontab writes it, in UTC. */
  cron: string;
}
