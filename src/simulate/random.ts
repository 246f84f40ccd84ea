// Every part of the traffic draws from a stream of its own, named by what it is for: so a visit stays the same whatever
// happens beside it, and a visit of the past can be worked out without those before it.

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** The stream of a name: the same name, the same numbers. sfc32 by Chris Doty-Humphrey, as in PractRand. */
export function randomOf(name: string): Random {
  let [a, b, c, counter] = hash128(name);
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** The UUID of a name. Version 8 of RFC 9562: its bits are whatever its maker says. */
export function uuidOf(name: string): string {
  const hex = hash128(name)
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** 128 bits of a text: cyrb128 by bryc, https://github.com/bryc/code/blob/master/jshash/PRNGs.md (public domain). */
function hash128(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const all = a ^ b ^ c ^ d;
  return [all, b ^ all, c ^ all, d ^ all];
}

/** A normal number of mean 0 and deviation 1 (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** An exponential number. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());

// From here on the normal distribution is near enough, and takes the same time for any mean.
const MANY = 50;

/** How many happen where `mean` are expected (Poisson). */
export function poisson(random: Random, mean: number): number {
  if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  // By inversion: with the same stream, a greater mean never gives less.
  const u = random();
  let count = 0;
  let probability = Math.exp(-mean);
  for (let below = probability; u >= below && count < 10 * MANY; below += probability)
    probability *= mean / ++count;
  return count;
}

/** A rank from 0 to count − 1, nearly by Zipf's law: rank r has the weight ln((r + 2) / (r + 1)). */
export const zipf = (random: Random, count: number): number => Math.floor((count + 1) ** random()) - 1;

/** One of the items, the first ones most often. */
export function popular<T>(random: Random, items: readonly T[]): T {
  const item = items[zipf(random, items.length)];
  if (item === undefined) throw new RangeError('there is nothing to choose from');
  return item;
}

/** One of the items, by weight. */
export function pick<T>(random: Random, items: readonly T[], weightOf: (item: T) => number): T {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = random() * total;
  const chosen = items.find((item) => {
    left -= weightOf(item);
    return left < 0;
  });
  // Rounding may leave a little after the last one.
  const item = chosen ?? items.at(-1);
  if (item === undefined) throw new RangeError('there is nothing to choose from');
  return item;
}
