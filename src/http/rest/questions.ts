import { isInputObjectType } from 'graphql';
import { schema } from '../../schema.ts';
import { INSIGHT } from './actions.ts';

/** A GET of REST: a document of ours, and what its query string means. */
export interface Question {
  /** What code that is generated for OpenAPI calls it. */
  operationId: string;
  summary: string;
  /** Its field `project` has the field `answer`: what is answered. */
  document: string;
  /** The parameters of the query string, and of what in the schema each is the value. */
  parameters: Readonly<Record<string, string>>;
  /** The document's variables besides those of `project`, `filter` and `range`. */
  variables(parameters: Values): Record<string, unknown>;
}

/** Parameters that were sent, typed; absent ones are undefined. */
export type Values = Readonly<Record<string, unknown>>;

/** Fields of EventFilter that are tests of one value: `country=DE` is `{ country: { eq: "DE" } }`. */
export const TESTS: readonly string[] = testsOfEvents();

function testsOfEvents(): string[] {
  const filter = schema.getType('EventFilter');
  return isInputObjectType(filter)
    ? Object.values(filter.getFields())
        .filter(({ type }) => isInputObjectType(type) && 'eq' in type.getFields())
        .map(({ name }) => name)
    : [];
}

const RANGE = {
  preset: 'RangeInput.preset',
  last: 'RangeInput.last',
  start: 'BetweenInput.start',
  end: 'BetweenInput.end',
  from: 'DaysInput.from',
  to: 'DaysInput.to',
};
const tests = Object.fromEntries(TESTS.map((name) => [name, `EventFilter.${name}`]));

const EVENTS: Question = {
  operationId: 'getEvents',
  summary: 'Single events, newest first',
  document: `
    query RestEvents($project: ID!, $filter: EventFilter, $range: RangeInput, $first: Int, $after: String) {
      project(id: $project) {
        answer: events(filter: $filter, range: $range, first: $first, after: $after) {
          nodes {
            eventId type name timestamp receivedAt visitorId userId sessionId
            url hostname path referrer title revenue { currency amount } properties
            source channel country region city device browser os language
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
  parameters: {
    project: 'Query.project.id',
    ...RANGE,
    first: 'Project.events.first',
    after: 'Project.events.after',
    filter: 'Project.events.filter',
    ...tests,
  },
  variables: ({ first, after }) => ({ first, after }),
};

const STATS: Question = {
  operationId: 'getStats',
  summary: 'Statistics: totals, and a timeseries and a breakdown where they are asked for',
  // A breakdown that is not asked for needs a dimension all the same, to be valid.
  document: `
    query RestStats(
      $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone, $compare: Comparison
      $interval: Interval, $breakdown: Dimension = PATH, $property: String, $first: Int, $orderBy: Metric, $search: String
      $compared: Boolean!, $inTime: Boolean!, $brokenDown: Boolean!
    ) {
      project(id: $project) {
        answer: stats(range: $range, filter: $filter, timeZone: $timeZone, compare: $compare) {
          timeZone
          ...panels
          previous @include(if: $compared) { ...panels }
        }
      }
    }
    fragment panels on Stats {
      start
      end
      totals { ...counts timeOnPage revenue { currency amount } }
      timeseries(interval: $interval) @include(if: $inTime) { start metrics { ...counts } }
      breakdown(by: $breakdown, property: $property, first: $first, orderBy: $orderBy, search: $search)
        @include(if: $brokenDown) { value metrics { ...counts } }
    }
    fragment counts on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }`,
  parameters: {
    project: 'Query.project.id',
    ...RANGE,
    timeZone: 'Project.stats.timeZone',
    compare: 'Project.stats.compare',
    interval: 'Stats.timeseries.interval',
    breakdown: 'Stats.breakdown.by',
    property: 'Stats.breakdown.property',
    first: 'Stats.breakdown.first',
    orderBy: 'Stats.breakdown.orderBy',
    search: 'Stats.breakdown.search',
    filter: 'Project.stats.filter',
    ...tests,
  },
  variables: ({ timeZone, compare, interval, breakdown, property, first, orderBy, search }) => ({
    timeZone,
    compare,
    interval,
    breakdown,
    property,
    first,
    orderBy,
    search,
    compared: compare !== undefined,
    inTime: interval !== undefined,
    brokenDown: breakdown !== undefined,
  }),
};

const INSIGHTS: Question = {
  operationId: 'getInsights',
  summary: 'What the numbers have shown, the latest first',
  document: `
    query RestInsights($project: ID!, $types: [InsightType!], $first: Int, $after: String) {
      project(id: $project) {
        answer: insights(types: $types, first: $first, after: $after) {
          nodes { ${INSIGHT} }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
  parameters: {
    project: 'Query.project.id',
    types: 'Project.insights.types',
    first: 'Project.insights.first',
    after: 'Project.insights.after',
  },
  variables: ({ types, first, after }) => ({ types, first, after }),
};

/** What GET answers, by path. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  '/api/events': EVENTS,
  '/api/stats': STATS,
  '/api/insights': INSIGHTS,
};
