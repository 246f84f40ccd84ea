import { expect, it } from 'vitest';
import { precisionOf, recallOf, scoreOf } from '../bench/incidents/report.ts';
import { talliesOf, watch } from '../bench/incidents/run.ts';
import { type Kind, scenarioOf } from '../bench/incidents/scenario.ts';

const DAY = 86_400_000;
// Outages and spikes are over within it; the measurement (npm run bench:incidents) takes 24, and every kind.
const DAYS = 5;
const KINDS: (Kind | null)[] = ['outage', 'spike', null];

it('finds incidents in simulated traffic, and little else', () => {
  const outcomes = [1, 2].flatMap((seed) => {
    const to = scenarioOf(seed, null).watchedFrom + DAYS * DAY;
    const tallies = talliesOf(seed, KINDS, { visitsPerDay: 600, to });
    return Array.from(tallies, ({ kind, counts }) => watch(seed, kind, counts, DAYS));
  });
  const score = scoreOf(outcomes);
  expect(score.runs).toBe(4);
  expect(recallOf(score)).toBeGreaterThanOrEqual(0.7);
  expect(precisionOf(score)).toBeGreaterThanOrEqual(0.8);
}, 300_000);
