// What a model may ask: documents of ours, with some of their variables as arguments. Which project, and as whom, is not
// among them: the server says that.

/** A question that is offered to the model as a tool. */
export interface Question {
  name: string;
  description: string;
  /** Each field of the project has an alias where its name is not what it is. */
  document: string;
  /** The arguments, and of what in the schema each is the value. */
  arguments: Readonly<Record<string, string>>;
  required?: readonly string[];
  /** The variables that are neither arguments nor the project's, range's or comparison's. */
  variables?: (given: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

const RANGE = { range: 'Project.stats.range', timeZone: 'Project.stats.timeZone' };
const FILTER = { filter: 'Project.stats.filter' };
const COMPARE = { compare: 'Project.stats.compare' };

const STATS: Question = {
  name: 'stats',
  description:
    'Totals of a range: visitors, visits, pageviews, events, bounceRate, visitDuration (seconds), viewsPerVisit, revenue. With `interval` also in time, with `by` also by the values of a dimension, with `newVisitors` also who came for the first time, with `compare` also the period before, and the change.',
  document: `
    query ChatStats(
      $project: ID!, $range: RangeInput, $previous: RangeInput, $filter: EventFilter, $timeZone: TimeZone
      $interval: Interval, $by: Dimension = PATH, $property: String, $first: Int = 10, $orderBy: Metric = VISITORS
      $search: String, $compared: Boolean!, $inTime: Boolean!, $brokenDown: Boolean!, $newVisitors: Boolean!
    ) {
      project(id: $project) {
        stats(range: $range, filter: $filter, timeZone: $timeZone) { ...panels }
        previous: stats(range: $previous, filter: $filter, timeZone: $timeZone) @include(if: $compared) { ...panels }
      }
    }
    fragment panels on Stats {
      start
      end
      totals { ...counts }
      audience @include(if: $newVisitors) { newVisitors returningVisitors }
      timeseries(interval: $interval) @include(if: $inTime) { start metrics { ...counts } }
      breakdown(by: $by, property: $property, first: $first, orderBy: $orderBy, search: $search)
        @include(if: $brokenDown) { value metrics { ...counts } }
    }
    fragment counts on Metrics {
      visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }
    }`,
  arguments: {
    ...RANGE,
    ...FILTER,
    ...COMPARE,
    interval: 'Stats.timeseries.interval',
    by: 'Stats.breakdown.by',
    property: 'Stats.breakdown.property',
    first: 'Stats.breakdown.first',
    orderBy: 'Stats.breakdown.orderBy',
    search: 'Stats.breakdown.search',
    newVisitors: 'Stats.audience',
  },
  variables: ({ compare, interval, by, newVisitors }) => ({
    compared: compare !== undefined,
    inTime: interval !== undefined,
    brokenDown: by !== undefined,
    newVisitors: newVisitors === true,
  }),
};

const MEASURE: Question = {
  name: 'measure',
  description:
    'An aggregate of a property of one event over a range: its sum, average, minimum, maximum, a percentile, or how many distinct values.',
  document: `
    query ChatMeasure(
      $project: ID!, $range: RangeInput, $previous: RangeInput, $filter: EventFilter, $timeZone: TimeZone
      $event: String!, $property: String, $aggregate: Aggregate!, $compared: Boolean!
    ) {
      project(id: $project) {
        stats(range: $range, filter: $filter, timeZone: $timeZone) { ...measured }
        previous: stats(range: $previous, filter: $filter, timeZone: $timeZone) @include(if: $compared) { ...measured }
      }
    }
    fragment measured on Stats {
      start
      end
      totals { measure(event: $event, property: $property, aggregate: $aggregate) }
    }`,
  arguments: {
    event: 'Metrics.measure.event',
    property: 'Metrics.measure.property',
    aggregate: 'Metrics.measure.aggregate',
    ...RANGE,
    ...FILTER,
    ...COMPARE,
  },
  required: ['event', 'aggregate'],
  variables: ({ compare }) => ({ compared: compare !== undefined }),
};

const FUNNEL: Question = {
  name: 'funnel',
  description: 'How many visitors take one step after another, and where they drop off.',
  document: `
    query ChatFunnel(
      $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone
      $steps: [FunnelStepInput!]!, $window: Duration, $order: FunnelOrder = ORDERED
    ) {
      project(id: $project) {
        funnel(range: $range, filter: $filter, timeZone: $timeZone, steps: $steps, window: $window, order: $order) {
          conversionRate
          steps { label visitors conversionRate dropOff medianSecondsFromPrevious }
        }
      }
    }`,
  arguments: {
    steps: 'Project.funnel.steps',
    window: 'Project.funnel.window',
    order: 'Project.funnel.order',
    ...RANGE,
    ...FILTER,
  },
  required: ['steps'],
};

const RETENTION: Question = {
  name: 'retention',
  description: 'Cohorts of visitors by when they came first, how many of each came back, and at which rates.',
  document: `
    query ChatRetention(
      $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone
      $start: EventMatch, $returning: EventMatch, $period: Interval = WEEK
    ) {
      project(id: $project) {
        retention(
          range: $range, filter: $filter, timeZone: $timeZone, start: $start, returning: $returning, period: $period
        ) { cohorts { start size returning } }
      }
    }`,
  arguments: {
    period: 'Project.retention.period',
    start: 'Project.retention.start',
    returning: 'Project.retention.returning',
    ...RANGE,
    ...FILTER,
  },
};

const PATHS: Question = {
  name: 'paths',
  description: 'The ways that visitors take from page to page.',
  document: `
    query ChatPaths(
      $project: ID!, $range: RangeInput, $filter: EventFilter, $timeZone: TimeZone
      $startingAt: String, $depth: Int = 3, $first: Int = 10
    ) {
      project(id: $project) {
        paths(
          range: $range, filter: $filter, timeZone: $timeZone, startingAt: $startingAt, depth: $depth, first: $first
        ) { nodes { step path visitors } links { step source target visitors } }
      }
    }`,
  arguments: {
    startingAt: 'Project.paths.startingAt',
    depth: 'Project.paths.depth',
    first: 'Project.paths.first',
    ...RANGE,
    ...FILTER,
  },
};

// Who it was, and what they typed, is nothing that a model needs.
const EVENTS: Question = {
  name: 'events',
  description:
    'How many events match, and the latest of them, without who caused them. `range` is all of time when absent.',
  document: `
    query ChatEvents($project: ID!, $range: RangeInput, $filter: EventFilter, $first: Int = 10) {
      project(id: $project) {
        events(range: $range, filter: $filter, first: $first) {
          totalCount
          nodes { type name timestamp path hostname source channel country device browser os revenue { currency amount } }
        }
      }
    }`,
  arguments: { first: 'Project.events.first', range: 'Project.events.range', ...FILTER },
};

const DEFINITIONS: Question = {
  name: 'definitions',
  description:
    'The names of the events that the project has, with their volume in the last 30 days, and of the properties that its latest events have. Ask this first where a question names an event or a property whose exact name is not known.',
  document: `
    query ChatDefinitions($project: ID!, $event: String) {
      project(id: $project) {
        eventDefinitions(first: 100) { nodes { name label description archived volume30d } }
        propertyKeys(event: $event, first: 50) { key events }
      }
    }`,
  arguments: { event: 'Project.propertyKeys.event' },
};

/** Everything that a model may ask. */
export const QUESTIONS: readonly Question[] = [STATS, MEASURE, FUNNEL, RETENTION, PATHS, EVENTS, DEFINITIONS];
