import { describe, expect, it } from 'vitest';
import { normal, randomOf } from '../../simulate/random.ts';
import { ranksOf, trendOf } from './kendall.ts';

describe('a monotone change', () => {
  it('has the slope of the line that the values are on', () => {
    const line = trendOf(Array.from({ length: 20 }, (_, i) => 3 + 0.5 * i));
    expect(line?.slope).toBe(0.5);
    expect([line?.first, line?.last]).toEqual([3, 12.5]);
    expect(line?.pValue).toBeLessThan(1e-6);
  });

  it('is not moved by a few values far off', () => {
    const values = Array.from({ length: 21 }, (_, i) => (i % 10 === 0 ? 1_000 : i));
    expect(trendOf(values)?.slope).toBeCloseTo(1, 6);
  });

  it('is not said of fewer than ten values, nor of values that are all the same', () => {
    expect(trendOf([1, 2, 3])).toBeNull();
    expect(trendOf(new Array(20).fill(7))).toBeNull();
  });

  it('is seldom found where there is none, though each value resembles the one before', () => {
    const random = randomOf('trend');
    const runs = 400;
    let found = 0;
    for (let run = 0; run < runs; run++) {
      let last = 0;
      const values = Array.from({ length: 56 }, () => {
        last = 0.3 * last + normal(random);
        return last;
      });
      if ((trendOf(values)?.pValue ?? 1) < 0.05) found++;
    }
    // Hamed and Rao's correction is approximate: 5 % within three binomial deviations is 33; without it, it would be about 60.
    expect(found).toBeLessThanOrEqual(33);
  });
});

describe('ranks', () => {
  it('share the mean where values are the same', () => {
    expect(ranksOf([10, 30, 20, 30])).toEqual([1, 3.5, 2, 3.5]);
  });
});
