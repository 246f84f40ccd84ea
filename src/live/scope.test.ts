import { describe, expect, it } from 'vitest';
import type { EventFilter } from '../stats/filter.ts';
import { mayChange, mayMatch } from './scope.ts';
import { type TouchedVisit, touchedBy } from './touched.ts';

const DAY = { start: Date.parse('2026-11-21T00:00:00Z'), end: Date.parse('2026-11-22T00:00:00Z') };
const at = (time: string): number => Date.parse(`2026-11-${time}Z`);

const visit = (from: string, to: string, origin = 1, client = 1): TouchedVisit => ({
  startedAt: at(from),
  endedAt: at(to),
  origin,
  client,
});
const TEXTS: Record<string, Record<string, string>> = {
  'origin 1': {},
  'origin 2': { source: 'news', channel: 'Email', utm_source: 'news' },
  'client 1': { country: 'DE', browser: 'Firefox' },
  'client 2': { country: 'FR', browser: 'Chrome' },
};
const touched = (visits: TouchedVisit[], certain = true) =>
  touchedBy(visits, [], (part, id) => TEXTS[`${part} ${id}`] ?? {}, certain);

describe('a question about the 21st', () => {
  it.for([
    ['an event within it', visit('21T10:00:00', '21T10:00:00'), true],
    ['a visit that ends in it', visit('20T23:50:00', '21T00:00:00'), true],
    ['a visit that begins with its last millisecond', visit('21T23:59:59.999', '22T08:00:00'), true],
    ['a visit around all of it', visit('20T23:00:00', '22T22:00:00'), true],
    ['a visit before it', visit('20T23:00:00', '20T23:44:00'), false],
    ['a visit that begins where it ends', visit('22T00:00:00', '22T00:10:00'), false],
  ] as const)('is asked again after %s: %s', ([, changed, expected]) => {
    expect(mayChange([{ ...DAY, filter: null }], touched([changed]))).toBe(expected);
  });

  it('is not asked again for visits of the days before and after alone', () => {
    const around = touched([visit('20T10:00:00', '20T11:00:00'), visit('22T10:00:00', '22T11:00:00')]);
    expect(mayChange([{ ...DAY, filter: null }], around)).toBe(false);
  });

  it('is asked again when there are too many stretches of time to tell apart', () => {
    const many = Array.from({ length: 40 }, (_, i) => {
      const start = DAY.start + (i < 20 ? -1 : 1) * (i + 30) * 3_600_000;
      return { startedAt: start, endedAt: start, origin: 1, client: 1 };
    });
    expect(mayChange([{ ...DAY, filter: null }], touched(many))).toBe(true);
  });
});

const german = [visit('21T10:00:00', '21T10:00:00', 1, 1)];
const both = [...german, visit('21T11:00:00', '21T11:00:00', 2, 2)];
const FILTERS: [EventFilter, german: boolean, both: boolean][] = [
  [{ country: { eq: 'DE' } }, true, true],
  [{ country: { eq: 'FR' } }, false, true],
  [{ country: { ne: 'DE' } }, false, true],
  [{ country: { in: ['FR', 'IT'] } }, false, true],
  [{ country: { notIn: ['DE', 'IT'] } }, false, true],
  [{ browser: { contains: 'fox' } }, true, true],
  [{ browser: { contains: 'Fox' } }, false, false],
  [{ browser: { startsWith: 'Chr' } }, false, true],
  [{ browser: { endsWith: 'ome' } }, false, true],
  [{ source: { isNull: false } }, false, true],
  [{ source: { isNull: true } }, true, true],
  [{ source: { ne: 'news' } }, true, true],
  [{ source: { notIn: ['news'] } }, true, true],
  [{ source: { contains: '' } }, false, true],
  [{ not: { country: { eq: 'DE' } } }, false, true],
  [{ not: { source: { eq: 'news' } } }, true, true],
  [{ not: { not: { country: { eq: 'FR' } } } }, false, true],
  [{ and: [{ country: { eq: 'DE' } }, { browser: { eq: 'Chrome' } }] }, false, true],
  [{ or: [{ country: { eq: 'IT' } }, { browser: { eq: 'Opera' } }] }, false, false],
  [{ or: [] }, false, false],
  [{ not: { or: [] } }, true, true],
  [{ and: [] }, true, true],
  [{ country: { eq: 'FR' }, name: { eq: 'signup' } }, false, true],
  // What is not known of events can be anything.
  [{ name: { eq: 'signup' } }, true, true],
  [{ not: { path: { eq: '/' } } }, true, true],
  [{ entryPath: { eq: '/' } }, true, true],
  [{ sessionId: { eq: 's' } }, true, true],
  [{ properties: [{ key: 'plan', eq: 'pro' }] }, true, true],
  [{ or: [{ country: { eq: 'IT' } }, { visitorId: { eq: 'ada' } }] }, true, true],
];

it.for(FILTERS)('%j may match what was touched', ([filter, ofGerman, ofBoth]) => {
  const scope = [{ ...DAY, filter }];
  expect(mayChange(scope, touched(german))).toBe(ofGerman);
  expect(mayChange(scope, touched(both))).toBe(ofBoth);
  // Not where visits may have had other attributes before; but no event matches `or: []`.
  const never = JSON.stringify(filter) === '{"or":[]}';
  expect(mayChange(scope, touched(german, false))).toBe(!never);
});

it('takes a dimension with many values for any', () => {
  const crowd = Array.from({ length: 21 }, (_, client) => visit('21T10:00:00', '21T10:00:00', 1, client));
  const countries = (count: number) =>
    touchedBy(
      crowd.slice(0, count),
      [],
      (part, id) => (part === 'client' ? { country: `C${id}` } : {}),
      true,
    );
  const scope = [{ ...DAY, filter: { country: { eq: 'DE' } } }];
  expect(mayChange(scope, countries(20))).toBe(false);
  expect(mayChange(scope, countries(21))).toBe(true);
});

it.for([
  [{ name: { eq: 'buy' } }, true],
  [{ name: { eq: 'signup' } }, false],
  [{ name: { ne: 'buy' } }, true],
  [{ not: { name: { in: ['buy', 'pageview'] } } }, false],
  [{ path: { isNull: true } }, true],
  [{ path: { startsWith: '/shop' } }, false],
  [{ hostname: { eq: 'b.example' } }, false],
  [{ country: { eq: 'FR' } }, false],
  [{ name: { eq: 'buy' }, country: { eq: 'DE' } }, true],
  // Of visits, and not of their new events.
  [{ entryPath: { eq: '/shop' } }, true],
  [{ exitPath: { isNull: false } }, true],
  [{ properties: [{ key: 'plan', eq: 'pro' }] }, true],
] as [EventFilter, boolean][])('a new event may match %j: %s', ([filter, expected]) => {
  const events = [
    { name: 'buy', path: null, hostname: 'a.example' },
    { name: 'pageview', path: '/', hostname: 'a.example' },
  ];
  const batch = touchedBy(german, events, (part, id) => TEXTS[`${part} ${id}`] ?? {}, true);
  expect(mayMatch(filter, batch)).toBe(expected);
});
