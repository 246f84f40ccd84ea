import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './multiplicity.ts';

describe('Benjamini and Hochberg', () => {
  it('rejects the four of fifteen of their paper', () => {
    // Benjamini & Hochberg (1995), section 3.2: at q = 0.05, the four smallest.
    const paper = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(benjaminiHochberg(paper).filter((p) => p <= 0.05)).toHaveLength(4);
  });

  it('adjusts in the order given: p × count / rank, never above that of a larger one', () => {
    const adjusted = benjaminiHochberg([0.04, 0.01, 0.03, 0.5]);
    // 0.5; 0.04 × 4/3; min(0.03 × 4/2, that); 0.01 × 4.
    [0.16 / 3, 0.04, 0.16 / 3, 0.5].forEach((expected, i) => {
      expect(adjusted[i]).toBeCloseTo(expected, 12);
    });
  });

  it('says nothing of nothing', () => {
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
