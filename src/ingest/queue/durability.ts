import type { Redis } from 'ioredis';

/**
 * Why this Redis must not hold events, in words; null where it may: what it acknowledges it has to write to disk, and
 * it must not throw away what nobody has read. https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
 */
export async function whyNotDurable(redis: Redis): Promise<string | null> {
  const [persistence, memory] = await Promise.all([redis.info('persistence'), redis.info('memory')]);
  if (lineOf(persistence, 'aof_enabled') !== '1') {
    return 'it has no append-only file, so a restart would lose events: set `appendonly yes`';
  }
  const policy = lineOf(memory, 'maxmemory_policy');
  if (policy !== 'noeviction') {
    return `it throws keys away when memory is short (maxmemory-policy ${policy}), events among them: set \`maxmemory-policy noeviction\``;
  }
  return null;
}

/** A line of INFO, which every user may read where CONFIG is not allowed. */
const lineOf = (info: string, name: string): string | null =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? null;
