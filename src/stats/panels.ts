import { weigh } from '../segments/scan/terms.ts';
import { escapeLike, type Queryable } from '../store/sql.ts';
import type { Asker, Work } from './asker.ts';
import { EVENT_TERMS, VISIT_TERMS } from './filter.ts';
import { groupBy } from './group-by.ts';
import { DIMENSION_FIELDS, type Metric, type Panel, type Question } from './plan.ts';
import type { ScanPanel, ScanRow } from './scan.ts';
import { type CountRow, readPanels } from './sql.ts';
import { findTerms } from './terms.sql.ts';
import { byText } from './texts.ts';

const TERMS = { ...EVENT_TERMS, ...VISIT_TERMS };

const ORDERS = {
  VISITORS: 'visitors',
  VISITS: 'visits',
  PAGEVIEWS: 'pageviews',
  EVENTS: 'events',
  BOUNCE_RATE: 'bounces',
  VISIT_DURATION: 'seconds',
  VIEWS_PER_VISIT: 'views',
} as const satisfies Record<Metric, string>;

/** Answers a question's panels: their rows, in their order. */
export function panelsAnswer(asker: Asker) {
  const bySegments = (question: Question, panels: readonly Panel[]): Promise<CountRow[][]> =>
    asker.ask({
      kind: 'panels',
      question,
      parts: panels,
      filters: [question.filter],
      scan: async ([condition = null], { db }) => ({
        ask: 'panels' as const,
        span: spanOf(question),
        condition,
        panels: await Promise.all(panels.map((panel) => scanPanel(db, question, panel))),
      }),
      finish: (found, _scanned, { texts }) =>
        Promise.all(panels.map((panel, index) => finishPanel(panel, index, found[index] ?? [], texts))),
      sql: ({ joins }) => readAll(joins, question, panels),
    });

  const bySql = (question: Question, panels: readonly Panel[]): Promise<CountRow[][]> =>
    asker.askSql({
      kind: 'panels',
      question,
      parts: panels,
      sql: ({ joins }) => readAll(joins, question, panels),
    });

  async function readAll(db: Queryable, question: Question, panels: readonly Panel[]): Promise<CountRow[][]> {
    const found = groupBy(await readPanels(db, question, panels), ({ panel }) => panel);
    return panels.map((_, index) => found.get(index) ?? []);
  }

  return async (question: Question, panels: readonly Panel[]): Promise<CountRow[][]> => {
    // Properties are not in segments.
    const isFree = ({ grouping }: Panel): boolean => grouping.by === 'property';
    const [free, known] = [panels.filter(isFree), panels.filter((panel) => !isFree(panel))];
    const [slow, fast] = await Promise.all([
      free.length > 0 ? bySql(question, free) : [],
      known.length > 0 ? bySegments(question, known) : [],
    ]);
    const answers = { free: slow.values(), known: fast.values() };
    return panels.map((panel) => answers[isFree(panel) ? 'free' : 'known'].next().value ?? []);
  };
}

export const spanOf = ({ start, end }: Question) => ({ start, end });

async function scanPanel(
  db: Queryable,
  { projectId }: Question,
  { grouping, list }: Panel,
): Promise<ScanPanel> {
  if (grouping.by === 'nothing') return { by: 'nothing' };
  if (grouping.by === 'time') return { by: 'time', starts: grouping.starts };
  if (grouping.by === 'property' || list === null) throw new Error('segments cannot answer this panel');
  const field = DIMENSION_FIELDS[grouping.dimension];
  const search = list.search && { kind: TERMS[field].kind, ilike: `%${escapeLike(list.search)}%` };
  const among = search ? (await findTerms(db, projectId, [search])).map(({ id }) => id) : null;
  return {
    by: 'term',
    list: { field, first: list.first, orderBy: ORDERS[list.orderBy], among, sums: list.sums },
  };
}

/** The rows of a list with their texts, those of equal weight in the order of these. */
async function finishPanel(
  { grouping, list }: Panel,
  panel: number,
  found: readonly ScanRow[],
  texts: Work['texts'],
): Promise<CountRow[]> {
  const rows = found.map((row): CountRow => ({ ...row, panel, value: null }));
  if (grouping.by !== 'term' || list === null) return rows;
  const { kind } = TERMS[DIMENSION_FIELDS[grouping.dimension]];
  const ids = rows.map(({ number }) => number ?? 0);
  const textOf = await texts(kind, ids);
  const weightOf = (row: CountRow): number => weigh(row, ORDERS[list.orderBy]) ?? Number.NEGATIVE_INFINITY;
  return rows
    .map((row) => ({ ...row, value: textOf(row.number ?? 0), number: row.number || null }))
    .sort((a, b) => weightOf(b) - weightOf(a) || byText(a.value, b.value))
    .slice(0, list.first);
}
