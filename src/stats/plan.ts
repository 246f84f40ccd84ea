import { EVENT_TERMS, type EventFilter, looksAtEvents, type VISIT_TERMS } from './filter.ts';
import type { Range } from './range.ts';

/** What all of a dashboard's panels have in common. */
export interface Question extends Range {
  projectId: number;
  filter: EventFilter | null;
}

export const METRICS = [
  'VISITORS',
  'VISITS',
  'PAGEVIEWS',
  'EVENTS',
  'BOUNCE_RATE',
  'VISIT_DURATION',
  'VIEWS_PER_VISIT',
] as const;
export type Metric = (typeof METRICS)[number];

/** The dimensions, and the field of a filter that tells the same. */
export const DIMENSION_FIELDS = {
  EVENT_NAME: 'name',
  PATH: 'path',
  HOSTNAME: 'hostname',
  ENTRY_PATH: 'entryPath',
  EXIT_PATH: 'exitPath',
  REFERRER: 'referrer',
  SOURCE: 'source',
  CHANNEL: 'channel',
  UTM_SOURCE: 'utmSource',
  UTM_MEDIUM: 'utmMedium',
  UTM_CAMPAIGN: 'utmCampaign',
  UTM_TERM: 'utmTerm',
  UTM_CONTENT: 'utmContent',
  COUNTRY: 'country',
  REGION: 'region',
  CITY: 'city',
  DEVICE: 'device',
  BROWSER: 'browser',
  OS: 'os',
  LANGUAGE: 'language',
} as const satisfies Record<string, keyof typeof EVENT_TERMS | keyof typeof VISIT_TERMS>;
export type TermDimension = keyof typeof DIMENSION_FIELDS;
export type Dimension = TermDimension | 'PROPERTY';

/** How a panel's numbers are split. */
export type Grouping =
  | { by: 'nothing' }
  | { by: 'time'; starts: number[] }
  | { by: 'term'; dimension: TermDimension }
  | { by: 'property'; key: string };

/** Which rows of a list, and what of them. */
export interface ListRules {
  first: number;
  orderBy: Metric;
  search: string | null;
  /** Whether more is wanted than visitors and visits. */
  sums: boolean;
}

/** One chart or list: a split of the question's numbers and, for lists, which rows of it. */
export interface Panel {
  grouping: Grouping;
  list: ListRules | null;
}

/** Where a panel's visits can be counted by SQL. */
export type VisitSource =
  /** The filter and the split are told by the visit itself. */
  | 'visits'
  /** Visits with a matching event: one row a visit. */
  | 'visits-with-events'
  /** The split is told by events: one row for each value that a visit's matching events have. */
  | 'events-of-visits';

/** Chooses the cheapest way that gives the definition's answer. */
export function visitSource({ filter }: Pick<Question, 'filter'>, grouping: Grouping): VisitSource {
  if (grouping.by === 'property') return 'events-of-visits';
  if (grouping.by === 'term' && DIMENSION_FIELDS[grouping.dimension] in EVENT_TERMS)
    return 'events-of-visits';
  return looksAtEvents(filter) ? 'visits-with-events' : 'visits';
}
