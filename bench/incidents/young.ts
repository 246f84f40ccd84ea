import { parseArgs } from 'node:util';
import { detect } from '../../src/insights/detect/detect.ts';
import { createStreamDetector } from '../../src/insights/detect/stream.ts';
import { randomOf } from '../../src/simulate/random.ts';
import { machine, table, writeReport } from '../report.ts';
import { type Change, DAYS, KNOWN, type YoungSite, youngSite } from './young-site.ts';

// What is said of projects in their first three weeks: by src/insights/detect/young.ts, and by the streaming detector.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.first) + i);

const WEEK = 7 * 24;
// Hours after its end in which an incident still counts as found.
const GRACE = 24;
/** By how many visits the hours of an incident usually have. */
const SIZES = [
  { name: 'fewer than 50', most: 50 },
  { name: '50 to 200', most: 200 },
  { name: 'more', most: Number.POSITIVE_INFINITY },
];
const KINDS = [
  { name: 'outage', hours: [3, 12], factor: 0 },
  { name: 'ten times as many', hours: [2, 6], factor: 10 },
] as const;

/** How sure a detector is that something is wrong when each of these hours is over, `from` to `to` of them. */
type Watch = (site: YoungSite, from: number, to: number) => number[];

const byDays: Watch = (site, from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => detect(site.watched(from + i)).length);

const byStream: Watch = ({ series }, from, to) => {
  const scores = series.map(({ starts, values }) => {
    const detector = createStreamDetector();
    return values.map((value, hour) => detector.next(starts[hour] ?? 0, value).score);
  });
  return Array.from({ length: to - from + 1 }, (_, i) =>
    Math.max(...scores.map((score) => score[from + i - 1] ?? 0)),
  );
};

const DETECTORS = [
  { watch: byDays, levels: [{ name: 'the days before', least: 1 }] },
  {
    watch: byStream,
    levels: [0.999, 0.9999, 0.99999].map((least) => ({ name: `streaming, from a score of ${least}`, least })),
  },
];

function incidentOf(seed: number, { hours: [least, most], factor }: (typeof KINDS)[number]): Change {
  const random = randomOf(`young/${seed}/${factor}`);
  const from = Math.floor((KNOWN + 1 + random() * (DAYS - KNOWN - 3)) * 24);
  return { from, to: from + Math.round(least * (most / least) ** random()), factor };
}

const percent = (hits: readonly boolean[]): string =>
  hits.length === 0 ? '—' : `${((100 * hits.filter(Boolean).length) / hits.length).toFixed(1)} %`;

const FIRST = KNOWN * 24 + 1;

const quiet = seeds.map((seed) => youngSite(seed));
const incidents = KINDS.map((kind) =>
  seeds.map((seed, i) => {
    const change = incidentOf(seed, kind);
    const visits = quiet[i]?.series[0]?.values.slice(change.from, change.to) ?? [];
    const usual = visits.reduce((sum, count) => sum + count, 0);
    return { site: youngSite(seed, change), change, size: SIZES.findIndex(({ most }) => usual < most) };
  }),
);

const rows = DETECTORS.flatMap(({ watch, levels }) => {
  const still = quiet.map((site) => watch(site, FIRST, DAYS * 24));
  const found = incidents.map((sites) =>
    sites.map(({ site, change: { from, to }, size }) => ({
      size,
      most: Math.max(...watch(site, from + 1, to + GRACE)),
    })),
  );
  return levels.map(({ name, least }) => {
    const weeks = still.map((hours) =>
      [0, 1, 2].map((week) =>
        hours
          .slice(Math.max(0, week * WEEK - KNOWN * 24), (week + 1) * WEEK - KNOWN * 24)
          .some((one) => one >= least),
      ),
    );
    const recalls = found.map((sites) =>
      SIZES.map((_, size) =>
        percent(sites.filter((one) => one.size === size).map(({ most }) => most >= least)),
      ),
    );
    return [name, percent(weeks.flat()), percent(weeks.map((all) => all.includes(true))), ...recalls.flat()];
  });
});

const text = [
  `${new Date().toISOString().slice(0, 10)}; ${machine()}; Node ${process.versions.node}; seeds ${seeds[0]} to ${seeds.at(-1)}, each without and with each incident; found until ${GRACE} hours after its end, by how many visits its hours usually have.`,
  '',
  ...table(
    [
      'detector',
      'quiet weeks in which it says something',
      'quiet projects, in all three weeks',
      ...KINDS.flatMap(({ name }) => SIZES.map((size) => `${name}, ${size.name}`)),
    ],
    rows,
  ),
].join('\n');
console.log(text);
if (values.out) await writeReport(values.out, text, 'young');
