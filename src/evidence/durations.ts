import type { Fact, Facts } from './facts.ts';
import { numbersLike, readingsOf, supports } from './readings.ts';

const UNIT = [
  ['s(?:ec(?:ond)?s?)?', 1],
  ['min(?:ute)?s?', 60],
  ['m', 60],
  ['h(?:ours?|rs?)?', 3600],
  ['d(?:ays?)?', 86_400],
  ['weeks?', 604_800],
  ['months?', 2_629_746],
  ['years?', 31_556_952],
] as const;
// In small letters: 3.4M is no minutes.
const UNITS = UNIT.map(([name]) => name).join('|');
const AMOUNT = `\\d+(?:[ ,.]\\d{3})*(?:[.,]\\d+)?`;
/** One or more amounts of time: 95 s, 1 h 5 min. */
export const DURATION = new RegExp(
  `(?<![\\p{L}\\d_.,])(?<parts>${AMOUNT}[ -]?(?:${UNITS})\\b(?:(?: and)? ?${AMOUNT} ?(?:${UNITS})\\b)*)`,
  'gu',
);
const PART = new RegExp(`(${AMOUNT})[ -]?(${UNITS})\\b`, 'gu');

/** The length of a unit of time. */
export function secondsOf(unit: string): number {
  return UNIT.find(([name]) => new RegExp(`^(?:${name})$`, 'i').test(unit))?.[1] ?? Number.NaN;
}

/** By numbers, which are seconds; by the lengths of ranges; and as a count of days or the like. */
export function judgeDuration(parts: string, { numbers, spans }: Facts): readonly Fact[] | null {
  const read = [...parts.matchAll(PART)].map(([, amount = '', unit = '']) => ({
    readings: readingsOf(amount),
    seconds: secondsOf(unit),
  }));
  const [first, ...more] = read;
  if (!first) return null;
  const last = read.at(-1) ?? first;
  const value = read.reduce((sum, { readings, seconds }) => sum + (readings[0]?.value ?? 0) * seconds, 0);
  const decimals = last.readings[0]?.decimals ?? 0;
  const written = { value: value / last.seconds, decimals };
  const bySeconds = numbers.filter((fact) => supports(written, last.seconds, fact.value));
  if (bySeconds.length > 0) return bySeconds;
  if (spans.some((span) => supports(written, last.seconds, span))) return [];
  // As a count: 12 days on which something happened.
  const byCount = more.length > 0 ? [] : numbersLike(first.readings, 1, numbers);
  return byCount.length > 0 ? byCount : null;
}
