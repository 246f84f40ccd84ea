import { z } from 'zod';
import { builder } from '../builder.ts';
import { InsightTypeRef } from '../insights/schema.ts';
import { AggregateRef } from '../stats/enums.ts';
import { EventFilterRef } from '../stats/inputs.ts';
import { text } from '../text.ts';
import { MOST } from './settings.ts';
import { ThresholdComparisonRef, ThresholdMetricRef } from './threshold-schema.ts';

const URL_RULES =
  "http or https, without user name and password, at most 2,000 characters. Its host must not have an address that the internet does not reach, and its port is 80, 443, or one from 1024 on that is no other well-known service's, unless the server allows it (WEBHOOK_PRIVATE_ADDRESSES)";

const url = z
  .string()
  .trim()
  .max(2_000, 'A URL has at most 2,000 characters.')
  // A URL's parser takes it, Postgres cannot keep it.
  .refine((value) => !value.includes('\0'), 'A URL cannot have the character U+0000.')
  .refine(URL.canParse, 'This is not a URL such as https://example.com/hooks.')
  .refine(
    (value) => !URL.canParse(value) || ['http:', 'https:'].includes(new URL(value).protocol),
    'A webhook is called by http or https.',
  )
  .refine((value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    return !parsed?.username && !parsed?.password;
  }, 'A URL with a user name or password would show them to everyone who sees it: messages are signed instead.');
const description = text('A description', 500);
const thresholds = z.array(z.any()).max(MOST, `A webhook has at most ${MOST} thresholds.`);

const MeasureInput = builder.inputType('ThresholdMeasureInput', {
  description: 'The arguments of Metrics.measure.',
  fields: (t) => ({
    event: t.string({
      required: true,
      validate: text('A name', 200),
      description: 'The name of the event; `pageview` for pageviews.',
    }),
    property: t.string({
      validate: text('A property', 500),
      description: 'The property; needed for all but COUNT and UNIQUE.',
    }),
    aggregate: t.field({ type: AggregateRef, required: true, description: 'What is made of its values.' }),
  }),
});

export const ThresholdInput = builder.inputType('ThresholdInput', {
  description: 'A bound on a statistic, such as fewer than 10 visits in the last hour.',
  fields: (t) => ({
    metric: t.field({ type: ThresholdMetricRef, required: true, description: 'The statistic.' }),
    currency: t.string({
      validate: z.string().regex(/^[A-Z]{3}$/, 'A currency is an ISO 4217 code such as EUR.'),
      description: 'ISO 4217 code, for REVENUE.',
    }),
    measure: t.field({ type: MeasureInput, description: 'What is measured, for MEASURE.' }),
    last: t.field({
      type: 'Duration',
      required: true,
      description: 'The range: so long, up to the present minute. PT1M to P366D.',
    }),
    filter: t.field({ type: EventFilterRef, description: 'Which events count; all when absent.' }),
    comparison: t.field({
      type: ThresholdComparisonRef,
      required: true,
      description: 'On which side of the bound it is passed; the bound itself is on the other.',
    }),
    value: t.float({ required: true, description: 'The bound.' }),
  }),
});

export const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
  description: `A new webhook. A project has at most ${MOST}.`,
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    url: t.string({ required: true, validate: url, description: `Where messages are sent: ${URL_RULES}.` }),
    description: t.string({ validate: description, description: 'What it is for; at most 500 characters.' }),
    insightTypes: t.field({
      type: [InsightTypeRef],
      description: 'The types of insights that it is told; none when absent.',
    }),
    thresholds: t.field({
      type: [ThresholdInput],
      validate: thresholds,
      description: `The bounds on statistics that it is told of; at most ${MOST}.`,
    }),
  }),
});

export const UpdateWebhookInput = builder.inputType('UpdateWebhookInput', {
  description: 'What changes; fields left out stay as they are.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The webhook.' }),
    url: t.string({ validate: url, description: `Where messages are sent: ${URL_RULES}.` }),
    description: t.string({ validate: description, description: 'What it is for; null takes it away.' }),
    insightTypes: t.field({ type: [InsightTypeRef], description: 'The types of insights that it is told.' }),
    thresholds: t.field({
      type: [ThresholdInput],
      validate: thresholds,
      description: `All of its bounds on statistics, at most ${MOST}. Those it has already are not told anew.`,
    }),
    enabled: t.boolean({
      description:
        'Whether it is told anything. Messages that wait when it is disabled are given up; send them again by hand.',
    }),
  }),
});

export const DeleteWebhookInput = builder.inputType('DeleteWebhookInput', {
  description: 'The webhook to delete.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The webhook, with its messages.' }) }),
});

export const RotateWebhookSecretInput = builder.inputType('RotateWebhookSecretInput', {
  description: 'The webhook that gets a new secret.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The webhook.' }) }),
});

export const TestWebhookInput = builder.inputType('TestWebhookInput', {
  description: 'The webhook to try.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The webhook.' }) }),
});

export const RedeliverInput = builder.inputType('RedeliverInput', {
  description: 'The message to send again.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The WebhookDelivery.' }) }),
});
