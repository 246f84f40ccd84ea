import { z } from 'zod';
import { builder } from '../../builder.ts';
import { DEFAULT_PAGE } from '../../limits.ts';
import { RangeInputRef } from '../../stats/inputs.ts';
import type { Endpoint } from '../endpoint.ts';
import { RejectionCodeRef } from '../schema.ts';
import { MOST_REASONS } from './days.ts';
import { listRejections, type RejectionGroup } from './rejections.sql.ts';
import { quarterOf } from './rejections.ts';
import { arrivalRange } from './schema.ts';

const MOST_GROUPS = 200;

const IngestEndpointRef = builder.enumType('IngestEndpoint', {
  description: 'How events came in.',
  values: {
    GRAPHQL: { description: 'trackEvents.' },
    REST: { description: 'POST /api/events, which the tracker uses.' },
    SEGMENT: { description: "The API of Segment's SDKs." },
    POSTHOG: { description: "The API of PostHog's SDKs." },
    PLAUSIBLE: { description: "The API of Plausible's scripts." },
    UMAMI: { description: "The API of Umami's scripts." },
    GA4: { description: 'The Measurement Protocol of Google Analytics 4.' },
    IMPORT: { description: 'The import of an access log.' },
  } satisfies Record<Endpoint, { description: string }>,
});

const RejectionGroupRef = builder.objectRef<RejectionGroup>('RejectionGroup').implement({
  description: 'Events that were not stored for the same reason.',
  fields: (t) => ({
    code: t.field({
      type: RejectionCodeRef,
      description: 'The kind of reason.',
      resolve: ({ code }) => code,
    }),
    field: t.exposeString('field', {
      nullable: true,
      description:
        'The path of the field to mend, such as context.ip; `properties` for any of the properties. Null where it is the whole event, and for RATE_LIMITED.',
    }),
    message: t.exposeString('message', {
      description: 'What is wrong, in words, without values of the sender.',
    }),
    endpoint: t.field({
      type: IngestEndpointRef,
      description: 'How the events came in.',
      resolve: ({ endpoint }) => endpoint,
    }),
    name: t.exposeString('name', {
      nullable: true,
      description:
        "The events' name, at most 200 characters of it; null for pageviews, and for RATE_LIMITED, since events are not read then.",
    }),
    count: t.field({ type: 'Count', description: 'How many events.', resolve: ({ count }) => count }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'When the first of them arrived.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'When the last of them arrived.' }),
    sample: t.exposeString('sample', {
      nullable: true,
      description:
        'One of the events, as at most 500 characters of JSON, which may be cut: its name, type, timestamp and URL without the query, and of other values their type and size, such as `string(20480)`. Never the context, e-mail or IP addresses. Null for RATE_LIMITED.',
    }),
  }),
});

builder.prismaObjectFields('Project', (t) => ({
  rejections: t.field({
    type: [RejectionGroupRef],
    description: `Why events were not stored, the most frequent reason first: the events of \`ingestion.rejected\` by code, field, message, endpoint and name. By the time of arrival, in quarters of an hour: a range counts those that begin in it, and the one that it begins in. Written every few seconds, kept for 90 days. A UTC day has at most ${MOST_REASONS} different reasons; further ones count together, by code and endpoint, with a message that begins with \`other reasons\`. Events of bots are in Project.bots, and dead letters that were thrown away are not here.`,
    complexity: ({ first }) => ({ field: 5, multiplier: first ?? DEFAULT_PAGE }),
    args: {
      range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }),
      first: t.arg.int({
        defaultValue: DEFAULT_PAGE,
        validate: z.number().int().min(1, 'At least 1.').max(MOST_GROUPS, `At most ${MOST_GROUPS}.`),
        description: `How many, at most ${MOST_GROUPS}.`,
      }),
    },
    resolve: async ({ id, timeZone }, { range, first }, context) => {
      const { start, end } = await arrivalRange(id, timeZone, range, context);
      await context.rejections.flush();
      return listRejections(context.store.questions.db(id, context.caller), id, {
        start: quarterOf(start),
        end,
        limit: first ?? DEFAULT_PAGE,
      });
    },
  }),
}));
