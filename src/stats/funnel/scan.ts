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
  const visitors = views.reduce((max, { maxVisitor }) => Math.max(max, maxVisitor), 0) + 1;
  /** The steps that each visitor has an event of, as bits. */
  const had = new Uint16Array(visitors);
  const marked = views.map((view) => {
    const matches = new Uint16Array(view.events);
    for (const [index, step] of steps.entries()) {
      mark(select(view, span, both(condition, step)), 1 << index, matches, had);
    }
    return matches;
  });
  const between =
    rules.order === 'STRICT' ? views.map((view) => eventsIn(select(view, span, condition))) : null;
  // Who has the first step and not the second is counted here: for most, no events need to be put in order.
  let alone = 0;
  for (let visitor = 0; visitor < visitors; visitor++) {
    if ((had[visitor] ?? 0) % 4 !== 1) continue;
    alone++;
    had[visitor] = 0;
  }
  const reached = funnel(gather(views, marked, between, had), rules);
  return reached.map((step, index) => (index === 0 ? { ...step, visitors: step.visitors + alone } : step));
}

const both = (a: Condition | null, b: Condition | null): Condition | null =>
  a && b ? { is: 'all', of: [a, b] } : (a ?? b);

/** Marks the events that a step matches, and their visitors. */
function mark({ view, touched, hits }: Selection, bit: number, matches: Uint16Array, had: Uint16Array): void {
  const { visitor, visits: n } = view;
  const first = hits === null ? view.first : hits.first;
  for (let i = 0; i < n; i++) {
    if (touched !== null && touched[i] === 0) continue;
    const v = visitor[i] ?? 0;
    had[v] = (had[v] ?? 0) | bit;
    const last = first[i + 1] ?? 0;
    for (let h = first[i] ?? 0; h < last; h++) {
      if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
      const j = hits === null ? h : (hits.events[h] ?? 0);
      matches[j] = (matches[j] ?? 0) | bit;
    }
  }
}

/** A byte for each event, 1 where a selection counts it. */
function eventsIn({ view, touched, hits }: Selection): Uint8Array {
  const events = new Uint8Array(view.events);
  if (hits !== null) {
    hits.events.forEach((j, h) => {
      if (hits.inRange === null || hits.inRange[h] === 1) events[j] = 1;
    });
    return events;
  }
  for (let i = 0; i < view.visits; i++) {
    if (touched === null || touched[i] === 1) events.fill(1, view.first[i], view.first[i + 1]);
  }
  return events;
}

/** The events that can be on the way of the visitors who have the first step. */
function gather(
  views: readonly View[],
  marked: readonly Uint16Array[],
  between: readonly Uint8Array[] | null,
  had: Uint16Array,
): FunnelEvents {
  let size = 1 << 16;
  let visitors = new Int32Array(size);
  let times = new Float64Array(size);
  let matches = new Uint16Array(size);
  let count = 0;
  views.forEach((view, part) => {
    const { visitor, first, at, visits: n, base } = view;
    const [bits, all] = [marked[part], between?.[part] ?? null];
    if (!bits) return;
    for (let i = 0; i < n; i++) {
      const v = visitor[i] ?? 0;
      if (((had[v] ?? 0) & 1) === 0) continue;
      const last = first[i + 1] ?? 0;
      for (let j = first[i] ?? 0; j < last; j++) {
        const match = bits[j] ?? 0;
        if (match === 0 && (all === null || all[j] === 0)) continue;
        if (count === size) {
          size *= 2;
          visitors = grown(visitors, new Int32Array(size));
          times = grown(times, new Float64Array(size));
          matches = grown(matches, new Uint16Array(size));
        }
        visitors[count] = v;
        times[count] = base + (at[j] ?? 0);
        matches[count] = match;
        count++;
      }
    }
  });
  return {
    visitors: visitors.subarray(0, count),
    times: times.subarray(0, count),
    matches: matches.subarray(0, count),
  };
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
