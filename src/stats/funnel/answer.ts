import type { Asker } from '../asker.ts';
import { spanOf } from '../panels.ts';
import type { Question } from '../plan.ts';
import { type FunnelRules, funnel, type StepReached } from './funnel.ts';
import { readFunnelEvents, type Steps } from './sql.ts';

/** Answers how many visitors reached each step. */
export function funnelAnswer(asker: Asker) {
  return (question: Question, steps: Steps, rules: FunnelRules): Promise<StepReached[]> =>
    asker.ask({
      kind: 'funnel',
      question,
      parts: { steps, rules },
      filters: [question.filter, ...steps],
      scan: ([condition = null, ...matches]) => ({
        ask: 'funnel' as const,
        span: spanOf(question),
        condition,
        steps: matches,
        rules,
      }),
      finish: (found) => found,
      sql: async ({ joins }) =>
        funnel(await readFunnelEvents(joins, question, steps, rules.order === 'STRICT'), rules),
    });
}
