import { type DocumentNode, visit } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';
import type { StatsArgs, StatsQuery } from '../stats/query.ts';
import { at, DEFAULT_RANGE, midnight, type Range } from '../stats/range.ts';
import type { Project } from '../store/generated/client/client.ts';
import type { Scope } from './scope.ts';

/** What `stats` is subscribed to with, once the caller was found to have the right to it. */
export class LiveQuery implements AsyncIterable<never> {
  readonly project: Project;
  readonly args: StatsArgs;
  /** Milliseconds between two answers. */
  readonly throttle: number;

  constructor(project: Project, args: StatsArgs, throttle: number) {
    this.project = project;
    this.args = args;
    this.throttle = throttle;
  }

  [Symbol.asyncIterator](): never {
    throw new Error('a live query is answered by src/live/plugin.ts');
  }
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const [SHORTEST, LONGEST] = [SECOND / 10, 60 * MINUTE];

/** The milliseconds of `throttle`; a second when it is absent. BAD_USER_INPUT outside of a tenth of a second to an hour. */
export function throttleOf(duration: string | null | undefined): number {
  if (duration == null) return SECOND;
  const length = millisecondsOf(duration);
  if (length < SHORTEST || length > LONGEST)
    throw badInput('throttle', 'A throttle is PT0.1S at least and PT1H at most.');
  return length;
}

function millisecondsOf(duration: string): number {
  try {
    return Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo: '2026-01-01' });
  } catch {
    // It ends after any date that can be written.
    return Number.POSITIVE_INFINITY;
  }
}

const EVER: Range = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/**
 * Where the answer of a question can be changed from.
 *
 * @param looksBack whether it asks what visitors did before the range
 */
export function scopesOf(
  { question, previous }: StatsQuery,
  { range }: StatsArgs,
  looksBack: boolean,
): Scope[] {
  const { filter } = question;
  const { last, preset } = range ?? DEFAULT_RANGE;
  return [question, ...(previous ? [previous] : [])].flatMap(({ start, end }): Scope[] => {
    // Such a range ends later by the time that something happens.
    if (last) return [looksBack ? { ...EVER, filter: null } : { start, end: EVER.end, filter }];
    const earlier = looksBack || preset === 'ALL_TIME';
    return [{ start, end, filter }, ...(earlier ? [{ start: EVER.start, end: start, filter: null }] : [])];
  });
}

/** When time alone may change the answer: what was in the range may be no more. */
export function staleAt({ range, compare }: StatsArgs, zone: string, now: number): number {
  const { last, between } = range ?? DEFAULT_RANGE;
  if (between) return Number.POSITIVE_INFINITY;
  // The range to compare with ends at the present time of day.
  if (!last && compare) return now + MINUTE;
  if (!last) return midnight(at(now, zone).toPlainDate().add({ days: 1 }), zone);
  const length = now - at(now, zone).subtract(last).epochMilliseconds;
  return now + Math.min(MINUTE, Math.max(SECOND, length / 300));
}

/** Whether a document asks for something that depends on what was before the range. */
export function looksBack(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === 'audience') found = true;
    },
  });
  return found;
}
