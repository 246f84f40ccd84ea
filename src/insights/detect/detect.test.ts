import { describe, expect, it } from 'vitest';
import { normal, poisson, randomOf } from '../../simulate/random.ts';
import { anomalies, latest } from './anomaly.ts';
import { detect, type Watched } from './detect.ts';
import type { Series } from './finding.ts';
import { shift } from './shift.ts';
import { continues, findingsOf, joined } from './story.ts';
import { trend } from './trend.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 0, 5);

interface Shape {
  hours: number;
  /** Relative to the mean, by hour. */
  factor?: (hour: number) => number;
}

/** Counts about a mean with busy evenings and quiet Sundays, days that are each a little different, and chance. */
function counts(name: string, perHour: number, { hours, factor = () => 1 }: Shape): Series {
  const random = randomOf(name);
  const weather = Array.from({ length: Math.ceil(hours / 24) }, () => Math.exp(0.06 * normal(random)));
  const values = Array.from({ length: hours }, (_, hour) => {
    const season =
      1 + 0.7 * Math.sin((2 * Math.PI * (hour - 12)) / 24) * (Math.floor(hour / 24) % 7 === 6 ? 0.5 : 1);
    return poisson(random, perHour * season * (weather[Math.floor(hour / 24)] ?? 1) * factor(hour));
  });
  return { starts: values.map((_, hour) => MONDAY + hour * HOUR), values, interval: 'HOUR', zone: 'UTC' };
}

/** The same, by day. */
function days(series: Series): Series {
  const starts = series.starts.filter((_, hour) => hour % 24 === 0);
  const values = starts.map((_, day) =>
    series.values.slice(day * 24, day * 24 + 24).reduce((sum, value) => sum + value, 0),
  );
  return { ...series, starts, values, interval: 'DAY' };
}

const SIX_WEEKS = 42 * 24;
const visits = (series: Series): Watched => ({ metric: 'visits', what: 'TRAFFIC', series });

describe('what is to be expected', () => {
  it('is nobody’s guess before three weeks have passed', () => {
    expect(anomalies(counts('a', 40, { hours: 20 * 24 }), { last: 1 })).toEqual([]);
    expect(anomalies(counts('a', 40, { hours: 22 * 24 }), { last: 1 })).toHaveLength(1);
  });

  it('begins with the first thing that happened', () => {
    const late = counts('late', 40, { hours: SIX_WEEKS, factor: (hour) => (hour < 30 * 24 ? 0 : 1) });
    expect(anomalies(late, { last: 1 })).toEqual([]);
  });

  it('is the season of hours and weekdays, whatever outages and spikes the past has had', () => {
    const factor = (hour: number) =>
      hour >= 400 && hour < 440 ? 0 : hour >= 700 && hour < 706 ? 8 : hour === SIX_WEEKS - 30 ? 5 : 1;
    const series = counts('past', 100, { hours: SIX_WEEKS, factor });
    const found = anomalies(series, { last: 24 });
    const truth = (hour: number) => {
      const isSunday = Math.floor(hour / 24) % 7 === 6;
      return 100 * (1 + 0.7 * Math.sin((2 * Math.PI * (hour - 12)) / 24) * (isSunday ? 0.5 : 1));
    };
    for (const [i, { expected }] of found.entries())
      expect(Math.abs(expected / truth(SIX_WEEKS - 24 + i) - 1)).toBeLessThan(0.2);
    expect(found.every(({ low, high, expected }) => low <= expected && expected <= high)).toBe(true);
    expect(
      found.filter(({ low, high, observed }) => low <= observed && observed <= high).length,
    ).toBeGreaterThan(19);
  });

  it('follows growth', () => {
    const growing = days(counts('growth', 40, { hours: SIX_WEEKS, factor: (hour) => 1 + hour / SIX_WEEKS }));
    const [last] = anomalies(growing, { last: 1 });
    expect(last?.expected).toBeGreaterThan(40 * 24 * 1.8);
    expect(last?.expected).toBeLessThan(40 * 24 * 2.15);
  });

  it('treats shares as shares: nothing of two visits is nothing special, of two hundred it is', () => {
    const random = randomOf('rates');
    const trials = Array.from({ length: SIX_WEEKS }, () => 50);
    const values = trials.map((of) => Math.min(1, poisson(random, of * 0.2) / of));
    const starts = values.map((_, hour) => MONDAY + hour * HOUR);
    const ending = (of: number): Series => ({
      starts,
      values: [...values.slice(0, -1), 0],
      trials: [...trials.slice(0, -1), of],
      interval: 'HOUR',
      zone: 'UTC',
    });
    expect(anomalies(ending(2), { last: 1 })[0]?.pValue).toBeGreaterThan(0.5);
    expect(anomalies(ending(200), { last: 1 })[0]?.pValue).toBeLessThan(1e-6);
    expect(anomalies(ending(0), { last: 1 })[0]?.pValue).toBe(1);
  });
});

describe('a look', () => {
  const outage = (from: number, to: number) =>
    counts('outage', 40, { hours: to, factor: (hour) => (hour >= from ? 0.02 : 1) });

  it('tells of an outage once, with when it began', () => {
    const from = SIX_WEEKS + 13;
    const looks = [2, 3, 4].map((after) => detect([visits(outage(from, from + after))]));
    for (const findings of looks) expect(findings).toHaveLength(1);
    const [first, second] = looks.flat();
    expect(first).toMatchObject({
      kind: 'ANOMALY',
      cause: 'TRAFFIC',
      direction: 'DOWN',
    });
    expect((first?.start ?? 0) - MONDAY).toBeGreaterThanOrEqual((from - 1) * HOUR);
    expect((first?.start ?? 0) - MONDAY).toBeLessThanOrEqual((from + 1) * HOUR);
    if (!first || !second) throw new Error('two looks tell something');
    expect(continues(first, second)).toBe(true);
    expect(joined(first, second)).toMatchObject({ start: first.start, end: second.end });
  });

  it('sees in twelve hours what no hour of them shows', () => {
    const low = counts('low', 25, {
      hours: SIX_WEEKS + 24,
      factor: (hour) => (hour >= SIX_WEEKS + 12 ? 0.55 : 1),
    });
    const [one, twelve] = latest(low, [1, 12]);
    expect(twelve?.pValue).toBeLessThan(1e-4);
    expect(twelve?.pValue).toBeLessThan(one?.pValue ?? 0);
  });

  it('tells fewer purchases of more visits apart from the visits', () => {
    const evidence = [
      { metric: 'visits', what: 'TRAFFIC' as const, effect: 1 },
      { metric: 'bounces', what: 'RATE' as const, effect: 0.2 },
      { metric: 'purchase', what: 'EVENT' as const, effect: -0.8 },
    ].map(({ effect, ...watched }, i) => ({
      kind: 'ANOMALY' as const,
      watched,
      start: 0,
      end: DAY,
      core: { start: 0, end: DAY },
      steps: 24,
      observed: 1 + effect,
      expected: 1,
      low: 0.9,
      high: 1.1,
      effect,
      pValue: 1e-9 * (i + 1),
      adjusted: 1e-8,
    }));
    const found = findingsOf(evidence);
    expect(found.map(({ cause, direction }) => [cause, direction])).toEqual([
      ['TRAFFIC', 'UP'],
      ['CONVERSION', 'DOWN'],
    ]);
    expect(found[0]?.evidence.map(({ watched }) => watched.metric)).toEqual(['visits', 'bounces']);
  });
});

describe('days', () => {
  it('shift when they stay lower, and do not for two bad days', () => {
    const lower = (from: number, to: number) =>
      days(
        counts('shift', 40, {
          hours: SIX_WEEKS,
          factor: (hour) => (hour >= from * 24 && hour < to * 24 ? 0.75 : 1),
        }),
      );
    const stays = shift(lower(35, 42), { last: 7 });
    expect(stays?.pValue).toBeLessThan(1e-4);
    expect(stays?.effect).toBeLessThan(-0.15);
    expect(shift(lower(38, 40), { last: 7 })?.pValue).toBeGreaterThan(0.01);
  });

  it('have a trend, with its interval, less their week', () => {
    const growing = days(counts('trend', 40, { hours: SIX_WEEKS, factor: (hour) => 1 + hour / SIX_WEEKS }));
    const found = trend(growing);
    expect(found?.pValue).toBeLessThan(1e-6);
    // Doubled, within its interval.
    expect(found?.low).toBeLessThan(1);
    expect(found?.high).toBeGreaterThan(1);
  });
});

describe('where there is nothing', () => {
  it('at most one look of twenty says anything', () => {
    const runs = 60;
    let said = 0;
    for (let run = 0; run < runs; run++) {
      const watched = [3, 30, 300].map((perHour, i): Watched => {
        const series = counts(`nothing ${run} ${i}`, perHour, {
          hours: SIX_WEEKS + (run % 2 ? 0 : run % 24),
        });
        return { metric: `metric ${i}`, what: 'EVENT', series: run % 2 ? days(series) : series };
      });
      if (detect(watched).length > 0) said++;
    }
    expect(said / runs).toBeLessThanOrEqual(0.05);
  });
});
