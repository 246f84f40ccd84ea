import DataLoader from 'dataloader';
import { canonical } from '../store/cache.ts';
import type { Answers } from './answers.ts';
import { groupBy } from './group-by.ts';
import type { Grouping, Panel, Question } from './plan.ts';
import { type Cell, type Key, placeOf } from './result.ts';
import type { CountRow, Measure, MeasureRow, MoneyRow } from './sql.ts';
import type { TimeOnPageRow } from './time-on-page.sql.ts';

/** Rows by the place of their grouping that they belong to. */
export type Places<R> = ReadonlyMap<Key['number'] | Key['value'], readonly R[]>;

/** Loaded, or on its way: a promise for each of thousands of cells costs more than all else of them. */
export type Loaded<R> = Places<R> | Promise<Places<R>>;

type OfGrouping = Pick<Cell, 'question' | 'grouping'>;

/** One operation's questions: what is asked in one tick of the same range and filter is one statement. */
export interface StatsLoaders {
  panel(question: Question, panel: Panel): Promise<CountRow[]>;
  revenue(cells: OfGrouping): Loaded<MoneyRow>;
  timeOnPage(cells: OfGrouping): Loaded<TimeOnPageRow>;
  measure(cells: OfGrouping, measure: Omit<Measure, 'grouping'>): Loaded<MeasureRow>;
}

/** What is made of rows, at once where they are there. */
export const whenLoaded = <R, T>(loaded: Loaded<R>, make: (places: Places<R>) => T): T | Promise<T> =>
  loaded instanceof Promise ? loaded.then(make) : make(loaded);

export function createStatsLoaders(answers: Answers): StatsLoaders {
  const keys = createKeys();
  const panels = questionLoader(answers.panels, keys);
  const ofCells = <T extends object, R extends Key>(
    read: (question: Question, parts: readonly T[]) => Promise<R[][]>,
  ) => placesLoader(questionLoader(read, keys));
  const revenue = ofCells(answers.revenue);
  const timeOnPage = ofCells(answers.timeOnPage);
  const measures = ofCells(answers.measures);
  return {
    panel: (question, { grouping, list }) =>
      panels.load({ question, grouping, key: canonical(list), part: { grouping, list } }),
    revenue: (cell) => revenue(cell, '', (grouping) => grouping),
    timeOnPage: (cell) => timeOnPage(cell, '', (grouping) => grouping),
    measure: (cell, { event, property, aggregate }) =>
      measures(cell, JSON.stringify([event, property, aggregate]), (grouping) => ({
        event,
        property,
        aggregate,
        grouping,
      })),
  };
}

/** A question with one of the things asked about it. */
interface Asked<T> {
  question: Question;
  grouping: Grouping;
  /** Tells the part from others of the same grouping. */
  key: string;
  part: T;
}

type KeyOf = (object: object) => number;

/** The same number for equal objects. Each is written out once: a grouping can have 10,000 buckets. */
function createKeys(): KeyOf {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  return (object) => {
    const former = known.get(object);
    if (former !== undefined) return former;
    const text = canonical(object);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(object, number);
    return number;
  };
}

/** Asks `read` once for each question, with all its parts. */
function questionLoader<T, R>(
  read: (question: Question, parts: readonly T[]) => Promise<R[]>,
  keyOf: KeyOf,
): DataLoader<Asked<T>, R, string> {
  return new DataLoader<Asked<T>, R, string>(
    async (asked) => {
      const answers = new Map<Asked<T>, R>();
      const answer = async (group: readonly Asked<T>[]): Promise<void> => {
        const [first] = group;
        if (!first) return;
        const parts = group.map(({ part }) => part);
        const results = await read(first.question, parts);
        for (const [index, one] of group.entries()) {
          const result = results[index];
          if (result !== undefined) answers.set(one, result);
        }
      };
      await Promise.all([...groupBy(asked, ({ question }) => keyOf(question)).values()].map(answer));
      return asked.map((one) => answers.get(one) ?? new Error('a panel was not answered'));
    },
    { cacheKeyFn: ({ question, grouping, key }) => `${keyOf(question)} ${keyOf(grouping)} ${key}` },
  );
}

/** Loads the rows of a grouping once for all of its cells, each of which finds its own without a look at the others. */
function placesLoader<T, R extends Key>(loader: DataLoader<Asked<T>, R[], string>) {
  // A grouping is one field's, and belongs to its question.
  const loaded = new WeakMap<Grouping, Map<string, Loaded<R>>>();
  return ({ question, grouping }: OfGrouping, key: string, partOf: (grouping: Grouping) => T): Loaded<R> => {
    const ofGrouping = loaded.get(grouping) ?? new Map<string, Loaded<R>>();
    loaded.set(grouping, ofGrouping);
    const former = ofGrouping.get(key);
    if (former) return former;
    const places = loader.load({ question, grouping, key, part: partOf(grouping) }).then((rows) => {
      const found = groupBy(rows, (row) => placeOf(grouping, row));
      ofGrouping.set(key, found);
      return found;
    });
    ofGrouping.set(key, places);
    return places;
  };
}
