import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { minuteOf } from '../counts.sql.ts';
import type { PreparedEvent } from '../event.ts';
import { type BotEvent, type Parcel, sizeOf } from '../parcel.ts';

// The queue: streams in Redis, each written by every API process and read by one worker at a time. A project's parcels
// are all in one stream, so they are stored in the order in which they were acknowledged.

/** How many streams: as many workers can share the work. Changing it needs an empty queue. */
export const STREAMS = 16;
export const GROUP = 'writers';

export const streamOf = (projectId: number): number => projectId % STREAMS;
export const streamKey = (stream: number): string => `pulsegraph:ingest:${stream}`;
/** By message id: project, events and minute, so that what waits can be counted without reading it. */
export const waitingKey = (stream: number): string => `pulsegraph:ingest:${stream}:waiting`;
/** By project: how many events wait. */
export const heldKey = (stream: number): string => `pulsegraph:ingest:${stream}:held`;
/** By stream: how many events wait. */
export const BACKLOG = 'pulsegraph:ingest:backlog';
/** Tells this queue from one that was there before and lost: message ids of another mean nothing. */
export const IDENTITY = 'pulsegraph:ingest:identity';
/** By stream: the lease of the worker that reads it. */
export const HOLDERS = 'pulsegraph:ingest:holders';
/** Where workers hear of messages: a stream's number. */
export const BELL = 'pulsegraph:ingest:bell';

/** A script that Redis runs as one step. */
export function script(redis: Redis, lua: string, keys: number) {
  const sha = createHash('sha1').update(lua).digest('hex');
  return async (...values: (string | number)[]): Promise<unknown> => {
    try {
      return await redis.evalsha(sha, keys, ...values);
    } catch (error) {
      if (!String((error as Error).message).startsWith('NOSCRIPT')) throw error;
      return redis.eval(lua, keys, ...values);
    }
  };
}

// What empties the queue may run when Redis has no memory left (allow-oom), and what fills it may not.

/**
 * Keys: stream, waiting, backlog, identity, held. Values: stream, most events, what stays free for each event of a project
 * (room.ts), project, events, note, parcel, an identity for a queue that has none. Nothing where the stream is full,
 * or has no room for more of the project.
 */
export const ADD = `
local events = tonumber(ARGV[5])
local left = tonumber(ARGV[2]) - tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0') - events
local held = tonumber(redis.call('HGET', KEYS[5], ARGV[4]) or '0')
if left < 0 or (held > 0 and (held + events) * tonumber(ARGV[3]) > left) then return false end
redis.call('SET', KEYS[4], ARGV[8], 'NX')
local id = redis.call('XADD', KEYS[1], '*', 'parcel', ARGV[7])
redis.call('HSET', KEYS[2], id, ARGV[6])
redis.call('HINCRBY', KEYS[3], ARGV[1], events)
redis.call('HINCRBY', KEYS[5], ARGV[4], events)
redis.call('PUBLISH', '${BELL}', ARGV[1])
return id`;

/** Does nothing, and fails as what fills the queue does when Redis has no memory left. */
export const FILL = '#!lua\nreturn 1';

/**
 * Messages that nobody was given yet: {identity, messages}. Nothing where the lease is another's: in one step with the
 * reading, or a worker that paused in between would read past what the next one has not stored.
 * Keys: holders, identity, stream. Values: stream, lease, group, worker, most messages, and characters
 * past which it stops: a few messages more is all that it reads.
 */
export const READ = `#!lua flags=allow-oom
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return false end
local most, room = tonumber(ARGV[5]), tonumber(ARGV[6])
local messages, size = {}, 0
while #messages < most and size < room do
  local count = math.min(8, most - #messages)
  local reply = redis.call('XREADGROUP', 'GROUP', ARGV[3], ARGV[4], 'COUNT', count, 'STREAMS', KEYS[3], '>')
  if not reply then break end
  for _, message in ipairs(reply[1][2]) do
    messages[#messages + 1] = message
    size = size + #message[2][2]
  end
end
return {redis.call('GET', KEYS[2]), messages}`;

/**
 * Messages that were given to somebody and are not done: {identity, messages, where to go on}. Workers that have none
 * any more are forgotten. Keys: stream, identity. Values: group, worker, where to begin, most messages.
 */
export const CLAIM = `#!lua flags=allow-oom
local made = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0', 'MKSTREAM')
if made.err and not string.find(made.err, 'BUSYGROUP', 1, true) then return made end
local claimed = redis.call('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[3], 'COUNT', ARGV[4])
for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local name, pending = consumer[2], consumer[4]
  if name ~= ARGV[2] and pending == 0 then redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], name) end
end
return {redis.call('GET', KEYS[2]), claimed[2], claimed[1]}`;

/** Keys: stream, waiting, backlog, held. Values: stream, group, message ids. What is done twice counts once. */
export const DONE = `#!lua flags=allow-oom
for i = 3, #ARGV do
  redis.call('XACK', KEYS[1], ARGV[2], ARGV[i])
  redis.call('XDEL', KEYS[1], ARGV[i])
  local note = redis.call('HGET', KEYS[2], ARGV[i])
  if note then
    local project, events = string.match(note, '^(%d+) (%d+)')
    redis.call('HDEL', KEYS[2], ARGV[i])
    redis.call('HINCRBY', KEYS[3], ARGV[1], -tonumber(events))
    if redis.call('HINCRBY', KEYS[4], project, -tonumber(events)) <= 0 then redis.call('HDEL', KEYS[4], project) end
  end
end
if redis.call('XLEN', KEYS[1]) == 0 then
  redis.call('DEL', KEYS[2], KEYS[4])
  redis.call('HSET', KEYS[3], ARGV[1], 0)
end`;

/** The note of a parcel among what waits. */
export const noteOf = (parcel: Parcel): string =>
  `${parcel.projectId} ${sizeOf(parcel)} ${minuteOf(parcel.receivedAt)}`;

const object = z.custom<object>((value) => typeof value === 'object' && value !== null);
const parcelSchema = z.object({
  projectId: z.number().int(),
  receivedAt: z.number(),
  events: z.array(object as z.ZodType<PreparedEvent>),
  bots: z.array(
    z.object({ event: object, userAgent: z.string().nullable() }) as unknown as z.ZodType<BotEvent>,
  ),
  rejected: z.number().int(),
  blocked: z.number().int().optional(),
});

/** The parcel of a message; throws where it is none. What is in its events is checked as it is stored. */
export const parseParcel = (text: string): Parcel => parcelSchema.parse(JSON.parse(text));

/** How far a project's messages are stored: the queue's identity, and the last message's id. */
export const positionOf = (queue: string, message: string): string => `${queue} ${message}`;

/** Whether a message is at or before a position; not where that is of another queue, or none. */
export function isStored(queue: string, message: string, position: string | null): boolean {
  const [of, last] = position?.split(' ') ?? [];
  return of === queue && last !== undefined && compareIds(message, last) <= 0;
}

/** The order of message ids: milliseconds, then a number within them. */
export function compareIds(a: string, b: string): number {
  const [aTime = 0, aNumber = 0] = a.split('-').map(Number);
  const [bTime = 0, bNumber = 0] = b.split('-').map(Number);
  return aTime - bTime || aNumber - bNumber;
}
