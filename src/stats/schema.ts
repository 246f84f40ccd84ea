import { createHash } from 'node:crypto';
import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import { z } from 'zod';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { canonical } from '../store/cache.ts';
import { inSlices } from '../turns/slices.ts';
import { bucketStarts, defaultInterval } from './buckets.ts';
import { bucketsCost, bucketsOf, rangeAround, readingCost } from './cost.ts';
import { AggregateRef, DimensionRef, IntervalRef, MetricRef } from './enums.ts';
import { ComparisonRef, EventFilterRef, RangeInputRef } from './inputs.ts';
import { whenLoaded } from './loader.ts';
import type { Dimension, Grouping, Metric, Panel } from './plan.ts';
import { previousQuery, type StatsQuery, statsQuery } from './query.ts';
import { type Cell, cellOf, EMPTY, ratio } from './result.ts';
import { selectedFields } from './selected.ts';
import { type Aggregate, firstVisit, type Measure, visitorsSince } from './sql.ts';

const FIVE_MINUTES = 5 * 60_000;

interface Money {
  currency: string;
  amount: string;
}
export const MoneyRef = builder.objectRef<Money>('Money').implement({
  description: 'An amount of money, exact.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'ISO 4217 code.' }),
    amount: t.exposeString('amount', { description: 'A decimal number, such as "19.99".' }),
  }),
});

interface MeasureArgs extends Pick<Measure, 'event' | 'aggregate'> {
  property?: string | null | undefined;
}
const isCount = (aggregate: Aggregate): boolean => aggregate === 'COUNT' || aggregate === 'UNIQUE';
const isMeasurable = ({ property, aggregate }: MeasureArgs): boolean =>
  property != null || isCount(aggregate);

const MetricsRef = builder.objectRef<Cell>('Metrics').implement({
  description: 'The numbers of matching events and visits; docs/metrics.md defines each.',
  fields: (t) => ({
    visitors: t.field({
      type: 'Count',
      description:
        'Distinct visitors of the matching events in the range; over several days distinct, never a sum of days.',
      resolve: ({ counts }) => counts.visitors,
    }),
    visits: t.field({
      type: 'Count',
      description: 'Visits that start in the range and have at least one matching event.',
      resolve: ({ counts }) => counts.visits,
    }),
    pageviews: t.field({
      type: 'Count',
      description: 'Matching events of type PAGEVIEW in the range.',
      resolve: ({ counts }) => counts.pageviews,
    }),
    events: t.field({
      type: 'Count',
      description: 'Matching events in the range, pageviews among them.',
      resolve: ({ counts }) => counts.events,
    }),
    bounceRate: t.float({
      nullable: true,
      description: 'The share of the visits that have one event only, 0 to 1; null without visits.',
      resolve: ({ counts }) => ratio(counts.bounces, counts.visits),
    }),
    visitDuration: t.float({
      nullable: true,
      description:
        'Mean seconds from the first to the last event of the visits, bounces as 0; null without visits.',
      resolve: ({ counts }) => ratio(counts.seconds, counts.visits),
    }),
    viewsPerVisit: t.float({
      nullable: true,
      description: 'pageviews / visits; null without visits.',
      resolve: ({ counts }) => ratio(counts.pageviews, counts.visits),
    }),
    timeOnPage: t.float({
      nullable: true,
      description:
        'Mean seconds from a matching pageview in the range to the next event of its visit, whatever that is; the last event of a visit does not count. Null without any.',
      complexity: 5,
      resolve: (cell, _args, { loaders }) =>
        whenLoaded(loaders.timeOnPage(cell), (rows) => rows.get(cell.place)?.[0]?.seconds ?? null),
    }),
    revenue: t.field({
      type: [MoneyRef],
      description: 'Sum of the revenue of matching events in the range, by currency, in alphabetical order.',
      complexity: 5,
      resolve: (cell, _args, { loaders }) =>
        whenLoaded(loaders.revenue(cell), (rows) => [...(rows.get(cell.place) ?? [])]),
    }),
    measure: t.float({
      nullable: true,
      description:
        'An aggregate of a property of the matching events of one name; null without values, 0 for COUNT and UNIQUE.',
      complexity: 5,
      args: {
        event: t.arg.string({
          required: true,
          description: 'The name of the event; `pageview` for pageviews.',
        }),
        property: t.arg.string({ description: 'The property; needed for all but COUNT and UNIQUE.' }),
        aggregate: t.arg({ type: AggregateRef, required: true, description: 'What is made of its values.' }),
      },
      resolve: (cell, measure, { loaders }) => {
        const { property, aggregate } = measure;
        if (!isMeasurable(measure)) throw badInput('property', `${aggregate} needs a property.`);
        const none = isCount(aggregate) ? 0 : null;
        return whenLoaded(
          loaders.measure(cell, { ...measure, property: property ?? null }),
          (rows) => rows.get(cell.place)?.[0]?.result ?? none,
        );
      },
    }),
  }),
});

interface Point {
  start: number;
  cell: Cell;
}
const TimePointRef = builder.objectRef<Point>('TimePoint').implement({
  description: 'A bucket of a timeseries.',
  fields: (t) => ({
    start: t.field({
      type: 'DateTime',
      description:
        "The bucket's first instant; it ends where the next one starts, the last one with the range.",
      resolve: ({ start }) => new Date(start),
    }),
    metrics: t.field({
      type: MetricsRef,
      description: "The totals of the bucket's own range.",
      resolve: ({ cell }) => cell,
    }),
  }),
});

interface Row {
  value: string | null;
  cell: Cell;
}
const BreakdownRowRef = builder.objectRef<Row>('BreakdownRow').implement({
  description: 'The numbers of one value of a dimension.',
  fields: (t) => ({
    value: t.exposeString('value', { nullable: true, description: 'The value; null where there is none.' }),
    metrics: t.field({
      type: MetricsRef,
      description: 'The totals under the filter dimension = value.',
      resolve: ({ cell }) => cell,
    }),
  }),
});

/** Loads what the cells of a grouping are asked for beside counts, so that each of them has it at once. */
async function loadCells(
  query: StatsQuery,
  grouping: Grouping,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<void> {
  const cells = { question: query.question, grouping };
  const metrics = info.schema.getType('Metrics');
  const measure = isObjectType(metrics) ? metrics.getFields().measure : undefined;
  const loading = selectedFields(info, 'metrics').map((node) => {
    if (node.name.value === 'revenue') return loaders.revenue(cells);
    if (node.name.value === 'timeOnPage') return loaders.timeOnPage(cells);
    if (node.name.value !== 'measure' || !measure) return undefined;
    const args = getArgumentValues(measure, node, info.variableValues) as unknown as MeasureArgs;
    return isMeasurable(args)
      ? loaders.measure(cells, { ...args, property: args.property ?? null })
      : undefined;
  });
  // What fails does so in its own field.
  await Promise.allSettled(loading);
}

const load = async (query: StatsQuery, panel: Panel, { loaders }: Context) =>
  loaders.panel(query.question, panel);

export const StatsRef = builder.objectRef<StatsQuery>('Stats');
StatsRef.implement({
  description: 'The statistics of a range of time. Panels that are asked together are answered together.',
  fields: (t) => ({
    id: t.id({
      description:
        'The same for the same question (project, range, filter, zone, comparison), as a query or a subscription: a cache that keeps objects by their ids has live answers where the query put its own. It is no id of `node`.',
      resolve: ({ key }) => createHash('sha256').update(canonical(key)).digest('base64url').slice(0, 22),
    }),
    start: t.field({
      type: 'DateTime',
      description: 'The first instant of the range.',
      resolve: ({ question }) => new Date(question.start),
    }),
    end: t.field({
      type: 'DateTime',
      description: 'The first instant after the range.',
      resolve: ({ question }) => new Date(question.end),
    }),
    timeZone: t.field({
      type: 'TimeZone',
      description: 'The zone in which days are cut.',
      resolve: ({ zone }) => zone,
    }),
    totals: t.field({
      type: MetricsRef,
      description: 'The numbers of the whole range.',
      complexity: 10,
      resolve: async (query, _args, context) => {
        const grouping: Grouping = { by: 'nothing' };
        const [row] = await load(query, { grouping, list: null }, context);
        return cellOf(query, grouping, row ?? EMPTY);
      },
    }),
    timeseries: t.field({
      type: [TimePointRef],
      description:
        'Every bucket of the range, the empty ones too; at most 10,000. With the preset ALL_TIME the first bucket takes in what is before the last 9,999 or fewer.',
      complexity: ({ interval }, around) => bucketsCost(bucketsOf(rangeAround(around), interval)),
      args: {
        interval: t.arg({
          type: IntervalRef,
          description:
            'The length of a bucket. When absent: a minute for ranges up to an hour, an hour up to 2 days, a day up to 100 days, a month up to 767 years, else a year.',
        }),
      },
      resolve: async (query, { interval }, context, info) => {
        const { question, zone } = query;
        const starts = bucketStarts(question, interval ?? defaultInterval(question), zone, {
          folds: query.isAllTime,
        });
        const grouping: Grouping = { by: 'time', starts };
        const [found] = await Promise.all([
          load(query, { grouping, list: null }, context),
          loadCells(query, grouping, context, info),
        ]);
        const rows = new Map(found.map((row) => [row.number, row]));
        const points = starts.map((start, index) => ({
          start,
          cell: cellOf(query, grouping, rows.get(index + 1) ?? { ...EMPTY, number: index + 1 }),
        }));
        return inSlices(question.projectId, points, context.caller);
      },
    }),
    breakdown: t.field({
      type: [BreakdownRowRef],
      description:
        'The numbers by the values of a dimension, the greatest first; values of equal weight in the order of their letters.',
      complexity: ({ by, first, search }) => ({
        field: by === 'PROPERTY' || search ? 100 : 10,
        multiplier: Math.max(1, (first ?? 10) / 5),
      }),
      args: {
        by: t.arg({ type: DimensionRef, required: true, description: 'The dimension.' }),
        property: t.arg.string({ description: 'The property for PROPERTY.' }),
        first: t.arg.int({
          defaultValue: 10,
          validate: z.number().int().min(1, 'At least 1 row.').max(1000, 'At most 1,000 rows.'),
          description: 'How many rows, at most 1,000.',
        }),
        orderBy: t.arg({
          type: MetricRef,
          defaultValue: 'VISITORS',
          description: 'The metric that orders the rows.',
        }),
        search: t.arg.string({ description: 'Only values that have this in them, upper or lower case.' }),
      },
      resolve: async (query, { by, property, first, orderBy, search }, context, info) => {
        const grouping = groupingBy(by, property ?? null);
        const list = {
          first: first ?? 10,
          orderBy: (orderBy ?? 'VISITORS') satisfies Metric,
          search: search ?? null,
          sums: selectedFields(info, 'metrics').some(({ name }) => SUMS.includes(name.value)),
        };
        const [rows] = await Promise.all([
          load(query, { grouping, list }, context),
          loadCells(query, grouping, context, info),
        ]);
        return rows.map((row) => ({ value: row.value, cell: cellOf(query, grouping, row) }));
      },
    }),
    previous: t.field({
      type: StatsRef,
      nullable: true,
      description: 'The same question over the period of `compare`; null without one.',
      resolve: previousQuery,
    }),
  }),
});

function groupingBy(dimension: Dimension, property: string | null): Grouping {
  if (dimension !== 'PROPERTY') return { by: 'term', dimension };
  if (!property) throw badInput('property', 'PROPERTY needs the name of a property.');
  return { by: 'property', key: property };
}

// What a list does not find on its way to the order of its rows.
const SUMS = ['pageviews', 'events', 'bounceRate', 'visitDuration', 'viewsPerVisit'];

/** The clock of statistics: the server's, and the project's own first visit. */
export const clockOf = ({ now, store }: Pick<Context, 'now' | 'store'>) => ({
  now: now(),
  firstVisit: (projectId: number) => firstVisit(store.questions.lookUps(projectId), projectId),
});

builder.prismaObjectFields('Project', (t) => ({
  stats: t.field({
    type: StatsRef,
    description: 'Any statistic of a range of time.',
    complexity: ({ range, filter }) => ({ field: readingCost(10, range, filter), multiplier: 1 }),
    extensions: { ranged: true },
    args: {
      range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }),
      filter: t.arg({ type: EventFilterRef, description: 'Which events count; all when absent.' }),
      timeZone: t.arg({
        type: 'TimeZone',
        description: "The zone in which days are cut; the project's when absent.",
      }),
      compare: t.arg({ type: ComparisonRef, description: 'Asks the same of another period, as `previous`.' }),
    },
    resolve: (project, args, context) => statsQuery(project, args, clockOf(context)),
  }),
  currentVisitors: t.field({
    type: 'Count',
    description: 'Unique visitors with an event in the last five minutes.',
    complexity: 10,
    resolve: ({ id }, _args, { store, now, caller }) =>
      visitorsSince(store.questions.db(id, caller), id, new Date(now() - FIVE_MINUTES)),
  }),
}));
