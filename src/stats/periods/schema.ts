import { builder } from '../../builder.ts';
import { inSlices } from '../../turns/slices.ts';
import { bucketStarts, defaultInterval, previousStart } from '../buckets.ts';
import { bucketsCost, bucketsOf, rangeAround, readingCost } from '../cost.ts';
import { IntervalRef } from '../enums.ts';
import type { EventFilter } from '../filter.ts';
import { EventFilterRef, RangeInputRef } from '../inputs.ts';
import { type EventMatch, EventMatchRef, matchFilter } from '../match.ts';
import { statsQuery } from '../query.ts';
import { clockOf, StatsRef } from '../schema.ts';
import { lifecycle, type Stages } from './lifecycle.ts';
import type { Cohort } from './retention.ts';
import { countAudience, earlierVisitors } from './sql.ts';
import { type Stickiness, stickiness } from './stickiness.ts';

// Who comes back: what periods of a range have in common is told by the distinct visitors of each.

// A cohort has a number for each period that follows: their numbers together grow with the square.
const COHORTS = { most: 366, argument: 'period' };

const RetentionCohortRef = builder.objectRef<Cohort & { start: number }>('RetentionCohort').implement({
  description: 'The visitors who started in one period, and how many of them came back.',
  fields: (t) => ({
    start: t.field({
      type: 'DateTime',
      description: "The period's first instant; that of the range for the first one.",
      resolve: ({ start }) => new Date(start),
    }),
    size: t.field({
      type: 'Count',
      description: 'Visitors whose first matching event in the range is in this period.',
      resolve: ({ size }) => size,
    }),
    returning: t.field({
      type: ['Count'],
      description:
        'How many of them came back in the same period, in the one after it, and so on to the end of the range. The first number is `size` unless `start` and `returning` differ.',
      complexity: 10,
      resolve: ({ returning }) => returning,
    }),
  }),
});

const RetentionRef = builder.objectRef<(Cohort & { start: number })[]>('Retention').implement({
  description: 'Who comes back after the first time.',
  fields: (t) => ({
    cohorts: t.field({
      type: [RetentionCohortRef],
      description: 'Every period of the range, the empty ones too.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (cohorts) => cohorts,
    }),
  }),
});

const LifecyclePeriodRef = builder.objectRef<Stages & { start: number }>('LifecyclePeriod').implement({
  description: 'How the visitors of a period stand to the ones before.',
  fields: (t) => ({
    start: t.field({
      type: 'DateTime',
      description: "The period's first instant; that of the range for the first one.",
      resolve: ({ start }) => new Date(start),
    }),
    new: t.field({
      type: 'Count',
      description: 'Visitors whose first matching event ever is in this period.',
      resolve: (stages) => stages.new,
    }),
    returning: t.field({
      type: 'Count',
      description: 'Visitors who are active in this period and in the one before.',
      resolve: (stages) => stages.returning,
    }),
    resurrected: t.field({
      type: 'Count',
      description: 'Visitors who were active before, but not in the period before.',
      resolve: (stages) => stages.resurrected,
    }),
    dormant: t.field({
      type: 'Count',
      description: 'Visitors who were active in the period before and are not in this one.',
      resolve: (stages) => stages.dormant,
    }),
  }),
});

const StickinessStepRef = builder
  .objectRef<{ periods: number; visitors: number }>('StickinessStep')
  .implement({
    description: 'The visitors who were active in so many periods.',
    fields: (t) => ({
      periods: t.exposeInt('periods', { description: 'The number of periods.' }),
      visitors: t.field({
        type: 'Count',
        description: 'Visitors who were active in exactly so many of them.',
        resolve: ({ visitors }) => visitors,
      }),
    }),
  });

const StickinessRef = builder.objectRef<Stickiness>('Stickiness').implement({
  description: 'In how many periods visitors are active.',
  fields: (t) => ({
    steps: t.field({
      type: [StickinessStepRef],
      description: 'From one period to all those of the range.',
      complexity: { field: 1, multiplier: 5 },
      resolve: ({ visitors }) => visitors.map((count, index) => ({ periods: index + 1, visitors: count })),
    }),
    average: t.float({
      nullable: true,
      description: 'Mean periods in which a visitor is active; null without visitors.',
      resolve: ({ average }) => average,
    }),
  }),
});

const AudienceRef = builder.objectRef<{ visitors: number; returning: number }>('Audience').implement({
  description: 'The visitors of a range, by whether they have been here before it.',
  fields: (t) => ({
    newVisitors: t.field({
      type: 'Count',
      description: 'Visitors without any event of the project before the range, whatever the filter.',
      resolve: ({ visitors, returning }) => visitors - returning,
    }),
    returningVisitors: t.field({
      type: 'Count',
      description: 'The other visitors: those with an event before the range.',
      resolve: ({ returning }) => returning,
    }),
  }),
});

builder.objectField(StatsRef, 'audience', (t) =>
  t.field({
    type: AudienceRef,
    description: 'New and returning visitors; together they are `visitors` of `totals`.',
    complexity: (_args, around) => ({ field: readingCost(50, rangeAround(around), null), multiplier: 1 }),
    resolve: ({ question }, _args, { store, caller }) =>
      countAudience(store.questions.joins(question.projectId, caller), question),
  }),
);

const matchOf = (match: EventMatch | null | undefined): EventFilter | null =>
  match ? matchFilter(match) : null;

builder.prismaObjectFields('Project', (t) => {
  const range = t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' });
  const filter = t.arg({ type: EventFilterRef, description: 'Which events count; all when absent.' });
  const timeZone = t.arg({
    type: 'TimeZone',
    description: "The zone in which periods are cut; the project's when absent.",
  });
  return {
    retention: t.field({
      type: RetentionRef,
      description: 'Cohorts of visitors by when they came first, and how many of each came back.',
      complexity: ({ range: asked, filter: matching, start, returning, period }) => {
        const periods = bucketsOf(asked, period ?? 'WEEK', COHORTS.most);
        const filters = [matching, matchFilter(start ?? {}), matchFilter(returning ?? {})];
        // A cohort has a number for each period after it.
        return { field: periods + readingCost(10, asked, ...filters), multiplier: Math.max(1, periods / 5) };
      },
      args: {
        range,
        filter,
        start: t.arg({
          type: EventMatchRef,
          description: "What a visitor's cohort begins with; any event when absent.",
        }),
        returning: t.arg({
          type: EventMatchRef,
          description: 'What counts as coming back; any event when absent.',
        }),
        period: t.arg({
          type: IntervalRef,
          defaultValue: 'WEEK',
          description:
            'The length of a period; at most 366 of them. With the preset ALL_TIME the first one takes in what is before.',
        }),
        timeZone,
      },
      resolve: async (project, args, context) => {
        const { question, zone, isAllTime: folds } = await statsQuery(project, args, clockOf(context));
        const periods = bucketStarts(question, args.period ?? 'WEEK', zone, { ...COHORTS, folds });
        const matches = { start: matchOf(args.start), returning: matchOf(args.returning) };
        const cohorts = await context.answers.retention(question, matches, periods);
        return cohorts.map((cohort, index) => ({ ...cohort, start: periods[index] ?? question.start }));
      },
    }),
    lifecycle: t.field({
      type: [LifecyclePeriodRef],
      description:
        'New, returning, resurrected and dormant visitors of every period of the range; at most 10,000.',
      complexity: ({ range: asked, filter: matching, interval }) => {
        const { field, multiplier } = bucketsCost(bucketsOf(asked, interval));
        return { field: field + readingCost(20, asked, matching), multiplier };
      },
      args: {
        range,
        filter,
        interval: t.arg({
          type: IntervalRef,
          description:
            'The length of a period; as for `timeseries` when absent. With the preset ALL_TIME the first one takes in what is before the last 9,999 or fewer.',
        }),
        timeZone,
      },
      resolve: async (project, args, context) => {
        const { question, zone, isAllTime: folds } = await statsQuery(project, args, clockOf(context));
        const interval = args.interval ?? defaultInterval(question);
        const periods = bucketStarts(question, interval, zone, { folds });
        const previous = previousStart(question.start, interval, zone);
        const [[before, ...active], known] = await Promise.all([
          context.answers.visitors({ ...question, start: previous }, [previous, ...periods]),
          earlierVisitors(context.store.questions.joins(project.id, context.caller), question),
        ]);
        const stages = lifecycle(before ?? new Int32Array(), active, known).map((each, index) => ({
          ...each,
          start: periods[index] ?? question.start,
        }));
        return inSlices(project.id, stages, context.caller);
      },
    }),
    stickiness: t.field({
      type: StickinessRef,
      description: 'In how many periods of the range visitors are active.',
      complexity: ({ range: asked, filter: matching, interval }) => {
        const { field, multiplier } = bucketsCost(bucketsOf(asked, interval ?? 'DAY'));
        // `steps` has a multiplier of its own.
        return { field: field + readingCost(20, asked, matching), multiplier: multiplier / 5 };
      },
      args: {
        range,
        filter,
        interval: t.arg({
          type: IntervalRef,
          defaultValue: 'DAY',
          description:
            'The length of a period; at most 10,000 of them. With the preset ALL_TIME the first one takes in what is before.',
        }),
        timeZone,
      },
      resolve: async (project, args, context) => {
        const { question, zone, isAllTime: folds } = await statsQuery(project, args, clockOf(context));
        const periods = bucketStarts(question, args.interval ?? 'DAY', zone, { folds });
        return stickiness(await context.answers.visitors(question, periods));
      },
    }),
  };
});
