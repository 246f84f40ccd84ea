import type { Evidence } from '../evidence/evidence.ts';
import type { Fact, Facts } from '../evidence/facts.ts';
import { statement } from './statement.ts';

/** A question that was asked and answered, here or in an earlier turn. */
export interface Source {
  facts: Facts;
  /** What it says, in plain words; empty when that was said in an earlier turn. */
  statement: string;
  /** The evidence for a sentence that states one of its facts. */
  cite(fact: Fact, sentence: string): Evidence;
}

/** A document that the server ran. */
export function sourceOf(
  query: string,
  variables: Record<string, unknown>,
  answer: Record<string, unknown>,
  facts: Facts,
): Source {
  return {
    facts,
    statement: statement(answer),
    cite: ({ value, path }, sentence) => ({
      claim: sentence.trim(),
      metric: metricOf(path),
      observed: value,
      expected: null,
      low: null,
      high: null,
      pValue: null,
      method: methodOf(path),
      query: unindented(query),
      variables: variables as Evidence['variables'],
    }),
  };
}

/** Evidence of an earlier turn can be told again. */
export const sourceOfEvidence = (evidence: Evidence, facts: Facts): Source => ({
  facts,
  statement: '',
  cite: (_fact, sentence) => ({ ...evidence, claim: sentence.trim() }),
});

/** `stats.breakdown[0].metrics.visits` is `visits`, and so is `change.visits`. */
const metricOf = (path: string): string => (path.split('.').at(-1) ?? path).replace(/\[\d+\]$/, '');

function methodOf(path: string): string {
  const metric = metricOf(path);
  if (path.startsWith('change.'))
    return `How far \`stats.totals.${metric}\` of the answer is above \`previous.totals.${metric}\`, as a share of the latter.`;
  if (path.startsWith('difference.'))
    return `\`stats.totals.${metric}\` of the answer less \`previous.totals.${metric}\`.`;
  if (path.includes('.share.'))
    return `\`${path.replace('.share.', '.metrics.')}\` of the answer, as a share of \`totals.${metric}\`.`;
  if (metric === 'rates')
    return `\`${path.replace('rates', 'returning')}\` of the answer, as a share of the cohort's \`size\`.`;
  return `\`${path}\` of the answer.`;
}

const unindented = (text: string): string => {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
};
