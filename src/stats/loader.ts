import DataLoader from 'dataloader';
import type { Store } from '../store/store.ts';
import type { Grouping, Panel, Question } from './plan.ts';
import {
  type CountRow,
  type Measure,
  type MeasureRow,
  type MoneyRow,
  readMeasures,
  readPanels,
  readRevenue,
} from './sql.ts';

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
}

export function createStatsLoaders({ pool }: Pick<Store, 'pool'>): StatsLoaders {
  return {
    panels: questionLoader(async (question, panels: readonly Panel[]) => {
      const found = await readPanels(pool, question, panels);
      return panels.map((_, index) => found.filter((row) => row.panel === index));
    }),
    revenue: questionLoader(async (question, groupings: readonly Grouping[]) => {
      const found = await readRevenue(pool, question, groupings);
      return groupings.map((_, index) => found.filter((row) => row.split === index));
    }),
    measures: questionLoader(async (question, measures: readonly Measure[]) => {
      const found = await readMeasures(pool, question, measures);
      return measures.map((_, index) => found.filter((row) => row.measure === index));
    }),
  };
}

/** Asks `read` once for each question, with all its parts. */
function questionLoader<T, R>(
  read: (question: Question, parts: readonly T[]) => Promise<R[]>,
): DataLoader<Asked<T>, R, string> {
  return new DataLoader<Asked<T>, R, string>(
    async (asked) => {
      const groups = new Map<string, Asked<T>[]>();
      for (const one of asked) {
        const key = canonical(one.question);
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
    { cacheKeyFn: canonical },
  );
}

/** One text for equal values, whatever the order of their fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
