import { badInput, failure } from '../errors.ts';
import type { Project } from '../store/generated/client/client.ts';
import { type Comparison, compareWith } from './comparison.ts';
import type { EventFilter } from './filter.ts';
import type { Question } from './plan.ts';
import { DEFAULT_RANGE, type Range, type RangeInput, resolveRange } from './range.ts';
import { asStored } from './spelling.ts';

/** A question about a project, as GraphQL brings it. */
export interface StatsArgs {
  range?: RangeInput | null | undefined;
  filter?: EventFilter | null | undefined;
  timeZone?: string | null | undefined;
  compare?: Comparison | null | undefined;
}

/** The statistics of a range: what is asked, and where its days are cut. */
export interface StatsQuery {
  /** Names the question, whenever it is asked: what clients' caches know it by. */
  key: unknown;
  question: Question;
  zone: string;
  /** The range to compare with; null without one. */
  previous: Range | null;
  /** Whether the range goes back to the project's first event: nobody chose how long it is. */
  isAllTime: boolean;
}

export interface StatsClock {
  now: number;
  firstVisit: (projectId: number) => Promise<number | null>;
}

// A filter is compiled into one statement: past this, planning it costs more than running it.
const MAX_CONDITIONS = 100;
const MAX_VALUES = 1_000;

/** A caller's arguments as a question. The project is one that the caller may read: that was decided when it was loaded. */
export async function statsQuery(project: Project, args: StatsArgs, clock: StatsClock): Promise<StatsQuery> {
  const zone = args.timeZone ?? project.timeZone;
  const input = args.range ?? DEFAULT_RANGE;
  const range = await resolveRange(input, {
    now: clock.now,
    zone,
    firstVisit: () => clock.firstVisit(project.id),
  });
  return {
    key: [project.id, input, args.filter ?? null, zone, args.compare ?? null],
    question: { projectId: project.id, ...range, filter: checkedFilter(args.filter ?? null) },
    zone,
    isAllTime: input.preset === 'ALL_TIME',
    previous: args.compare ? compareWith({ range, input, zone, now: clock.now }, args.compare) : null,
  };
}

/** The same question over the range to compare with; null without one. */
export function previousQuery({ key, question, previous, ...rest }: StatsQuery): StatsQuery | null {
  return (
    previous && { ...rest, key: ['previous', key], question: { ...question, ...previous }, previous: null }
  );
}

/**
 * The filter, when it is of a size that one statement can hold, with hosts and paths as they are stored. QUERY_TOO_COMPLEX
 * otherwise.
 */
export function checkedFilter(filter: EventFilter | null): EventFilter | null {
  let conditions = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value) && value.length > MAX_VALUES) {
      throw failure('QUERY_TOO_COMPLEX', `A filter's list has at most ${MAX_VALUES} values.`);
    }
    if (typeof value === 'string' && value.includes('\0'))
      throw badInput('filter', 'A text cannot have the character U+0000.');
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) conditions++;
    for (const part of Object.values(value)) visit(part);
  };
  visit(filter);
  if (conditions > MAX_CONDITIONS) {
    throw failure(
      'QUERY_TOO_COMPLEX',
      `A filter has at most ${MAX_CONDITIONS} conditions; this one has ${conditions}.`,
    );
  }
  return filter && asStored(filter);
}
