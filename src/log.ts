import { type Logger, pino, stdSerializers } from 'pino';
import type { Env } from './env.ts';

/** The log: JSON lines, or readable ones with LOG_PRETTY, on standard output (1) or standard error (2). */
export function createLog(env: Pick<Env, 'LOG_LEVEL' | 'LOG_PRETTY'>, output: 1 | 2 = 1): Logger {
  const options = { level: env.LOG_LEVEL, serializers: { err: errorWithoutValues } };
  return env.LOG_PRETTY
    ? pino({ ...options, transport: { target: 'pino-pretty', options: { destination: output } } })
    : pino(options, pino.destination(output));
}

/** Postgres tells in an error's other fields, such as `detail`, the row that it refused: people's addresses among it. */
function errorWithoutValues(error: Error): Record<string, unknown> {
  const { type, message, stack, code } = stdSerializers.err(error);
  return { type, message, stack, code };
}
