import { z } from 'zod';
import type { Range } from '../stats/range.ts';
import { type Asking, between, type Json } from './asking.ts';
import type { Watched } from './detect/detect.ts';
import { DIMENSIONS, quoted, WATCHED_DIMENSIONS } from './dimensions.ts';
import { SERIES, VALUES } from './questions.ts';

/** A series that is watched, and how it is asked for. */
export interface Collected extends Watched {
  /** The number of Metrics that it is; of a conversion, the visits with the event. */
  field: Field;
  /** Which events it counts; everything when null. */
  filter: Json;
  /** Whether it is the share of visits that have matching events. */
  isConversion: boolean;
}

export type Field = 'visits' | 'pageviews' | 'events' | 'bounceRate';

const metrics = z.object({
  visits: z.number(),
  pageviews: z.number(),
  events: z.number(),
  bounceRate: z.number().nullable(),
});
const seriesAnswer = z.object({
  project: z.object({
    stats: z.object({ timeseries: z.array(z.object({ start: z.coerce.date(), metrics })) }),
  }),
});
type Buckets = z.output<typeof seriesAnswer>['project']['stats']['timeseries'];

const values = z.array(z.object({ value: z.string().nullable() }));
const valuesAnswer = z.object({
  project: z.object({
    stats: z.object({ CHANNEL: values, COUNTRY: values, DEVICE: values, ENTRY_PATH: values }),
    custom: z.object({ EVENT_NAME: values }),
  }),
});

export interface Span extends Range {
  interval: 'HOUR' | 'DAY';
}

/** Every series of a project that is watched, over a span of whole hours or days. */
export async function collect(asking: Asking, span: Span): Promise<Collected[]> {
  const { project } = await asking.ask(VALUES, { range: between(span) }, valuesAnswer);
  const names = project.custom.EVENT_NAME.flatMap(({ value }) => value ?? []);
  const parts = WATCHED_DIMENSIONS.flatMap((dimension) =>
    project.stats[dimension].flatMap(({ value }) =>
      value === null ? [] : [{ dimension, value, filter: { [DIMENSIONS[dimension].field]: { eq: value } } }],
    ),
  );
  const all = await bucketsOf(asking, span, null);
  const seriesOf = (buckets: Buckets, field: Field, trials?: readonly number[]) => ({
    starts: buckets.map(({ start }) => start.getTime()),
    values: buckets.map(({ metrics }) => metrics[field] ?? 0),
    ...(trials ? { trials } : {}),
    interval: span.interval,
    zone: asking.zone,
  });
  const visits = all.map(({ metrics }) => metrics.visits);
  const collected: Collected[] = [
    { metric: 'visits', what: 'TRAFFIC', field: 'visits', series: seriesOf(all, 'visits') },
    { metric: 'pageviews', what: 'TRAFFIC', field: 'pageviews', series: seriesOf(all, 'pageviews') },
    { metric: 'bounce rate', what: 'RATE', field: 'bounceRate', series: seriesOf(all, 'bounceRate', visits) },
  ].map((one) => ({ ...one, filter: null, isConversion: false }) as Collected);
  for (const name of names) {
    const filter = { name: { eq: name } };
    const buckets = await bucketsOf(asking, span, filter);
    const shares = buckets.map(({ metrics }, i) => metrics.visits / (visits[i] || 1));
    collected.push(
      {
        metric: name,
        what: 'EVENT',
        field: 'events',
        filter,
        isConversion: false,
        series: seriesOf(buckets, 'events'),
      },
      {
        metric: `visits with ${quoted(name)}`,
        what: 'RATE',
        field: 'visits',
        filter,
        isConversion: true,
        series: { ...seriesOf(buckets, 'visits', visits), values: shares },
      },
    );
  }
  for (const { dimension, value, filter } of parts) {
    const series = seriesOf(await bucketsOf(asking, span, filter), 'visits');
    const part = { dimension, value };
    collected.push({
      metric: 'visits',
      what: 'TRAFFIC',
      part,
      field: 'visits',
      filter,
      isConversion: false,
      series,
    });
  }
  return collected;
}

async function bucketsOf(asking: Asking, span: Span, filter: Json): Promise<Buckets> {
  const { interval } = span;
  const variables = { range: between(span), filter, interval };
  return (await asking.ask(SERIES, variables, seriesAnswer)).project.stats.timeseries;
}
