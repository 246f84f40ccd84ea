import { countBuckets } from './buckets.ts';
import type { Condition } from './condition.ts';
import { type Selection, type Span, select, type View } from './selection.ts';
import { listTerms, type TermList } from './terms.ts';
import { type Counts, totals } from './totals.ts';

/** One chart or list. */
export type ScanPanel =
  | { by: 'nothing' }
  /** Buckets that begin at these instants; the last one ends with the span. */
  | { by: 'time'; starts: readonly number[] }
  | { by: 'term'; list: TermList };

/** What is asked of parts that hold all visits which have an event in the span. */
export interface Scan {
  span: Span;
  condition: Condition | null;
  panels: readonly ScanPanel[];
}

/** A panel's numbers; `number` is that of a bucket (from 1) or a term (0: none), null for totals. */
export type ScanRow = Counts & { number: number | null };

/** Answers all panels of a question. */
export function scan(views: readonly View[], { span, condition, panels }: Scan): ScanRow[][] {
  const selections = views.map((view) => select(view, span, condition));
  return panels.map((panel) => scanPanel(selections, span, panel));
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
