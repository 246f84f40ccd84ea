import { z } from 'zod';
import type { Evidence } from '../evidence/evidence.ts';
import type { Range } from '../stats/range.ts';
import { type Asking, between } from './asking.ts';
import type { Estimate } from './detect/finding.ts';
import { benjaminiHochberg } from './detect/multiplicity.ts';
import { compare, compareMeans } from './detect/summary.ts';
import type { Draft } from './insight.ts';
import { partsOf } from './parts.ts';
import { TOTALS } from './questions.ts';
import { change, count, duration, percent, periodInWords, points, signed } from './words.ts';

/** Names the summary of a period. */
export const summaryKey = ({ start, end }: Range): string =>
  `SUMMARY ${new Date(start).toISOString()} ${new Date(end).toISOString()}`;

const metrics = z.object({
  visitors: z.number(),
  visits: z.number(),
  pageviews: z.number(),
  bounceRate: z.number().nullable(),
  visitDuration: z.number().nullable(),
});
const numbers = z.object({ totals: metrics, timeseries: z.array(z.object({ metrics })) });
const totalsAnswer = z.object({
  project: z.object({ stats: numbers.extend({ previous: numbers.nullable() }) }),
});
type Metrics = z.output<typeof metrics>;
type Days = readonly Metrics[];

interface Metric {
  name: string;
  of: (metrics: Metrics) => number | null;
  compare: (now: Days, before: Days) => Estimate | null;
  write: (value: number) => string;
  /** Writes how far it is from what it was. */
  writeChange: (now: number, before: number) => string;
  /** Writes a difference, or a relative change where it is one. */
  writeEffect: (effect: number) => string;
}

const relative = (now: number, before: number): string => change(now / before - 1);

const counted = (name: 'visitors' | 'visits' | 'pageviews'): Metric => ({
  name,
  of: (metrics) => metrics[name],
  compare: (now, before) => {
    const values = (days: Days) => ({ values: days.map((day) => day[name]) });
    return compare(values(now), values(before));
  },
  write: count,
  writeChange: relative,
  writeEffect: signed(percent),
});

const METRICS: readonly Metric[] = [
  counted('visitors'),
  counted('visits'),
  counted('pageviews'),
  {
    name: 'bounce rate',
    of: ({ bounceRate }) => bounceRate,
    compare: (now, before) => compare(shares(now), shares(before)),
    write: percent,
    // A share of a share reads like a share: 29 % to 26 % is 3 points.
    writeChange: (now, before) => points(now - before),
    writeEffect: points,
  },
  {
    name: 'visit duration',
    of: ({ visitDuration }) => visitDuration,
    compare: (now, before) => compareMeans(means(now), means(before)),
    write: duration,
    writeChange: relative,
    writeEffect: signed(duration),
  },
];

const shares = (days: Days) => ({
  values: days.map(({ bounceRate }) => bounceRate ?? 0),
  trials: days.map(({ visits }) => visits),
});
const means = (days: Days) =>
  days.map(({ visits, visitDuration }) => ({ mean: visitDuration ?? 0, count: visits }));

/** A period's numbers against those of the period before, and what explains the change; nothing where neither has any. */
export async function summarise(asking: Asking, period: Range): Promise<Draft[]> {
  const variables = { range: between(period), filter: null };
  const { stats } = (await asking.ask(TOTALS, variables, totalsAnswer)).project;
  const { totals, previous } = stats;
  // A period at the beginning of all dates has none before it.
  if (previous === null || (totals.visits === 0 && previous.totals.visits === 0)) return [];
  const days = (of: z.output<typeof numbers>) => of.timeseries.map(({ metrics }) => metrics);
  const compared = METRICS.map((metric) => metric.compare(days(stats), days(previous)));
  const adjusted = benjaminiHochberg(compared.map((found) => found?.pValue ?? 1));
  const question = { query: TOTALS, variables: asking.variables(variables) };
  const evidence = METRICS.flatMap((metric, i) => {
    const claim = claimOf(metric, totals, previous.totals, compared[i] ?? null);
    const pValue = compared[i] ? (adjusted[i] ?? 1) : null;
    return claim ? [{ ...claim, pValue, ...question }] : [];
  });
  const all = [...evidence, ...(await partsOf(asking, period))];
  const when = periodInWords(period, asking.zone);
  const effect = previous.totals.visits > 0 ? totals.visits / previous.totals.visits - 1 : null;
  return [
    {
      type: 'SUMMARY',
      key: summaryKey(period),
      story: 'SUMMARY',
      title: `${count(totals.visits)} visits ${when}${effect === null ? '' : `, ${change(effect)}${isChance(compared[VISITS]) ? ', within chance' : ''}`}`,
      content: all.map(({ claim }) => `- ${claim}`).join('\n'),
      evidence: all,
      metadata: { metric: 'visits', effect },
      period,
      model: null,
    },
  ];
}

const VISITS = METRICS.findIndex(({ name }) => name === 'visits');

/** Whether no change at all is within what days vary by. */
const isChance = (compared: Estimate | null | undefined): boolean =>
  compared != null && compared.low <= 0 && compared.high >= 0;

function claimOf(
  { name, of, write, writeChange, writeEffect }: Metric,
  now: Metrics,
  before: Metrics,
  compared: Estimate | null,
): Omit<Evidence, 'pValue' | 'query' | 'variables'> | null {
  const [observed, expected] = [of(now), of(before)];
  if (observed === null) return null;
  const rise = expected ? `, ${writeChange(observed, expected)}` : '';
  const former = expected === null ? '' : ` from ${write(expected)} in the period before`;
  const interval = compared
    ? ` (by how much days vary, the change is ${writeEffect(compared.low)} to ${writeEffect(compared.high)})`
    : '';
  return {
    claim: `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${write(observed)}${rise}${former}${interval}.`,
    metric: name,
    observed,
    expected,
    low: compared?.low ?? null,
    high: compared?.high ?? null,
    method: `The number of the period against that of the period before. ${EFFECT}`,
  };
}

const EFFECT =
  'Low to high is the 95 % interval of the change by days (relative for counts, a difference otherwise), by how much days vary by themselves; the p-value is of no change, corrected for all that was compared (Benjamini and Hochberg).';
