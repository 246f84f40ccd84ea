import { describe, expect, it } from 'vitest';
import { exponential, normal, pick, poisson, popular, type Random, randomOf, uuidOf } from './random.ts';

const N = 20_000;
const sample = <T>(draw: (random: Random) => T, name = 'sample'): T[] => {
  const random = randomOf(name);
  return Array.from({ length: N }, () => draw(random));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / N;
const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};

describe('a stream', () => {
  it('is the same for the same name, and another for another', () => {
    const first = (name: string) => Array.from({ length: 5 }, randomOf(name));
    expect(first('visit/1')).toEqual(first('visit/1'));
    expect(first('visit/1')).not.toEqual(first('visit/2'));
  });

  // The uniform distribution has mean 1/2 and variance 1/12; the mean of N is within 5 deviations.
  it('is uniform, from its first number on', () => {
    for (const values of [
      sample((random) => random()),
      Array.from({ length: N }, (_, n) => randomOf(`visit/${n}`)()),
    ]) {
      expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * N));
      expect(variance(values)).toBeCloseTo(1 / 12, 2);
      expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    }
  });
});

describe('distributions', () => {
  it('normal has mean 0 and variance 1', () => {
    const values = sample(normal);
    expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(N));
    expect(variance(values)).toBeCloseTo(1, 1);
  });

  it('exponential has its mean, and half of it below ln 2 of it', () => {
    const values = sample((random) => exponential(random, 10));
    expect(Math.abs(mean(values) - 10)).toBeLessThan(50 / Math.sqrt(N));
    expect(values.filter((value) => value < 10 * Math.LN2).length / N).toBeCloseTo(0.5, 1);
  });

  it.each([0, 0.2, 3, 49, 51, 400])('Poisson of %f has that mean and that variance', (expected) => {
    const values = sample((random) => poisson(random, expected), `poisson ${expected}`);
    expect(Math.abs(mean(values) - expected)).toBeLessThanOrEqual(5 * Math.sqrt(expected / N));
    expect(Math.abs(variance(values) - expected)).toBeLessThanOrEqual(expected / 10);
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
  });

  it('popular takes the r-th of n with probability ln((r + 1) / r) / ln(n + 1)', () => {
    const items = ['a', 'b', 'c'];
    const values = sample((random) => popular(random, items));
    const share = (item: string) => values.filter((value) => value === item).length / N;
    // Of three: ln 2, ln 1.5 and ln 4/3, by ln 4.
    expect(share('a')).toBeCloseTo(0.5, 1);
    expect(share('b')).toBeCloseTo(0.292, 1);
    expect(share('c')).toBeCloseTo(0.208, 1);
    expect(() => popular(randomOf('x'), [])).toThrow('nothing to choose from');
  });

  it('pick goes by weight', () => {
    const weights = { never: 0, seldom: 1, often: 3 };
    const values = sample((random) =>
      pick(random, ['never', 'seldom', 'often'] as const, (key) => weights[key]),
    );
    const share = (item: string) => values.filter((value) => value === item).length / N;
    expect(share('never')).toBe(0);
    expect(share('seldom')).toBeCloseTo(0.25, 1);
    expect(share('often')).toBeCloseTo(0.75, 1);
  });
});

it('uuidOf makes UUIDs of version 8, one of each name', () => {
  const ids = Array.from({ length: N }, (_, n) => uuidOf(`event/${n}`));
  expect(new Set(ids).size).toBe(N);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
