import type { Condition } from '../../segments/scan/condition.ts';
import { hitsOf, type Selection, type Span, select, type View } from '../../segments/scan/selection.ts';
import { maxVisitorOf } from '../../segments/scan/totals.ts';
import type { Steps } from '../../segments/steps.ts';
import { Candidates } from './candidates.ts';
import { type FunnelRules, funnel, type StepReached } from './funnel.ts';

export interface FunnelScan {
  condition: Condition | null;
  /** Null is every event. */
  steps: readonly (Condition | null)[];
  rules: FunnelRules;
}

/** How many visitors reached each step, from segments. */
export function* scanFunnel(
  views: readonly View[],
  span: Span,
  { condition, steps, rules }: FunnelScan,
): Steps<StepReached[]> {
  const parts: Selection[][] = [];
  for (const view of views) {
    const ofSteps: Selection[] = [];
    for (const step of steps) {
      ofSteps.push(select(view, span, both(condition, step)));
      yield;
    }
    parts.push(ofSteps);
  }
  /** The steps that each visitor has an event of, as bits. */
  const had = new Uint16Array(maxVisitorOf(parts.flat()) + 1);
  for (const selections of parts) {
    for (const [step, selection] of selections.entries()) mark(selection, 1 << step, had);
  }
  const alone = takeAlone(had);
  const events = new Candidates(had);
  for (const [part, view] of views.entries()) {
    const between = rules.order === 'STRICT' ? hitsOf(select(view, span, condition)) : null;
    events.add(view, (parts[part] ?? []).map(hitsOf), between);
    yield;
  }
  const reached = funnel(events.columns(), rules);
  return reached.map((step, index) => (index === 0 ? { ...step, visitors: step.visitors + alone } : step));
}

const both = (a: Condition | null, b: Condition | null): Condition | null =>
  a && b ? { is: 'all', of: [a, b] } : (a ?? b);

/** Marks the visitors who have a step. */
function mark({ view: { visitor }, touched }: Selection, bit: number, had: Uint16Array): void {
  for (let k = 0; k < touched.length; k++) {
    const v = visitor[touched[k] ?? 0] ?? 0;
    had[v] = (had[v] ?? 0) | bit;
  }
}

/**
 * Takes out who has the first step and not the second, and returns how many they are: for most of the visitors of a
 * funnel, no events need to be put in order.
 */
function takeAlone(had: Uint16Array): number {
  let alone = 0;
  for (let visitor = 0; visitor < had.length; visitor++) {
    const steps = had[visitor] ?? 0;
    const isAlone = (((steps & 3) ^ 1) - 1) >>> 31;
    alone += isAlone;
    had[visitor] = steps & (isAlone - 1);
  }
  return alone;
}
