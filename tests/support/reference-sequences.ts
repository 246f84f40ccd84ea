import { type Predicate, type Question, type RawEvent, type Visit, visitorOf } from './reference.ts';

// Funnels, paths and time on page by the definitions of docs/metrics.md: plain, slow, and written apart from src/.

export type Order = 'ORDERED' | 'STRICT' | 'ANY';

export interface FunnelStepNumbers {
  visitors: number;
  conversionRate: number | null;
  dropOff: number;
  medianSecondsFromPrevious: number | null;
}

interface Step {
  at: number;
  /** Of each step, whether the event matches it. */
  matches: boolean[];
}

const considered = (visits: readonly Visit[], { start, end, matches }: Question) =>
  visits.flatMap((visit) =>
    visit.events
      .filter((event) => event.at >= start && event.at < end && matches(event, visit))
      .map((event) => ({ event, visit })),
  );

export function funnelOf(
  visits: readonly Visit[],
  question: Question,
  steps: readonly Predicate[],
  window: number | null,
  order: Order,
): FunnelStepNumbers[] {
  const visitors = new Map<string, Step[]>();
  for (const { event, visit } of considered(visits, question)) {
    const step = { at: event.at, matches: steps.map((matches) => matches(event, visit)) };
    visitors.set(visitorOf(event), [...(visitors.get(visitorOf(event)) ?? []), step]);
  }
  const limit = window ?? Number.POSITIVE_INFINITY;
  const ways = { ORDERED: orderedChain, STRICT: strictChain, ANY: anyChain };
  // The times of the steps that each visitor reached; in ANY order only how many there are is told.
  const chains = [...visitors.values()].map((own) =>
    ways[order](own.toSorted(byOrderOfSteps), steps.length, limit),
  );
  const reached = steps.map((_, i) => chains.filter((chain) => chain.length > i).length);
  return steps.map((_, i) => {
    const [now = 0, before = 0] = [reached[i], reached[i - 1]];
    const gaps = chains.flatMap((chain) =>
      chain.length > i ? [((chain[i] ?? 0) - (chain[i - 1] ?? 0)) / 1000] : [],
    );
    return {
      visitors: now,
      conversionRate: i === 0 ? 1 : before === 0 ? null : now / before,
      dropOff: i === 0 ? 0 : before - now,
      medianSecondsFromPrevious: i === 0 || order === 'ANY' ? null : median(gaps),
    };
  });
}

/** By time; of one instant, by the first step that they match, then the last, the one before it, and so on. */
function byOrderOfSteps(a: Step, b: Step): number {
  const lowest = ({ matches }: Step) => (matches.includes(true) ? matches.indexOf(true) : matches.length);
  if (a.at !== b.at) return a.at - b.at;
  if (lowest(a) !== lowest(b)) return lowest(a) - lowest(b);
  for (let i = a.matches.length - 1; i >= 0; i--) {
    if (a.matches[i] !== b.matches[i]) return a.matches[i] ? 1 : -1;
  }
  return 0;
}

/** Tries every choice of events for the steps; among those of the deepest step, takes the chain of the definition. */
function orderedChain(events: readonly Step[], steps: number, window: number): number[] {
  const reachable = (from: number, step: number, first: number): number => {
    let deepest = step;
    for (let i = from; i < events.length && deepest < steps; i++) {
      const event = events[i];
      if (event?.matches[step] && event.at - first <= window) {
        deepest = Math.max(deepest, reachable(i + 1, step + 1, first));
      }
    }
    return deepest;
  };
  const depth = Math.max(
    0,
    ...events.map((event, i) => (event.matches[0] ? reachable(i + 1, 1, event.at) : 0)),
  );
  // Backwards from an event: each step is the latest event of it from which the steps before can be reached.
  const chainTo = (end: number, step: number): number[] | null => {
    const event = events[end];
    if (!event?.matches[step]) return null;
    if (step === 0) return [event.at];
    for (let i = end - 1; i >= 0; i--) {
      const before = chainTo(i, step - 1);
      if (before) return event.at - (before[0] ?? 0) <= window ? [...before, event.at] : null;
    }
    return null;
  };
  for (let end = 0; end < events.length && depth > 0; end++) {
    const chain = chainTo(end, depth - 1);
    if (chain) return chain;
  }
  return [];
}

function strictChain(events: readonly Step[], steps: number, window: number): number[] {
  const chains = events.map((first, i) => {
    const chain: number[] = [];
    for (let step = 0; step < steps; step++) {
      const event = events[i + step];
      if (!event?.matches[step] || event.at - first.at > window) break;
      chain.push(event.at);
    }
    return chain;
  });
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}

function anyChain(events: readonly Step[], steps: number, window: number): number[] {
  const depths = events.map((first) => {
    const stretch = events.filter(({ at }) => at >= first.at && at - first.at <= window);
    const missing = Array.from({ length: steps }, (_, i) => i).find(
      (step) => !stretch.some(({ matches }) => matches[step]),
    );
    return missing ?? steps;
  });
  return Array(Math.max(0, ...depths)).fill(0);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sorted.length === 0 ? null : middle.reduce((a, b) => a + b, 0) / middle.length;
}

// --- paths ----------------------------------------------------------------------------------------------------------

export interface Flow {
  nodes: { step: number; path: string; visitors: number }[];
  links: { step: number; source: string; target: string; visitors: number }[];
}

export function pathsOf(
  visits: readonly Visit[],
  { start, end, matches }: Question,
  startingAt: string | null,
  depth: number,
  first: number,
): Flow {
  const ways = visits.flatMap((visit) => {
    // The events of one visit are one visitor's.
    const events = visit.events.filter(
      (event) => event.at >= start && event.at < end && matches(event, visit),
    );
    const sequence = sequenceOf(events, startingAt).slice(0, depth);
    const [event] = events;
    return event && sequence.length > 0 ? [{ visitor: visitorOf(event), sequence }] : [];
  });
  const distinct = (of: typeof ways) => new Set(of.map(({ visitor }) => visitor)).size;
  const steps = Array.from({ length: depth }, (_, i) => i);

  const named = steps.map((step) => {
    const paths = new Set(ways.flatMap(({ sequence }) => sequence.slice(step, step + 1)));
    return [...paths]
      .map((path) => ({ path, visitors: distinct(ways.filter(({ sequence }) => sequence[step] === path)) }))
      .toSorted((a, b) => b.visitors - a.visitors || (a.path < b.path ? -1 : 1))
      .slice(0, first)
      .map(({ path }) => path);
  });
  const folded = ways.map(({ visitor, sequence }) => ({
    visitor,
    sequence: sequence.map((path, step) => (named[step]?.includes(path) ? path : 'other')),
  }));

  return {
    nodes: steps.flatMap((step) =>
      [...(named[step] ?? []), 'other']
        .map((path) => ({
          step: step + 1,
          path,
          visitors: distinct(folded.filter(({ sequence }) => sequence[step] === path)),
        }))
        .filter(({ visitors }) => visitors > 0),
    ),
    links: steps.slice(1).flatMap((step) => {
      const sources = [...(named[step - 1] ?? []), 'other'];
      const targets = [...(named[step] ?? []), 'other'];
      return sources
        .flatMap((source) =>
          targets.map((target) => ({
            step,
            source,
            target,
            visitors: distinct(
              folded.filter(({ sequence }) => sequence[step - 1] === source && sequence[step] === target),
            ),
          })),
        )
        .filter(({ visitors }) => visitors > 0)
        .toSorted(
          (a, b) =>
            b.visitors - a.visitors || (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1),
        );
    }),
  };
}

function sequenceOf(events: readonly RawEvent[], startingAt: string | null): string[] {
  const pathsOfAll = (of: readonly RawEvent[]) =>
    of.flatMap(({ type, path }) => (type === 'PAGEVIEW' && path !== null ? [path] : []));
  const once = (paths: string[]) => paths.filter((path, i) => i === 0 || path !== paths[i - 1]);
  if (startingAt === null) return once(pathsOfAll(events));
  if (startingAt.startsWith('/')) {
    const paths = pathsOfAll(events);
    return paths.includes(startingAt) ? once(paths.slice(paths.indexOf(startingAt))) : [];
  }
  const first = events.findIndex(({ name }) => name === startingAt);
  return first === -1 ? [] : [startingAt, ...once(pathsOfAll(events.slice(first + 1)))];
}

// --- time on page ---------------------------------------------------------------------------------------------------

export function timeOnPageOf(visits: readonly Visit[], { start, end, matches }: Question): number | null {
  const seconds = visits.flatMap((visit) =>
    visit.events.flatMap((event, i) => {
      const next = visit.events[i + 1];
      const counts =
        event.type === 'PAGEVIEW' && event.at >= start && event.at < end && matches(event, visit);
      return counts && next ? [(next.at - event.at) / 1000] : [];
    }),
  );
  return seconds.length === 0 ? null : seconds.reduce((a, b) => a + b, 0) / seconds.length;
}
