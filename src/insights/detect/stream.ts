import { Expectation } from './stream-expected.ts';
import { History, surprise } from './stream-history.ts';

/** What made a value unusual: itself and the few before it, a stretch of values as a whole, or many high values at once. */
export type StreamReason = 'value' | 'stretch' | 'density';

/** What a stream detector says of one value. */
export interface StreamVerdict {
  /** 0 to 1; 0.999 is "so unusual once in a thousand values". 0 while an alarm that was no weaker is fresh. */
  score: number;
  reason: StreamReason;
  /** What this hour makes likely; null on the first day. */
  expected: number | null;
}

/** A detector that sees each value once, in order, and never one that comes later. */
export interface StreamDetector {
  /** `at`: the clock of the place in milliseconds, as if it were UTC, so that hours and weekdays are the place's. */
  next(at: number, value: number): StreamVerdict;
}

/** The value itself and the means of the last few, averaged: noise is rare in one of them, a change in all. */
const SHORT = [1, 2, 4, 8];

/** Values in a stretch: two days of hours, four hours of five-minute steps. */
const STRETCH = 48;

/** The means of stretches overlap, so that they repeat: their rarity counts for less. */
const STRETCH_WEIGHT = 0.75;

/** A value is high when fewer than one in twenty so far were as high. */
const HIGH_SHARE = 0.05;
const HIGH_WARM_UP = 50;

/** An alarm quietens those that are not 5 % more surprising for a sixteenth of the history so far. */
const QUIET_SHARE = 1 / 16;
const QUIET_MARGIN = 1.05;

/** Differences below this share of the value are rounding. */
const RESOLUTION = 1e-9;

/** A detector for one series: it learns from every value and forgets the oldest. */
export function createStreamDetector(): StreamDetector {
  const expectation = new Expectation();
  const residuals = new Recent();
  const highs = new Recent();
  const short = SHORT.map((length) => ({ length, history: new History() }));
  const stretches = new History();
  const values = new History();
  const densities = new History();
  const quiet = quietTime();

  return {
    next(at, value) {
      if (!Number.isFinite(at) || !Number.isFinite(value))
        throw new RangeError(`A stream detector takes finite numbers, not ${value} at ${at}.`);
      const expected = expectation.expected(at, value);
      expectation.add(at, value);
      residuals.add(difference(value, expected));
      highs.add(isHigh(values, value) ? 1 : 0);
      values.add(value);

      const surprises = short.map(({ length, history }) => learn(history, Math.abs(residuals.mean(length))));
      const byValue = surprises.reduce((sum, one) => sum + one, 0) / SHORT.length;
      const byStretch = STRETCH_WEIGHT * learn(stretches, Math.abs(residuals.mean(STRETCH)));
      const byDensity = learn(densities, highs.mean(STRETCH));
      const strongest = Math.max(byValue, byStretch, byDensity);
      const reason = strongest === byValue ? 'value' : strongest === byStretch ? 'stretch' : 'density';
      return { score: 1 - 10 ** -quiet(strongest), reason, expected };
    },
  };
}

function learn(history: History, value: number): number {
  const rarity = surprise(history, value);
  history.add(value);
  return rarity;
}

function difference(value: number, expected: number | null): number {
  if (expected === null) return 0;
  const residual = value - expected;
  return Math.abs(residual) <= RESOLUTION * Math.max(Math.abs(value), Math.abs(expected)) ? 0 : residual;
}

const isHigh = (values: History, value: number): boolean =>
  values.size > HIGH_WARM_UP && values.atLeast(value) < HIGH_SHARE * values.size;

/** Lets a surprise through unless a fresh one was about as strong. */
function quietTime(): (strength: number) => number {
  let seen = 0;
  let alarm = { at: 0, strength: 0 };
  return (strength) => {
    if (seen - alarm.at > QUIET_SHARE * seen) alarm = { at: alarm.at, strength: 0 };
    const passes = strength > QUIET_MARGIN * alarm.strength;
    if (passes) alarm = { at: seen, strength };
    seen += 1;
    return passes ? strength : 0;
  };
}

/** The last values of a stretch. Means are summed anew: a running sum would keep the rounding of a spike. */
class Recent {
  readonly #values = new Float64Array(STRETCH);
  #count = 0;

  add(value: number): void {
    this.#values[this.#count % STRETCH] = value;
    this.#count += 1;
  }

  /** The mean of the last `length` values, or of as many as there are. */
  mean(length: number): number {
    const known = Math.min(length, this.#count);
    let sum = 0;
    for (let back = 1; back <= known; back += 1) sum += this.#values[(this.#count - back) % STRETCH] ?? 0;
    return sum / known;
  }
}
