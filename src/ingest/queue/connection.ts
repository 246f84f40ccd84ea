import { Redis } from 'ioredis';
import type { Logger } from 'pino';

const SLOWEST_RETRY = 2_000;

/**
 * A connection to Redis for the queue. It is made anew for as long as it takes; meanwhile commands fail at once, and
 * whoever sent them says or does what is right then.
 */
export function connectQueue(url: string, log: Logger, options: { commandTimeout?: number } = {}): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: 5_000,
    retryStrategy: (attempts) => Math.min(attempts * 100, SLOWEST_RETRY),
    ...options,
  });
  let lost = false;
  redis.on('ready', () => {
    lost = false;
  });
  redis.on('error', (error) => {
    if (!lost) log.warn({ err: error }, 'the queue cannot reach Redis; it tries again');
    lost = true;
  });
  return redis;
}
