import type { LabelledSeries } from './corpus.ts';
import {
  bestThreshold,
  type CostProfile,
  normalise,
  PROFILES,
  type ScoredSeries,
  scoreAt,
  tally,
  weigh,
} from './scoring.ts';

/** What is measured: given each value once, in order, it says how unusual it is, 0 to 1. */
export type Detector = (at: number, value: number) => number;

/** A group of files, or all: the normalised score under each profile, and what the standard threshold found. */
export interface GroupResult {
  name: string;
  files: number;
  windows: number;
  found: number;
  falseAlarms: number;
  /** In the order of the profiles; NaN for files without windows. */
  scores: number[];
}

/** A run of a detector over the corpus. */
export interface RunResult {
  groups: GroupResult[];
  total: GroupResult;
  thresholds: { profile: string; threshold: number }[];
  values: number;
  /** Of detecting alone, without reading and scoring. */
  seconds: number;
}

/** Runs a new detector over each file, value by value, and scores all under one threshold for each profile. */
export function runBenchmark(corpus: readonly LabelledSeries[], create: () => Detector): RunResult {
  const began = performance.now();
  const detected = corpus.map((series) => detect(series, create()));
  const seconds = (performance.now() - began) / 1000;
  const scored = corpus.map(({ group, times, windows }, file) => ({
    group,
    series: weigh(times, detected[file] ?? [], windows),
  }));
  const all = scored.map(({ series }) => series);
  const thresholds = PROFILES.map((cost) => bestThreshold(all, cost).threshold);
  const ofGroup = (name: string) => scored.filter(({ group }) => group === name).map(({ series }) => series);
  return {
    groups: [...new Set(corpus.map(({ group }) => group))].map((name) =>
      summarise(name, ofGroup(name), thresholds),
    ),
    total: summarise('all', all, thresholds),
    thresholds: PROFILES.map(({ name }, index) => ({
      profile: name,
      threshold: thresholds[index] ?? Number.NaN,
    })),
    values: corpus.reduce((sum, { values }) => sum + values.length, 0),
    seconds,
  };
}

function detect({ times, values }: LabelledSeries, detector: Detector): Float64Array {
  return values.map((value, row) => detector(times[row] ?? Number.NaN, value));
}

function summarise(name: string, files: readonly ScoredSeries[], thresholds: readonly number[]): GroupResult {
  const windows = files.reduce((sum, file) => sum + file.windows, 0);
  const normalised = (cost: CostProfile, index: number): number => {
    const threshold = thresholds[index] ?? Number.POSITIVE_INFINITY;
    return normalise(
      files.reduce((sum, file) => sum + scoreAt(file, threshold, cost), 0),
      windows,
      cost,
    );
  };
  const tallies = files.map((file) => tally(file, thresholds[0] ?? Number.POSITIVE_INFINITY));
  return {
    name,
    files: files.length,
    windows,
    found: tallies.reduce((sum, { found }) => sum + found, 0),
    falseAlarms: tallies.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    scores: PROFILES.map(normalised),
  };
}
