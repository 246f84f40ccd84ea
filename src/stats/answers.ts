import type { Queryable } from '../store/sql.ts';
import type { Asker } from './asker.ts';
import { funnelAnswer } from './funnel/answer.ts';
import { groupBy } from './group-by.ts';
import { panelsAnswer } from './panels.ts';
import { pathsAnswer } from './paths/answer.ts';
import { retentionAnswer, visitorsAnswer } from './periods/answer.ts';
import type { Question } from './plan.ts';
import { readMeasures, readRevenue } from './sql.ts';
import { readTimeOnPage } from './time-on-page.sql.ts';

/** Every question that statistics can be asked. */
export type Answers = ReturnType<typeof createAnswers>;

export function createAnswers(asker: Asker) {
  /** The rows of each part, which `partOf` tells by its place in the list; only SQL can tell them. */
  const bySql =
    <P, R>(
      kind: string,
      read: (db: Queryable, question: Question, parts: readonly P[]) => Promise<R[]>,
      partOf: (row: R) => number,
    ) =>
    (question: Question, parts: readonly P[]): Promise<R[][]> =>
      asker.askSql({
        kind,
        question,
        parts,
        sql: async ({ joins }) => {
          const found = groupBy(await read(joins, question, parts), partOf);
          return parts.map((_, index) => found.get(index) ?? []);
        },
      });

  return {
    panels: panelsAnswer(asker),
    funnel: funnelAnswer(asker),
    paths: pathsAnswer(asker),
    retention: retentionAnswer(asker),
    visitors: visitorsAnswer(asker),
    revenue: bySql('revenue', readRevenue, ({ split }) => split),
    timeOnPage: bySql('time on page', readTimeOnPage, ({ split }) => split),
    measures: bySql('measures', readMeasures, ({ measure }) => measure),
  };
}
