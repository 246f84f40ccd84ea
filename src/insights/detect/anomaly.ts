import { intervalOf, pValueOf } from './distribution.ts';
import type { Estimate, Series } from './finding.ts';
import { learn, type Model } from './model.ts';
import { historyOf, type Steps, stepsOf } from './steps.ts';

/** What some steps came to, and what was to be expected of them. */
export interface Surprise extends Estimate {
  /** When the first of its steps begins, in milliseconds. */
  start: number;
  /** How many steps it takes together. */
  steps: number;
  /** Of these, from the first to the last that is itself off to the same side. */
  core: { from: number; to: number };
}

// Nobody asks when it began of what nobody is told.
const WORTH = 0.01;

/** Learns a series from the steps before the given one. */
export type Learn = (series: Series, before: number, lead: number) => Model | null;

/** Learns anew, each time it is asked. */
export const learnNow: Learn = (series, before, lead) => learn(historyOf(series, before), lead);

/**
 * For each of the last `last` steps, what was to be expected of it by what came before them all. Nothing is said, not of any step,
 * until there are three weeks of history. All steps are returned, surprising or not: who tells of some corrects for all.
 */
export function anomalies(series: Series, { last }: { last: number }): Surprise[] {
  const first = series.values.length - last;
  const days = series.interval === 'DAY' ? last : Math.ceil(last / 24);
  const model = learnNow(series, first, days);
  if (!model) return [];
  const steps = stepsOf(series, first);
  return Array.from({ length: last }, (_, i) => surprise(model, steps, i, i + 1));
}

/**
 * What the latest steps came to together, for each of the lengths: an hour that is a little low says nothing, twelve of them do.
 * Hours are judged by the days before today, days by those before them.
 */
export function latest(series: Series, lengths: readonly number[], learned: Learn = learnNow): Surprise[] {
  const count = series.values.length;
  const longest = Math.min(count, Math.max(...lengths, 25));
  const steps = stepsOf(series, count - longest);
  const today = steps.days[longest - 1] ?? 0;
  const hoursOfToday = steps.days.reduce((sum, day) => sum + (day === today ? 1 : 0), 0);
  const ofHours = series.interval === 'HOUR' ? learned(series, count - hoursOfToday, 1) : null;
  return lengths.flatMap((length) => {
    const model = series.interval === 'HOUR' ? ofHours : learned(series, count - length, length);
    return model && length <= count ? [surprise(model, steps, longest - length, longest)] : [];
  });
}

function surprise(model: Model, steps: Steps, from: number, to: number): Surprise {
  const prediction = model.predict(steps, from, to);
  const observed = steps.counts.slice(from, to).reduce((sum, count) => sum + count, 0);
  const [low, high] = intervalOf(prediction);
  // A rate is told as a share.
  const unit = steps.isRate ? Math.max(1, prediction.of ?? 1) : 1;
  const pValue = pValueOf(observed, prediction);
  const side = Math.sign(observed - prediction.mean);
  return {
    start: steps.starts[from] ?? 0,
    steps: to - from,
    core: pValue < WORTH ? coreOf(model, steps, from, to, side) : { from: 0, to: to - from },
    observed: observed / unit,
    expected: prediction.mean / unit,
    low: low / unit,
    high: high / unit,
    effect: prediction.mean > 0 ? observed / prediction.mean - 1 : 0,
    pValue,
  };
}

/** Which steps, counted from `from`, a change began and ended with. */
function coreOf(model: Model, steps: Steps, from: number, to: number, side: number): Surprise['core'] {
  const isOff = Array.from({ length: to - from }, (_, i) => {
    const { mean, variance } = model.predict(steps, from + i, from + i + 1);
    return side * ((steps.counts[from + i] ?? 0) - mean) > Math.sqrt(variance);
  });
  const first = isOff.indexOf(true);
  return first === -1 ? { from: 0, to: to - from } : { from: first, to: isOff.lastIndexOf(true) + 1 };
}
