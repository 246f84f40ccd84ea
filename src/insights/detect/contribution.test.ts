import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contribution, rateContribution } from './contribution.ts';

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('who explains the change of a count', () => {
  it('is who changed otherwise than all others', () => {
    const found = contribution([
      { value: 'reddit', now: 400, before: 100 },
      { value: 'google', now: 1_010, before: 1_000 },
      { value: 'direct', now: 790, before: 800 },
    ]);
    expect(found.map(({ value, change }) => [value, change])).toEqual([
      ['reddit', 300],
      ['google', 10],
      ['direct', -10],
    ]);
    expect(found[0]?.pValue).toBeLessThan(1e-10);
  });

  it('is nobody where all double', () => {
    const found = contribution([
      { value: 'a', now: 200, before: 100 },
      { value: 'b', now: 600, before: 300 },
    ]);
    for (const { pValue } of found) expect(pValue).toBeGreaterThan(0.9);
  });
});

describe('who explains the change of a rate', () => {
  const group = (successes: number, trials: number) => ({ successes, trials });

  it('is the mix where nobody’s own rate changed', () => {
    // Phones 1 %, desktops 5 %; phones go from half of all to three quarters: 3 % becomes 2 %.
    const found = rateContribution([
      { value: 'phone', before: group(10, 1_000), now: group(15, 1_500) },
      { value: 'desktop', before: group(50, 1_000), now: group(25, 500) },
    ]);
    expect(sum(found.map(({ mix }) => mix))).toBeCloseTo(-0.01, 12);
    for (const { rate } of found) expect(rate).toBeCloseTo(0, 12);
  });

  it('is their own rate where nobody’s share changed', () => {
    const found = rateContribution([
      { value: 'phone', before: group(10, 1_000), now: group(0, 1_000) },
      { value: 'desktop', before: group(50, 1_000), now: group(50, 1_000) },
    ]);
    // A whole percent of half of all.
    expect(found[0]?.value).toBe('phone');
    expect(found[0]?.mix).toBeCloseTo(0, 12);
    expect(found[0]?.rate).toBeCloseTo(-0.005, 12);
    // A normal z of −0.01 / √(0.005 × 0.995 × 2 / 1000) = −3.170: p = 0.00152.
    expect(found[0]?.pValue).toBeCloseTo(0.00152, 4);
    expect(found[1]?.change).toBe(0);
  });

  it('is the whole change, whatever the parts', () => {
    const part = fc
      .tuple(fc.nat(1_000), fc.nat(1_000))
      .map(([a, b]) => group(Math.min(a, b), Math.max(a, b)));
    const parts = fc.array(fc.record({ value: fc.string(), now: part, before: part }), { minLength: 1 });
    fc.assert(
      fc.property(parts, (all) => {
        const of = (period: 'now' | 'before') => {
          const trials = sum(all.map((one) => one[period].trials));
          return trials > 0 ? sum(all.map((one) => one[period].successes)) / trials : null;
        };
        const [now, before] = [of('now'), of('before')];
        const found = rateContribution(all);
        if (now === null || before === null) expect(found).toEqual([]);
        else expect(sum(found.map(({ mix, rate }) => mix + rate))).toBeCloseTo(now - before, 10);
      }),
    );
  });
});
