import { secondsOf } from './durations.ts';
import type { Fact, Facts } from './facts.ts';
import { supports } from './readings.ts';
import type { Context, Rule } from './rule.ts';

// Numbers that English has words for. "One" is not one of them: it is a pronoun, too.

const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const LARGE: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const RATIOS: Record<string, number> = { twi: 2, dou: 2, thr: 3, tri: 3, qua: 4, hal: 0.5 };
const SMALL_WORD = new RegExp(`\\b(?<word>${WORDS.join('|')})\\b`, 'giu');
const TENS_WORD = new RegExp(`\\b(?<word>${TENS.join('|')})(?:[ -](?:one|${WORDS.join('|')}))?\\b`, 'giu');
const LARGE_WORD =
  /\b(?:(?:a|one|half a) )?(?<word>dozen|hundred|thousand|million|billion)(?<plural>s?)\b/giu;
const RATIO_WORD = /\b(?<word>twice|doubl\w+|thrice|tripl\w+|quadrupl\w+|half|halv\w+)\b/giu;
const MEASURED =
  /^[ -](?:\p{L}+ ){0,2}(?:visit|visitor|view|pageview|event|user|people|person|percent|per|second|minute|hour|day|week|month|year|time|conversion|purchase|sale|order|euro|dollar|point)/iu;

const exactly = (value: number, numbers: readonly Fact[]): readonly Fact[] | null => {
  const found = numbers.filter((fact) => Math.abs(fact.value) === value);
  return found.length > 0 ? found : null;
};

function judgeSmallWord(
  word: string,
  { numbers, longest, spans }: Facts,
  { after }: Context,
): readonly Fact[] | null {
  const value = WORDS.indexOf(word.toLowerCase()) + 2;
  const found = exactly(value, numbers);
  if (found) return found;
  const unit = /^[ -](second|minute|hour|day|week|month|year)s?\b/i.exec(after)?.[1];
  if (unit && spans.some((span) => supports({ value, decimals: 0 }, secondsOf(unit), span))) return [];
  // What is counted off a list, such as "the two countries", is no measurement.
  return value <= longest && !MEASURED.test(after) ? [] : null;
}

function judgeTens(word: string, written: string, numbers: readonly Fact[]): readonly Fact[] | null {
  const ones = written.toLowerCase().split(/[ -]/)[1];
  const value = (TENS.indexOf(word.toLowerCase()) + 2) * 10;
  return exactly(value + (ones === undefined ? 0 : ['one', ...WORDS].indexOf(ones) + 1), numbers);
}

/** Words that are numbers. */
export const WORD_RULES: readonly Rule[] = [
  {
    pattern: TENS_WORD,
    judge: ({ word = '' }, { numbers }, { text, before, after }) =>
      judgeTens(word, text.slice(before.length, text.length - after.length), numbers),
  },
  { pattern: SMALL_WORD, judge: ({ word = '' }, facts, context) => judgeSmallWord(word, facts, context) },
  {
    pattern: LARGE_WORD,
    judge: ({ word = '', plural }, { numbers }) =>
      plural ? null : exactly(LARGE[word.toLowerCase()] ?? Number.NaN, numbers),
  },
  {
    pattern: RATIO_WORD,
    judge: ({ word = '' }, { numbers }) => {
      const value = RATIOS[word.slice(0, 3).toLowerCase()] ?? Number.NaN;
      const found = numbers.filter((fact) => Math.abs(fact.value / value - 1) <= 0.05);
      return found.length > 0 ? found : null;
    },
  },
];
