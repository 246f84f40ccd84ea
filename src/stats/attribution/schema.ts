import { z } from 'zod';
import { builder } from '../../builder.ts';
import { badInput } from '../../errors.ts';
import { readingCost } from '../cost.ts';
import { DimensionRef } from '../enums.ts';
import { VISIT_TERMS } from '../filter.ts';
import { EventFilterRef, RangeInputRef } from '../inputs.ts';
import { DIMENSION_FIELDS, type Dimension } from '../plan.ts';
import { statsQuery } from '../query.ts';
import { at } from '../range.ts';
import { clockOf, MoneyRef } from '../schema.ts';
import {
  type AttributionModel,
  type AttributionQuestion,
  type AttributionRow,
  readAttribution,
} from './sql.ts';

const AttributionModelRef = builder.enumType('AttributionModel', {
  description: 'Which of the visits before it a conversion is credited to.',
  values: {
    FIRST_TOUCH: { description: 'The earliest visit of the lookback.' },
    LAST_TOUCH: {
      description: 'The latest visit of the lookback that has a source; where none has one, the latest.',
    },
  } satisfies Record<AttributionModel, { description: string }>,
});

const AttributionRowRef = builder.objectRef<AttributionRow>('AttributionRow').implement({
  description: 'The conversions that are credited to one value of a dimension.',
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description: 'The value; null where the credited visits have none.',
    }),
    conversions: t.field({
      type: 'Count',
      description: 'Matching events with revenue.',
      resolve: ({ conversions }) => conversions,
    }),
    visitors: t.field({
      type: 'Count',
      description: 'Distinct visitors of these events.',
      resolve: ({ visitors }) => visitors,
    }),
    revenue: t.field({
      type: [MoneyRef],
      description: 'Sum of their revenue, by currency, in alphabetical order.',
      resolve: ({ revenue }) => revenue,
    }),
  }),
});

const ONE_CENTURY = 36_525 * 24 * 60 * 60_000;

/** Milliseconds of a lookback: days have 24 hours, months and years are those before the end of the range, in UTC. */
function lengthOf(lookback: string, end: number): number {
  const tooLong = badInput('lookback', 'A lookback is 100 years at most.');
  try {
    const length = end - at(end, 'UTC').subtract(lookback).epochMilliseconds;
    if (length <= ONE_CENTURY) return length;
  } catch {
    // Before any date that can be written.
  }
  throw tooLong;
}

function visitField(dimension: Dimension): AttributionQuestion['by'] {
  const field = dimension === 'PROPERTY' ? null : DIMENSION_FIELDS[dimension];
  if (field !== null && field in VISIT_TERMS) return field as AttributionQuestion['by'];
  throw badInput(
    'by',
    `${dimension} belongs to an event: conversions are credited by a dimension of visits, such as SOURCE or CHANNEL.`,
  );
}

builder.prismaObjectFields('Project', (t) => ({
  attribution: t.field({
    type: [AttributionRowRef],
    description:
      'Which visits brought revenue: every event with revenue is a conversion, credited to one visit of the same visitor. Most conversions first; values of equal weight in the order of their letters.',
    complexity: ({ range, filter, first }) => ({
      field: readingCost(100, range, filter),
      multiplier: Math.max(1, (first ?? 10) / 5),
    }),
    args: {
      range: t.arg({
        type: RangeInputRef,
        description: 'When the conversions happened; the last 30 days when absent.',
      }),
      filter: t.arg({ type: EventFilterRef, description: 'Which conversions count; all when absent.' }),
      by: t.arg({
        type: DimensionRef,
        required: true,
        defaultValue: 'SOURCE',
        description: 'A dimension that belongs to visits: any but EVENT_NAME, PATH, HOSTNAME and PROPERTY.',
      }),
      model: t.arg({
        type: AttributionModelRef,
        required: true,
        defaultValue: 'LAST_TOUCH',
        description: 'Which visit a conversion is credited to.',
      }),
      lookback: t.arg({
        type: 'Duration',
        required: true,
        defaultValue: 'P30D',
        description:
          'How long before a conversion a visit may start to be credited; its own visit is when none does. 100 years at most.',
      }),
      first: t.arg.int({
        defaultValue: 10,
        validate: z.number().int().min(1, 'At least 1 row.').max(1000, 'At most 1,000 rows.'),
        description: 'How many rows, at most 1,000.',
      }),
      timeZone: t.arg({
        type: 'TimeZone',
        description: "The zone in which the range's days are cut; the project's when absent.",
      }),
    },
    resolve: async (project, { by, model, lookback, first, ...args }, context) => {
      const { question } = await statsQuery(project, args, clockOf(context));
      return readAttribution(context.store.questions.joins(project.id, context.caller), {
        ...question,
        by: visitField(by),
        model,
        lookback: lengthOf(lookback, question.end),
        first: first ?? 10,
      });
    },
  }),
}));
