/**
 * The rules of the Numenta Anomaly Benchmark (Lavin & Ahmad, "Evaluating Real-time Anomaly Detection
 * Algorithms", 2015, and the scorer that is published with its data). Of all alarms in a window only the
 * earliest counts; every alarm outside costs, less when it comes shortly after a window.
 */

/** What a kind of user gains by a found anomaly, and loses by a false alarm and by a missed anomaly. */
export interface CostProfile {
  name: string;
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
}

/** The benchmark's three application profiles. */
export const PROFILES: readonly CostProfile[] = [
  { name: 'standard', truePositive: 1, falsePositive: 0.11, falseNegative: 1 },
  { name: 'reward_low_FP_rate', truePositive: 1, falsePositive: 0.22, falseNegative: 1 },
  { name: 'reward_low_FN_rate', truePositive: 1, falsePositive: 0.055, falseNegative: 2 },
];

const PROBATION = 0.15;
const PROBATION_ROWS = 5000;

/** 0 at a window's right edge, nearly 1 at its left edge, nearly -1 a window's length after it. */
export const scaledSigmoid = (position: number): number =>
  position >= 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;

const FIRST_IN_WINDOW = scaledSigmoid(-1);

/** Rows at the start of a file that are not scored. Not whole for files beyond 5,000 rows: rows below it are left out. */
export const probationRows = (rows: number): number =>
  Math.min(Math.floor(PROBATION * rows), PROBATION * PROBATION_ROWS);

/** The rows of one file that are scored, with what an alarm at each would be worth before the profile's weights. */
export interface ScoredSeries {
  scores: Float64Array;
  worth: Float64Array;
  /** The window that a row is in, counted from 0; -1 outside. */
  window: Int32Array;
  windows: number;
}

/** The worth of an alarm at each row, from where the row lies to its window or to the last window before it. */
export function weigh(
  times: ArrayLike<number>,
  scores: ArrayLike<number>,
  windows: readonly (readonly [number, number])[],
): ScoredSeries {
  const rows = times.length;
  const first = Math.ceil(probationRows(rows));
  const rowAt = new Map<number, number>();
  for (let row = rows - 1; row >= 0; row -= 1) rowAt.set(times[row] ?? Number.NaN, row);
  const spans = windows.map(([from, to]) => ({ from: rowAt.get(from), to: rowAt.get(to) }));
  const worth = new Float64Array(rows);
  const window = new Int32Array(rows).fill(-1);
  let reached = 0;
  let last: { end: number; length: number } | null = null;
  for (let row = 0; row < rows; row += 1) {
    worth[row] = scaledSigmoid(last === null ? 3 : (row - last.end) / (last.length - 1));
    const span = spans[reached];
    if (span === undefined) continue;
    if (span.from === undefined || span.to === undefined)
      throw new Error('A window begins or ends at an instant that the file does not have.');
    if (row < span.from) continue;
    const length = span.to - span.from + 1;
    worth[row] = scaledSigmoid(-(span.to - row + 1) / length) / FIRST_IN_WINDOW;
    window[row] = reached;
    if (row === span.to) {
      last = { end: row, length };
      reached += 1;
    }
  }
  return {
    scores: Float64Array.from(scores).subarray(first),
    worth: worth.subarray(first),
    window: window.subarray(first),
    windows: windows.length,
  };
}

/** The score of one file when every row at or above the threshold is an alarm. */
export function scoreAt(series: ScoredSeries, threshold: number, cost: CostProfile): number {
  const best = new Float64Array(series.windows).fill(-cost.falseNegative);
  let falseAlarms = 0;
  series.scores.forEach((score, row) => {
    if (score < threshold) return;
    const worth = series.worth[row] ?? 0;
    const window = series.window[row] ?? -1;
    if (window < 0) falseAlarms += worth * cost.falsePositive;
    else best[window] = Math.max(best[window] ?? 0, worth * cost.truePositive);
  });
  return best.reduce((sum, part) => sum + part, falseAlarms);
}

/** The one threshold for all files with the best sum of scores: every score that occurs is tried, and none at all. */
export function bestThreshold(
  corpus: readonly ScoredSeries[],
  cost: CostProfile,
): { threshold: number; score: number } {
  const offsets: number[] = [];
  let windows = 0;
  for (const series of corpus) {
    offsets.push(windows);
    windows += series.windows;
  }
  const rows = corpus.flatMap((series, file) =>
    Array.from(series.scores, (score, row) => ({ score, series, row, offset: offsets[file] ?? 0 })),
  );
  rows.sort((left, right) => right.score - left.score);
  const parts = new Float64Array(windows).fill(-cost.falseNegative);
  let sum = -cost.falseNegative * windows;
  let best = { threshold: Number.POSITIVE_INFINITY, score: sum };
  rows.forEach(({ score, series, row, offset }, rank) => {
    const worth = series.worth[row] ?? 0;
    const window = series.window[row] ?? -1;
    if (window < 0) sum += worth * cost.falsePositive;
    else {
      const former = parts[offset + window] ?? 0;
      const part = Math.max(former, worth * cost.truePositive);
      parts[offset + window] = part;
      sum += part - former;
    }
    if (rows[rank + 1]?.score !== score && sum > best.score) best = { threshold: score, score: sum };
  });
  return best;
}

/** 0 for a detector that never raises an alarm, 100 for one that raises one at the start of each window. NaN without windows. */
export function normalise(score: number, windows: number, cost: CostProfile): number {
  const silent = -cost.falseNegative * windows;
  return (100 * (score - silent)) / (cost.truePositive * windows - silent);
}

/** Windows with at least one alarm in them, and alarms outside every window. */
export function tally(series: ScoredSeries, threshold: number): { found: number; falseAlarms: number } {
  const alarms = [...series.window].filter((_, row) => (series.scores[row] ?? 0) >= threshold);
  return {
    found: new Set(alarms.filter((window) => window >= 0)).size,
    falseAlarms: alarms.filter((window) => window < 0).length,
  };
}
