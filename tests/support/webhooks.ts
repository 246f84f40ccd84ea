import { onTestFinished, vi } from 'vitest';
import type { AppOptions } from '../../src/app.ts';
import { createJobs } from '../../src/jobs/worker.ts';
import { graphql } from '../gql/gql.ts';
import type { CreateWebhookInput, WebhookDeliveryQuery } from '../gql/graphql.ts';
import type { TestServer } from './app.ts';
import { type Answer, type Receiver, startReceiver } from './receiver.ts';
import type { Tenant } from './tenant.ts';

const Create = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) { secret webhook { id url description insightTypes enabled disabledReason failingSince } }
  }
`);
const Test = graphql(`
  mutation TestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id messageId status } } }
`);
const Delivery = graphql(`
  query WebhookDelivery($id: ID!) {
    node(id: $id) {
      ... on WebhookDelivery {
        id messageId type payload status createdAt
        attempts { at status error response milliseconds }
      }
    }
  }
`);
const Deliveries = graphql(`
  query WebhookDeliveries($project: ID!) {
    project(id: $project) {
      webhooks { nodes { id url deliveries { nodes { id messageId type payload status } } } }
    }
  }
`);

type Node = NonNullable<WebhookDeliveryQuery['node']>;
export type Delivered = Extract<Node, { status: unknown }>;

/** A server that sends webhooks to this machine, and tries again at once. */
export const sending: Partial<AppOptions> = {
  jobs: createJobs,
  webhooks: { privateAddresses: true, pauses: [50, 50], timeout: 5_000 },
};

/** What tests do with the webhooks of a tenant. */
export function webhooksOf(server: TestServer, tenant: Tenant) {
  const delivery = async (id: string): Promise<Delivered> => {
    const { node } = await server.get(Delivery, { id }, tenant.token);
    if (!node || !('status' in node)) throw new Error('there is no such delivery');
    return node;
  };
  return {
    /** A receiver of this test, and a webhook that sends to it. */
    async receiving(
      answer?: Answer,
      input: Partial<CreateWebhookInput> = {},
    ): Promise<{ receiver: Receiver; id: string; secret: string }> {
      const receiver = await startReceiver(answer);
      onTestFinished(() => receiver.close());
      const { createWebhook } = await server.get(
        Create,
        { input: { projectId: tenant.projectId, url: `${receiver.url}/hook`, ...input } },
        tenant.token,
      );
      return { receiver, id: createWebhook.webhook.id, secret: createWebhook.secret };
    },
    create: (input: Partial<CreateWebhookInput>) =>
      server.ask(
        Create,
        { input: { projectId: tenant.projectId, url: 'https://8.8.8.8/', ...input } },
        tenant.token,
      ),
    /** Sends a ping; returns the delivery's global id. */
    test: async (id: string): Promise<string> =>
      (await server.get(Test, { id }, tenant.token)).testWebhook.delivery.id,
    delivery,
    /** The delivery once it is delivered or failed. */
    settled: (id: string): Promise<Delivered> =>
      vi.waitFor(async () => {
        const found = await delivery(id);
        if (found.status === 'PENDING') throw new Error(`still pending: ${JSON.stringify(found)}`);
        return found;
      }, 15_000),
    /** All deliveries of the project, the latest first. */
    all: async () => {
      const { project } = await server.get(Deliveries, { project: tenant.projectId }, tenant.token);
      return project?.webhooks?.nodes.flatMap(({ deliveries }) => deliveries.nodes) ?? [];
    },
  };
}

/** Resolves when no job is left. */
export const idle = (server: TestServer): Promise<void> =>
  vi.waitFor(async () => {
    const { rowCount } = await server.app.store.pool.query('select 1 from graphile_worker.jobs');
    if (rowCount !== 0) throw new Error(`${rowCount} jobs are left`);
  }, 15_000);
