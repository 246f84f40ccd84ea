import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// A write key that is rotated: the former one ends after its grace, for every way of sending and on every server.

const Rotate = graphql(`
  mutation WriteKeysRotate($input: RotateWriteKeyInput!) {
    rotateWriteKey(input: $input) { project { writeKey previousWriteKey { key endsAt } } }
  }
`);
const Keys = graphql(`
  query WriteKeys($project: ID!) { project(id: $project) { writeKey previousWriteKey { key endsAt } } }
`);

const HOUR = 3_600_000;
const WITHIN = 7_000;

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  server.clock.set('2026-11-21T12:00:00Z');
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const rotate = async (graceHours?: number) => {
  const input = { projectId: tenant.projectId, ...(graceHours === undefined ? {} : { graceHours }) };
  return (await server.get(Rotate, { input }, tenant.token)).rotateWriteKey.project;
};
/** The statuses of REST and Segment. */
const statuses = async (writeKey: string, url = server.url) => {
  const post = async (path: string, body: object) =>
    (await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })).status;
  return [
    await post('/api/events', { writeKey, events: [{ name: 'a' }] }),
    await post('/v1/track', { writeKey, userId: 'u', event: 'a' }),
  ];
};

it('serves beside the new one for 24 hours, then no more', async () => {
  const former = tenant.writeKey;
  expect(await statuses(former)).toEqual([202, 200]);
  const { writeKey, previousWriteKey } = await rotate();
  expect(writeKey).not.toBe(former);
  expect(previousWriteKey).toEqual({ key: former, endsAt: '2026-11-22T12:00:00.000Z' });
  expect(await statuses(former)).toEqual([202, 200]);
  expect(await statuses(writeKey)).toEqual([202, 200]);

  server.clock.pass(24 * HOUR);
  expect(await statuses(former)).toEqual([401, 401]);
  expect(await statuses(writeKey)).toEqual([202, 200]);
});

it('ends at once without a grace, also the one before it', async () => {
  const first = tenant.writeKey;
  const { writeKey: second } = await rotate(1);
  expect(await statuses(first)).toEqual([202, 200]);
  const { writeKey: third, previousWriteKey } = await rotate(0);
  expect(previousWriteKey).toBeNull();
  for (const ended of [first, second]) expect(await statuses(ended)).toEqual([401, 401]);
  expect(await statuses(third)).toEqual([202, 200]);
  expect((await server.get(Keys, { project: tenant.projectId }, tenant.token)).project).toEqual({
    writeKey: third,
    previousWriteKey: null,
  });
});

it('ends within seconds on the other servers, which had it in their caches', async () => {
  const other = createApp({
    store: server.app.store,
    log: pino({ level: 'silent' }),
    jwtSecret: 'a secret that only the tests know, of 32 characters',
    tracker: { serve: (_request, response) => void response.writeHead(404).end() },
    now: server.clock.now,
  });
  const url = `http://127.0.0.1:${await other.listen(0, '127.0.0.1')}`;
  try {
    expect(await statuses(tenant.writeKey, url)).toEqual([202, 200]);
    const { writeKey } = await rotate(0);
    await expect
      .poll(() => statuses(tenant.writeKey, url), { timeout: WITHIN, interval: 500 })
      .toEqual([401, 401]);
    expect(await statuses(writeKey, url)).toEqual([202, 200]);
  } finally {
    await other.drain();
  }
});

it('has a grace of 0 to 720 hours', async () => {
  for (const graceHours of [-1, 721]) {
    const { errors } = await server.ask(
      Rotate,
      { input: { projectId: tenant.projectId, graceHours } },
      tenant.token,
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.graceHours' });
  }
});
