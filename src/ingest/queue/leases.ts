import type { Redis } from 'ioredis';
import { HOLDERS, STREAMS, script } from './stream.ts';

const WORKERS = 'pulsegraph:ingest:workers';
// A worker that is not heard of for so long is taken over. One that only paused cannot read any more when it goes on:
// reading needs the lease.
const LIFE = 8_000;
/** How often a worker has to make itself heard. */
export const HEARTBEAT = 2_000;

// Workers that are alive share the streams: each takes free ones up to its share, and gives back what is above it. Each
// time a stream is taken its lease is another one, by the clock: whoever had it before can tell.
const SHARE = `#!lua flags=allow-oom
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local share = math.ceil(ARGV[3] / redis.call('ZCARD', KEYS[1]))
local held, free = {}, {}
for stream = 0, ARGV[3] - 1 do
  local lease = redis.call('HGET', KEYS[2], stream)
  local holder = lease and string.match(lease, '^%S+')
  if holder == ARGV[1] then
    if #held < share then held[#held + 1] = {stream, lease} else redis.call('HDEL', KEYS[2], stream) end
  elseif not lease or not redis.call('ZSCORE', KEYS[1], holder) then free[#free + 1] = stream end
end
for _, stream in ipairs(free) do
  if #held < share then
    local lease = ARGV[1] .. ' ' .. time[1] .. '.' .. time[2]
    redis.call('HSET', KEYS[2], stream, lease)
    held[#held + 1] = {stream, lease}
  end
end
return held`;

const LEAVE = `#!lua flags=allow-oom
redis.call('ZREM', KEYS[1], ARGV[1])
for stream = 0, ARGV[2] - 1 do
  local lease = redis.call('HGET', KEYS[2], stream)
  if lease and string.match(lease, '^%S+') == ARGV[1] then redis.call('HDEL', KEYS[2], stream) end
end`;

/** Which streams a worker reads. */
export interface Leases {
  /** Makes the worker heard; returns the streams that are its own now, each with its lease. */
  renew(): Promise<Map<number, string>>;
  /** Leaves its streams to others. */
  leave(): Promise<void>;
}

export function createLeases(redis: Redis, worker: string): Leases {
  const share = script(redis, SHARE, 2);
  const leave = script(redis, LEAVE, 2);
  return {
    renew: async () =>
      new Map((await share(WORKERS, HOLDERS, worker, LIFE, STREAMS)) as [stream: number, lease: string][]),
    leave: async () => void (await leave(WORKERS, HOLDERS, worker, STREAMS)),
  };
}
