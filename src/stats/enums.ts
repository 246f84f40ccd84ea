import { builder } from '../builder.ts';
import type { Interval } from './buckets.ts';
import type { Dimension, METRICS } from './plan.ts';
import type { Aggregate } from './sql.ts';

// What statistics can be cut, counted and split by, as people read it.

export const IntervalRef = builder.enumType('Interval', {
  description: 'The length of a bucket, cut by the clock and calendar of the time zone.',
  values: {
    MINUTE: { description: 'A minute.' },
    HOUR: { description: 'An hour of the clock; a day has 23 or 25 when the clock changes.' },
    DAY: { description: 'A calendar day.' },
    WEEK: { description: 'A week, from Monday.' },
    MONTH: { description: 'A calendar month.' },
    YEAR: { description: 'A calendar year.' },
  } satisfies Record<Interval, { description: string }>,
});

export const MetricRef = builder.enumType('Metric', {
  description: 'What rows are ordered by.',
  values: {
    VISITORS: { description: 'Metrics.visitors.' },
    VISITS: { description: 'Metrics.visits.' },
    PAGEVIEWS: { description: 'Metrics.pageviews.' },
    EVENTS: { description: 'Metrics.events.' },
    BOUNCE_RATE: { description: 'Metrics.bounceRate.' },
    VISIT_DURATION: { description: 'Metrics.visitDuration.' },
    VIEWS_PER_VISIT: { description: 'Metrics.viewsPerVisit.' },
  } satisfies Record<(typeof METRICS)[number], { description: string }>,
});

export const AggregateRef = builder.enumType('Aggregate', {
  description:
    'What is made of the values of a property. Values that are not JSON numbers count for COUNT and UNIQUE only.',
  values: {
    COUNT: { description: 'Events that have the property; without a property, all events of the name.' },
    SUM: { description: 'The sum.' },
    AVG: { description: 'The arithmetic mean.' },
    MIN: { description: 'The least.' },
    MAX: { description: 'The greatest.' },
    P50: { description: 'The median, interpolated between neighbours.' },
    P90: { description: 'The 90th percentile, interpolated between neighbours.' },
    P99: { description: 'The 99th percentile, interpolated between neighbours.' },
    UNIQUE: { description: 'Distinct values; without a property, distinct visitors.' },
  } satisfies Record<Aggregate, { description: string }>,
});

export const DimensionRef = builder.enumType('Dimension', {
  description: 'What numbers are broken down by.',
  values: {
    EVENT_NAME: { description: 'The name of the event; `pageview` for pageviews.' },
    PATH: { description: "The path of the event's URL." },
    HOSTNAME: { description: "The host name of the event's URL." },
    ENTRY_PATH: { description: 'The path of the first pageview of the visit.' },
    EXIT_PATH: { description: 'The path of the last pageview of the visit.' },
    REFERRER: { description: 'The host that the visit came from, without `www.`; null for direct visits.' },
    SOURCE: {
      description: 'utm_source, else `source`, else `ref`, else the referrer; null for direct visits.',
    },
    CHANNEL: { description: "The visit's channel, by the rules of GA4's default channel group." },
    UTM_SOURCE: { description: 'utm_source of the first event of the visit.' },
    UTM_MEDIUM: { description: 'utm_medium of the first event of the visit.' },
    UTM_CAMPAIGN: { description: 'utm_campaign of the first event of the visit.' },
    UTM_TERM: { description: 'utm_term of the first event of the visit.' },
    UTM_CONTENT: { description: 'utm_content of the first event of the visit.' },
    COUNTRY: { description: 'ISO 3166-1 code of the country where the visit began.' },
    REGION: { description: 'The region where the visit began, such as DE-BY.' },
    CITY: { description: 'The city where the visit began.' },
    DEVICE: { description: 'Desktop, Mobile, Tablet, TV or Console.' },
    BROWSER: { description: "The browser's name." },
    OS: { description: "The operating system's name." },
    LANGUAGE: { description: "The visitor's first language, such as de-CH." },
    PROPERTY: { description: 'A property of the event, named by `property`; its text.' },
  } satisfies Record<Dimension, { description: string }>,
});
