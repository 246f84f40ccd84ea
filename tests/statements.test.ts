import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { volumes } from '../src/definitions/sql.ts';
import {
  countEvents,
  deleteEventsOf,
  readEvents,
  readEventsByKey,
  visitorsOfEvents,
} from '../src/events/sql.ts';
import { revisionOf } from '../src/ingest/sql.ts';
import { eventsOfVisitors, visitsOfVisitors } from '../src/rebuild/sql.ts';
import { wholeDays } from '../src/segments/layout.ts';
import * as segments from '../src/segments/sql.ts';
import { readAttribution } from '../src/stats/attribution/sql.ts';
import { bucketStarts, type Interval } from '../src/stats/buckets.ts';
import { checkBudget } from '../src/stats/budget.ts';
import { conditionsOf } from '../src/stats/condition.ts';
import { EVENT_TERMS, type EventFilter, VISIT_TERMS } from '../src/stats/filter.ts';
import { readFunnelEvents } from '../src/stats/funnel/sql.ts';
import { readVisitPaths } from '../src/stats/paths/sql.ts';
import { activeVisitors, countAudience, earlierVisitors } from '../src/stats/periods/sql.ts';
import {
  DIMENSION_FIELDS,
  type Grouping,
  METRICS,
  type Panel,
  type Question,
  type TermDimension,
} from '../src/stats/plan.ts';
import { propertyKeys, propertyValues } from '../src/stats/properties/sql.ts';
import {
  AGGREGATES,
  firstVisit,
  type Measure,
  readMeasures,
  readPanels,
  readRevenue,
  visitorsSince,
} from '../src/stats/sql.ts';
import { findTerms, readTexts } from '../src/stats/terms.sql.ts';
import { readTimeOnPage } from '../src/stats/time-on-page.sql.ts';
import type { Queryable } from '../src/store/sql.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';
import { type Planned, planner, readsOf } from './support/plans.ts';

// Postgres plans every statement that questions can become: whatever is asked is valid SQL, is bound to its project, and
// has no text of the caller in it.

const PROJECT = 7_340_041;
const RANGE = { start: Date.parse('2025-10-20T00:00:00Z'), end: Date.parse('2025-10-27T00:00:00Z') };
// Stands in every text that a caller gives.
const MARK = 'marked';
const TEXT = `${MARK}') or true; drop table events; --`;

const TABLES = [
  'events',
  'visits',
  'terms',
  'visitors',
  'segments',
  'segment_states',
  'visit_changes',
  'visit_removals',
  'project_revisions',
];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  for (const at of [RANGE.start, RANGE.end + 10 * 24 * 60 * 60_000])
    await client.query('select ensure_events_partition($1)', [new Date(at)]);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

// --- what is planned ------------------------------------------------------------------------------------------------

let count = 0;
const seen = new Set<string>();

// Postgres names what a lateral join is given without saying of what it is, or by its value in brackets.
const NUMBER = `(\\(?${PROJECT}\\b|(\\w+\\.)?project_id)`;
// Or the one row from a key on, which begins with the project; that of another project is filtered out (src/store/sql.ts).
const FROM_KEY = `ROW\\(project_id, (kind, )?(id|digest)\\) >= ROW\\(${NUMBER}`;
const BY_NUMBER = new RegExp(`\\bproject_id = ${NUMBER}|${FROM_KEY}`);

interface Binding {
  /** What binds a read to the project. */
  by?: RegExp;
  /** Tables that may be read for all projects. */
  except?: readonly string[];
}

/** Plans all that `ask` sends; each read must be bound to the project. */
async function plans(
  ask: (db: Queryable) => Promise<unknown>,
  { by = BY_NUMBER, except = [] }: Binding = {},
): Promise<void> {
  const planned: Planned[] = [];
  const failed: string[] = [];
  const db = planner(
    client,
    (statement) => planned.push(statement),
    (error, text) => failed.push(`${error.message}: ${text}`),
  );
  await ask(db);
  expect(failed).toEqual([]);
  expect(planned.length).toBeGreaterThan(0);
  for (const { text, plan } of planned) {
    expect(text).not.toContain(MARK);
    const reads = readsOf(plan).filter(({ table }) => TABLES.includes(table));
    for (const { table, conditions } of reads) {
      if (!by.test(conditions) && !except.includes(table))
        expect.fail(`${table} is read by [${conditions}] in ${text}`);
      seen.add(table);
    }
  }
  count += planned.length;
}

// --- the matrix -----------------------------------------------------------------------------------------------------

const STRING_TESTS = [
  { eq: TEXT },
  { ne: TEXT },
  { in: [TEXT, `${MARK} too`] },
  { in: [] },
  { notIn: [TEXT] },
  { contains: `${TEXT}%_\\` },
  { startsWith: TEXT },
  { endsWith: TEXT },
  { isNull: true },
  { isNull: false },
  {
    eq: TEXT,
    ne: TEXT,
    in: [TEXT],
    notIn: [TEXT],
    contains: TEXT,
    startsWith: TEXT,
    endsWith: TEXT,
    isNull: false,
  },
];
const STRING_FIELDS = [
  ...Object.keys(EVENT_TERMS),
  ...Object.keys(VISIT_TERMS),
  'visitorId',
  'userId',
  'sessionId',
] as (keyof typeof EVENT_TERMS | keyof typeof VISIT_TERMS | 'visitorId' | 'userId' | 'sessionId')[];

const PROPERTY_TESTS = [
  { eq: TEXT },
  { ne: TEXT },
  { in: [TEXT] },
  { contains: TEXT },
  { gt: 7 },
  { gte: 7.5 },
  { lt: -1e300 },
  { lte: 1e-300 },
  { isNull: true },
  { isNull: false },
  { eq: TEXT, ne: TEXT, in: [TEXT], contains: TEXT, gt: 1, gte: 1, lt: 2, lte: 2, isNull: false },
];

const ofEvents: EventFilter = { path: { startsWith: TEXT } };
const ofVisits: EventFilter = { country: { eq: TEXT } };
const ofOwners: EventFilter = { visitorId: { contains: TEXT }, sessionId: { eq: TEXT } };
const ofProperties: EventFilter = { properties: [{ key: TEXT, gte: 3 }] };

/** Every field with each of its tests, and every way to join them. */
const FILTERS: (EventFilter | null)[] = [
  null,
  {},
  ...STRING_FIELDS.flatMap((field) => STRING_TESTS.map((test): EventFilter => ({ [field]: test }))),
  { type: { eq: 'PAGEVIEW' } },
  { type: { in: ['PAGEVIEW', 'CUSTOM'] } },
  { type: { in: [] } },
  ...PROPERTY_TESTS.map((test): EventFilter => ({ properties: [{ key: TEXT, ...test }] })),
  { properties: [] },
  { and: [] },
  { or: [] },
  { not: {} },
  { and: [ofEvents, ofVisits] },
  { or: [ofEvents, ofVisits, ofOwners, ofProperties] },
  { not: ofEvents },
  { not: { or: [ofVisits, { not: { and: [ofOwners, ofProperties] } }] } },
  { ...ofEvents, ...ofVisits, ...ofOwners, ...ofProperties, and: [ofEvents], or: [ofVisits], not: ofOwners },
];

/** One filter of each kind that statements are made differently for. */
const KINDS = [null, ofEvents, ofVisits, ofOwners, ofProperties, { and: [ofEvents, ofVisits] }];

const INTERVALS: Interval[] = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH'];
const DIMENSIONS = Object.keys(DIMENSION_FIELDS) as TermDimension[];

const questionOf = (filter: EventFilter | null): Question => ({ projectId: PROJECT, ...RANGE, filter });
// A minute's buckets of a week are more than there may be.
const byTime = (interval: Interval): Grouping => ({
  by: 'time',
  starts: bucketStarts(
    interval === 'MINUTE' ? { ...RANGE, start: RANGE.end - 60 * 60_000 } : RANGE,
    interval,
    'Europe/Berlin',
  ),
});
const nothing: Grouping = { by: 'nothing' };
const byTerm = (dimension: TermDimension): Grouping => ({ by: 'term', dimension });
const byProperty: Grouping = { by: 'property', key: TEXT };

const all = (grouping: Grouping): Panel => ({ grouping, list: null });
/** The lists of a grouping: in each order, with a search and without one. */
const listsOf = (grouping: Grouping): Panel[] =>
  METRICS.map((orderBy, i) => ({
    grouping,
    list: { first: 10, orderBy, search: i % 2 === 0 ? null : `${TEXT}%`, sums: true },
  }));

/** One of each grouping. */
const GROUPINGS = [nothing, byTime('DAY'), byTerm('PATH'), byTerm('COUNTRY'), byProperty];

// --- panels ---------------------------------------------------------------------------------------------------------

describe('panels', () => {
  it('of every filter', async () => {
    for (const filter of FILTERS) {
      const panels = [
        all(nothing),
        all(byTime('DAY')),
        ...[byTerm('PATH'), byTerm('DEVICE'), byProperty].map((by) => listsOf(by)[0] ?? all(by)),
      ];
      await plans((db) => readPanels(db, questionOf(filter), panels));
    }
  });

  it('of every dimension, in every order', async () => {
    for (const filter of KINDS) {
      for (const grouping of [...DIMENSIONS.map(byTerm), byProperty])
        await plans((db) => readPanels(db, questionOf(filter), listsOf(grouping)));
    }
  });

  it('of every interval, and each grouping alone', async () => {
    for (const filter of KINDS) {
      for (const grouping of [...INTERVALS.map(byTime), ...GROUPINGS])
        await plans((db) => readPanels(db, questionOf(filter), [all(grouping)]));
    }
  });
});

// --- what SQL alone answers -----------------------------------------------------------------------------------------

it('revenue and time on page', async () => {
  for (const filter of KINDS) {
    for (const groupings of [
      ...[...INTERVALS.map(byTime), ...DIMENSIONS.map(byTerm)].map((by) => [by]),
      GROUPINGS,
    ]) {
      await plans((db) => readRevenue(db, questionOf(filter), groupings));
      await plans((db) => readTimeOnPage(db, questionOf(filter), groupings));
    }
  }
});

it('measures', async () => {
  const measures = (grouping: Grouping): Measure[] =>
    AGGREGATES.flatMap((aggregate) =>
      (aggregate === 'COUNT' || aggregate === 'UNIQUE' ? [null, TEXT] : [TEXT]).map((property) => ({
        event: TEXT,
        property,
        aggregate,
        grouping,
      })),
    );
  for (const filter of KINDS) {
    for (const grouping of [...GROUPINGS, byTerm('EVENT_NAME')]) {
      await plans((db) => readMeasures(db, questionOf(filter), measures(grouping)));
      for (const measure of measures(grouping))
        await plans((db) => readMeasures(db, questionOf(filter), [measure]));
    }
  }
});

it('attribution', async () => {
  for (const filter of KINDS) {
    for (const by of Object.keys(VISIT_TERMS) as (keyof typeof VISIT_TERMS)[]) {
      for (const model of ['FIRST_TOUCH', 'LAST_TOUCH'] as const) {
        const question = { ...questionOf(filter), by, model, lookback: 30 * 86_400_000, first: 10 };
        await plans((db) => readAttribution(db, question));
      }
    }
  }
});

it('keys and values of properties', async () => {
  for (const event of [null, TEXT]) {
    for (const search of [null, TEXT]) {
      const offer = { projectId: PROJECT, event, since: new Date(RANGE.start), search, first: 10 };
      await plans((db) => propertyKeys(db, offer));
      await plans((db) => propertyValues(db, offer, TEXT));
    }
  }
});

// --- sequences and periods ------------------------------------------------------------------------------------------

it('funnels and paths', async () => {
  for (const filter of KINDS) {
    for (const between of [false, true])
      await plans((db) => readFunnelEvents(db, questionOf(filter), KINDS, between));
    for (const startingAt of [null, `/${TEXT}`, TEXT])
      await plans((db) => readVisitPaths(db, questionOf(filter), startingAt));
  }
});

it('visitors of periods', async () => {
  const starts = INTERVALS.map((interval) =>
    bucketStarts(RANGE, interval === 'MINUTE' ? 'HOUR' : interval, 'UTC'),
  );
  for (const filter of FILTERS) {
    const question = questionOf(filter);
    await plans((db) => earlierVisitors(db, question));
    await plans((db) => countAudience(db, question));
  }
  for (const filter of KINDS)
    for (const periods of starts) await plans((db) => activeVisitors(db, questionOf(filter), periods));
});

// --- lists of events, and the rest ----------------------------------------------------------------------------------

it('what visitors have', async () => {
  await plans((db) => eventsOfVisitors(db, PROJECT, [1, 2]));
  await plans((db) => visitsOfVisitors(db, PROJECT, [1, 2]));
});

it('lists of events, and what deletes them', async () => {
  const key = {
    id: '00000000-0000-4000-8000-000000000001',
    timestamp: RANGE.start,
    received: RANGE.start * 1000,
  };
  for (const filter of KINDS) {
    for (const range of [null, RANGE]) {
      const list = { projectId: PROJECT, filter, range };
      await plans((db) => countEvents(db, list));
      await plans((db) => visitorsOfEvents(db, list, 11));
      await plans((db) => deleteEventsOf(db, list, [1, 2]));
      for (const [after, before] of [
        [null, null],
        [key, null],
        [null, key],
        [key, key],
      ] as const) {
        for (const inverted of [false, true])
          await plans((db) => readEvents(db, list, { after, before, limit: 11, inverted }));
      }
    }
    await plans((db) => readEventsByKey(db, PROJECT, filter, [key]));
  }
});

it('terms, revisions and volumes', async () => {
  await plans((db) =>
    findTerms(db, PROJECT, [
      { kind: 'path', texts: [TEXT] },
      { kind: 'name', like: `%${TEXT}` },
      { kind: 'city', ilike: TEXT },
    ]),
  );
  const known = FILTERS.filter((filter) => !JSON.stringify(filter ?? {}).match(/Id"|properties/));
  await plans((db) => conditionsOf(db, PROJECT, known));
  await plans((db) => readTexts(db, PROJECT, [{ kind: 'path', id: 1 }]));
  await plans((db) => revisionOf(db, PROJECT));
  await plans((db) => firstVisit(db, PROJECT));
  await plans((db) => visitorsSince(db, PROJECT, new Date(RANGE.start)));
  await plans((db) => volumes(db, PROJECT, [TEXT], new Date(RANGE.start)));
  await plans((db) => checkBudget(db, questionOf(null)));
});

describe('segments', () => {
  it('by the number of the project', async () => {
    await plans((db) => segments.readState(db, PROJECT));
    await plans((db) => segments.storedSegments(db, PROJECT));
    await plans((db) => segments.removalsSince(db, PROJECT, 5));
    for (const since of [0, 5]) {
      await plans((db) => segments.changedSince(db, PROJECT, since, 100));
      await plans((db) => segments.changedDays(db, PROJECT, since));
      const parts = { since, day: 20_000, firstVisits: [0, 100] };
      await plans((db) => segments.changedParts(db, PROJECT, parts));
    }
    await plans((db) => segments.allDays(db, PROJECT));
    const extent = { day: 20_000, days: 1, firstVisit: 0, beforeVisit: 100 };
    for (const each of [extent, wholeDays(20_000, 16)]) {
      await plans((db) => segments.countVisits(db, PROJECT, each, 100));
      await plans((db) => segments.cutVisits(db, PROJECT, each, 100));
      await plans((db) => segments.removeSegments(db, PROJECT, each));
    }
    const counts = { revision: 5, visits: 1, events: 2, columns: Buffer.alloc(8) };
    await plans((db) => segments.storeSegment(db, { projectId: PROJECT, ...extent, ...counts }));
    await plans((db) => segments.raiseLayout(db, PROJECT, 1));
    await plans((db) => segments.completeSegments(db, PROJECT, 5, 1));
    await plans((db) => segments.dropSegments(db, PROJECT, 1));
    await plans((db) => segments.claimProject(db, PROJECT));
    await plans((db) => segments.releaseProject(db, PROJECT));
  });

  it('by the setting of the transaction, where they are copied', async () => {
    const { VISITS_OF_DAYS, VISITS_OF_PART, VISITS_OF_PART_BY_ID, visitsSince, STORED_SEGMENTS } = segments;
    const ofDays = [VISITS_OF_DAYS, VISITS_OF_PART, VISITS_OF_PART_BY_ID];
    const by = /\bproject_id = (\(current_setting\('pulsegraph\.project'::text\)\)::integer|\w+\.project_id)/;
    await client.query('begin');
    await segments.setScope(client, PROJECT, { days: [20_000, 20_001], visits: [0, 9], since: 5 });
    for (const copy of [...ofDays, visitsSince(0), visitsSince(5), STORED_SEGMENTS]) {
      const [, select] = /^copy \((.*)\) to stdout \(format binary\)$/s.exec(copy) ?? [];
      await plans((db) => db.query(select ?? ''), { by });
    }
    await client.query('commit');
  });

  it('of all projects, visits by their own', async () => {
    const except = ['project_revisions', 'segment_states'];
    await plans((db) => segments.projectsBehind(db, 2_000), { except });
  });
});

it('all of them were planned, and read every table', () => {
  expect([...seen].toSorted()).toEqual(TABLES.toSorted());
  expect(count).toBeGreaterThan(1_000);
});
