import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteDeliveries } from '../src/webhooks/sql.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { answering } from './support/receiver.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { idle, sending, webhooksOf } from './support/webhooks.ts';

const Redeliver = graphql(`
  mutation Redeliver($id: ID!) { redeliver(input: { id: $id }) { delivery { id messageId status } } }
`);
const Rotate = graphql(`
  mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(input: { id: $id }) { secret webhook { id } } }
`);
const Update = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) { webhook { id url enabled disabledReason failingSince } }
  }
`);
const State = graphql(`
  query WebhookState($id: ID!) {
    node(id: $id) { ... on Webhook { enabled disabledReason failingSince } }
  }
`);

const DAY = 24 * 60 * 60_000;

let server: TestServer;
let tenant: Tenant;
let hooks: ReturnType<typeof webhooksOf>;

beforeAll(async () => {
  server = await startServer(sending);
});
afterAll(() => server.close());
beforeEach(async () => {
  // Receivers refuse what is signed more than five minutes off their own clock.
  server.clock.at = Date.now();
  tenant = await createTenant(server);
  hooks = webhooksOf(server, tenant);
});

const state = async (id: string) => (await server.get(State, { id }, tenant.token)).node;

describe('a message', () => {
  it('is one that any library for Standard Webhooks verifies', async () => {
    const { receiver, id, secret } = await hooks.receiving();
    const delivery = await hooks.settled(await hooks.test(id));
    const [request] = await receiver.waitFor(1);
    const headers = request?.headers as Record<string, string>;
    expect(new Webhook(secret).verify(request?.body ?? '', headers)).toEqual({
      type: 'webhook.test',
      timestamp: new Date(server.clock.at).toISOString(),
      data: { projectId: tenant.projectId, webhookId: id },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': delivery.messageId,
      'user-agent': 'Pulsegraph-Webhooks',
    });
    expect(request?.path).toBe('/hook');
    expect(delivery).toMatchObject({
      type: 'webhook.test',
      status: 'DELIVERED',
      payload: JSON.parse(request?.body ?? ''),
      attempts: [{ status: 200, error: null, response: '', milliseconds: expect.any(Number) }],
    });
    const strange = new Webhook(`whsec_${Buffer.alloc(32, 7).toString('base64')}`);
    expect(() => strange.verify(request?.body ?? '', headers)).toThrow('No matching signature found');
  });

  it('is signed with the secret before a rotation too, for a day', async () => {
    const { receiver, id, secret } = await hooks.receiving();
    const rotated = (await server.get(Rotate, { id }, tenant.token)).rotateWebhookSecret.secret;
    await hooks.settled(await hooks.test(id));
    const [request] = await receiver.waitFor(1);
    for (const each of [secret, rotated])
      new Webhook(each).verify(request?.body ?? '', request?.headers as Record<string, string>);
    // Access tokens end after 15 minutes; keys do not.
    const later = webhooksOf(server, { ...tenant, token: (await tenant.createKey('ADMIN')).secret });
    server.clock.pass(DAY);
    await later.settled(await later.test(id));
    const [, second] = await receiver.waitFor(2);
    expect(String(second?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('that fails is sent again, with the same id, until it is taken', async () => {
    const { receiver, id, secret } = await hooks.receiving(answering(500, 503, 204));
    const delivery = await hooks.settled(await hooks.test(id));
    expect(delivery.status).toBe('DELIVERED');
    expect(delivery.attempts.map(({ status, error }) => ({ status, error }))).toEqual([
      { status: 500, error: 'Answered 500.' },
      { status: 503, error: 'Answered 503.' },
      { status: 204, error: null },
    ]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { body, headers } of receiver.received)
      new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(await state(id)).toEqual({ enabled: true, disabledReason: null, failingSince: null });
  });

  it('is given up after the last attempt, and can be sent again by hand', async () => {
    const { receiver, id } = await hooks.receiving(answering(500, 500, 500, 200));
    const failed = await hooks.settled(await hooks.test(id));
    expect(failed).toMatchObject({ status: 'FAILED', attempts: { length: 3 } });
    expect(await state(id)).toMatchObject({
      enabled: true,
      failingSince: new Date(server.clock.at).toISOString(),
    });
    await server.get(Redeliver, { id: failed.id }, tenant.token);
    const again = await hooks.settled(failed.id);
    expect(again).toMatchObject({
      status: 'DELIVERED',
      messageId: failed.messageId,
      attempts: { length: 4 },
    });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array(4).fill(failed.messageId),
    );
    expect(await state(id)).toMatchObject({ failingSince: null });
  });

  it('is not sent by hand while an attempt is under way, but once that is over', async () => {
    const held: ServerResponse[] = [];
    const { receiver, id } = await hooks.receiving((response) => void held.push(response));
    const delivery = await hooks.test(id);
    await receiver.waitFor(1);
    const refused = await server.ask(Redeliver, { id: delivery }, tenant.token);
    expect(refused.errors.map(({ message, extensions }) => [extensions?.code, message])).toEqual([
      ['CONFLICT', 'This message is being sent right now: send it again once that attempt is over.'],
    ]);
    held[0]?.writeHead(200).end();
    expect(await hooks.settled(delivery)).toMatchObject({ status: 'DELIVERED', attempts: [{ status: 200 }] });
    await server.get(Redeliver, { id: delivery }, tenant.token);
    await receiver.waitFor(2);
    held[1]?.writeHead(204).end();
    expect(await hooks.settled(delivery)).toMatchObject({ attempts: [{ status: 200 }, { status: 204 }] });
    await idle(server);
    expect(receiver.received).toHaveLength(2);
  });

  it('that waits for its next attempt gets it at once by hand, and no other', async () => {
    const { receiver, id } = await hooks.receiving((response, number) =>
      response.writeHead(number === 1 ? 503 : 200, { 'retry-after': '3600' }).end(),
    );
    const delivery = await hooks.test(id);
    await expect.poll(async () => (await hooks.delivery(delivery)).attempts).toHaveLength(1);
    await server.get(Redeliver, { id: delivery }, tenant.token);
    expect(await hooks.settled(delivery)).toMatchObject({
      status: 'DELIVERED',
      attempts: [{ status: 503 }, { status: 200 }],
    });
    await idle(server);
    expect(receiver.received).toHaveLength(2);
  });

  it('waits as long as the receiver asks', async () => {
    const { receiver, id } = await hooks.receiving((response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    const delivery = await hooks.test(id);
    await receiver.waitFor(1);
    await expect
      .poll(async () => {
        const { rows } = await server.app.store.pool.query(
          `select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs
           where task_identifier = 'webhook-delivery' and locked_at is null`,
        );
        return rows.map(({ seconds }) => Math.round(seconds / 60));
      })
      .toEqual([60]);
    expect(await hooks.delivery(delivery)).toMatchObject({ status: 'PENDING', attempts: [{ status: 429 }] });
    await server.app.store.pool.query('truncate graphile_worker._private_jobs');
  });

  it('is not sent on to where the receiver redirects', async () => {
    const other = await hooks.receiving();
    const { id } = await hooks.receiving((response) =>
      response.writeHead(307, { location: other.receiver.url }).end(),
    );
    const delivery = await hooks.settled(await hooks.test(id));
    expect(delivery.attempts[0]).toMatchObject({
      status: 307,
      error: 'Answered 307: redirects are not followed.',
    });
    expect(other.receiver.received).toEqual([]);
  });

  it('keeps a kilobyte of the answer, and does not wait for its end', async () => {
    const { id } = await hooks.receiving((response) => {
      response.writeHead(200);
      response.write(`a\0${'b'.repeat(100_000)}`);
    });
    const [attempt] = (await hooks.settled(await hooks.test(id))).attempts;
    expect(attempt).toMatchObject({ status: 200, error: null, response: `a${'b'.repeat(1_022)}` });
    expect(attempt?.milliseconds).toBeLessThan(2_000);
  });

  it.each([
    ['a receiver that is not there', 'http://127.0.0.1:9/', 'Not sent: connect ECONNREFUSED 127.0.0.1:9.'],
    ['a host that is not there', 'http://nowhere.invalid/', 'Not sent: getaddrinfo'],
    ['a receiver without TLS', null, 'Not sent: '],
  ])('tells of %s', async (_what, url, error) => {
    const { receiver, id } = await hooks.receiving();
    const target = url ?? receiver.url.replace('http:', 'https:');
    await server.get(Update, { input: { id, url: target } }, tenant.token);
    const delivery = await hooks.settled(await hooks.test(id));
    expect(delivery).toMatchObject({ status: 'FAILED', attempts: { length: 3 } });
    expect(delivery.attempts[0]).toMatchObject({ status: null, error: expect.stringContaining(error) });
  });
});

describe('a webhook', () => {
  it('whose receiver is gone is disabled at once, and told nothing until it is enabled', async () => {
    const { receiver, id } = await hooks.receiving(answering(410, 200));
    const gone = await hooks.settled(await hooks.test(id));
    expect(gone).toMatchObject({ status: 'FAILED', attempts: { length: 1 } });
    expect(await state(id)).toMatchObject({
      enabled: false,
      disabledReason: 'The receiver answered 410 Gone.',
    });
    const refused = await server.ask(Redeliver, { id: gone.id }, tenant.token);
    expect(refused.errors.map(({ extensions }) => extensions?.code)).toEqual(['CONFLICT']);
    await server.get(Update, { input: { id, enabled: true } }, tenant.token);
    expect(await state(id)).toEqual({ enabled: true, disabledReason: null, failingSince: null });
    await server.get(Redeliver, { id: gone.id }, tenant.token);
    expect(await hooks.settled(gone.id)).toMatchObject({ status: 'DELIVERED' });
    expect(receiver.received).toHaveLength(2);
  });

  it('that failed for five days is disabled when the next message is given up', async () => {
    const { id } = await hooks.receiving(answering(500));
    await hooks.settled(await hooks.test(id));
    const { failingSince } = (await state(id)) as { failingSince: string };
    const admin = (await tenant.createKey('ADMIN')).secret;
    const later = webhooksOf(server, { ...tenant, token: admin });
    server.clock.pass(5 * DAY - 1);
    await later.settled(await later.test(id));
    expect((await server.get(State, { id }, admin)).node).toMatchObject({ enabled: true, failingSince });
    server.clock.pass(1);
    await later.settled(await later.test(id));
    expect((await server.get(State, { id }, admin)).node).toMatchObject({
      enabled: false,
      disabledReason: `Nothing could be delivered since ${failingSince}; at last: Answered 500.`,
    });
  });

  it('that is disabled is not sent what waits', async () => {
    const { receiver, id } = await hooks.receiving((response, number) => {
      const disabling = server.get(Update, { input: { id, enabled: number > 1 } }, tenant.token);
      void disabling.then(() => response.writeHead(500).end());
    });
    const delivery = await hooks.settled(await hooks.test(id));
    expect(delivery.status).toBe('FAILED');
    expect(delivery.attempts.at(-1)?.error).toBe('Not sent: the webhook is disabled.');
    expect(receiver.received).toHaveLength(1);
  });

  it('has the messages of 30 days', async () => {
    const { id } = await hooks.receiving();
    await hooks.settled(await hooks.test(id));
    const admin = (await tenant.createKey('ADMIN')).secret;
    const later = webhooksOf(server, { ...tenant, token: admin });
    server.clock.pass(30 * DAY - 1);
    await server.app.jobs.add('forgetting', {});
    await idle(server);
    expect(await later.all()).toHaveLength(1);
    server.clock.pass(2);
    await server.app.jobs.add('forgetting', {});
    await idle(server);
    expect(await later.all()).toEqual([]);
  });

  it('forgets old messages, in as many pieces as it takes', async () => {
    const { id } = await hooks.receiving();
    for (let count = 0; count < 5; count++) await hooks.test(id);
    server.clock.pass(1);
    const kept = await hooks.settled(await hooks.test(id));
    await deleteDeliveries(server.app.store.pool, new Date(server.clock.at), 2);
    expect((await hooks.all()).map((delivery) => delivery.id)).toEqual([kept.id]);
    await idle(server);
  });
});

describe('receivers that never answer', () => {
  it("do not hold up another organization's messages", async () => {
    const silent = () => {};
    const [one, two] = [await hooks.receiving(silent), await hooks.receiving(silent)];
    for (let number = 0; number < 20; number++) await hooks.test(number % 2 === 0 ? one.id : two.id);
    await one.receiver.waitFor(1);
    const other = webhooksOf(server, await createTenant(server));
    const { id, receiver } = await other.receiving();
    await other.test(id);
    await receiver.waitFor(1);
    // Of theirs no more than three are under way.
    expect(one.receiver.received.length + two.receiver.received.length).toBeLessThanOrEqual(3);
  });
});
