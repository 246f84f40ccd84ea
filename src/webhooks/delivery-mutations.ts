import { encodeGlobalID } from '@pothos/plugin-relay';
import { projectsFor, requireProject, requireSignIn } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { failure, notFound } from '../errors.ts';
import { NO_UUID, projectGlobalId, uuidOf } from '../ids.ts';
import type { Webhook, WebhookDelivery } from '../store/generated/client/client.ts';
import { RedeliverInput, TestWebhookInput } from './inputs.ts';
import { managed, RULES } from './managed.ts';
import { WebhookDeliveryRef } from './schema.ts';
import { addDelivery, sendAgain } from './sql.ts';

const deliveryPayload = (name: string) =>
  builder.objectRef<{ delivery: WebhookDelivery }>(name).implement({
    description: 'The message, which is sent shortly after.',
    fields: (t) => ({
      delivery: t.field({
        type: WebhookDeliveryRef,
        description: 'The message; ask for it again to see what became of it.',
        resolve: ({ delivery }) => delivery,
      }),
    }),
  });

function requireEnabled({ enabled }: Webhook): void {
  if (!enabled) throw failure('CONFLICT', 'The webhook is disabled: enable it first (updateWebhook).');
}

// They make the server call others.
const SENDING = 1_000;

builder.mutationFields((t) => ({
  testWebhook: t.field({
    type: deliveryPayload('TestWebhookPayload'),
    complexity: SENDING,
    description: `Sends a webhook a message of the type \`webhook.test\`. CONFLICT when it is disabled; RATE_LIMITED, with \`retryAfter\` in seconds, after five a minute of the project. ${RULES}`,
    args: { input: t.arg({ type: TestWebhookInput, required: true, description: 'The webhook.' }) },
    resolve: async (_root, { input }, context) => {
      const webhook = await managed(context, input.id);
      requireEnabled(webhook);
      const data = {
        projectId: projectGlobalId(webhook.projectId),
        webhookId: encodeGlobalID('Webhook', webhook.id),
      };
      await context.attempts.count('testMessage', String(webhook.projectId));
      const timestamp = new Date(context.now());
      const id = await context.store.transaction((client) =>
        addDelivery(client, webhook.id, { type: 'webhook.test', timestamp, data }),
      );
      return { delivery: await context.store.prisma.webhookDelivery.findUniqueOrThrow({ where: { id } }) };
    },
  }),
  redeliver: t.field({
    type: deliveryPayload('RedeliverPayload'),
    complexity: SENDING,
    description: `Sends a message again, whatever became of it before, with the same id and as many attempts. One that waits for its next attempt gets it now. CONFLICT when its webhook is disabled, or while an attempt is under way; RATE_LIMITED, with \`retryAfter\` in seconds, after 30 a minute of the project. ${RULES}`,
    args: { input: t.arg({ type: RedeliverInput, required: true, description: 'The message.' }) },
    resolve: async (_root, { input }, context) => {
      const { store, viewer } = context;
      requireSignIn(viewer);
      const id = uuidOf('WebhookDelivery', input.id) ?? NO_UUID;
      const found = await store.prisma.webhookDelivery.findFirst({
        where: { id, webhook: { project: projectsFor(viewer, 'READ') } },
        include: { webhook: true },
      });
      if (!found) throw notFound('delivery');
      await requireProject(context, found.webhook.projectId, 'ADMIN');
      requireEnabled(found.webhook);
      await context.attempts.count('redelivery', String(found.webhook.projectId));
      const begun = await store.transaction((client) => sendAgain(client, id));
      if (begun === 'gone') throw notFound('delivery');
      if (begun === 'under way')
        throw failure(
          'CONFLICT',
          'This message is being sent right now: send it again once that attempt is over.',
        );
      return { delivery: await store.prisma.webhookDelivery.findUniqueOrThrow({ where: { id } }) };
    },
  }),
}));
