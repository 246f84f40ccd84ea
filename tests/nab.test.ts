import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type LabelledSeries, parseSeries, readCorpus } from '../bench/nab/corpus.ts';
import { runBenchmark } from '../bench/nab/run.ts';
import {
  bestThreshold,
  type CostProfile,
  normalise,
  PROFILES,
  probationRows,
  type ScoredSeries,
  scaledSigmoid,
  scoreAt,
  weigh,
} from '../bench/nab/scoring.ts';

const DATA = '../shared/data/nab';
const [standard, lowFalsePositives, lowFalseNegatives] = PROFILES as [CostProfile, CostProfile, CostProfile];

/** 100 rows, of which 15 are on probation; windows over the rows 30 to 39 and 75 to 94; alarms at the rows given. */
function scoreOf(alarms: number[], cost = standard): number {
  const rows = Array.from({ length: 100 }, (_, row) => row);
  const scores = rows.map((row) => (alarms.includes(row) ? 1 : 0));
  return scoreAt(
    weigh(rows, scores, [
      [30, 39],
      [75, 94],
    ]),
    0.5,
    cost,
  );
}

it("follows the benchmark's sigmoid at the positions that its documentation states", () => {
  expect(scaledSigmoid(-1)).toBeCloseTo(0.98661, 5);
  expect(scaledSigmoid(-0.5)).toBeCloseTo(0.84828, 5);
  expect(scaledSigmoid(0)).toBe(0);
  expect(scaledSigmoid(1)).toBeCloseTo(-0.98661, 5);
  expect(scaledSigmoid(3)).toBe(-1);
});

it('leaves out 15 % of the rows, and at most 750', () => {
  expect(probationRows(100)).toBe(15);
  expect(probationRows(1627)).toBe(244);
  expect(probationRows(5000)).toBe(750);
  expect(probationRows(22695)).toBe(750);
});

it('counts a missed window once, by the weight of the profile', () => {
  expect(scoreOf([])).toBe(-2);
  expect(scoreOf([], lowFalsePositives)).toBe(-2);
  expect(scoreOf([], lowFalseNegatives)).toBe(-4);
});

it('gives 1 for an alarm at the start of a window and less for a later one', () => {
  expect(scoreOf([30])).toBeCloseTo(1 - 1, 12);
  expect(scoreOf([35])).toBeCloseTo(0.84828 / 0.98661 - 1, 4);
  // The last row stands at -1/10 of a window of ten rows: (2 / (1 + e^-0.5) - 1) / 0.98661.
  expect(scoreOf([39])).toBeCloseTo(0.24824 - 1, 4);
  expect(scoreOf([30, 75])).toBeCloseTo(2, 12);
});

it('counts the earliest alarm of a window only', () => {
  expect(scoreOf([35, 36, 37, 39])).toBe(scoreOf([35]));
});

it('charges an alarm outside by how far the window before it is', () => {
  expect(scoreOf([20])).toBeCloseTo(-2 - 0.11, 12);
  // Nine rows after the right edge are once the window's length less one.
  expect(scoreOf([48])).toBeCloseTo(-2 - 0.11 * 0.98661, 5);
  expect(scoreOf([70])).toBeCloseTo(-2 - 0.11, 12);
  expect(scoreOf([48], lowFalsePositives)).toBeCloseTo(-2 - 0.22 * 0.98661, 5);
  expect(scoreOf([48], lowFalseNegatives)).toBeCloseTo(-4 - 0.055 * 0.98661, 5);
});

it('ignores alarms on probation', () => {
  expect(scoreOf([0, 10, 14])).toBe(-2);
  expect(scoreOf([15])).toBeLessThan(-2);
});

it("agrees with the sum in the benchmark's own test of all metrics", () => {
  const rows = Array.from({ length: 100 }, (_, row) => row);
  const scores = rows.map((row) => ([40, 41, 47].includes(row) ? 1 : 0));
  const series = weigh(rows, scores, [
    [40, 44],
    [80, 84],
  ]);
  const cost = { name: 'even', truePositive: 1, falsePositive: 1, falseNegative: 1 };
  expect(scoreAt(series, 0.5, cost)).toBeCloseTo(-0.954, 4);
});

it("finds the threshold and score of the benchmark's own test of thresholds", () => {
  const series: ScoredSeries = {
    scores: Float64Array.of(0, 0.2, 0.3, 0.5, 0.5),
    worth: Float64Array.of(-3, 20, 10, 5, -3),
    window: Int32Array.of(-1, 0, 0, 1, -1),
    windows: 2,
  };
  const cost = { name: 'test', truePositive: 1, falsePositive: 1, falseNegative: 5 };
  expect([1.1, 0.5, 0.3, 0.2, 0].map((threshold) => scoreAt(series, threshold, cost))).toEqual([
    -10, -3, 12, 22, 19,
  ]);
  expect(bestThreshold([series], cost)).toEqual({ threshold: 0.2, score: 22 });
});

it('takes all rows of equal score or none', () => {
  const series: ScoredSeries = {
    scores: Float64Array.of(0.5, 0.5),
    worth: Float64Array.of(1, -1),
    window: Int32Array.of(0, -1),
    windows: 1,
  };
  const cost = { name: 'test', truePositive: 1, falsePositive: 5, falseNegative: 1 };
  expect(bestThreshold([series], cost)).toEqual({ threshold: Number.POSITIVE_INFINITY, score: -1 });
});

it('takes one threshold for all files, even where each alone would have another', () => {
  const file = (inside: number, outside: number): ScoredSeries => ({
    scores: Float64Array.of(inside, outside),
    worth: Float64Array.of(1, -1),
    window: Int32Array.of(0, -1),
    windows: 1,
  });
  const cost = { name: 'test', truePositive: 1, falsePositive: 0.5, falseNegative: 1 };
  expect(bestThreshold([file(0.9, 0.8), file(0.3, 0.2)], cost)).toEqual({ threshold: 0.3, score: 1.5 });
});

it('gives 0 to silence and 100 to alarms at the start of each window', () => {
  for (const cost of PROFILES) expect(normalise(scoreOf([], cost), 2, cost)).toBe(0);
  const corpus = ['one', 'two'].map(
    (name): LabelledSeries => ({
      group: name,
      name,
      times: Float64Array.from({ length: 100 }, (_, row) => row),
      values: new Float64Array(100),
      windows: [
        [30, 39],
        [75, 94],
      ],
    }),
  );
  const perfect = runBenchmark(corpus, () => (at) => (at === 30 || at === 75 ? 1 : 0));
  for (const score of perfect.total.scores) expect(score).toBeCloseTo(100, 10);
  expect(perfect.total).toMatchObject({ files: 2, windows: 4, found: 4, falseAlarms: 0 });
  expect(normalise(-24.01310549, 116, standard)).toBeCloseTo(39.6, 1);
});

it('reads labels beside the data and in a folder of their own, and says where a row is wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nab-'));
  try {
    await mkdir(join(folder, 'data', 'group'), { recursive: true });
    await mkdir(join(folder, 'labels'));
    await writeFile(join(folder, 'data', 'README.md'), 'what this is');
    await writeFile(
      join(folder, 'data', 'group', 'file.csv'),
      'timestamp,value\n2014-04-01 00:00:00,1.5\n2014-04-01 00:05:00,2\n',
    );
    const labels = '{"group/file.csv": [["2014-04-01 00:05:00.000000", "2014-04-01 00:05:00.000000"]]}';
    for (const file of ['labels/combined_windows.json', 'combined_windows.json']) {
      await writeFile(join(folder, file), labels);
      const [series] = await readCorpus(folder);
      expect(series).toMatchObject({ group: 'group', name: 'group/file.csv' });
      expect([...(series?.values ?? [])]).toEqual([1.5, 2]);
      expect(series?.windows).toEqual([[Date.UTC(2014, 3, 1, 0, 5), Date.UTC(2014, 3, 1, 0, 5)]]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(() => parseSeries('timestamp,value\n2014-04-01 00:00:00,\n', 'file.csv')).toThrow(
    /file\.csv, line 2/,
  );
});

/** The z of each value among those before it. The published detector alarms where 1 - tail rounds to 1: beyond 8.2924. */
function gaussian(values: Float64Array): Float64Array {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return values.map((value) => {
    const z = count === 0 ? 0 : Math.abs(value - mean) / (Math.sqrt(squares / count) || 1e-6);
    count += 1;
    const change = value - mean;
    mean += change / count;
    squares += change * (value - mean);
    return z;
  });
}

it('gives the published scores of the windowed Gaussian for files that its window holds whole', async (context) => {
  if (!existsSync(DATA)) return context.skip(`The benchmark's data is not at ${DATA}.`);
  const published = {
    'realAdExchange/exchange-2_cpc_results.csv': -1,
    'realAdExchange/exchange-3_cpc_results.csv': 2.5026632611866138,
    'realAdExchange/exchange-4_cpc_results.csv': 0.2922884634276035,
    'realAdExchange/exchange-4_cpm_results.csv': 1.274710362684976,
    'realKnownCause/rogue_agent_key_hold.csv': -2.44,
    'realAWSCloudwatch/iio_us-east-1_i-a2eb1cd9_NetworkIn.csv': -2,
  };
  const corpus = await readCorpus(DATA);
  for (const [name, score] of Object.entries(published)) {
    const series = corpus.find((file) => file.name === name);
    if (series === undefined) throw new Error(`${name} is missing.`);
    const scored = weigh(series.times, gaussian(series.values), series.windows);
    expect(scoreAt(scored, 8.2924, standard), name).toBeCloseTo(score, 9);
  }
});
