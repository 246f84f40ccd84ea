import type { Logger } from 'pino';
import type { Engine, Snapshot } from '../segments/engine.ts';
import type { ScanPanel } from '../segments/scan/scan.ts';
import { weigh } from '../segments/scan/terms.ts';
import type { Cache } from '../store/cache.ts';
import { escapeLike } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { conditionOf } from './condition.ts';
import { EVENT_TERMS, VISIT_TERMS } from './filter.ts';
import { DIMENSION_FIELDS, type Grouping, type Metric, type Panel, type Question, wayOf } from './plan.ts';
import {
  type CountRow,
  type Measure,
  type MeasureRow,
  type MoneyRow,
  readMeasures,
  readPanels,
  readRevenue,
  revisionOf,
} from './sql.ts';
import { findTerms } from './terms.sql.ts';
import { byText, createTexts, type Texts } from './texts.ts';
import { readTimeOnPage, type TimeOnPageRow } from './time-on-page.sql.ts';

/** Answers questions: each by the cheapest way that serves, and from the cache where nothing has changed since. */
export interface Answers {
  panels(question: Question, panels: readonly Panel[]): Promise<CountRow[][]>;
  revenue(question: Question, groupings: readonly Grouping[]): Promise<MoneyRow[][]>;
  measures(question: Question, measures: readonly Measure[]): Promise<MeasureRow[][]>;
  timeOnPage(question: Question, groupings: readonly Grouping[]): Promise<TimeOnPageRow[][]>;
}

export interface AnswersOptions {
  store: Store;
  engine: Engine;
  cache: Cache;
  log: Logger;
}

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

export function createAnswers({ store: { pool }, engine, cache, log }: AnswersOptions): Answers {
  const texts = createTexts(pool);

  /** Keeps what SQL answers for as long as the project has no newer event. */
  async function fromSql<T>(
    kind: string,
    question: Question,
    parts: unknown,
    read: () => Promise<T>,
  ): Promise<T> {
    const revision = await revisionOf(pool, question.projectId);
    return cache.answer({ kind, question, parts, revision }, read);
  }

  /** The visits to scan, or null where SQL has to answer. */
  async function snapshotOf(question: Question): Promise<Snapshot | null> {
    try {
      const snapshot = await engine.snapshot(question.projectId, question);
      if (typeof snapshot !== 'string') return snapshot;
      if (snapshot !== 'gone') log.info({ projectId: question.projectId, reason: snapshot }, 'asking SQL');
    } catch (error) {
      log.error({ err: error }, 'segments failed; asking SQL');
    }
    return null;
  }

  async function scanPanels(
    question: Question,
    panels: readonly Panel[],
    snapshot: Snapshot,
  ): Promise<CountRow[][]> {
    const [condition, asked] = await Promise.all([
      conditionOf(pool, question.projectId, question.filter),
      Promise.all(panels.map((panel) => scanPanel(question, panel))),
    ]);
    const found = await engine.scan(snapshot, { span: question, condition, panels: asked });
    return Promise.all(
      panels.map(async ({ grouping, list }, index) => {
        const rows = (found[index] ?? []).map((row) => ({ ...row, panel: index, value: null }));
        if (grouping.by !== 'term' || list === null) return rows;
        return rank(question.projectId, grouping, list, rows, texts);
      }),
    );
  }

  async function scanPanel({ projectId }: Question, { grouping, list }: Panel): Promise<ScanPanel> {
    if (grouping.by === 'nothing') return { by: 'nothing' };
    if (grouping.by === 'time') return { by: 'time', starts: grouping.starts };
    if (grouping.by === 'property' || list === null) throw new Error('this panel is not one for segments');
    const field = DIMENSION_FIELDS[grouping.dimension];
    const search = list.search && { kind: TERMS[field].kind, ilike: `%${escapeLike(list.search)}%` };
    const among = search ? (await findTerms(pool, projectId, [search])).map(({ id }) => id) : null;
    return { by: 'term', list: { field, first: list.first, orderBy: ORDERS[list.orderBy], among } };
  }

  async function bySegments(question: Question, panels: readonly Panel[]): Promise<CountRow[][]> {
    const snapshot = await snapshotOf(question);
    if (snapshot === null) return bySql(question, panels);
    const { version } = snapshot;
    return cache.answer({ kind: 'scan', question, panels, version }, () =>
      scanPanels(question, panels, snapshot),
    );
  }

  const bySql = (question: Question, panels: readonly Panel[]): Promise<CountRow[][]> =>
    fromSql('panels', question, panels, async () => {
      const found = await readPanels(pool, question, panels);
      return panels.map((_, index) => found.filter((row) => row.panel === index));
    });

  return {
    async panels(question, panels) {
      const ways = panels.map(({ grouping }) => wayOf(question, grouping));
      const of = (way: string) => panels.filter((_, index) => ways[index] === way);
      const [scanned, selected] = [of('segments'), of('sql')];
      const [fast, slow] = await Promise.all([
        scanned.length > 0 ? bySegments(question, scanned) : [],
        selected.length > 0 ? bySql(question, selected) : [],
      ]);
      const answers = { segments: fast.values(), sql: slow.values() };
      return ways.map((way) => answers[way].next().value ?? []);
    },
    revenue: (question, groupings) =>
      fromSql('revenue', question, groupings, async () => {
        const found = await readRevenue(pool, question, groupings);
        return groupings.map((_, index) => found.filter((row) => row.split === index));
      }),
    measures: (question, measures) =>
      fromSql('measures', question, measures, async () => {
        const found = await readMeasures(pool, question, measures);
        return measures.map((_, index) => found.filter((row) => row.measure === index));
      }),
    timeOnPage: (question, groupings) =>
      fromSql('timeOnPage', question, groupings, async () => {
        const found = await readTimeOnPage(pool, question, groupings);
        return groupings.map((_, index) => found.filter((row) => row.split === index));
      }),
  };
}

/** Puts rows of equal weight into the order of their texts, and takes the first. */
async function rank(
  projectId: number,
  grouping: Grouping & { by: 'term' },
  { first, orderBy }: NonNullable<Panel['list']>,
  rows: CountRow[],
  texts: Texts,
): Promise<CountRow[]> {
  const { kind } = TERMS[DIMENSION_FIELDS[grouping.dimension]];
  const textOf = await texts.of(
    projectId,
    kind,
    rows.map(({ number }) => number ?? 0),
  );
  return rows
    .map((row) => ({ row: { ...row, value: textOf(row.number ?? 0) }, weight: weigh(row, ORDERS[orderBy]) }))
    .sort(
      (a, b) =>
        (b.weight ?? Number.NEGATIVE_INFINITY) - (a.weight ?? Number.NEGATIVE_INFINITY) ||
        byText(a.row.value, b.row.value),
    )
    .slice(0, first)
    .map(({ row }) => ({ ...row, number: row.number === 0 ? null : row.number }));
}
