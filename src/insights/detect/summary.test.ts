import { describe, expect, it } from 'vitest';
import { compare, compareMeans } from './summary.ts';

const WEEK = [100, 120, 110, 105, 115, 80, 70];

describe('a period against the one before', () => {
  it('of counts is a relative change with its interval', () => {
    const found = compare({ values: WEEK.map((day) => day * 2) }, { values: WEEK });
    expect(found).toMatchObject({ observed: 1_400, expected: 700, effect: 1 });
    // Days vary no more than chance, so √(1/1400 + 1/700) = 0.0463; t with 14 − 2 − 6 = 6 degrees is 2.447: 2 e^∓0.1133.
    expect(found?.low).toBeCloseTo(2 * Math.exp(-0.1133) - 1, 2);
    expect(found?.high).toBeCloseTo(2 * Math.exp(0.1133) - 1, 2);
    expect(found?.pValue).toBeLessThan(0.001);
  });

  it('of days that vary much is less sure', () => {
    const wild = [10, 300, 20, 250, 15, 100, 5];
    const found = compare({ values: [300, 10, 250, 20, 100, 15, 160] }, { values: wild });
    expect(found?.low).toBeLessThan(0);
    expect(found?.high).toBeGreaterThan(0);
  });

  it('of shares is a difference of shares', () => {
    const days = (share: number) => ({ values: new Array(7).fill(share), trials: new Array(7).fill(1_000) });
    const found = compare(days(0.44), days(0.4));
    expect(found?.effect).toBeCloseTo(0.04, 12);
    // Both together 0.42: √(0.42 × 0.58 × 2 / 7000) = 0.00834; t with 6 degrees 2.447.
    expect(found?.low).toBeCloseTo(0.04 - 2.447 * 0.00834, 4);
  });

  it('says nothing where there was nothing before', () => {
    expect(compare({ values: [1, 2, 3] }, { values: [0, 0, 0] })).toBeNull();
    expect(compare({ values: [] }, { values: [1] })).toBeNull();
  });

  it('that has nothing any more has lost everything', () => {
    const found = compare({ values: new Array(7).fill(0) }, { values: WEEK });
    expect(found).toMatchObject({ effect: -1, low: -1 });
    expect(found?.pValue).toBeLessThan(0.001);
  });

  it('of means is their difference', () => {
    const days = (means: number[]) => means.map((mean) => ({ mean, count: 50 }));
    const found = compareMeans(days([110, 112, 108]), days([100, 102, 98]));
    // Welch: 10 ± t(4) = 2.776 × √(4/3 + 4/3).
    expect(found?.effect).toBeCloseTo(10, 12);
    expect(found?.low).toBeCloseTo(10 - 2.776 * Math.sqrt(8 / 3), 2);
    expect(compareMeans(days([1]), days([1, 2]))).toBeNull();
  });
});
