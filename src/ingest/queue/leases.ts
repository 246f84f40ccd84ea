import type { Redis } from 'ioredis';
import { STREAMS, script } from './stream.ts';

const WORKERS = 'pulsegraph:ingest:workers';
const HOLDERS = 'pulsegraph:ingest:holders';
// A worker that is not heard of for so long is taken over. One that only paused finds what it goes on with stored
// already: each batch looks at the project's position under its lock.
const LIFE = 8_000;
/** How often a worker has to make itself heard. */
export const HEARTBEAT = 2_000;

// Workers that are alive share the streams: each takes free ones up to its share, and gives back what is above it.
const SHARE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local share = math.ceil(ARGV[3] / redis.call('ZCARD', KEYS[1]))
local held, free = {}, {}
for stream = 0, ARGV[3] - 1 do
  local holder = redis.call('HGET', KEYS[2], stream)
  if holder == ARGV[1] then
    if #held < share then held[#held + 1] = stream else redis.call('HDEL', KEYS[2], stream) end
  elseif not holder or not redis.call('ZSCORE', KEYS[1], holder) then free[#free + 1] = stream end
end
for _, stream in ipairs(free) do
  if #held < share then
    redis.call('HSET', KEYS[2], stream, ARGV[1])
    held[#held + 1] = stream
  end
end
return held`;

const LEAVE = `
redis.call('ZREM', KEYS[1], ARGV[1])
for stream = 0, ARGV[2] - 1 do
  if redis.call('HGET', KEYS[2], stream) == ARGV[1] then redis.call('HDEL', KEYS[2], stream) end
end`;

/** Which streams a worker reads. */
export interface Leases {
  /** Makes the worker heard; returns the streams that are its own now. */
  renew(): Promise<number[]>;
  /** Leaves its streams to others. */
  leave(): Promise<void>;
}

export function createLeases(redis: Redis, worker: string): Leases {
  const share = script(redis, SHARE, 2);
  const leave = script(redis, LEAVE, 2);
  return {
    renew: async () => (await share(WORKERS, HOLDERS, worker, LIFE, STREAMS)) as number[],
    leave: async () => void (await leave(WORKERS, HOLDERS, worker, STREAMS)),
  };
}
