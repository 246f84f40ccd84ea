import type { Asker } from './asker.ts';
import { funnelAnswer } from './funnel/answer.ts';
import { panelsAnswer } from './panels.ts';
import { pathsAnswer } from './paths/answer.ts';
import { retentionAnswer, visitorsAnswer } from './periods/answer.ts';
import type { Grouping, Question } from './plan.ts';
import { type Measure, readMeasures, readRevenue } from './sql.ts';
import { readTimeOnPage } from './time-on-page.sql.ts';

/** Every question that statistics can be asked. */
export type Answers = ReturnType<typeof createAnswers>;

export function createAnswers(asker: Asker) {
  const { db } = asker;
  return {
    panels: panelsAnswer(asker),
    funnel: funnelAnswer(asker),
    paths: pathsAnswer(asker),
    retention: retentionAnswer(asker),
    visitors: visitorsAnswer(asker),
    /** The revenue of each grouping's rows. */
    revenue: (question: Question, groupings: readonly Grouping[]) =>
      asker.askSql({
        kind: 'revenue',
        question,
        parts: groupings,
        sql: async () => {
          const found = await readRevenue(db, question, groupings);
          return groupings.map((_, index) => found.filter((row) => row.split === index));
        },
      }),
    /** The mean time on page of each grouping's rows. */
    timeOnPage: (question: Question, groupings: readonly Grouping[]) =>
      asker.askSql({
        kind: 'time on page',
        question,
        parts: groupings,
        sql: async () => {
          const found = await readTimeOnPage(db, question, groupings);
          return groupings.map((_, index) => found.filter((row) => row.split === index));
        },
      }),
    /** Each measure's rows. */
    measures: (question: Question, measures: readonly Measure[]) =>
      asker.askSql({
        kind: 'measures',
        question,
        parts: measures,
        sql: async () => {
          const found = await readMeasures(db, question, measures);
          return measures.map((_, index) => found.filter((row) => row.measure === index));
        },
      }),
  };
}
