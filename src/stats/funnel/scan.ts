import type { Condition } from '../../segments/scan/condition.ts';
import { type Selection, type Span, select, type View } from '../../segments/scan/selection.ts';
import { type FunnelRules, funnel, type StepReached } from './funnel.ts';
import type { FunnelEvents } from './sequences.ts';

export interface FunnelScan {
  condition: Condition | null;
  /** Null is every event. */
  steps: readonly (Condition | null)[];
  rules: FunnelRules;
}

/** How many visitors reached each step, from segments. */
export function scanFunnel(
  views: readonly View[],
  span: Span,
  { condition, steps, rules }: FunnelScan,
): StepReached[] {
  const considered = steps.map((step): Condition | null => both(condition, step));
  const marked = views.map((view) => mark(view, span, considered));
  const between =
    rules.order === 'STRICT' ? views.map((view) => eventsIn(select(view, span, condition))) : null;
  return funnel(gather(views, marked, between), rules);
}

const both = (a: Condition | null, b: Condition | null): Condition | null =>
  a && b ? { is: 'all', of: [a, b] } : (a ?? b);

/** For each event, the steps that it matches, as bits. */
function mark(view: View, span: Span, steps: readonly (Condition | null)[]): Uint16Array {
  const bits = new Uint16Array(view.events);
  const { first, visits: n } = view;
  steps.forEach((step, index) => {
    const bit = 1 << index;
    const { touched, steps: told } = select(view, span, step);
    for (let i = 0; i < n; i++) {
      if (touched !== null && touched[i] === 0) continue;
      const last = first[i + 1] ?? 0;
      for (let j = first[i] ?? 0; j < last; j++) {
        if (told === null || told.inRange[j] === 1) bits[j] = (bits[j] ?? 0) | bit;
      }
    }
  });
  return bits;
}

/** The events that a selection counts. */
function eventsIn({ view, touched, steps }: Selection): Uint8Array {
  if (steps !== null) return steps.inRange;
  const events = new Uint8Array(view.events);
  for (let i = 0; i < view.visits; i++) {
    if (touched === null || touched[i] === 1) events.fill(1, view.first[i], view.first[i + 1]);
  }
  return events;
}

/** The events of the visitors who have the first step: without it, nobody reaches any. */
function gather(
  views: readonly View[],
  marked: readonly Uint16Array[],
  between: readonly Uint8Array[] | null,
): FunnelEvents {
  const began = new Uint8Array(views.reduce((max, { maxVisitor }) => Math.max(max, maxVisitor), 0) + 1);
  views.forEach((view, v) => {
    const bits = marked[v];
    if (!bits) return;
    for (let i = 0; i < view.visits; i++) {
      const last = view.first[i + 1] ?? 0;
      for (let j = view.first[i] ?? 0; j < last; j++) {
        if (((bits[j] ?? 0) & 1) === 0) continue;
        began[view.visitor[i] ?? 0] = 1;
        break;
      }
    }
  });
  let size = 0;
  views.forEach((_, v) => {
    const [bits, all] = [marked[v], between?.[v]];
    if (!bits) return;
    for (let j = 0; j < bits.length; j++) if (bits[j] !== 0 || all?.[j] === 1) size++;
  });
  const events = {
    visitors: new Int32Array(size),
    times: new Float64Array(size),
    matches: new Uint16Array(size),
  };
  let count = 0;
  views.forEach((view, v) => {
    const [bits, all] = [marked[v], between?.[v]];
    if (!bits) return;
    for (let i = 0; i < view.visits; i++) {
      const visitor = view.visitor[i] ?? 0;
      if (began[visitor] === 0) continue;
      const last = view.first[i + 1] ?? 0;
      for (let j = view.first[i] ?? 0; j < last; j++) {
        const match = bits[j] ?? 0;
        if (match === 0 && all?.[j] !== 1) continue;
        events.visitors[count] = visitor;
        events.times[count] = view.base + (view.at[j] ?? 0);
        events.matches[count] = match;
        count++;
      }
    }
  });
  return {
    visitors: events.visitors.subarray(0, count),
    times: events.times.subarray(0, count),
    matches: events.matches.subarray(0, count),
  };
}
