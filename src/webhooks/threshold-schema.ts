import { builder } from '../builder.ts';
import type { JsonObject } from '../scalars.ts';
import { AggregateRef } from '../stats/enums.ts';
import type { Aggregate } from '../stats/sql.ts';
import type { ThresholdComparison } from '../store/generated/client/enums.ts';
import type { ThresholdMetric } from './metrics.ts';
import { type Measure, measure } from './thresholds.sql.ts';

export const ThresholdMetricRef = builder.enumType('ThresholdMetric', {
  description: 'A number of Metrics.',
  values: {
    VISITORS: { description: 'Metrics.visitors.' },
    VISITS: { description: 'Metrics.visits.' },
    PAGEVIEWS: { description: 'Metrics.pageviews.' },
    EVENTS: { description: 'Metrics.events.' },
    BOUNCE_RATE: { description: 'Metrics.bounceRate, 0 to 1.' },
    VISIT_DURATION: { description: 'Metrics.visitDuration, in seconds.' },
    VIEWS_PER_VISIT: { description: 'Metrics.viewsPerVisit.' },
    TIME_ON_PAGE: { description: 'Metrics.timeOnPage, in seconds.' },
    REVENUE: { description: 'Metrics.revenue in one `currency`; 0 without any.' },
    MEASURE: { description: 'Metrics.measure, of what `measure` says.' },
  } satisfies Record<ThresholdMetric, { description: string }>,
});

export const ThresholdComparisonRef = builder.enumType('ThresholdComparison', {
  description: 'On which side of its bound a number has passed it.',
  values: {
    BELOW: { description: 'Less than the bound.' },
    ABOVE: { description: 'More than the bound.' },
  } satisfies Record<ThresholdComparison, { description: string }>,
});

const ThresholdMeasureRef = builder.objectRef<Measure>('ThresholdMeasure').implement({
  description: 'The arguments of Metrics.measure.',
  fields: (t) => ({
    event: t.exposeString('event', { description: 'The name of the event.' }),
    property: t.exposeString('property', { nullable: true, description: 'The property.' }),
    aggregate: t.field({
      type: AggregateRef,
      description: 'What is made of its values.',
      resolve: ({ aggregate }) => aggregate as Aggregate,
    }),
  }),
});

builder.prismaObject('Threshold', {
  description:
    'A bound on a statistic. It is looked at every minute, and told when it is passed (`threshold.passed`), and once more when the statistic has come back (`threshold.recovered`).',
  fields: (t) => ({
    metric: t.field({
      type: ThresholdMetricRef,
      description: 'The statistic.',
      resolve: ({ metric }) => metric as ThresholdMetric,
    }),
    currency: t.exposeString('currency', { nullable: true, description: 'Of which revenue, for REVENUE.' }),
    measure: t.field({
      type: ThresholdMeasureRef,
      nullable: true,
      description: 'What is measured, for MEASURE.',
      resolve: (threshold) => measure.nullable().parse(threshold.measure),
    }),
    last: t.field({
      type: 'Duration',
      description: 'The range: so long, up to the present minute.',
      resolve: ({ last }) => last,
    }),
    filter: t.field({
      type: 'JSONObject',
      nullable: true,
      description: 'Which events count, as an EventFilter; all when null.',
      resolve: ({ filter }) => filter as JsonObject | null,
    }),
    comparison: t.expose('comparison', {
      type: ThresholdComparisonRef,
      description: 'On which side of the bound it is passed.',
    }),
    value: t.exposeFloat('value', { description: 'The bound.' }),
    passed: t.exposeBoolean('passed', {
      description: 'Whether it was passed when it was last looked at.',
    }),
  }),
});
