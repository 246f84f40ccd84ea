import { ConfigurationError } from '../env.ts';

/** What the server says at its start where nothing answers at REDIS_URL. */
export const redisUnreachable = (error: unknown): ConfigurationError =>
  new ConfigurationError(
    `Redis cannot be reached at REDIS_URL (${(error as Error).message}): start it there, or unset REDIS_URL if this is the only server of its database.`,
  );
