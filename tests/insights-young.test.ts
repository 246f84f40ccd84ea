import { expect, it } from 'vitest';
import { DAYS, KNOWN, type YoungSite, youngSite } from '../bench/incidents/young-site.ts';
import { detect } from '../src/insights/detect/detect.ts';

// The measurement of docs/insights.md, of few sites: npx tsx bench/incidents/young.ts takes more.

/** The hours, from `from` until `to`, at whose end something is told. */
const told = (site: YoungSite, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i + 1).filter(
    (hours) => detect(site.watched(hours)).length > 0,
  );

it('says next to nothing of young sites where there is nothing', () => {
  const sites = Array.from({ length: 10 }, (_, seed) => youngSite(seed + 1));
  const weeks = sites.flatMap((site) =>
    [KNOWN, 7, 14].map((from, week) => told(site, from * 24, (week + 1) * 7 * 24).length > 0),
  );
  expect(weeks).toHaveLength(10 * (DAYS / 7));
  expect(weeks.filter(Boolean).length / weeks.length).toBeLessThanOrEqual(0.05);
}, 120_000);

it.each([
  ['an outage', 0],
  ['ten times as many', 10],
])(
  'finds %s of half a day',
  (_what, factor) => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      // When a week is known.
      const change = { from: 10 * 24, to: 10 * 24 + 12, factor };
      const site = youngSite(seed + 1, change);
      const usual = youngSite(seed + 1).series[0]?.values.slice(change.from, change.to) ?? [];
      const isBusy = usual.reduce((sum, count) => sum + count, 0) > 300;
      return isBusy ? [told(site, change.from, change.to + 24).length > 0] : [];
    }).flat();
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.8);
  },
  120_000,
);
