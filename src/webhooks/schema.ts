import { findProject, projectsFor } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { InsightTypeRef } from '../insights/schema.ts';
import { DEFAULT_PAGE } from '../limits.ts';
import { pagesBy, resolvePage } from '../page.ts';
import type { JsonObject } from '../scalars.ts';
import type { Webhook, WebhookDelivery } from '../store/generated/client/client.ts';
import type { DeliveryStatus } from '../store/generated/client/enums.ts';
import { MOST } from './settings.ts';
import { type AttemptRow, attemptRow } from './sql.ts';

const DeliveryStatusRef = builder.enumType('DeliveryStatus', {
  description: 'What has become of a message.',
  values: {
    PENDING: { description: 'It waits for its first attempt, or for the next one.' },
    DELIVERED: { description: 'The receiver took it: it answered 200 to 299.' },
    FAILED: { description: 'It was given up: after the last attempt, or because its webhook is disabled.' },
  } satisfies Record<DeliveryStatus, { description: string }>,
});

const WebhookAttemptRef = builder.objectRef<AttemptRow>('WebhookAttempt').implement({
  description: 'One attempt to deliver a message.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When it began.', resolve: ({ at }) => new Date(at) }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The HTTP status of the answer; null when none came.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it failed; null when the message was taken.',
    }),
    response: t.exposeString('response', {
      nullable: true,
      description: "The beginning of the answer's body, at most a kilobyte.",
    }),
    milliseconds: t.exposeInt('milliseconds', { description: 'How long it took.' }),
  }),
});

export const WebhookDeliveryRef = builder.prismaNode('WebhookDelivery', {
  description: 'A message to a webhook. Kept for 30 days.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, webhook: { project: projectsFor(viewer, 'ADMIN') } }),
  nullable: true,
  fields: (t) => ({
    messageId: t.exposeString('id', {
      description: 'The header `webhook-id` of every attempt: by it a receiver knows what it has already.',
    }),
    type: t.exposeString('type', {
      description: '`insight.generated`, `threshold.passed`, `threshold.recovered` or `webhook.test`.',
    }),
    payload: t.field({
      type: 'JSONObject',
      description: 'The body of every attempt.',
      resolve: ({ payload }) => payload as JsonObject,
    }),
    status: t.expose('status', { type: DeliveryStatusRef, description: 'What has become of it.' }),
    attempts: t.field({
      type: [WebhookAttemptRef],
      description: 'Its attempts, the first one first; the latest 50.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ attempts }) => attemptRow.array().parse(attempts),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came about.' }),
  }),
});

export const WebhookRef = builder.prismaNode('Webhook', {
  description:
    'Where insights and thresholds of a project are told, by HTTP requests that are signed as Standard Webhooks says (docs/webhooks.md).',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, project: projectsFor(viewer, 'ADMIN') }),
  nullable: true,
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where messages are sent.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is for.' }),
    insightTypes: t.expose('insightTypes', {
      type: [InsightTypeRef],
      description: 'The types of insights that it is told.',
    }),
    thresholds: t.relation('thresholds', {
      description: 'The bounds on statistics that it is told of.',
      complexity: { field: 1, multiplier: 5 },
      query: { orderBy: { id: 'asc' } },
    }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether it is told anything.' }),
    disabledReason: t.exposeString('disabledReason', {
      nullable: true,
      description: 'Why the server disabled it; null when it did not.',
    }),
    failingSince: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the first attempt failed after which none succeeded; null when the last one succeeded.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});

const pages = pagesBy('createdAt');

// A page of deliveries is one cheap statement, of small rows.
const rowsPerUnit = 10;

builder.prismaObjectField('Webhook', 'deliveries', (t) =>
  t.connection(
    {
      type: WebhookDeliveryRef,
      description: 'What it was sent in the last 30 days, the latest first.',
      complexity: ({ first, last }) => ({
        field: 1,
        multiplier: (first ?? last ?? DEFAULT_PAGE) / rowsPerUnit,
      }),
      args: {
        status: t.arg({
          type: DeliveryStatusRef,
          description: 'Only those of this status; all when absent.',
        }),
      },
      resolve: ({ id: webhookId }, { status, ...page }, { store }) =>
        resolvePage<WebhookDelivery>(pages.options(page), (slice) =>
          store.prisma.webhookDelivery.findMany({
            where: { webhookId, ...(status ? { status } : {}), AND: pages.between(slice) },
            ...pages.take(slice),
          }),
        ),
    },
    { name: 'WebhookDeliveryConnection', description: 'A page of messages to a webhook.' },
    { name: 'WebhookDeliveryEdge', description: 'A message and its place in the list.' },
  ),
);

builder.prismaObjectField('Project', 'webhooks', (t) =>
  t.connection(
    {
      type: WebhookRef,
      nullable: true,
      description: `Its webhooks, the latest first, at most ${MOST}; null without the right to manage the project.`,
      complexity: ({ first, last }) => ({ field: 1, multiplier: Math.min(first ?? last ?? MOST, MOST) }),
      resolve: async ({ id: projectId }, args, context) => {
        if (!(await findProject(context, projectId, 'ADMIN'))) return null;
        return resolvePage<Webhook>(pages.options(args), (slice) =>
          context.store.prisma.webhook.findMany({
            where: { projectId, AND: pages.between(slice) },
            ...pages.take(slice),
          }),
        );
      },
    },
    { name: 'WebhookConnection', description: 'A page of webhooks.' },
    { name: 'WebhookEdge', description: 'A webhook and its place in the list.' },
  ),
);
