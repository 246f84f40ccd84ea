import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { builder } from '../../builder.ts';
import { readingCost } from '../cost.ts';
import { EventFilterRef, RangeInputRef } from '../inputs.ts';
import { type EventMatch, EventMatchRef, matchFilter } from '../match.ts';
import { statsQuery } from '../query.ts';
import { at } from '../range.ts';
import { ratio } from '../result.ts';
import { clockOf } from '../schema.ts';
import type { FunnelOrder } from './chains.ts';

const MAX_STEPS = 10;

const FunnelOrderRef = builder.enumType('FunnelOrder', {
  description: 'In which order the steps of a funnel are taken.',
  values: {
    ORDERED: { description: 'One after the other, with anything between them.' },
    STRICT: { description: 'One directly after the other, with no other matching event between them.' },
    ANY: { description: 'In any order; one event may take several steps.' },
  } satisfies Record<FunnelOrder, { description: string }>,
});

const FunnelStepInputRef = builder.inputRef<{ label?: string | null; match: EventMatch }>('FunnelStepInput');
FunnelStepInputRef.implement({
  description: 'A step of a funnel.',
  fields: (t) => ({
    label: t.string({ description: 'What to call it; the name or path of the match when absent.' }),
    match: t.field({ type: EventMatchRef, required: true, description: 'The events that take the step.' }),
  }),
});

interface Step {
  label: string;
  visitors: number;
  conversionRate: number | null;
  dropOff: number;
  medianSecondsFromPrevious: number | null;
}
const FunnelStepRef = builder.objectRef<Step>('FunnelStep').implement({
  description: 'How far visitors came.',
  fields: (t) => ({
    label: t.exposeString('label', {
      description: 'As given, else the name or path of the match, else its number.',
    }),
    visitors: t.expose('visitors', { type: 'Count', description: 'Visitors who reached the step.' }),
    conversionRate: t.exposeFloat('conversionRate', {
      nullable: true,
      description:
        "The share of the previous step's visitors who reached this one, 0 to 1: 1 for the first step; null without any to begin with.",
    }),
    dropOff: t.expose('dropOff', {
      type: 'Count',
      description: 'Visitors who reached the previous step and not this one; 0 for the first step.',
    }),
    medianSecondsFromPrevious: t.exposeFloat('medianSecondsFromPrevious', {
      nullable: true,
      description:
        'The median of the seconds from the previous step; null for the first step, in ANY order, and where nobody reached it.',
    }),
  }),
});

const FunnelRef = builder.objectRef<Step[]>('Funnel').implement({
  description: 'How many visitors take one step after another; docs/metrics.md defines when they do.',
  fields: (t) => ({
    steps: t.field({
      type: [FunnelStepRef],
      description: 'The steps in order.',
      resolve: (steps) => steps,
    }),
    conversionRate: t.float({
      nullable: true,
      description: 'Visitors of the last step / visitors of the first, 0 to 1; null without visitors.',
      resolve: (steps) => ratio(steps.at(-1)?.visitors ?? 0, steps[0]?.visitors ?? 0),
    }),
  }),
});

builder.prismaObjectFields('Project', (t) => ({
  funnel: t.field({
    type: FunnelRef,
    description: 'How many visitors take one step after another.',
    // Each step looks for the events that match the filter as well.
    complexity: ({ range, filter, steps }) => ({
      field: readingCost(
        150,
        range,
        ...steps.map(({ match }) => ({ and: [filter ?? {}, matchFilter(match) ?? {}] })),
      ),
      multiplier: 1,
    }),
    args: {
      range: t.arg({
        type: RangeInputRef,
        description: 'The range of all steps; the last 30 days when absent.',
      }),
      filter: t.arg({ type: EventFilterRef, description: 'Which events count; all when absent.' }),
      timeZone: t.arg({
        type: 'TimeZone',
        description: "The zone in which the range's days are cut; the project's when absent.",
      }),
      steps: t.arg({
        type: [FunnelStepInputRef],
        required: true,
        validate: z
          .array(z.custom<{ label?: string | null; match: EventMatch }>())
          .min(1, 'A funnel needs a step.')
          .max(MAX_STEPS, `A funnel has at most ${MAX_STEPS} steps.`),
        description: 'The steps, at most 10.',
      }),
      window: t.arg({
        type: 'Duration',
        description:
          'The most time from the first step to the last, itself included; the range alone limits it when absent. A day is 24 hours; months and years are those before the end of the range.',
      }),
      order: t.arg({
        type: FunnelOrderRef,
        defaultValue: 'ORDERED',
        description: 'In which order steps are taken.',
      }),
    },
    resolve: async (project, args, context) => {
      const order = args.order ?? 'ORDERED';
      const { question } = await statsQuery(project, args, clockOf(context));
      const filters = args.steps.map(({ match }) => matchFilter(match));
      const window = args.window == null ? null : lengthOf(args.window, question.end);
      const rules = { steps: filters.length, window, order };
      const reached = await context.answers.funnel(question, filters, rules);
      return reached.map(({ visitors, medianSeconds }, i): Step => {
        const { label, match } = args.steps[i] ?? { match: {} };
        const previous = reached[i - 1];
        return {
          label: label ?? match.name ?? match.path ?? `Step ${i + 1}`,
          visitors,
          conversionRate: previous ? ratio(visitors, previous.visitors) : 1,
          dropOff: previous ? previous.visitors - visitors : 0,
          medianSecondsFromPrevious: medianSeconds,
        };
      });
    },
  }),
}));

/**
 * Milliseconds of a window: days have 24 hours, months and years are those before the end of the range, in UTC. Null
 * when it is longer than time can be written.
 */
function lengthOf(window: string, end: number): number | null {
  try {
    const relativeTo = at(end, 'UTC');
    return -Temporal.Duration.from(window).negated().total({ unit: 'milliseconds', relativeTo });
  } catch {
    return null;
  }
}
