import { once } from 'node:events';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

const SLOWEST_RETRY = 2_000;
// A Redis that is asked and says nothing for so long is as good as away: what waits for it is told so, and its connection
// is made anew, or requests to a Redis that hangs would pile up in this process.
const PATIENCE = 5_000;

/**
 * A connection to Redis for the queue. It is made anew for as long as it takes; meanwhile commands fail at once, and
 * whoever sent them says or does what is right then.
 */
export function connectQueue(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    connectTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    retryStrategy: (attempts) => Math.min(attempts * 100, SLOWEST_RETRY),
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

/** Resolves when commands can be sent; rejects when `signal` is aborted before. */
export async function whenReady(redis: Redis, signal: AbortSignal): Promise<void> {
  while (redis.status !== 'ready') await once(redis, 'ready', { signal });
}
