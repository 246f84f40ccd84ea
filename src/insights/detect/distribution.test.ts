import { describe, expect, it } from 'vitest';
import { intervalOf, pValueOf } from './distribution.ts';

const known = Number.POSITIVE_INFINITY;

describe('the p-value of a count', () => {
  it('is twice the smaller Poisson tail where the variance is the mean', () => {
    // e^-3 = 0.0497871, and P(X ≥ 9 | 3) = 0.0038030 (Poisson tables).
    expect(pValueOf(0, { mean: 3, variance: 3, freedom: known })).toBeCloseTo(2 * 0.0497871, 4);
    expect(pValueOf(9, { mean: 3, variance: 3, freedom: known })).toBeCloseTo(2 * 0.003803, 5);
  });

  it('is twice the smaller negative binomial tail where it is more', () => {
    // Mean 2 and variance 4 is r = 2, p = ½: P(0) = ¼, and P(X ≥ 8) = 10 / 2⁹ (at most one of nine tosses).
    expect(pValueOf(0, { mean: 2, variance: 4, freedom: known })).toBeCloseTo(0.5, 4);
    expect(pValueOf(8, { mean: 2, variance: 4, freedom: known })).toBeCloseTo((2 * 10) / 512, 4);
  });

  it('is twice the smaller binomial tail for successes of trials that are independent', () => {
    // Of ten fair coins at most one shows heads: 11 / 1024.
    const coins = { mean: 5, variance: 2.5, of: 10, freedom: known };
    expect(pValueOf(1, coins)).toBeCloseTo((2 * 11) / 1024, 4);
    expect(pValueOf(9, coins)).toBeCloseTo((2 * 11) / 1024, 4);
  });

  it('is that of a uniform number where successes are as correlated as a flat beta makes them', () => {
    // Beta-binomial with a = b = 1: each of 0 to 9 has 1/10; the variance is n p (1 − p) (1 + (n − 1) / 3).
    const flat = { mean: 4.5, variance: 9 * 0.25 * (1 + 8 / 3), of: 9, freedom: known };
    expect(pValueOf(0, flat)).toBeCloseTo(0.2, 4);
    expect(pValueOf(8, flat)).toBeCloseTo(0.4, 4);
  });

  it.each([
    // The first term of the sum is about e^-20,700, which is 0 to a computer.
    [10_000, { mean: 100, variance: 110, freedom: known }],
    // And e^-744, its smallest number, of which a fraction is itself again.
    [7_530, { mean: 100, variance: 1_000, freedom: known }],
  ])('is the least that can be told far from the mean: %i', (observed, prediction) => {
    expect(pValueOf(observed, prediction)).toBeCloseTo(2e-15, 20);
  });

  it('is larger where the variance is known from few observations', () => {
    // A normal tail of 2.5 % is 1.96 deviations; Student's t with 5 degrees of freedom has 0.10730 beyond these on both sides.
    const mean = 1e6;
    const observed = mean + 1.96 * 1_000 * 10;
    const p = pValueOf(observed, { mean, variance: 1e8, freedom: 5 });
    expect(p).toBeGreaterThan(0.104);
    expect(p).toBeLessThan(0.112);
  });

  it('of nothing where nothing is expected is 1, and of something is next to nothing', () => {
    expect(pValueOf(0, { mean: 0, variance: 0, freedom: known })).toBeCloseTo(1, 6);
    expect(pValueOf(1, { mean: 0, variance: 0, freedom: known })).toBeLessThan(1e-9);
  });
});

describe('the interval', () => {
  it('of a large count is 1.96 deviations to each side', () => {
    const [low, high] = intervalOf({ mean: 10_000, variance: 10_000, freedom: known });
    expect(low).toBeGreaterThan(9_801);
    expect(low).toBeLessThan(9_808);
    expect(high).toBeGreaterThan(10_193);
    expect(high).toBeLessThan(10_203);
  });

  it('of a share is Wilson’s', () => {
    // Wilson (1927): of 100, a half: 0.4038 to 0.5962.
    const [low, high] = intervalOf({ mean: 50, variance: 25, of: 100, freedom: known });
    expect(low / 100).toBeCloseTo(0.4038, 3);
    expect(high / 100).toBeCloseTo(0.5962, 3);
  });
});
