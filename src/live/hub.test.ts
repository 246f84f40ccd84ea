import { print } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { startServer, type TestServer } from '../../tests/support/app.ts';
import { createTenant, type Tenant } from '../../tests/support/tenant.ts';
import {
  named,
  numbers,
  subscribers,
  Tracked,
  track,
  trackMany,
  until,
} from '../../tests/support/watching.ts';
import type { EventFilter } from '../stats/filter.ts';
import { createOutage } from '../store/outage.ts';
import { createHub } from './hub.ts';

let server: TestServer;
let tenant: Tenant;
let projectId: number;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await createTenant(server);
  projectId = Number(Buffer.from(tenant.projectId, 'base64').toString().replace('Project:', ''));
});
afterEach(() => subscribers(server, 0));

/** Begins to read, as whoever subscribes does, and goes on when asked. */
function read(filter: EventFilter | null = null) {
  const events = server.app.hub.events(projectId, filter)[Symbol.asyncIterator]();
  onTestFinished(() => void events.return?.());
  let next = events.next();
  return {
    async take(count: number): Promise<string[]> {
      const ids: string[] = [];
      while (ids.length < count) {
        ids.push((await next).value.eventId);
        next = events.next();
      }
      return ids;
    },
    leave: () => events.return?.(),
  };
}

const readsEvents = (text: unknown) => typeof text === 'string' && text.includes('k (timestamp, id)');

/** Counts from now on the statements that read events for subscribers. */
function countStatements(): () => number {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => query.mockRestore());
  return () => query.mock.calls.filter(([text]) => readsEvents(text)).length;
}

const allStatementsEnded = () => {
  const { pool } = server.app.store;
  return until(() => expect(pool.idleCount).toBe(pool.totalCount));
};

it('asks once for all subscribers of one filter, whoever of them leaves', async () => {
  const step = { name: { eq: 'step' } };
  const [one, two] = [read(step), read(step)];
  const other = read({ name: { eq: 'other' } });
  const statements = countStatements();
  await track(server, tenant, named('first', 'second'));
  expect(await one.take(2)).toEqual(['first', 'second']);
  expect(await two.take(2)).toEqual(['first', 'second']);
  await allStatementsEnded();
  // Not for the other filter: its events have another name.
  expect(statements()).toBe(1);
  await one.leave();
  await track(server, tenant, named('third'));
  expect(await two.take(1)).toEqual(['third']);
  await two.leave();
  await other.leave();
});

it('keeps a burst, as keys, for its only reader, who comes late', async () => {
  const statements = countStatements();
  const reader = read();
  await trackMany(server, tenant, 3_000);
  await allStatementsEnded();
  expect(statements()).toBeLessThan(5);
  expect(new Set(await reader.take(3_000))).toEqual(new Set(numbers(3_000)));
  await reader.leave();
});

it('drops the oldest for a reader who falls a thousand behind the others', async () => {
  const [slow, quick] = [read(), read()];
  await trackMany(server, tenant, 2_500);
  const sent = await quick.take(2_500);
  // The first one was asked for before it was there.
  expect(await slow.take(1_001)).toEqual([sent[0], ...sent.slice(-1_000)]);
  await slow.leave();
  await quick.leave();
});

it('sends a newcomer nothing that waits for those who came before', async () => {
  const late = read();
  await trackMany(server, tenant, 2_000);
  const newcomer = read();
  await track(server, tenant, named('new'));
  expect(await newcomer.take(1)).toEqual(['new']);
  await late.leave();
  await newcomer.leave();
});

it('goes on after a statement that failed', async () => {
  const { query } = pg.Client.prototype;
  let failures = 0;
  const broken = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    if (readsEvents(args[0]) && failures++ === 0) return Promise.reject(new Error('the connection broke'));
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query);
  onTestFinished(() => broken.mockRestore());
  const reader = read();
  await track(server, tenant, named('lost'));
  await track(server, tenant, named('kept'));
  expect(await reader.take(1)).toEqual(['kept']);
  await reader.leave();
});

it('has subscribed whoever sees the head of a response with server-sent events', async () => {
  const abort = new AbortController();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${tenant.token}`,
    },
    body: JSON.stringify({ query: print(Tracked), variables: { project: tenant.projectId } }),
    signal: abort.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(server.app.hub.size()).toBe(1);
  abort.abort();
});

it('counts nobody who leaves before the first event was asked for', async () => {
  await server.app.hub.events(projectId, null)[Symbol.asyncIterator]().return?.();
  expect(server.app.hub.size()).toBe(0);
});

it('ends every subscription when it is closed, and later ones at once', async () => {
  const log = pino({ level: 'silent' });
  const hub = createHub({ ...server.app, log, outage: createOutage(log), context: () => ({}) as never });
  const pending = hub.events(projectId, null)[Symbol.asyncIterator]().next();
  expect(hub.size()).toBe(1);
  hub.close();
  const end = { done: true, value: undefined };
  expect(await pending).toEqual(end);
  expect(await hub.events(projectId, null)[Symbol.asyncIterator]().next()).toEqual(end);
  expect(hub.size()).toBe(0);
});
