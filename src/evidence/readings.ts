import type { Fact } from './facts.ts';

/** A number as it is written: 12.30 has two decimals. */
export interface Reading {
  value: number;
  decimals: number;
}

/** A text with one sign for each meaning: full-width digits, no-break spaces, minus signs and apostrophes become plain ones. */
export const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[−‐‑]/g, '-').replaceAll(/[’‘]/g, "'");

const GROUPED = /^\d{1,3}(?:([ ,.'_])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d+))?$/;
const DECIMAL = /^\d+(?:[.,](\d+))?$/;

/** What digits can mean: 1.234 is a little more than one in English, and more than a thousand in German. */
export function readingsOf(digits: string): Reading[] {
  const readings: Reading[] = [];
  const decimal = DECIMAL.exec(digits);
  if (decimal) readings.push({ value: Number(digits.replace(',', '.')), decimals: decimal[1]?.length ?? 0 });
  const grouped = GROUPED.exec(digits);
  if (grouped) {
    const [, separator = '', decimals] = grouped;
    const value = Number(digits.replaceAll(separator, '').replace(',', '.'));
    readings.push({ value, decimals: decimals?.length ?? 0 });
  }
  return readings;
}

// A share of 0.4 % is not "0 %", nor 1.4 "1".
const MOST_ROUNDING = 0.05;

/** Whether a number is `fact`, rounded to the digits that are written and by no more than a twentieth. */
export function supports({ value, decimals }: Reading, scale: number, fact: number): boolean {
  const size = Math.abs(fact);
  const stated = value * scale;
  const distance = Math.abs(size - stated);
  const error = 1e-14 * Math.max(size, stated);
  const half = (scale * 10 ** -decimals) / 2;
  return distance <= error || (distance <= half + error && distance <= MOST_ROUNDING * size);
}

/** The facts that digits can mean. */
export function numbersLike(
  readings: readonly Reading[],
  scale: number,
  numbers: readonly Fact[],
  sign?: string,
): Fact[] {
  return numbers.filter(
    ({ value }) =>
      (sign !== '-' || value <= 0) &&
      (sign !== '+' || value >= 0) &&
      readings.some((reading) => supports(reading, scale, value)),
  );
}

const QUOTES = /["'`“”„«»‹›]/u;
// One word that cannot be taken for a number: a path, or a name that begins with a letter.
const WORD = /^(?:\/\S*|\p{L}[\p{L}\d_.:+-]*)$/u;

/** Blanks the names that stand in a text: in quotes, or as a word of their own where they could not be taken for a number. */
export function maskTexts(text: string, names: ReadonlySet<string>): string {
  let masked = text;
  const withDigits = [...names].map(plain).filter((name) => /\p{N}/u.test(name));
  for (const name of withDigits.toSorted((a, b) => b.length - a.length)) {
    for (let at = masked.indexOf(name); at >= 0; at = masked.indexOf(name, at + name.length)) {
      const [before = ' ', after = ' '] = [masked[at - 1], masked[at + name.length]];
      const quoted = QUOTES.test(before) && QUOTES.test(after);
      const alone = WORD.test(name) && !/[\p{L}\p{N}_/]/u.test(before) && !/[\p{L}\p{N}_/-]/u.test(after);
      if (quoted || alone)
        masked = masked.slice(0, at) + ' '.repeat(name.length) + masked.slice(at + name.length);
    }
  }
  return masked;
}
