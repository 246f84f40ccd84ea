import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { openStore } from '../src/store/store.ts';
import { announceInsight } from '../src/webhooks/announce.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { answering } from './support/receiver.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { idle, sending, webhooksOf } from './support/webhooks.ts';

const Page = graphql(`
  query WebhookPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: DeliveryStatus) {
    node(id: $id) {
      ... on Webhook {
        deliveries(first: $first, after: $after, last: $last, before: $before, status: $status) {
          nodes { id }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  }
`);

// The server that is asked runs no jobs, as one with ROLE=api; others beside it do.
let server: TestServer;
let tenant: Tenant;
let hooks: ReturnType<typeof webhooksOf>;
let lines: string[] = [];

beforeAll(async () => {
  server = await startServer({ ...sending, jobs: null });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.at = Date.now();
  lines = [];
  tenant = await createTenant(server);
  hooks = webhooksOf(server, tenant);
});

/** Another server of the same database, which runs jobs. Returns what stops it. */
async function startWorker(webhooks = sending.webhooks): Promise<() => Promise<void>> {
  const store = openStore({
    url: server.databaseUrl,
    poolSize: 3,
    statementTimeout: 60,
    onConnectionError: () => undefined,
  });
  const app: App = createApp({
    ...sending,
    store,
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    jwtSecret: 'a secret that only the tests know, of 32 characters',
    tracker: { serve: (_request, response) => void response.writeHead(404).end() },
    statusOnly: true,
    webhooks: webhooks ?? {},
  });
  await app.listen(0, '127.0.0.1');
  const stop = async () => {
    await app.drain();
    await store.close();
  };
  let stopped: Promise<void> | undefined;
  const once = () => {
    stopped ??= stop();
    return stopped;
  };
  onTestFinished(once);
  return once;
}

describe('messages', () => {
  it('are each sent once by two servers', async () => {
    const { receiver, id, secret } = await hooks.receiving();
    await Promise.all([startWorker(), startWorker()]);
    const sent = await Promise.all(Array.from({ length: 30 }, () => hooks.test(id)));
    const deliveries = await Promise.all(sent.map(hooks.settled));
    await idle(server);
    expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(['DELIVERED']));
    expect(receiver.received.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(
      deliveries.map(({ messageId }) => messageId).toSorted(),
    );
    const log = lines.join('');
    expect(log).toContain('jobs: ');
    expect(log).not.toContain(secret);
    expect(log).not.toContain(receiver.url);
  });

  it('are sent again by the next server where one stopped in the middle of its attempts', async () => {
    const { receiver, id } = await hooks.receiving(answering(500, 500, 200));
    const stop = await startWorker({ ...sending.webhooks, pauses: [3_000, 3_000] });
    const delivery = await hooks.test(id);
    await vi.waitFor(async () => expect((await hooks.delivery(delivery)).attempts).toHaveLength(1), 10_000);
    await stop();
    expect(await hooks.delivery(delivery)).toMatchObject({ status: 'PENDING', attempts: { length: 1 } });
    await startWorker();
    expect(await hooks.settled(delivery)).toMatchObject({
      status: 'DELIVERED',
      attempts: [{ status: 500 }, { status: 500 }, { status: 200 }],
    });
    expect(receiver.received).toHaveLength(3);
  });

  it('are sent again where a server is stopped while it waits for the answer', async () => {
    const { receiver, id } = await hooks.receiving((response, number) => {
      if (number > 1) response.writeHead(200).end();
    });
    const stop = await startWorker({ ...sending.webhooks, timeout: 60_000 });
    const delivery = await hooks.test(id);
    await receiver.waitFor(1);
    await stop();
    expect(await hooks.delivery(delivery)).toMatchObject({ status: 'PENDING', attempts: [] });
    await startWorker();
    expect(await hooks.settled(delivery)).toMatchObject({ status: 'DELIVERED', attempts: { length: 1 } });
  });
});

describe('a message of an insight', () => {
  const insight = {
    type: 'ANOMALY',
    title: 'Fewer visits',
    content: '3 visits, where 40 were likely.',
    evidence: [{ claim: '3 visits', metric: 'visits', observed: 3 }],
    model: null,
    metadata: { metric: 'visits' },
    periodStart: new Date('2026-11-21T10:00:00Z'),
    periodEnd: new Date('2026-11-21T11:00:00Z'),
    generatedAt: new Date('2026-11-21T11:03:00Z'),
  } as const;

  /** Stores the insight and announces it in one transaction, which `end` may fail. */
  async function tell(end: () => void = () => undefined): Promise<string[]> {
    const { store } = server.app;
    const projectId = Number(Buffer.from(tenant.projectId, 'base64').toString().split(':')[1]);
    return store.transaction(async (client) => {
      const { rows } = await client.query(
        `insert into insights (project_id, type, key, title, content, evidence, model, metadata, period_start, period_end, generated_at)
         values ($1, $2, 'key', $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [
          projectId,
          insight.type,
          insight.title,
          insight.content,
          JSON.stringify(insight.evidence),
          insight.model,
          insight.metadata,
          insight.periodStart,
          insight.periodEnd,
          insight.generatedAt,
        ],
      );
      const ids = await announceInsight(client, {
        projectId,
        insightId: rows[0].id,
        type: insight.type,
      });
      end();
      return ids;
    });
  }

  it('goes to the webhooks of the project that want its type', async () => {
    const wanting = await hooks.receiving(undefined, { insightTypes: ['SUMMARY', 'ANOMALY'] });
    const others = [
      await hooks.receiving(undefined, { insightTypes: ['TREND'] }),
      await hooks.receiving(),
      await webhooksOf(server, await createTenant(server)).receiving(undefined, {
        insightTypes: ['ANOMALY'],
      }),
    ];
    const ids = await tell();
    expect(ids).toHaveLength(1);
    await startWorker();
    const [request] = await wanting.receiver.waitFor(1);
    await idle(server);
    expect(request?.headers['webhook-id']).toBe(ids[0]);
    const body = new Webhook(wanting.secret).verify(
      request?.body ?? '',
      request?.headers as Record<string, string>,
    );
    expect(body).toEqual({
      type: 'insight.generated',
      timestamp: '2026-11-21T11:03:00.000Z',
      data: {
        projectId: tenant.projectId,
        insight: { ...JSON.parse(JSON.stringify(insight)), id: expect.any(String) },
      },
    });
    const { id } = (body as { data: { insight: { id: string } } }).data.insight;
    expect(Buffer.from(id, 'base64').toString()).toMatch(/^Insight:[0-9a-f-]{36}$/);
    expect(others.flatMap(({ receiver }) => receiver.received)).toEqual([]);
  });

  it('is there if and only if the insight is stored', async () => {
    await hooks.receiving(undefined, { insightTypes: ['ANOMALY'] });
    const failing = tell(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await hooks.all()).toEqual([]);
    expect(await tell()).toEqual((await hooks.all()).map(({ messageId }) => messageId));
    await server.app.store.pool.query('truncate graphile_worker._private_jobs');
  });
});

describe('the deliveries of a webhook', () => {
  it('are listed in pages, the latest first', async () => {
    const { id } = await hooks.receiving();
    const sent: string[] = [];
    for (let count = 0; count < 5; count++) {
      sent.unshift(await hooks.test(id));
      // Two of them at the same time.
      if (count !== 2) server.clock.pass(1);
    }
    type Args = {
      first?: number;
      after?: string;
      last?: number;
      before?: string;
      status?: 'PENDING' | 'FAILED';
    };
    const page = async (args: Args) => {
      const { node } = await server.get(Page, { id, ...args }, tenant.token);
      if (!node || !('deliveries' in node)) throw new Error('no such webhook');
      return { ids: node.deliveries.nodes.map((each) => each.id), ...node.deliveries.pageInfo };
    };
    const all = await page({});
    expect(all.ids.toSorted()).toEqual(sent.toSorted());
    expect([all.ids[0], all.ids[3], all.ids[4]]).toEqual([sent[0], sent[3], sent[4]]);
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ ids: all.ids.slice(0, 2), hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 3, after: first.endCursor ?? '' });
    expect(second).toMatchObject({ ids: all.ids.slice(2), hasNextPage: false });
    expect(await page({ last: 2, before: second.startCursor ?? '' })).toMatchObject({ ids: first.ids });
    expect((await page({ status: 'PENDING' })).ids).toEqual(all.ids);
    expect((await page({ status: 'FAILED' })).ids).toEqual([]);
    const wrong = await server.ask(Page, { id, after: 'nothing' }, tenant.token);
    expect(wrong.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    await server.app.store.pool.query('truncate graphile_worker._private_jobs');
  });
});
