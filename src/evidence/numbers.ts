import { checkDates } from './dates.ts';
import { DURATION, judgeDuration } from './durations.ts';
import { type Fact, type Facts, NO_FACTS } from './facts.ts';
import { maskTexts, numbersLike, plain, readingsOf } from './readings.ts';
import type { Context, Rule } from './rule.ts';
import { WORD_RULES } from './words.ts';

// Which numbers of a text are not among the facts. docs/chat.md says what counts as a number, and when it is supported.

export interface Checked {
  /** As they are written, in order. */
  unsupported: string[];
  /** For each number that is supported by one, a fact. */
  used: Fact[];
}

/** The numbers of a text that no fact supports, as they are written. */
export const unsupported = (text: string, facts: Facts): string[] => check(text, facts).unsupported;

/** The numbers of a text as they are written, dates and durations among them. */
export const numbersIn = (text: string): string[] => check(text, NO_FACTS).unsupported;

/** Looks every number of a text up among the facts. */
export function check(text: string, facts: Facts): Checked {
  const found: { at: number; written: string; facts: readonly Fact[] | null }[] = [];
  const take = (at: number, written: string, supported: readonly Fact[] | null) => {
    found.push({ at, written: written.trim(), facts: supported });
    return ' '.repeat(written.length);
  };
  // What is read is blanked, so that it is read once; the order is from the most special to the most general.
  let rest = maskTexts(plain(text), facts.texts);
  rest = rest.replace(LIST_MARKER, (marker) => ' '.repeat(marker.length));
  rest = checkDates(rest, facts.moments, take);
  for (const { pattern, judge } of RULES) {
    rest = rest.replace(pattern, (written, ...args) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      const at = args.findLast((arg) => typeof arg === 'number') as number;
      const context = { before: rest.slice(0, at), after: rest.slice(at + written.length), text: rest };
      return take(at, written, judge(groups, facts, context));
    });
  }
  found.sort((a, b) => a.at - b.at);
  return {
    unsupported: found.flatMap(({ written, facts: supported }) => (supported ? [] : [written])),
    used: found.flatMap(({ at, facts: supported }) => (supported?.[0] ? [nearest(supported, text, at)] : [])),
  };
}

const LIST_MARKER = /^\s*\d{1,2}[.)](?=\s)/gm;

const RANK =
  /(?<lead>#|\b(?:top|first|last|step|steps|week|day|month|period|cohort|place|rank|no\.?|number) )(?<rank>\d{1,4})(?![\d.,]*\d|\s?%)/giu;
const ORDINAL = /(?<![\p{L}\d_])(?<rank>\d{1,4})(?:st|nd|rd|th)\b/giu;

const judgeRank = (rank: string, { longest, numbers }: Facts): readonly Fact[] | null => {
  if (Number(rank) >= 1 && Number(rank) <= longest) return [];
  const counted = numbersLike(readingsOf(rank), 1, numbers);
  return counted.length > 0 ? counted : null;
};

const SCALES: Record<string, number> = {
  '%': 0.01,
  percent: 0.01,
  'per cent': 0.01,
  prozent: 0.01,
  k: 1e3,
  thousand: 1e3,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const NUMBER =
  /(?:(?<![\p{L}\d_%)])(?<sign>[+-]))?(?<![\p{L}\d_])(?<digits>\d+(?:[ ,.'_]\d+)*)(?:\s?(?<scale>%|percent(?:age points?)?|per cent|Prozent|thousand|million|billion|[kM](?!\p{L})|mn\b|bn\b))?/giu;
const MIXED = /(?<![\p{L}\d_])[\p{L}_]+\d[\p{L}\d_]*/gu;
const BOUND = /(?:\b(?:over|above|than|least|most|under|below|exceeding)|[<>≤≥]=?) ?[€$£¥]?\s?$/iu;

function scaleOf(scale: string | undefined): number {
  if (scale === undefined) return 1;
  if (scale === 'M') return 1e6;
  return SCALES[scale.toLowerCase().replace(/age points?$/, '')] ?? Number.NaN;
}

function judgeNumber(
  { sign, digits = '', scale }: Record<string, string | undefined>,
  facts: Facts,
  { before }: Context,
): readonly Fact[] | null {
  const factor = scaleOf(scale);
  const found = numbersLike(readingsOf(digits), factor, facts.numbers, sign);
  if (found.length > 0) return found;
  const bounded = readingsOf(digits).some(({ value }) => facts.bounds.includes(value * factor));
  if (bounded && BOUND.test(before)) return [];
  // "Chrome 120 345 visits": two numbers, as long as each of them is supported.
  const parts = digits.split(' ');
  if (parts.length < 2) return null;
  const judged = parts.map((part) => numbersLike(readingsOf(part), 1, facts.numbers));
  return judged.every((each) => each.length > 0) ? judged.flat() : null;
}

const RULES: readonly Rule[] = [
  // Digits in a name that no fact has: GA4, utm2024.
  { pattern: MIXED, judge: () => null },
  { pattern: DURATION, judge: ({ parts = '' }, facts) => judgeDuration(parts, facts) },
  { pattern: RANK, judge: ({ rank = '' }, facts) => judgeRank(rank, facts) },
  { pattern: ORDINAL, judge: ({ rank = '' }, facts) => judgeRank(rank, facts) },
  { pattern: NUMBER, judge: judgeNumber },
  // Digits of other scripts.
  { pattern: /\p{N}+/gu, judge: () => null },
  ...WORD_RULES,
];

/** Of facts of one value, the one whose name the text says nearest to the number; what follows it is nearer. */
function nearest(facts: readonly Fact[], text: string, at: number): Fact {
  const distances = facts.map(({ path }) => {
    const places = [...text.toLowerCase().matchAll(nameIn(path))].map(({ index }) => index - at);
    return Math.min(...places.map((place) => (place < 0 ? -2 * place : place)), text.length * 2);
  });
  const fact = facts[distances.indexOf(Math.min(...distances))];
  if (!fact) throw new Error('there is no fact to choose');
  return fact;
}

/** `totals.bounceRate` is called bounce rate, and one of `visits` a visit. */
function nameIn(path: string): RegExp {
  const name = /([A-Za-z]+)(\[\d+\])?$/.exec(path)?.[1] ?? path;
  const words = name.replaceAll(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();
  return new RegExp(`\\b${words.replace(/s$/, '')}s?\\b`, 'g');
}
