import { z } from 'zod';
import type { Evidence } from '../evidence/evidence.ts';
import type { Range } from '../stats/range.ts';
import { type Asking, between } from './asking.ts';
import {
  type Contribution,
  contribution,
  type RateContribution,
  rateContribution,
} from './detect/contribution.ts';
import { benjaminiHochberg } from './detect/multiplicity.ts';
import { DIMENSIONS, WATCHED_DIMENSIONS, type WatchedDimension } from './dimensions.ts';
import { LISTED_PARTS, PARTS, TOTALS } from './questions.ts';
import { count, percent, points } from './words.ts';

const LEVEL = 0.05;
// As much as people read.
const MOST_CLAIMS = 3;

const part = z.object({
  value: z.string().nullable(),
  metrics: z.object({ visits: z.number(), bounceRate: z.number().nullable() }),
});
const parts = z.object({
  CHANNEL: z.array(part),
  COUNTRY: z.array(part),
  DEVICE: z.array(part),
  ENTRY_PATH: z.array(part),
});
const partsAnswer = z.object({ project: z.object({ stats: parts.extend({ previous: parts }) }) });
type Part = z.output<typeof part>['metrics'];

interface Pair {
  value: string;
  now: Part;
  before: Part;
}

const NOTHING: Part = { visits: 0, bounceRate: null };

/** How much the change of a period's visits, or of its bounce rate, is that of single values of a dimension. */
export async function partsOf(asking: Asking, period: Range): Promise<Evidence[]> {
  const answer = await asking.ask(PARTS, { range: between(period) }, partsAnswer);
  const { previous, ...now } = answer.project.stats;
  const found = WATCHED_DIMENSIONS.flatMap((dimension) => {
    const pairs = pairsOf(now[dimension], previous[dimension]);
    return [...visitsOf(dimension, pairs, asking, period), ...bouncesOf(dimension, pairs, asking, period)];
  });
  const adjusted = benjaminiHochberg(found.map(({ evidence }) => evidence.pValue ?? 1));
  return found
    .map(({ evidence, weight }, i) => ({ evidence: { ...evidence, pValue: adjusted[i] ?? 1 }, weight }))
    .filter(({ evidence }) => evidence.pValue <= LEVEL)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CLAIMS)
    .map(({ evidence }) => evidence);
}

/** The values whose numbers are known of both periods: one that a full list leaves out is not zero. */
function pairsOf(now: readonly z.output<typeof part>[], before: readonly z.output<typeof part>[]): Pair[] {
  const values = new Set([...now, ...before].flatMap(({ value }) => value ?? []));
  const of = (list: typeof now, wanted: string) =>
    list.find(({ value }) => value === wanted)?.metrics ?? (list.length < LISTED_PARTS ? NOTHING : null);
  return [...values].flatMap((value) => {
    const pair = { now: of(now, value), before: of(before, value) };
    return pair.now && pair.before ? [{ value, now: pair.now, before: pair.before }] : [];
  });
}

interface Weighed {
  evidence: Evidence;
  /** How much of the whole it explains, from 0. */
  weight: number;
}

type Explain = (
  dimension: WatchedDimension,
  pairs: readonly Pair[],
  asking: Asking,
  period: Range,
) => Weighed[];

const visitsOf: Explain = (dimension, pairs, asking, period) => {
  const counted = pairs.map(({ value, now, before }) => ({ value, now: now.visits, before: before.visits }));
  const total = counted.reduce((sum, { now, before }) => sum + now + before, 0);
  return contribution(counted).map((found) => {
    const pair = pairOf(pairs, found);
    const words = `Visits ${DIMENSIONS[dimension].words(found.value)}`;
    return {
      weight: Math.abs(found.change) / Math.max(1, total),
      evidence: {
        claim: `${words}: ${count(pair.now.visits)}, from ${count(pair.before.visits)} in the period before: another change than that of the other values.`,
        metric: words.charAt(0).toLowerCase() + words.slice(1),
        observed: pair.now.visits,
        expected: pair.before.visits,
        low: null,
        high: null,
        pValue: found.pValue,
        method:
          'The visits of the period against those of the period before; the p-value is of having changed as all other values of the dimension did, corrected for all that were looked at (Benjamini and Hochberg).',
        ...questionOf(dimension, found.value, asking, period),
      },
    };
  });
};

const bouncesOf: Explain = (dimension, pairs, asking, period) => {
  const rated = pairs.map(({ value, now, before }) => ({
    value,
    now: bounces(now),
    before: bounces(before),
  }));
  return rateContribution(rated).flatMap((found: RateContribution) => {
    const pair = pairOf(pairs, found);
    const [observed, expected] = [pair.now.bounceRate, pair.before.bounceRate];
    if (observed === null || expected === null) return [];
    const words = `Bounce rate of visits ${DIMENSIONS[dimension].words(found.value)}`;
    return [
      {
        weight: Math.abs(found.change),
        evidence: {
          claim: `${words}: ${percent(observed)}, from ${percent(expected)} in the period before; by it the bounce rate of all changed by ${points(found.rate)}, and by its share of visits by ${points(found.mix)}.`,
          metric: words.charAt(0).toLowerCase() + words.slice(1),
          observed,
          expected,
          low: null,
          high: null,
          pValue: found.pValue,
          method:
            "The bounce rate of the period against that of the period before, by Kitagawa's decomposition; the p-value is of the rate not having changed, corrected for all that were looked at (Benjamini and Hochberg).",
          ...questionOf(dimension, found.value, asking, period),
        },
      },
    ];
  });
};

const bounces = ({ visits, bounceRate }: Part) => ({
  successes: Math.round(visits * (bounceRate ?? 0)),
  trials: visits,
});

function pairOf(pairs: readonly Pair[], { value }: Contribution): Pair {
  return pairs.find((pair) => pair.value === value) ?? { value, now: NOTHING, before: NOTHING };
}

function questionOf(dimension: WatchedDimension, value: string, asking: Asking, period: Range) {
  const filter = { [DIMENSIONS[dimension].field]: { eq: value } };
  return { query: TOTALS, variables: asking.variables({ range: between(period), filter }) };
}
