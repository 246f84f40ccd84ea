import { table } from '../report.ts';
import type { Outcome } from './run.ts';
import { KINDS } from './scenario.ts';

export const GOAL = { precision: 0.8, recall: 0.7 };

/** What came of all runs, or of those with one kind of incident. */
export interface Score {
  runs: number;
  found: number;
  /** Hours, of those that were found. */
  medianDelay: number | null;
  told: number;
  true: number;
  weeks: number;
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const found = outcomes.flatMap(({ delay }) => delay ?? []).sort((a, b) => a - b);
  const told = outcomes.flatMap((outcome) => outcome.told);
  return {
    runs: outcomes.filter(({ kind }) => kind !== null).length,
    found: found.length,
    medianDelay: found[Math.floor(found.length / 2)] ?? null,
    told: told.length,
    true: told.filter(({ isTrue }) => isTrue).length,
    weeks: outcomes.reduce((sum, { weeks }) => sum + weeks, 0),
  };
}

export const recallOf = ({ found, runs }: Score): number => found / runs;
export const precisionOf = ({ true: right, told }: Score): number => (told > 0 ? right / told : 1);

/** The outcomes as Markdown. */
export function report(outcomes: readonly Outcome[], about: readonly string[]): string {
  const lines = [...KINDS, null].map((kind) => {
    const score = scoreOf(outcomes.filter((outcome) => outcome.kind === kind));
    return rowOf(kind ?? 'none', score);
  });
  const all = scoreOf(outcomes);
  const reached = precisionOf(all) >= GOAL.precision && recallOf(all) >= GOAL.recall;
  return [
    ...about,
    '',
    ...table(
      [
        'incident',
        'sites',
        'found',
        'recall',
        'found after (median)',
        'told',
        'of them true',
        'false a site-week',
      ],
      [...lines, rowOf('**all**', all)],
    ),
    '',
    `Precision ${precisionOf(all).toFixed(2)} at recall ${recallOf(all).toFixed(2)}; goal: ${GOAL.precision} at ${GOAL.recall}: ${reached ? 'reached' : '**missed**'}.`,
  ].join('\n');
}

function rowOf(name: string, score: Score): string[] {
  const { runs, found, medianDelay, told, weeks } = score;
  const wrong = told - score.true;
  return [
    name,
    runs > 0 ? String(runs) : '',
    runs > 0 ? String(found) : '',
    runs > 0 ? recallOf(score).toFixed(2) : '',
    medianDelay === null ? '' : `${medianDelay.toFixed(1)} h`,
    String(told),
    String(score.true),
    (wrong / weeks).toFixed(2),
  ];
}
