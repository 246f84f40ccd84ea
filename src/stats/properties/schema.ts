import { z } from 'zod';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { LOOKED_AT, type Offer, type Offered, propertyKeys, propertyValues } from './sql.ts';

// What there is to filter and group by, for those who type a question.

const NINETY_DAYS = 90 * 24 * 60 * 60_000;
const SCOPE = `Looks at the latest ${LOOKED_AT.toLocaleString('en')} events with properties, of the last 90 days at most.`;

const PropertyKeyRef = builder.objectRef<Offered>('PropertyKey').implement({
  description: 'The name of a property that events have.',
  fields: (t) => ({
    key: t.exposeString('text', { description: 'The name.' }),
    events: t.field({
      type: 'Count',
      description: 'How many of the events have it.',
      resolve: ({ events }) => events,
    }),
  }),
});

const PropertyValueRef = builder.objectRef<Offered>('PropertyValue').implement({
  description: 'A text that a property of events has.',
  fields: (t) => ({
    value: t.exposeString('text', {
      description: 'The text; `3`, `true` for numbers and booleans, JSON for lists and objects.',
    }),
    events: t.field({
      type: 'Count',
      description: 'How many of the events have it.',
      resolve: ({ events }) => events,
    }),
  }),
});

interface OfferArgs {
  event?: string | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
}

const offerOf = (projectId: number, { event, search, first }: OfferArgs, { now }: Context): Offer => ({
  projectId,
  event: event ?? null,
  since: new Date(now() - NINETY_DAYS),
  search: search ?? null,
  first: first ?? 50,
});

builder.prismaObjectFields('Project', (t) => {
  // The properties of thousands of events are taken apart, however few are listed.
  const complexity = ({ first }: OfferArgs) => ({ field: 1_000, multiplier: Math.max(1, (first ?? 50) / 5) });
  const args = {
    event: t.arg.string({ description: 'Only of events of this name.' }),
    search: t.arg.string({ description: 'Only those that have this in them, upper or lower case.' }),
    first: t.arg.int({
      defaultValue: 50,
      validate: z.number().int().min(1, 'At least 1 row.').max(1000, 'At most 1,000 rows.'),
      description: 'How many, at most 1,000.',
    }),
  };
  return {
    propertyKeys: t.field({
      type: [PropertyKeyRef],
      description: `The names of properties that its events have, the most frequent first. ${SCOPE}`,
      complexity,
      args,
      resolve: ({ id }, asked, context) =>
        propertyKeys(context.store.questions.db(id, context.caller), offerOf(id, asked, context)),
    }),
    propertyValues: t.field({
      type: [PropertyValueRef],
      description: `The values of one property, the most frequent first. ${SCOPE}`,
      complexity,
      args: {
        key: t.arg.string({
          required: true,
          validate: z.string().min(1, 'A property has a name.').max(500),
          description: 'The name of the property.',
        }),
        ...args,
      },
      resolve: ({ id }, { key, ...asked }, context) =>
        propertyValues(context.store.questions.db(id, context.caller), offerOf(id, asked, context), key),
    }),
  };
});
