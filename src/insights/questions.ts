// The documents that insights are made of: what they answer is all that insights know, and each stands in the evidence of
// what it proved. Ranges are absolute in their variables, so that asking again gives the same.

/** The numbers of every hour or day. */
export const SERIES = `query InsightSeries($project: ID!, $range: RangeInput!, $filter: EventFilter, $timeZone: TimeZone!, $interval: Interval!) {
  project(id: $project) {
    stats(range: $range, filter: $filter, timeZone: $timeZone) {
      timeseries(interval: $interval) { start metrics { visits pageviews events bounceRate } }
    }
  }
}`;

/** The values that most visits have, of each dimension that is watched, and the events that most visits have. */
export const VALUES = `query InsightValues($project: ID!, $range: RangeInput!, $timeZone: TimeZone!) {
  project(id: $project) {
    stats(range: $range, timeZone: $timeZone) {
      CHANNEL: breakdown(by: CHANNEL, orderBy: VISITS, first: 4) { value }
      COUNTRY: breakdown(by: COUNTRY, orderBy: VISITS, first: 3) { value }
      DEVICE: breakdown(by: DEVICE, orderBy: VISITS, first: 2) { value }
      ENTRY_PATH: breakdown(by: ENTRY_PATH, orderBy: VISITS, first: 3) { value }
    }
    custom: stats(range: $range, filter: { type: { eq: CUSTOM } }, timeZone: $timeZone) {
      EVENT_NAME: breakdown(by: EVENT_NAME, orderBy: VISITS, first: 5) { value }
    }
  }
}`;

/** What happened in a period, and the history that says what was to be expected. */
export const INCIDENT = `query InsightIncident($project: ID!, $period: RangeInput!, $history: RangeInput!, $filter: EventFilter, $timeZone: TimeZone!, $interval: Interval!) {
  project(id: $project) {
    period: stats(range: $period, filter: $filter, timeZone: $timeZone) {
      totals { visits pageviews events bounceRate }
    }
    history: stats(range: $history, filter: $filter, timeZone: $timeZone) {
      timeseries(interval: $interval) { start metrics { visits pageviews events bounceRate } }
    }
  }
}`;

/** How many of a period's visits have matching events, of how many, and the history of both. */
export const CONVERSION = `query InsightConversion($project: ID!, $period: RangeInput!, $history: RangeInput!, $filter: EventFilter!, $timeZone: TimeZone!, $interval: Interval!) {
  project(id: $project) {
    period: stats(range: $period, filter: $filter, timeZone: $timeZone) { totals { visits } }
    all: stats(range: $period, timeZone: $timeZone) { totals { visits } }
    history: stats(range: $history, filter: $filter, timeZone: $timeZone) {
      timeseries(interval: $interval) { start metrics { visits } }
    }
    historyOfAll: stats(range: $history, timeZone: $timeZone) {
      timeseries(interval: $interval) { start metrics { visits } }
    }
  }
}`;

/** A period's numbers, day by day too, and those of the period before. */
export const TOTALS = `query InsightTotals($project: ID!, $range: RangeInput!, $filter: EventFilter, $timeZone: TimeZone!) {
  project(id: $project) {
    stats(range: $range, filter: $filter, timeZone: $timeZone, compare: PREVIOUS_PERIOD) {
      ...numbers
      previous { ...numbers }
    }
  }
}
fragment numbers on Stats {
  totals { visitors visits pageviews bounceRate visitDuration }
  timeseries(interval: DAY) { metrics { visitors visits pageviews bounceRate visitDuration } }
}`;

/** How many values of each dimension `PARTS` lists. */
export const LISTED_PARTS = 20;

/** What a period's visits were of, and those of the period before. */
export const PARTS = `query InsightParts($project: ID!, $range: RangeInput!, $timeZone: TimeZone!) {
  project(id: $project) {
    stats(range: $range, timeZone: $timeZone, compare: PREVIOUS_PERIOD) {
      ...parts
      previous { ...parts }
    }
  }
}
fragment parts on Stats {
  CHANNEL: breakdown(by: CHANNEL, orderBy: VISITS, first: ${LISTED_PARTS}) { ...part }
  COUNTRY: breakdown(by: COUNTRY, orderBy: VISITS, first: ${LISTED_PARTS}) { ...part }
  DEVICE: breakdown(by: DEVICE, orderBy: VISITS, first: ${LISTED_PARTS}) { ...part }
  ENTRY_PATH: breakdown(by: ENTRY_PATH, orderBy: VISITS, first: ${LISTED_PARTS}) { ...part }
}
fragment part on BreakdownRow {
  value
  metrics { visits bounceRate }
}`;
