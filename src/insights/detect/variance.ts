/** What was observed, and what had been expected; weights are 0 for what is not to count. */
export interface Residuals {
  counts: Float64Array;
  means: Float64Array;
  exposures: Float64Array;
  weights: Float64Array;
}

/** The variance of a sum of steps with mean m: clustered × m + common × m², for shares the first × (1 − share). */
export interface Terms {
  /** What is counted comes in bunches of so many, such as the pageviews of a visit. */
  clustered: number;
  /** What all of it has in common, such as the weather of a day: the square of its relative deviation. */
  common: number;
  /** How many sums without overlap it was learned from. */
  freedom: number;
}

export type Variance = (steps: number) => Terms;

// Nobody's traffic is more even than 3 % from one time to another, however few times have been seen.
const LEAST_COMMON = 0.03 ** 2;
// Residuals further off count as if they were here: it's the usual that is measured.
const BOUND = 4;
const ROUNDS = 4;

/** The variance of expectations by what past ones were off, for sums of any number of steps. */
export function varianceOf(residuals: Residuals, isRate: boolean): Variance {
  const single = sumsOf(residuals, 1);
  const clustered = clusteringOf(single, isRate);
  const known = new Map<number, Terms>();
  return (steps) => {
    const found = known.get(steps);
    if (found) return found;
    const sums = steps === 1 ? single : sumsOf(residuals, steps);
    const used = residuals.weights.reduce((sum, weight) => sum + weight, 0);
    const terms = {
      clustered,
      common: commonOf(sums, clustered, isRate),
      freedom: Math.max(3, Math.min(200, Math.floor(used / steps))),
    };
    known.set(steps, terms);
    return terms;
  };
}

interface Sum {
  count: number;
  mean: number;
  /** Of a rate, 1 − the expected share. */
  rest: number;
}

/** Sums of `steps` steps one after the other; steps that do not count are as if they had not been. */
function sumsOf({ counts, means, exposures, weights }: Residuals, steps: number): Sum[] {
  const sums: Sum[] = [];
  const stride = Math.max(1, Math.floor(steps / 4));
  for (let end = counts.length; end - steps >= 0; end -= stride) {
    let [count, mean, exposure, weight] = [0, 0, 0, 0];
    for (let i = end - steps; i < end; i++) {
      const one = weights[i] ?? 0;
      weight += one;
      count += one * (counts[i] ?? 0);
      mean += one * (means[i] ?? 0);
      exposure += one * (exposures[i] ?? 0);
    }
    if (weight < steps / 2 || mean <= 0) continue;
    sums.push({ count, mean, rest: Math.max(0.001, 1 - mean / Math.max(exposure, 1e-9)) });
  }
  return sums;
}

const baseOf = ({ mean, rest }: Sum, isRate: boolean): number => (isRate ? mean * rest : mean);

/** The residual squared, as far as it is usual. */
const squareOf = ({ count, mean }: Sum, variance: number): number =>
  Math.min((count - mean) ** 2, BOUND ** 2 * variance);

/** Both terms by weighted least squares of the squared residuals on the mean and its square; the first is kept. */
function clusteringOf(sums: readonly Sum[], isRate: boolean): number {
  let clustered = 1;
  let common = LEAST_COMMON;
  for (let round = 0; round < ROUNDS; round++) {
    let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
    for (const sum of sums) {
      const a = baseOf(sum, isRate);
      const b = sum.mean ** 2;
      const variance = clustered * a + common * b;
      const y = squareOf(sum, variance);
      const weight = 1 / variance ** 2;
      aa += weight * a * a;
      ab += weight * a * b;
      bb += weight * b * b;
      ay += weight * a * y;
      by += weight * b * y;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 1e-9 * aa * bb)) return clustered;
    // Where the best has less in common than is believed, or less than Poisson, the best that has not.
    common = Math.max(LEAST_COMMON, (aa * by - ab * ay) / determinant);
    clustered = Math.max(1, (ay - common * ab) / aa);
    common = Math.max(LEAST_COMMON, (by - clustered * ab) / bb);
  }
  return clustered;
}

function commonOf(sums: readonly Sum[], clustered: number, isRate: boolean): number {
  let common = 4 * LEAST_COMMON;
  for (let round = 0; round < ROUNDS; round++) {
    let [excess, squares] = [0, 0];
    for (const sum of sums) {
      const base = clustered * baseOf(sum, isRate);
      const variance = base + common * sum.mean ** 2;
      // Each sum by how much it says: where chance makes most of it, less.
      const weight = 1 / variance ** 2;
      excess += weight * sum.mean ** 2 * (squareOf(sum, variance) - base);
      squares += weight * sum.mean ** 4;
    }
    common = Math.max(LEAST_COMMON, squares > 0 ? excess / squares : 0);
  }
  return common;
}
