import { countBuckets } from '../segments/scan/buckets.ts';
import type { Condition } from '../segments/scan/condition.ts';
import { type Selection, type Span, select, type View } from '../segments/scan/selection.ts';
import { listTerms, type TermList } from '../segments/scan/terms.ts';
import { type Counts, totals } from '../segments/scan/totals.ts';
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
export function scan(
  views: readonly View[],
  question: Scan,
  textOf: (path: number) => string | undefined,
): ScanResults[Scan['ask']] {
  const { span } = question;
  const selected = (condition: Condition | null) => views.map((view) => select(view, span, condition));
  switch (question.ask) {
    case 'panels': {
      const selections = selected(question.condition);
      return question.panels.map((panel) => scanPanel(selections, span, panel));
    }
    case 'funnel':
      return scanFunnel(views, span, question);
    case 'visitors':
      return visitorsOf(selected(question.condition), question.starts, span);
    case 'retention': {
      const started = visitorsOf(selected(question.start), question.starts, span);
      const { returning } = question;
      return retention(
        started,
        returning === undefined ? started : visitorsOf(selected(returning), question.starts, span),
      );
    }
    case 'paths':
      try {
        return scanPaths(selected(question.condition), question, textOf);
      } catch (error) {
        if (error instanceof TextsMissing) return { missing: error.paths };
        throw error;
      }
  }
}

function scanPanel(selections: readonly Selection[], { end }: Span, panel: ScanPanel): ScanRow[] {
  switch (panel.by) {
    case 'nothing':
      return [{ number: null, ...totals(selections) }];
    case 'time':
      return countBuckets(selections, panel.starts, end).map((counts, i) => ({ number: i + 1, ...counts }));
    case 'term':
      return listTerms(selections, panel.list).map(({ id, ...counts }) => ({ number: id, ...counts }));
  }
}

function visitorsOf(
  selections: readonly Selection[],
  starts: readonly number[],
  { end }: Span,
): Int32Array[] {
  const visitors: Int32Array[] = [];
  countBuckets(selections, starts, end, (met) => visitors.push(met.slice()));
  return visitors;
}
