import { Temporal } from 'temporal-polyfill';
import { parseInstant } from '../instant.ts';
import type { Evidence } from './evidence.ts';

/** A number that may be stated, and where it stands. */
export interface Fact {
  value: number;
  /** Its place: `stats.totals.visits`. */
  path: string;
}

/** What a text may state. */
export interface Facts {
  numbers: readonly Fact[];
  /** Names, paths and the like: they may be quoted, with the digits in them. */
  texts: ReadonlySet<string>;
  /** Instants as clocks of the zone show them: `2026-11-21T09:30`. */
  moments: ReadonlySet<string>;
  /** Lengths of ranges, in seconds: "the last 7 days". */
  spans: readonly number[];
  /** What filters compare with: "orders over 100". */
  bounds: readonly number[];
  /** The length of the longest list: how far "the top 3" may count. */
  longest: number;
}

export const NO_FACTS: Facts = {
  numbers: [],
  texts: new Set(),
  moments: new Set(),
  spans: [],
  bounds: [],
  longest: 0,
};

/** All that any of them says. */
export const allFacts = (facts: readonly Facts[]): Facts => ({
  numbers: facts.flatMap(({ numbers }) => numbers),
  texts: new Set(facts.flatMap(({ texts }) => [...texts])),
  moments: new Set(facts.flatMap(({ moments }) => [...moments])),
  spans: facts.flatMap(({ spans }) => spans),
  bounds: facts.flatMap(({ bounds }) => bounds),
  longest: Math.max(0, ...facts.map(({ longest }) => longest)),
});

/** What the answer to a question says: its numbers, and the amounts of its money. */
export function factsOfAnswer(answer: unknown, timeZone: string): Facts {
  const found = collect(answer, timeZone);
  return { ...found, numbers: found.values, bounds: [] };
}

/** What a question says: no number of it was measured, but ranges and what filters compare with may be told. */
export function factsOfVariables(variables: unknown, timeZone: string): Facts {
  const found = collect(variables, timeZone);
  return { ...found, numbers: [], bounds: found.values.map(({ value }) => value), longest: 0 };
}

/** What evidence says: its numbers, how far what was observed is from what was expected, and its questions. */
export function factsOfEvidence(evidence: readonly Evidence[], timeZone = 'UTC'): Facts {
  return allFacts(
    evidence.map((each) => {
      const { observed, expected, low, high, pValue, variables } = each;
      const compared =
        expected === null || expected === 0
          ? {}
          : {
              difference: observed - expected,
              change: (observed - expected) / expected,
              ratio: observed / expected,
            };
      const numbers = { observed, expected, low, high, pValue, ...compared };
      return allFacts([factsOfAnswer(numbers, timeZone), factsOfVariables(variables, timeZone)]);
    }),
  );
}

interface Found extends Omit<Facts, 'numbers' | 'bounds'> {
  values: Fact[];
}

const DURATION = /^P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?$/;

function collect(root: unknown, timeZone: string): Found {
  const values: Fact[] = [];
  const texts = new Set<string>();
  const moments = new Set<string>();
  const spans: number[] = [];
  let longest = 0;

  function visitText(text: string, key: string, path: string): void {
    // Money is exact, and therefore text. No other text is a number: senders of events choose what they say.
    const instant = instantOf(text);
    if (key === 'amount' && /^-?\d+(\.\d+)?$/.test(text)) values.push({ value: Number(text), path });
    else if (instant !== null) {
      moments.add(clockAt(instant, timeZone));
      // A range that ends with a day ends with the first instant of the next one.
      if (key === 'end') moments.add(clockAt(instant - 1, timeZone));
    } else if (DURATION.test(text)) spans.push(secondsOf(text));
    else texts.add(text);
  }

  function visit(value: unknown, key: string, path: string): void {
    if (typeof value === 'number') values.push({ value, path });
    else if (typeof value === 'string') visitText(value, key, path);
    else if (Array.isArray(value)) {
      longest = Math.max(longest, value.length);
      for (const [index, item] of value.entries()) visit(item, key, `${path}[${index}]`);
    } else if (typeof value === 'object' && value !== null) {
      const { start, end } = value as { start?: unknown; end?: unknown };
      const [from, to] = [instantOf(start), instantOf(end)];
      if (from !== null && to !== null) spans.push((to - from) / 1000);
      for (const [name, item] of Object.entries(value)) visit(item, name, path ? `${path}.${name}` : name);
    }
  }

  visit(root, '', '');
  return { values, texts, moments, spans, longest };
}

const instantOf = (value: unknown): number | null =>
  typeof value === 'string' ? (parseInstant(value)?.getTime() ?? null) : null;

const clockAt = (milliseconds: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

// Months and years have no length of their own; from a day in the middle of leap years they have a common one.
const secondsOf = (duration: string): number =>
  Temporal.Duration.from(duration).total({ unit: 'seconds', relativeTo: '2026-01-01' });
