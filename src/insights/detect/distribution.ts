import statistics from 'jstat';

const { jStat } = statistics;

/** What a count is expected to be: its mean and variance; `of`, where it is the successes of so many trials. */
export interface Prediction {
  mean: number;
  variance: number;
  of?: number;
  /** How many independent observations the variance was estimated from; Infinity where it is known. */
  freedom: number;
}

// Past this, a sum over single counts takes long, and their being whole makes no difference.
const MANY = 20_000;
// jStat's normal quantile is exact to here.
const LEAST = 1e-15;

/**
 * The two-sided p-value of a count: twice the smaller tail of the negative binomial distribution with the prediction's
 * mean and variance, or of the beta-binomial one for successes of trials. As the variance is an estimate, the tail is read as
 * one of Student's t with that estimate's degrees of freedom.
 */
export function pValueOf(observed: number, prediction: Prediction): number {
  const { freedom } = prediction;
  const tail = Math.min(0.5, Math.max(LEAST, smallerTail(observed, prediction)));
  if (tail === 0.5 || freedom === Number.POSITIVE_INFINITY) return 2 * tail;
  const deviations = -jStat.normal.inv(tail, 0, 1);
  return Math.min(1, 2 * jStat.studentt.cdf(-deviations, freedom));
}

/**
 * The 95 % interval of a count: by Wilson and Hilferty's cube root of the gamma distribution with its mean and variance, for successes
 * of trials by Wilson's score.
 */
export function intervalOf({ mean, variance, of, freedom }: Prediction): [number, number] {
  if (mean <= 0) return [0, 0];
  const reach = quantileOf(freedom);
  if (of !== undefined) {
    const share = Math.min(1, mean / of);
    const size = (of * mean * (1 - share)) / Math.max(variance, 1e-12);
    const middle = (share + reach ** 2 / (2 * size)) / (1 + reach ** 2 / size);
    const half =
      (reach * Math.sqrt((share * (1 - share)) / size + (reach / (2 * size)) ** 2)) / (1 + reach ** 2 / size);
    return [of * Math.max(0, middle - half), of * Math.min(1, middle + half)];
  }
  const shape = mean ** 2 / variance;
  const bound = (deviations: number) =>
    mean * Math.max(0, 1 - 1 / (9 * shape) + deviations / (3 * Math.sqrt(shape))) ** 3;
  return [Math.floor(bound(-reach)), Math.ceil(bound(reach))];
}

const quantiles = new Map<number, number>();

/** Student's t that 2.5 % are above, for whole degrees of freedom. */
function quantileOf(freedom: number): number {
  if (freedom === Number.POSITIVE_INFINITY) return jStat.normal.inv(0.975, 0, 1);
  const known = quantiles.get(freedom) ?? jStat.studentt.inv(0.975, freedom);
  quantiles.set(freedom, known);
  return known;
}

function smallerTail(observed: number, { mean, variance, of }: Prediction): number {
  if (mean <= 0) return observed > 0 ? LEAST : 0.5;
  if (of !== undefined && observed > of) return smallerTail(observed, { mean, variance, freedom: 1 });
  if (Math.max(observed, mean) > MANY) return normalTail(observed, mean, variance);
  return of === undefined ? countTail(observed, mean, variance) : shareTail(observed, mean, variance, of);
}

function countTail(observed: number, mean: number, variance: number): number {
  // Variances below the mean are not those of counts of things that come one by one: Poisson is the least.
  const size = Math.min(1e6, mean ** 2 / Math.max(variance - mean, 1e-9));
  const chance = mean / (size + mean);
  const log =
    jStat.gammaln(observed + size) -
    jStat.gammaln(size) -
    jStat.gammaln(observed + 1) +
    size * Math.log1p(-chance) +
    observed * Math.log(chance);
  const up = (k: number) => ((k + size) / (k + 1)) * chance;
  return tailFrom(observed, mean, Math.exp(log), up, Number.POSITIVE_INFINITY);
}

function shareTail(observed: number, mean: number, variance: number, of: number): number {
  const share = Math.min(1 - 1e-9, mean / of);
  const binomial = of * share * (1 - share);
  // The correlation of two trials of the same step.
  const correlation = Math.min(0.99, Math.max(1e-7, (variance / binomial - 1) / Math.max(1, of - 1)));
  const size = 1 / correlation - 1;
  const [a, b] = [share * size, (1 - share) * size];
  const beta = (x: number, y: number) => jStat.gammaln(x) + jStat.gammaln(y) - jStat.gammaln(x + y);
  const choose = jStat.gammaln(of + 1) - jStat.gammaln(observed + 1) - jStat.gammaln(of - observed + 1);
  const log = choose + beta(observed + a, of - observed + b) - beta(a, b);
  const up = (k: number) => ((of - k) / (k + 1)) * ((k + a) / (of - k - 1 + b));
  return tailFrom(observed, mean, Math.exp(log), up, of);
}

/** The sum of a distribution's terms from `observed` outwards, away from its mean; `up` is the ratio of a term to the one before. */
function tailFrom(
  observed: number,
  mean: number,
  first: number,
  up: (k: number) => number,
  most: number,
): number {
  // In units of the first term, which is often too small a number to be made smaller.
  let sum = 1;
  let term = 1;
  const isLower = observed <= mean;
  for (let k = observed; isLower ? k > 0 : k < most; k += isLower ? -1 : 1) {
    const ratio = isLower ? 1 / up(k - 1) : up(k);
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < sum * 1e-12) break;
  }
  return first * sum;
}

function normalTail(observed: number, mean: number, variance: number): number {
  // Wilson and Hilferty: the cube root of a gamma variable is nearly normal.
  const shape = mean ** 2 / variance;
  const root = Math.cbrt(observed / mean);
  const deviations = (root - (1 - 1 / (9 * shape))) * Math.sqrt(9 * shape);
  return jStat.normal.cdf(-Math.abs(deviations), 0, 1);
}
