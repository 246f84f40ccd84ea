import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ConfigurationError, type Env } from '../../env.ts';
import { redisUnreachable } from '../../store/redis.ts';
import { whyNotDurable } from './durability.ts';
import { openQueue, type Queue } from './queue.ts';

/**
 * The queue that REDIS_URL stands for; null where this process stores events itself. A Redis that could lose events is
 * used for all else. ConfigurationError where the role needs a queue and there is none.
 */
export async function queueOf(env: Env, log: Logger): Promise<Queue | null> {
  const { REDIS_URL: url, ROLE: role, QUEUE_MAX_EVENTS: maxEvents } = env;
  if (!url) {
    if (role === 'all') return null;
    throw new ConfigurationError(
      `ROLE=${role} needs REDIS_URL: events go from api to worker processes through Redis.`,
    );
  }
  const reason = await inspected(url, whyNotDurable);
  if (reason === null) return openQueue({ url, maxEvents, log });
  if (role !== 'all') {
    throw new ConfigurationError(
      `The Redis at REDIS_URL cannot hold events for ROLE=${role}: ${reason}, or run ROLE=all, which stores events itself.`,
    );
  }
  log.warn(`Redis carries answers and news only, and this process stores events itself: ${reason}`);
  return null;
}

async function inspected<T>(url: string, look: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await look(redis);
  } catch (error) {
    throw redisUnreachable(error);
  } finally {
    redis.disconnect();
  }
}
