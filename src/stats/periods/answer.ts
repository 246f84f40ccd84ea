import { isDeepStrictEqual } from 'node:util';
import type { Asker } from '../asker.ts';
import type { EventFilter } from '../filter.ts';
import { spanOf } from '../panels.ts';
import type { Question } from '../plan.ts';
import { type Cohort, retention } from './retention.ts';
import { activeVisitors } from './sql.ts';

/** Answers who was active in each period, distinct in it; `starts` are where the periods of the range start. */
export function visitorsAnswer(asker: Asker) {
  return async (question: Question, starts: readonly number[]): Promise<Int32Array[]> => {
    // Lists of numbers: the cache keeps texts.
    const found = await asker.ask({
      kind: 'visitors',
      question,
      parts: starts,
      filters: [question.filter],
      scan: ([condition = null]) => ({ ask: 'visitors' as const, span: spanOf(question), condition, starts }),
      finish: (visitors) => visitors.map((list) => [...list]),
      sql: async ({ joins }) => (await activeVisitors(joins, question, starts)).map((list) => [...list]),
    });
    return found.map((list) => Int32Array.from(list));
  };
}

/** What begins a cohort, and what counts as coming back; null is any event. */
export interface RetentionMatches {
  start: EventFilter | null;
  returning: EventFilter | null;
}

/** Answers how many visitors of each period came back. */
export function retentionAnswer(asker: Asker) {
  return (question: Question, matches: RetentionMatches, starts: readonly number[]): Promise<Cohort[]> => {
    const within = (match: EventFilter | null) => both(question.filter, match);
    const same = isDeepStrictEqual(matches.start, matches.returning);
    return asker.ask({
      kind: 'retention',
      question,
      parts: { matches, starts },
      filters: [within(matches.start), ...(same ? [] : [within(matches.returning)])],
      scan: ([start = null, returning]) => ({
        ask: 'retention' as const,
        span: spanOf(question),
        start,
        ...(same ? {} : { returning: returning ?? null }),
        starts,
      }),
      finish: (found) => found,
      sql: async ({ joins }) => {
        const active = (match: EventFilter | null) =>
          activeVisitors(joins, { ...question, filter: within(match) }, starts);
        const started = active(matches.start);
        const returned = same ? started : active(matches.returning);
        return retention(...(await Promise.all([started, returned])));
      },
    });
  };
}

/** A filter that holds where both do. */
const both = (filter: EventFilter | null, other: EventFilter | null): EventFilter | null =>
  filter && other ? { and: [filter, other] } : (filter ?? other);
