import type { Field } from '../segments/fields.ts';
import type { Condition } from '../segments/scan/condition.ts';
import { escapeLike, type Queryable } from '../store/sql.ts';
import { EVENT_TERMS, type EventFilter, type StringFilter, VISIT_TERMS } from './filter.ts';
import { findTerms, type TermTest } from './terms.sql.ts';

const TERMS = { ...EVENT_TERMS, ...VISIT_TERMS };
const FIELDS = Object.keys(TERMS) as Field[];

/** Whether segments know all that the filter looks at. */
export function isOfTerms(filter: EventFilter | null): boolean {
  if (filter === null) return true;
  const { visitorId, userId, sessionId, properties, and, or, not } = filter;
  return (
    visitorId == null &&
    userId == null &&
    sessionId == null &&
    !properties?.length &&
    [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].every(isOfTerms)
  );
}

export interface Conditions {
  conditions: (Condition | null)[];
  /** Whether terms that are yet to come can change nothing: a text that is known keeps its number, and is no other's. */
  settled: boolean;
}

/** Filters by numbers of terms, for which isOfTerms holds; one statement finds all of them. */
export async function conditionsOf(
  db: Queryable,
  projectId: number,
  filters: readonly (EventFilter | null)[],
): Promise<Conditions> {
  const tests: TermTest[] = [];
  // The ids are filled in below, once all tests are known.
  const wanted: number[][] = [];
  const find = (test: TermTest): number[] => {
    const ids: number[] = [];
    tests.push(test);
    wanted.push(ids);
    return ids;
  };
  const conditions = filters.map((filter) => filter && translate(filter, find));
  if (tests.length > 0) {
    for (const { test, id } of await findTerms(db, projectId, tests)) wanted[test]?.push(id);
  }
  const settled = tests.every((test, i) => 'texts' in test && new Set(test.texts).size === wanted[i]?.length);
  return { conditions, settled };
}

function translate(filter: EventFilter, find: (test: TermTest) => number[]): Condition {
  const of: Condition[] = [];
  for (const field of FIELDS) {
    const test = filter[field];
    if (test) of.push(...ofString(field, test, find));
  }
  if (filter.type?.eq) of.push(ofTypes([filter.type.eq]));
  if (filter.type?.in) of.push(ofTypes(filter.type.in));
  for (const part of filter.and ?? []) of.push(translate(part, find));
  if (filter.or) of.push({ is: 'any', of: filter.or.map((part) => translate(part, find)) });
  if (filter.not) of.push({ is: 'not', of: translate(filter.not, find) });
  return { is: 'all', of };
}

function ofString(field: Field, filter: StringFilter, find: (test: TermTest) => number[]): Condition[] {
  const { kind } = TERMS[field];
  const among = (ids: readonly number[], except = false): Condition => ({ is: 'term', field, ids, except });
  const texts = (list: string[]) => find({ kind, texts: list });
  const like = (pattern: string) => find({ kind, like: pattern });
  const of: Condition[] = [];
  if (filter.eq != null) of.push(among(texts([filter.eq])));
  if (filter.ne != null) of.push(among(texts([filter.ne]), true));
  if (filter.in) of.push(among(texts(filter.in)));
  if (filter.notIn) of.push(among(texts(filter.notIn), true));
  if (filter.contains != null) of.push(among(like(`%${escapeLike(filter.contains)}%`)));
  if (filter.startsWith != null) of.push(among(like(`${escapeLike(filter.startsWith)}%`)));
  if (filter.endsWith != null) of.push(among(like(`%${escapeLike(filter.endsWith)}`)));
  if (filter.isNull != null) of.push(among([0], !filter.isNull));
  return of;
}

function ofTypes(types: readonly string[]): Condition {
  const of: Condition[] = [];
  if (types.includes('PAGEVIEW')) of.push({ is: 'pageview' });
  if (types.includes('CUSTOM')) of.push({ is: 'not', of: { is: 'pageview' } });
  return { is: 'any', of };
}
