import { pino } from 'pino';
import { expect, vi } from 'vitest';
import { connectBus } from '../../src/live/bus.ts';
import { graphql } from '../gql/gql.ts';
import type { EventInput } from '../gql/graphql.ts';
import { startServer, type TestServer } from './app.ts';
import { overServerSentEvents, overWebSocket, type Subscribe, type Watch } from './live.ts';
import { createRedis, type TestRedis } from './redis.ts';
import type { Tenant } from './tenant.ts';

export const Tracked = graphql(`
  subscription LiveTracked($project: ID!, $filter: EventFilter) {
    eventTracked(projectId: $project, filter: $filter) { eventId properties }
  }
`);

/** What servers call the database of a pair. */
export const DATABASE = 'pair';

/** Two servers of one database, with a real Redis between them. */
export interface Pair {
  first: TestServer;
  second: TestServer;
  redis: TestRedis;
  close(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const redis = await createRedis();
  await redis.start();
  const bus = () => connectBus({ url: redis.url, database: DATABASE, log: pino({ level: 'silent' }) });
  const first = await startServer({ bus: await bus() });
  const second = await startServer({ bus: await bus(), store: first.app.store, now: first.clock.now });
  return {
    first,
    second,
    redis,
    async close() {
      await second.close();
      await first.close();
      await redis.remove();
    },
  };
}

/** How one can watch, and of which server: the events are sent to the first one. */
export const WAYS: { way: string; of: 'first' | 'second'; subscribe: Subscribe }[] = [
  { way: 'graphql-ws', of: 'first', subscribe: overWebSocket },
  { way: 'server-sent events', of: 'first', subscribe: overServerSentEvents },
  { way: 'graphql-ws of another server', of: 'second', subscribe: overWebSocket },
];

export const Stats = graphql(`
  subscription LiveStats(
    $project: ID!
    $range: RangeInput
    $filter: EventFilter
    $timeZone: TimeZone
    $compare: Comparison
    $throttle: Duration
  ) {
    stats(
      projectId: $project
      range: $range
      filter: $filter
      timeZone: $timeZone
      compare: $compare
      throttle: $throttle
    ) { totals { events visits visitors } }
  }
`);

const Track = graphql(`
  mutation LiveTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates rejected { message } }
  }
`);

/** Waits for something to hold. */
export const until = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });

/** Waits until the server has so many subscribers. */
export const subscribers = (server: TestServer, count: number): Promise<unknown> =>
  until(() => expect(server.app.hub.size()).toBe(count));

/** The ids of the events that a subscriber of `Tracked` has received. */
export const idsOf = ({ received }: Watch<{ eventTracked: { eventId: string } }>): (string | undefined)[] =>
  received.map(({ data }) => data?.eventTracked.eventId);

/** Events named by their ids; without times, so that only their order in the request tells them apart. */
export const named = (...ids: string[]): EventInput[] =>
  ids.map((id) => ({ id, name: 'step', visitorId: 'ada' }));

/** The numbers from 0, as ids. */
export const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i}`);

/** Sends events with the write key; resolves when they are stored. */
export async function track(server: TestServer, { writeKey }: Tenant, events: EventInput[]) {
  return (await server.get(Track, { input: { writeKey, events } })).trackEvents;
}

/** Stores `count` events, named by number, in requests that arrive together and share commits. */
export async function trackMany(
  server: TestServer,
  tenant: Tenant,
  count: number,
  properties: Record<string, unknown> = {},
): Promise<void> {
  const events = named(...numbers(count)).map((event) => ({ ...event, properties }));
  const requests = [];
  while (events.length > 0) requests.push(track(server, tenant, events.splice(0, 200)));
  await Promise.all(requests);
}
