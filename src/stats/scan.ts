import { countBuckets } from '../segments/scan/buckets.ts';
import type { Condition } from '../segments/scan/condition.ts';
import { type Selection, type Span, select, type View } from '../segments/scan/selection.ts';
import { listTerms, type TermList } from '../segments/scan/terms.ts';
import { type Counts, totals } from '../segments/scan/totals.ts';
import type { Steps } from '../segments/steps.ts';
import type { FunnelRules, StepReached } from './funnel/funnel.ts';
import { scanFunnel } from './funnel/scan.ts';
import { type PathFlow, type PathStart, scanPaths, TextsMissing } from './paths/scan.ts';
import { type Cohort, retention } from './periods/retention.ts';

/** What can be asked of visits that include all which have an event in the span. */
export type Scan = { span: Span } & (
  | { ask: 'panels'; condition: Condition | null; panels: readonly ScanPanel[] }
  | { ask: 'funnel'; condition: Condition | null; steps: readonly (Condition | null)[]; rules: FunnelRules }
  /** The distinct visitors of each period. */
  | { ask: 'visitors'; condition: Condition | null; starts: readonly number[] }
  | {
      ask: 'retention';
      start: Condition | null;
      /** Absent where it is the same as `start`. */
      returning?: Condition | null;
      starts: readonly number[];
    }
  | {
      ask: 'paths';
      condition: Condition | null;
      start: PathStart | null;
      depth: number;
      first: number;
      /** Texts of paths that an earlier answer lacked. */
      texts: ReadonlyMap<number, string>;
    }
);

export interface ScanResults {
  panels: ScanRow[][];
  funnel: StepReached[];
  visitors: Int32Array[];
  retention: Cohort[];
  /** The numbers of paths whose texts are needed, where some are. */
  paths: PathFlow | { missing: number[] };
}
export type ScanResult<S extends Scan> = ScanResults[S['ask']];

/** One chart or list. */
export type ScanPanel =
  | { by: 'nothing' }
  /** Buckets that begin at these instants; the last one ends with the span. */
  | { by: 'time'; starts: readonly number[] }
  | { by: 'term'; list: TermList };

/** A panel's numbers; `number` is that of a bucket (from 1) or a term (0: none), null for totals. */
export type ScanRow = Counts & { number: number | null };

/** Answers a question by scanning; `textOf` tells texts of paths, as far as they are known. */
export function* scan(
  views: readonly View[],
  question: Scan,
  textOf: (path: number) => string | undefined,
): Steps<ScanResults[Scan['ask']]> {
  const { span } = question;
  switch (question.ask) {
    case 'panels': {
      const selections = yield* selected(views, span, question.condition);
      const rows: ScanRow[][] = [];
      for (const panel of question.panels) rows.push(yield* scanPanel(selections, span, panel));
      return rows;
    }
    case 'funnel':
      return yield* scanFunnel(views, span, question);
    case 'visitors':
      return yield* visitorsOf(yield* selected(views, span, question.condition), question.starts, span);
    case 'retention': {
      const { starts, returning } = question;
      const started = yield* visitorsOf(yield* selected(views, span, question.start), starts, span);
      if (returning === undefined) return retention(started, started);
      const returned = yield* visitorsOf(yield* selected(views, span, returning), starts, span);
      return retention(started, returned);
    }
    case 'paths':
      try {
        return yield* scanPaths(yield* selected(views, span, question.condition), question, textOf);
      } catch (error) {
        if (error instanceof TextsMissing) return { missing: error.paths };
        throw error;
      }
  }
}

function* selected(views: readonly View[], span: Span, condition: Condition | null): Steps<Selection[]> {
  const selections: Selection[] = [];
  for (const view of views) {
    selections.push(select(view, span, condition));
    yield;
  }
  return selections;
}

function* scanPanel(selections: readonly Selection[], { end }: Span, panel: ScanPanel): Steps<ScanRow[]> {
  switch (panel.by) {
    case 'nothing':
      return [{ number: null, ...(yield* totals(selections)) }];
    case 'time': {
      const buckets = yield* countBuckets(selections, panel.starts, end);
      return buckets.map((counts, i) => ({ number: i + 1, ...counts }));
    }
    case 'term': {
      const terms = yield* listTerms(selections, panel.list);
      return terms.map(({ id, ...counts }) => ({ number: id, ...counts }));
    }
  }
}

function* visitorsOf(
  selections: readonly Selection[],
  starts: readonly number[],
  { end }: Span,
): Steps<Int32Array[]> {
  const visitors: Int32Array[] = [];
  yield* countBuckets(selections, starts, end, (met) => visitors.push(met.slice()));
  return visitors;
}
