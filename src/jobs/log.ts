import type { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';

/**
 * Brings what graphile-worker says into the log, one level lower: it tells of every job. Without the payloads that come with
 * it, without failures of jobs, which the handlers' own errors tell better, and without the advice on the number of connections.
 */
export function workerLogger(Log: typeof WorkerLogger, log: Logger): WorkerLogger {
  return new Log(() => (level, message, meta) => {
    if (meta?.failure || meta?.concurrency) return;
    if (level === 'error' || level === 'warning') log.warn({ err: meta?.error }, `jobs: ${message}`);
    else log.debug(`jobs: ${message}`);
  });
}
