import DataLoader from 'dataloader';
import { canonical } from '../store/cache.ts';
import type { Answers } from './answers.ts';
import type { Grouping, Panel, Question } from './plan.ts';
import type { CountRow, Measure, MeasureRow, MoneyRow } from './sql.ts';
import type { TimeOnPageRow } from './time-on-page.sql.ts';

/** A question with one of the things asked about it. */
export interface Asked<T> {
  question: Question;
  part: T;
}

/** One operation's questions: what is asked in one tick of the same range and filter is one statement. */
export interface StatsLoaders {
  panels: DataLoader<Asked<Panel>, CountRow[], string>;
  revenue: DataLoader<Asked<Grouping>, MoneyRow[], string>;
  measures: DataLoader<Asked<Measure>, MeasureRow[], string>;
  timeOnPage: DataLoader<Asked<Grouping>, TimeOnPageRow[], string>;
}

export function createStatsLoaders(answers: Answers): StatsLoaders {
  return {
    panels: questionLoader(answers.panels),
    revenue: questionLoader(answers.revenue),
    measures: questionLoader(answers.measures),
    timeOnPage: questionLoader(answers.timeOnPage),
  };
}

/** All parts that are asked of one field share its question. */
const keys = new WeakMap<Question, string>();
function keyOf(question: Question): string {
  const key = keys.get(question) ?? canonical(question);
  keys.set(question, key);
  return key;
}

/** Asks `read` once for each question, with all its parts. */
function questionLoader<T, R>(
  read: (question: Question, parts: readonly T[]) => Promise<R[]>,
): DataLoader<Asked<T>, R, string> {
  return new DataLoader<Asked<T>, R, string>(
    async (asked) => {
      const groups = new Map<string, Asked<T>[]>();
      for (const one of asked) {
        const key = keyOf(one.question);
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
      const answers = new Map<Asked<T>, R>();
      await Promise.all(
        [...groups.values()].map(async (group) => {
          const [first] = group;
          if (!first) return;
          const results = await read(
            first.question,
            group.map(({ part }) => part),
          );
          group.forEach((one, index) => {
            const result = results[index];
            if (result !== undefined) answers.set(one, result);
          });
        }),
      );
      return asked.map((one) => answers.get(one) ?? new Error('a panel was not answered'));
    },
    { cacheKeyFn: ({ question, part }) => `${keyOf(question)} ${canonical(part)}` },
  );
}
