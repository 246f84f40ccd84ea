import { describe, expect, it } from 'vitest';
import { detect, type Watched } from './detect.ts';
import type { Series } from './finding.ts';
import { latestOfYoung } from './young.ts';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5);

const hourly = (values: readonly number[], start = MONDAY, zone = 'UTC'): Series => ({
  starts: values.map((_, hour) => start + hour * HOUR),
  values,
  interval: 'HOUR',
  zone,
});

/** As many each hour of so many days from Monday, after the day on which it began, and something else in the last ones. */
const flat = (days: number, perHour: number, ...last: number[]): Series =>
  hourly([...new Array<number>((days + 1) * 24).fill(perHour), ...last], MONDAY - 24 * HOUR);

describe('the latest hours of a young series', () => {
  it('are compared with nothing before three whole days are known, nor once three weeks are', () => {
    const known = [2, 3, 20, 21].map((days) => latestOfYoung(flat(days, 12, 0), [1]).length);
    expect(known).toEqual([0, 1, 1, 0]);
    // The first day that something happens on is not a whole one.
    const late = hourly([...new Array<number>(60).fill(0), ...new Array<number>(12 + 48).fill(12), 0]);
    expect(latestOfYoung(late, [1])).toEqual([]);
  });

  it('are as likely as a day half as quiet, or twice as busy, makes them', () => {
    const [few] = latestOfYoung(flat(10, 12, 0), [1]);
    // Poisson: 2 e^-6 = 0.00496 of an expected 12 / 2, and a little more by Student's t of 9 × 23 degrees of freedom.
    expect(few).toMatchObject({ observed: 0, expected: 12, effect: -1, daysBefore: 10 });
    expect(few?.pValue).toBeGreaterThan(0.00496);
    expect(few?.pValue).toBeLessThan(0.006);
    // Poisson: 2 × P(X ≥ 40 | 26), of (12 + 1) × 2.
    const [many] = latestOfYoung(flat(10, 12, 40), [1]);
    expect(many?.pValue).toBeGreaterThan(2 * 0.006428);
    expect(many?.pValue).toBeLessThan(2 * 0.0085);
    expect(latestOfYoung(flat(10, 12, 26), [1])[0]?.pValue).toBe(1);
    expect(latestOfYoung(flat(10, 12, 6), [1])[0]?.pValue).toBe(1);
  });

  it('may be a quarter, or four times as many, before the first weekend is known', () => {
    const of = (days: number, last: number) => latestOfYoung(flat(days, 100, last), [1])[0]?.pValue;
    expect([of(6, 25), of(6, 404), of(7, 50), of(7, 202)]).toEqual([1, 1, 1, 1]);
    for (const one of [of(6, 10), of(6, 500), of(7, 25), of(7, 404)]) expect(one).toBeLessThan(0.01);
  });

  it('are sums with the hours in which a change began and ended', () => {
    const [twelve] = latestOfYoung(flat(10, 12, 12, 12, 12, 0, 0, 0, 0, 0, 0, 12, 12, 12), [12]);
    expect(twelve).toMatchObject({ steps: 12, observed: 72, expected: 144, pValue: 1 });
    const [six] = latestOfYoung(flat(10, 40, 40, 0, 0, 0, 0, 0), [6]);
    expect(six).toMatchObject({ start: MONDAY + 240 * HOUR, core: { from: 1, to: 6 }, observed: 40 });
  });

  it('are those of the same clock, also where it was changed', () => {
    // On 2026-03-29 clocks in Berlin skip an hour. All come at nine.
    const start = Date.parse('2026-03-25T00:00:00+01:00');
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const values = Array.from({ length: 24 * 8 - 14 - 1 }, (_, hour) =>
      clock.format(start + hour * HOUR) === '09' ? 100 : 0,
    );
    const [nine] = latestOfYoung(hourly(values, start, 'Europe/Berlin'), [1]);
    expect(nine).toMatchObject({ observed: 100, expected: 100, pValue: 1 });
  });
});

describe('a look at a young project', () => {
  const visits = (series: Series): Watched => ({ metric: 'visits', what: 'TRAFFIC', series });

  it('finds an outage, and ten times as many', () => {
    const [outage] = detect([visits(flat(10, 20, 0, 0, 0))]);
    expect(outage).toMatchObject({ kind: 'ANOMALY', cause: 'TRAFFIC', direction: 'DOWN' });
    expect(outage?.start).toBe(MONDAY + 240 * HOUR);
    expect(outage?.lead.daysBefore).toBe(10);
    expect(detect([visits(flat(4, 20, 200))])[0]).toMatchObject({ direction: 'UP' });
  });

  it('does not compare what is new to a project that is older', () => {
    const old = visits(flat(40, 20, 20, 20, 20));
    const young = flat(10, 20, 0, 0, 0).values;
    const fresh = hourly([...new Array<number>(30 * 24).fill(0), ...young], MONDAY - 24 * HOUR);
    expect(detect([old, { metric: 'vote', what: 'EVENT', series: fresh }])).toEqual([]);
  });
});
