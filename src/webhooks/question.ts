import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { projectGlobalId } from '../ids.ts';
import { at } from '../stats/range.ts';
import type { ThresholdMetric } from './metrics.ts';
import type { Threshold } from './thresholds.sql.ts';

/** A question that anyone who may read the project can ask again. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

// The field's name, from the enum's: VIEWS_PER_VISIT is viewsPerVisit.
const fieldOf = (metric: ThresholdMetric): string =>
  metric.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

interface Asked {
  selection: string;
  /** Further variables of the operation. */
  variables: string;
}

function askedFor(metric: ThresholdMetric): Asked {
  if (metric === 'REVENUE') return { selection: 'revenue { currency amount }', variables: '' };
  if (metric !== 'MEASURE') return { selection: fieldOf(metric), variables: '' };
  return {
    selection: 'measure(event: $event, property: $property, aggregate: $aggregate)',
    variables: ', $event: String!, $property: String, $aggregate: Aggregate!',
  };
}

const MINUTE = 60_000;

/** The statistic of a threshold over its range up to the beginning of the present minute. */
export function questionOf(threshold: Threshold, now: number): Question {
  const { projectId, metric, measure, last, filter, timeZone } = threshold;
  const { selection, variables } = askedFor(metric);
  const end = at(Math.floor(now / MINUTE) * MINUTE, timeZone);
  const start = end.subtract(Temporal.Duration.from(last));
  return {
    query: `query Threshold($project: ID!, $range: RangeInput!, $filter: EventFilter${variables}) {
  project(id: $project) { stats(range: $range, filter: $filter) { totals { ${selection} } } }
}`,
    variables: {
      project: projectGlobalId(projectId),
      range: { between: { start: iso(start), end: iso(end) } },
      filter,
      ...measure,
    },
  };
}

const iso = (time: Temporal.ZonedDateTime): string => new Date(time.epochMilliseconds).toISOString();

const money = z.object({ currency: z.string(), amount: z.string() });

/** The answer to any threshold's question. */
export const answer = z.object({
  project: z
    .object({
      stats: z.object({ totals: z.record(z.string(), z.union([z.number().nullable(), money.array()])) }),
    })
    .nullable(),
});
export type Answer = z.output<typeof answer>;

/** The number in an answer; null where there is none, as the bounce rate without visits. */
export function observedIn({ project }: Answer, threshold: Threshold): number | null {
  const value = project?.stats.totals[fieldOf(threshold.metric)] ?? null;
  if (!Array.isArray(value)) return value;
  return Number(value.find(({ currency }) => currency === threshold.currency)?.amount ?? 0);
}

/** Whether a number is on the wrong side of the bound; the bound itself is not. */
export const isPassed = ({ comparison, value }: Threshold, observed: number): boolean =>
  comparison === 'BELOW' ? observed < value : observed > value;
