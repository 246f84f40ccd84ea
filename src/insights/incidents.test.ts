import { describe, expect, it } from 'vitest';
import type { Watched } from './detect/detect.ts';
import { boundsOf } from './incidents.ts';

const shown = (kind: 'ANOMALY' | 'SHIFT' | 'TREND', what: Watched['what'], numbers: object) => ({
  kind,
  watched: { metric: 'visits', what },
  steps: 7,
  observed: 0,
  expected: 0,
  low: 0,
  high: 0,
  effect: -1,
  pValue: 0.001,
  adjusted: 0.001,
  ...numbers,
});

describe('what was to be expected', () => {
  it('of a week without any, is the level of the weeks before', () => {
    const bounds = boundsOf(shown('SHIFT', 'TRAFFIC', { expected: 100, low: 80, high: 120 }), null);
    expect(bounds).toEqual({ expected: 700, low: 560, high: 840 });
  });

  // The line falls from 90 a day to -9: by 99, or 110 %. If it fell by 80 % of 90 it came from 63, by 120 % from 99.
  it('of a line that falls below nothing, is a week of the days that it began with', () => {
    const numbers = { steps: 56, observed: -9, expected: 90, low: -1.2, high: -0.8, effect: -1.1 };
    const { expected, low, high } = boundsOf(shown('TREND', 'TRAFFIC', numbers), null);
    expect(expected).toBeCloseTo(630);
    expect(low).toBeCloseTo(441);
    expect(high).toBeCloseTo(693);
  });

  it('of shares, is a share, or as many of the visits as that is', () => {
    const share = shown('SHIFT', 'RATE', { observed: 0.02, expected: 0.05, low: 0.04, high: 0.06 });
    expect(boundsOf(share, null)).toEqual({ expected: 0.05, low: 0.04, high: 0.06 });
    expect(boundsOf(share, 1_000)).toEqual({ expected: 50, low: 40, high: 60 });
  });

  it('of an anomaly, is what its hours were to come to', () => {
    const numbers = { steps: 3, observed: 2, expected: 30, low: 20, high: 40 };
    expect(boundsOf(shown('ANOMALY', 'EVENT', numbers), null)).toEqual({ expected: 30, low: 20, high: 40 });
  });
});
