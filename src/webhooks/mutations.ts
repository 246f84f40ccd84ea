import { encodeGlobalID } from '@pothos/plugin-relay';
import { requireProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { projectNumber } from '../ids.ts';
import type { Webhook } from '../store/generated/client/client.ts';
import { lockCount } from '../store/lock-count.ts';
import { checkedThresholds, requirePublic } from './check.ts';
import {
  CreateWebhookInput,
  DeleteWebhookInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
} from './inputs.ts';
import { managed, RULES } from './managed.ts';
import { WebhookRef } from './schema.ts';
import { MOST } from './settings.ts';
import { newSecret, ROTATION } from './sign.ts';
import { replaceThresholds } from './update.ts';

const secretPayload = (name: string, description: string) =>
  builder.objectRef<{ webhook: Webhook; secret: string }>(name).implement({
    description,
    fields: (t) => ({
      webhook: t.field({ type: WebhookRef, description: 'The webhook.', resolve: ({ webhook }) => webhook }),
      secret: t.exposeString('secret', {
        description: 'Verifies what it is sent, with any library for Standard Webhooks. Shown this once.',
      }),
    }),
  });

const UpdateWebhookPayload = builder.objectRef<{ webhook: Webhook }>('UpdateWebhookPayload').implement({
  description: 'The webhook as it is now.',
  fields: (t) => ({
    webhook: t.field({ type: WebhookRef, description: 'The webhook.', resolve: ({ webhook }) => webhook }),
  }),
});

const DeleteWebhookPayload = builder.objectRef<{ id: string }>('DeleteWebhookPayload').implement({
  description: 'What was deleted.',
  fields: (t) => ({
    deletedId: t.id({
      description: 'The id that exists no more.',
      resolve: ({ id }) => encodeGlobalID('Webhook', id),
    }),
  }),
});

builder.mutationFields((t) => ({
  createWebhook: t.field({
    type: secretPayload('CreateWebhookPayload', 'The webhook and its secret.'),
    description: `Makes a webhook. BAD_USER_INPUT when it cannot be called, or the project has ${MOST} already. ${RULES}`,
    args: { input: t.arg({ type: CreateWebhookInput, required: true, description: 'The webhook.' }) },
    resolve: async (_root, { input }, context) => {
      const { id: projectId } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      const thresholds = checkedThresholds(input.thresholds ?? []);
      await requirePublic(input.url, context.config.webhooks.privateAddresses);
      const secret = newSecret();
      const webhook = await context.store.prisma.$transaction(async (transaction) => {
        await lockCount(transaction, 'webhooks', String(projectId));
        if ((await transaction.webhook.count({ where: { projectId } })) >= MOST)
          throw badInput('input.projectId', `A project has at most ${MOST} webhooks.`);
        return transaction.webhook.create({
          data: {
            projectId,
            secret,
            url: input.url,
            description: input.description ?? null,
            insightTypes: [...new Set(input.insightTypes)],
            createdAt: new Date(context.now()),
            thresholds: { create: thresholds },
          },
        });
      });
      return { webhook, secret };
    },
  }),
  updateWebhook: t.field({
    type: UpdateWebhookPayload,
    description: `Changes a webhook; enabling one that the server disabled forgives its failures. ${RULES}`,
    args: { input: t.arg({ type: UpdateWebhookInput, required: true, description: 'What changes.' }) },
    resolve: async (_root, { input }, context) => {
      const { id, projectId } = await managed(context, input.id);
      const thresholds = input.thresholds ? checkedThresholds(input.thresholds) : null;
      if (input.url) await requirePublic(input.url, context.config.webhooks.privateAddresses);
      const webhook = await context.store.prisma.$transaction(async (transaction) => {
        await lockCount(transaction, 'webhooks', String(projectId));
        if (thresholds) await replaceThresholds(transaction, id, thresholds);
        return transaction.webhook.update({
          where: { id },
          data: {
            ...(input.url ? { url: input.url } : {}),
            ...(input.description === undefined ? {} : { description: input.description }),
            ...(input.insightTypes ? { insightTypes: [...new Set(input.insightTypes)] } : {}),
            ...(input.enabled === true ? { enabled: true, disabledReason: null, failingSince: null } : {}),
            ...(input.enabled === false ? { enabled: false } : {}),
          },
        });
      });
      return { webhook };
    },
  }),
  deleteWebhook: t.field({
    type: DeleteWebhookPayload,
    description: `Deletes a webhook with its messages. ${RULES}`,
    args: { input: t.arg({ type: DeleteWebhookInput, required: true, description: 'The webhook.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await managed(context, input.id);
      await context.store.prisma.webhook.delete({ where: { id } });
      return { id };
    },
  }),
  rotateWebhookSecret: t.field({
    type: secretPayload('RotateWebhookSecretPayload', 'The webhook and its new secret.'),
    description: `Gives a webhook a new secret. For 24 hours messages are signed with the one before too. ${RULES}`,
    args: { input: t.arg({ type: RotateWebhookSecretInput, required: true, description: 'The webhook.' }) },
    resolve: async (_root, { input }, context) => {
      const { id, secret: previousSecret } = await managed(context, input.id);
      const secret = newSecret();
      const previousUntil = new Date(context.now() + ROTATION);
      const data = { secret, previousSecret, previousUntil };
      return { webhook: await context.store.prisma.webhook.update({ where: { id }, data }), secret };
    },
  }),
}));
