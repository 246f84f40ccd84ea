import { describe, expect, it } from 'vitest';
import { driftAt, type Incident, survivors } from './incidents.ts';
import type { Moment } from './visit.ts';

describe('a drift', () => {
  const drift: Incident = { kind: 'drift', from: 100, to: 200, size: -0.4 };

  it('goes on from its start to its end, and stays', () => {
    const at = (time: number) => driftAt([drift], time);
    expect([at(99), at(100), at(150), at(200), at(900)]).toEqual([1, 1, 0.8, 0.6, 0.6]);
  });

  it('multiplies with others, and never goes below nothing', () => {
    expect(driftAt([drift, { ...drift, size: 1 }], 200)).toBe(1.2);
    expect(driftAt([{ ...drift, size: -3 }], 200)).toBe(0);
    expect(driftAt([{ ...drift, kind: 'spike' }], 200)).toBe(1);
  });
});

describe('what is left of a visit', () => {
  const visit: Moment[] = [
    { at: 10, index: 0, path: '/', step: { path: '/' } },
    { at: 20, index: 1, path: '/', step: { name: 'add_to_cart' } },
    { at: 30, index: 2, path: '/', step: { name: 'purchase' } },
    { at: 40, index: 3, path: '/thanks', step: { path: '/thanks' } },
  ];
  const left = (incident: Omit<Incident, 'size'>, luck = 0): number[] =>
    survivors(visit, [{ ...incident, size: 0.5 }], 'purchase', () => luck).map(({ at }) => at);

  it.each<[Incident['kind'], number, number, number[]]>([
    ['outage', 0, 50, []],
    ['outage', 20, 25, [10]],
    ['outage', 41, 50, [10, 20, 30, 40]],
    ['brokenCheckout', 0, 50, [10, 20]],
    ['brokenCheckout', 0, 30, [10, 20, 30, 40]],
    ['brokenCheckout', 30, 31, [10, 20]],
    ['trackingLoss', 0, 50, [30]],
    ['trackingLoss', 20, 31, [10, 30, 40]],
    ['spike', 0, 50, [10, 20, 30, 40]],
    ['drift', 0, 50, [10, 20, 30, 40]],
  ])('%s from %i to %i leaves %j-%j', (kind, from, to, times) => {
    expect(left({ kind, from, to })).toEqual(times);
  });

  it('is all where luck passes the incident by', () => {
    expect(left({ kind: 'outage', from: 0, to: 50 }, 0.49)).toEqual([]);
    expect(left({ kind: 'outage', from: 0, to: 50 }, 0.5)).toEqual([10, 20, 30, 40]);
  });
});
