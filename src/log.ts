import { type LogFn, type Logger, pino, stdSerializers } from 'pino';
import type { Env } from './env.ts';
import { isPassing } from './store/outage.ts';

/** The log: JSON lines, or readable ones with LOG_PRETTY, on standard output (1) or standard error (2). */
export function createLog(env: Pick<Env, 'LOG_LEVEL' | 'LOG_PRETTY'>, output: 1 | 2 = 1): Logger {
  const options = {
    level: env.LOG_LEVEL,
    serializers: { err: errorWithoutValues },
    hooks: { logMethod: onceInAnOutage() },
  };
  return env.LOG_PRETTY
    ? pino({ ...options, transport: { target: 'pino-pretty', options: { destination: output } } })
    : pino(options, pino.destination(output));
}

/** Postgres tells in an error's other fields, such as `detail`, the row that it refused: people's addresses among it. */
function errorWithoutValues(error: Error): Record<string, unknown> {
  const { type, message, stack, code } = stdSerializers.err(error);
  return { type, message, stack, code };
}

// Failures that are nearer to each other than this belong to the same outage.
const SAME_OUTAGE = 60_000;

/** While a database is away, everything that asks it fails again and again: of each message the first one is written. */
export function onceInAnOutage() {
  const lastAt = new Map<string, number>();
  return function (this: Logger, args: Parameters<LogFn>, method: LogFn): void {
    const [details, message] = args as [unknown, unknown];
    if (isPassing((details as { err?: unknown } | null)?.err)) {
      // Some say how often they tried, or for how long they wait.
      const [key, now] = [String(message).replaceAll(/\d+(?:\.\d+)?/g, '#'), performance.now()];
      const last = lastAt.get(key) ?? Number.NEGATIVE_INFINITY;
      lastAt.set(key, now);
      if (now - last < SAME_OUTAGE) return;
    }
    method.apply(this, args);
  };
}
