import { hostName } from '../ingest/enrich/host.ts';
import { parsePage } from '../ingest/enrich/url.ts';
import type { EventFilter, StringFilter } from './filter.ts';

const SPELLINGS = {
  hostname: hostName,
  path: pathName,
  entryPath: pathName,
  exitPath: pathName,
} satisfies { [field in keyof EventFilter]?: (text: string) => string | null };

/** A path as URLs have it; null where it is none. */
export function pathName(text: string): string | null {
  return text.startsWith('/') ? (parsePage(text)?.path ?? null) : null;
}

/**
 * A filter whose whole hosts and paths are written as URLs have them: `bücher.example` is stored as
 * `xn--bcher-kva.example`, `/straße` as `/stra%C3%9Fe`. Parts of them (`contains` and the like) stay as they are.
 */
export function asStored(filter: EventFilter): EventFilter {
  const { and, or, not } = filter;
  const spelled: EventFilter = { ...filter };
  for (const field of Object.keys(SPELLINGS) as (keyof typeof SPELLINGS)[]) {
    const test = filter[field];
    if (test) spelled[field] = spell(test, SPELLINGS[field]);
  }
  if (and) spelled.and = and.map(asStored);
  if (or) spelled.or = or.map(asStored);
  if (not) spelled.not = asStored(not);
  return spelled;
}

function spell(test: StringFilter, spelling: (text: string) => string | null): StringFilter {
  const { eq, ne, notIn } = test;
  const spelt = (text: string) => spelledBy(spelling, text);
  return {
    ...test,
    ...(eq == null ? {} : { eq: spelt(eq) }),
    ...(ne == null ? {} : { ne: spelt(ne) }),
    ...(test.in ? { in: test.in.map(spelt) } : {}),
    ...(notIn ? { notIn: notIn.map(spelt) } : {}),
  };
}

// What is in ASCII is as it should be, or meant as it is.
const spelledBy = (spelling: (text: string) => string | null, text: string): string =>
  isAscii(text) ? text : (spelling(text) ?? text);

/** A whole path as it is stored; what is none stays as it is. */
export const storedPath = (text: string): string => spelledBy(pathName, text);

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/.test(text);
