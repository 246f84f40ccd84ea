import { z } from 'zod';
import type { Evidence } from '../evidence/evidence.ts';
import type { Range } from '../stats/range.ts';
import { type Asking, between } from './asking.ts';
import type { Collected, Span } from './collect.ts';
import type { Evidence as Shown } from './detect/detect.ts';
import type { Finding } from './detect/story.ts';
import { leewayOf } from './detect/young.ts';
import { DIMENSIONS, isWatchedDimension, quoted } from './dimensions.ts';
import type { Draft } from './insight.ts';
import { CONVERSION, INCIDENT } from './questions.ts';
import { change, count, percent, periodInWords } from './words.ts';

// As much as people read; the surest are first.
const MOST_CLAIMS = 5;

/** A finding in words, each number of it asked for again, as anyone can. */
export async function draftOf(
  asking: Asking,
  finding: Finding,
  collected: readonly Collected[],
  history: Span,
): Promise<Draft> {
  const shown = finding.evidence.slice(0, MOST_CLAIMS);
  const evidence: Evidence[] = [];
  for (const one of shown) {
    const series = collected.find((other) => isSame(other, one));
    if (series) evidence.push(await evidenceOf(asking, one, series, history));
  }
  const { kind, direction, start, end, lead } = finding;
  const period = { start, end };
  return {
    type: kind === 'ANOMALY' ? 'ANOMALY' : 'TREND',
    key: `${kind} ${history.interval} ${nameOf(lead)} ${direction} ${new Date(start).toISOString()}`,
    story: `${kind} ${direction}`,
    title: `${titleOf(finding)} ${periodInWords(spanOf(lead), asking.zone)}`,
    content: evidence.map(({ claim }) => `- ${claim}`).join('\n'),
    evidence,
    metadata: {
      kind,
      cause: finding.cause,
      direction,
      metric: lead.watched.metric,
      effect: lead.effect,
      pValue: lead.adjusted,
      ...(lead.watched.part ? { ...lead.watched.part } : {}),
    },
    period,
    model: null,
  };
}

const isSame = ({ metric, what, part }: Collected, { watched }: Shown): boolean =>
  // An event can be named as a metric is.
  metric === watched.metric &&
  what === watched.what &&
  part?.dimension === watched.part?.dimension &&
  part?.value === watched.part?.value;

const nameOf = ({ watched: { metric, part } }: Shown): string =>
  part ? `${metric} ${part.dimension} ${part.value}` : metric;

/** What a series counts: "visits", "visits from the country DE", "`purchase` events". */
function subjectOf({ metric, what, part }: Shown['watched']): string {
  if (part && isWatchedDimension(part.dimension))
    return `${metric} ${DIMENSIONS[part.dimension].words(part.value)}`;
  return what === 'EVENT' ? `${quoted(metric)} events` : metric;
}

function titleOf({ kind, direction, lead }: Finding): string {
  const subject = subjectOf(lead.watched);
  const more = direction === 'UP';
  if (lead.watched.what === 'RATE' && lead.watched.metric === 'bounce rate')
    return `${more ? 'Higher' : 'Lower'} bounce rate than usual`;
  if (kind === 'TREND') return `${more ? 'Ever more' : 'Ever fewer'} ${subject}`;
  return `${more ? 'More' : 'Fewer'} ${subject} than ${kind === 'SHIFT' ? 'in the weeks before' : 'usual'}`;
}

const totals = z.object({
  visits: z.number(),
  pageviews: z.number(),
  events: z.number(),
  bounceRate: z.number().nullable(),
});
const incidentAnswer = z.object({ project: z.object({ period: z.object({ totals }) }) });
const visits = z.object({ totals: z.object({ visits: z.number() }) });
const conversionAnswer = z.object({ project: z.object({ period: visits, all: visits }) });

const CORRECTED = 'corrected for all that was looked at (Benjamini and Hochberg)';
const METHODS: Record<Shown['kind'], string> = {
  ANOMALY: `Expected by the level of the days before, the hours of the day and the days of the week, in a 95 % interval; the p-value is that of the negative binomial distribution, of the beta-binomial one for shares, ${CORRECTED}.`,
  SHIFT: `Expected by the trimmed mean of the four weeks before, less the days of the week, in a 95 % interval; the p-value is that of a t-test by the variance of those days, ${CORRECTED}.`,
  TREND: `Expected if the last days were as the first of the history, by the slope of Theil and Sen in a 95 % interval; the p-value is that of the test of Mann and Kendall with autocorrelation (Hamed and Rao), ${CORRECTED}.`,
};

const methodOf = ({ kind, daysBefore }: Shown): string =>
  daysBefore === undefined ? METHODS[kind] : youngMethod(daysBefore);

/** Of a project that is too young for a season. */
function youngMethod(days: number): string {
  const leeway = leewayOf(days);
  return `Expected is the median of the same hours of the ${days} days before. As the project is too young for its weekdays and its growth to be known, low to high is what chance (95 %) makes of a day from 1/${leeway} as busy as the quietest of these to ${leeway} times as busy as the busiest; the p-value is that of the negative binomial distribution beyond them, ${CORRECTED}.`;
}

// Of a trend, the days whose numbers are told.
const DAYS_OF_TREND = 7;
const DAY = 86_400_000;

/** The time whose numbers are told. */
const spanOf = ({ kind, start, end }: Shown): Range => ({
  start: kind === 'TREND' ? Math.max(start, end - DAYS_OF_TREND * DAY) : start,
  end,
});

async function evidenceOf(
  asking: Asking,
  shown: Shown,
  { field, filter, isConversion }: Collected,
  history: Span,
): Promise<Evidence> {
  const { watched, adjusted } = shown;
  const period = spanOf(shown);
  const variables = {
    period: between(period),
    history: between(history),
    filter,
    interval: history.interval,
  };
  const query = isConversion ? CONVERSION : INCIDENT;
  let observed: number;
  let trials = 1;
  if (isConversion) {
    const { project } = await asking.ask(query, variables, conversionAnswer);
    observed = project.period.totals.visits;
    trials = project.all.totals.visits;
  } else {
    const { project } = await asking.ask(query, variables, incidentAnswer);
    observed = project.period.totals[field] ?? 0;
  }
  const bounds = boundsOf(shown, isConversion ? trials : null);
  const of = isConversion ? ` of ${count(trials)} visits` : '';
  const write = watched.what === 'RATE' && !isConversion ? percent : count;
  const when = periodInWords(period, asking.zone);
  const rise = bounds.expected >= 1 || write === percent ? `, ${change(observed / bounds.expected - 1)}` : '';
  return {
    claim: `${capital(subjectOf(watched))}: ${write(observed)}${of} ${when}${rise}; ${write(bounds.expected)} were to be expected (${write(bounds.low)} to ${write(bounds.high)}).`,
    metric: subjectOf(watched),
    observed,
    ...bounds,
    pValue: adjusted,
    method: methodOf(shown),
    query,
    variables: asking.variables(variables),
  };
}

/** What was to be expected, in the unit of what was observed; of a conversion, `trials` are the visits that it is a share of. */
export function boundsOf(
  { kind, watched, steps, observed, expected, low, high }: Omit<Shown, 'start' | 'core' | 'end'>,
  trials: number | null,
): Pick<Evidence & { expected: number; low: number; high: number }, 'expected' | 'low' | 'high'> {
  // An anomaly is told as what its steps came to together, a level by day; neither is divided by what was observed, which can be nothing.
  const days = kind === 'TREND' ? Math.min(steps, DAYS_OF_TREND) : steps;
  const unit = watched.what === 'RATE' ? (trials ?? 1) : kind === 'ANOMALY' ? 1 : days;
  // Of a trend, the interval is that of its change: where the line began if it ends where it does.
  const [from, to] = kind === 'TREND' ? [observed - high * expected, observed - low * expected] : [low, high];
  return { expected: expected * unit, low: Math.max(0, from) * unit, high: to * unit };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
