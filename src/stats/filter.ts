import { digestOf } from '../ingest/event.ts';
import type { EventType, TermKind } from '../store/generated/client/enums.ts';
import { all, any, escapeLike, type Sql, sql } from '../store/sql.ts';
import { isUuid } from '../text.ts';

type Maybe<T> = T | null | undefined;

export interface StringFilter {
  eq?: Maybe<string>;
  ne?: Maybe<string>;
  in?: Maybe<string[]>;
  notIn?: Maybe<string[]>;
  contains?: Maybe<string>;
  startsWith?: Maybe<string>;
  endsWith?: Maybe<string>;
  isNull?: Maybe<boolean>;
}

export interface PropertyFilter {
  key: string;
  eq?: Maybe<string>;
  ne?: Maybe<string>;
  in?: Maybe<string[]>;
  contains?: Maybe<string>;
  gt?: Maybe<number>;
  gte?: Maybe<number>;
  lt?: Maybe<number>;
  lte?: Maybe<number>;
  isNull?: Maybe<boolean>;
}

/** Texts that an event or its visit holds by number: the column, and the kind of term. `e` is the event, `v` its visit. */
export const EVENT_TERMS = {
  name: { column: sql`e.name`, kind: 'name' },
  path: { column: sql`e.path`, kind: 'path' },
  hostname: { column: sql`e.hostname`, kind: 'hostname' },
} satisfies Record<string, { column: Sql; kind: TermKind }>;

export const VISIT_TERMS = {
  entryPath: { column: sql`v.entry_path`, kind: 'path' },
  exitPath: { column: sql`v.exit_path`, kind: 'path' },
  referrer: { column: sql`v.referrer`, kind: 'referrer' },
  source: { column: sql`v.source`, kind: 'source' },
  channel: { column: sql`v.channel`, kind: 'channel' },
  utmSource: { column: sql`v.utm_source`, kind: 'utm_source' },
  utmMedium: { column: sql`v.utm_medium`, kind: 'utm_medium' },
  utmCampaign: { column: sql`v.utm_campaign`, kind: 'utm_campaign' },
  utmTerm: { column: sql`v.utm_term`, kind: 'utm_term' },
  utmContent: { column: sql`v.utm_content`, kind: 'utm_content' },
  country: { column: sql`v.country`, kind: 'country' },
  region: { column: sql`v.region`, kind: 'region' },
  city: { column: sql`v.city`, kind: 'city' },
  device: { column: sql`v.device`, kind: 'device' },
  browser: { column: sql`v.browser`, kind: 'browser' },
  os: { column: sql`v.os`, kind: 'os' },
  language: { column: sql`v.language`, kind: 'language' },
} satisfies Record<string, { column: Sql; kind: TermKind }>;

type TermField = keyof typeof EVENT_TERMS | keyof typeof VISIT_TERMS;
const TERMS: Record<TermField, { column: Sql; kind: TermKind }> = { ...EVENT_TERMS, ...VISIT_TERMS };

/** A predicate over an event together with its visit. Fields given side by side must all hold. */
export type EventFilter = { [field in TermField]?: Maybe<StringFilter> } & {
  type?: Maybe<{ eq?: Maybe<EventType>; in?: Maybe<EventType[]> }>;
  visitorId?: Maybe<StringFilter>;
  userId?: Maybe<StringFilter>;
  sessionId?: Maybe<StringFilter>;
  properties?: Maybe<PropertyFilter[]>;
  and?: Maybe<EventFilter[]>;
  or?: Maybe<EventFilter[]>;
  not?: Maybe<EventFilter>;
};

/** The visitor id that an event shows: the one that was sent, also beside a user id. */
export const SHOWN_VISITOR = sql`coalesce(e.anonymous_id, e.visitor_id)`;
/** The session id that an event shows: the one that was sent, else the visit's number. */
export const SHOWN_SESSION = sql`coalesce(v.session_id, v.id::text)`;

/** Whether the filter looks at events at all, or only at visits. */
export function looksAtEvents(filter: EventFilter | null): boolean {
  if (filter === null) return false;
  const { and, or, not, type, visitorId, userId, properties } = filter;
  const own = [
    type,
    visitorId,
    userId,
    properties?.length ? properties : null,
    filter.name,
    filter.path,
    filter.hostname,
  ];
  return (
    own.some((part) => part != null) ||
    [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].some(looksAtEvents)
  );
}

/** Whether the filter looks at visits at all, or only at events. */
export function looksAtVisits(filter: EventFilter | null): boolean {
  if (filter === null) return false;
  const { and, or, not, sessionId } = filter;
  return (
    sessionId != null ||
    Object.keys(VISIT_TERMS).some((field) => filter[field as keyof typeof VISIT_TERMS] != null) ||
    [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].some(looksAtVisits)
  );
}

/**
 * The filter as SQL over `events e` joined with `visits v`. Every condition is true or false, never null, so that `not`
 * is the exact opposite: what is absent equals nothing, and is `ne` and `notIn` of everything.
 */
export function filterSql(projectId: number, filter: EventFilter | null): Sql {
  if (filter === null) return sql`true`;
  const conditions: Sql[] = [];
  for (const [field, { column, kind }] of Object.entries(TERMS)) {
    const test = filter[field as TermField];
    if (test) conditions.push(termCondition(projectId, column, kind, test));
  }
  if (filter.type?.eq) conditions.push(sql`e.type = ${filter.type.eq}::event_type`);
  if (filter.type?.in) conditions.push(sql`e.type = any(${filter.type.in}::event_type[])`);
  if (filter.visitorId)
    conditions.push(visitorCondition(projectId, SHOWN_VISITOR, sql`true`, filter.visitorId));
  if (filter.userId)
    conditions.push(visitorCondition(projectId, sql`e.visitor_id`, sql`p.kind = 'user'`, filter.userId));
  if (filter.sessionId) conditions.push(textCondition(SHOWN_SESSION, filter.sessionId));
  for (const property of filter.properties ?? []) conditions.push(propertyCondition(property));
  for (const part of filter.and ?? []) conditions.push(filterSql(projectId, part));
  if (filter.or) conditions.push(any(filter.or.map((part) => filterSql(projectId, part))));
  if (filter.not) conditions.push(sql`not ${filterSql(projectId, filter.not)}`);
  return all(conditions);
}

interface Tests {
  /** The text is one of these. */
  oneOf: (texts: string[]) => Sql;
  like: (pattern: string) => Sql;
  isNull: Sql;
}

/** The tests of a string filter, all of which must hold, in terms of three that a column can answer. */
function stringConditions(filter: StringFilter, { oneOf, like, isNull }: Tests): Sql {
  const conditions: Sql[] = [];
  if (filter.eq != null) conditions.push(oneOf([filter.eq]));
  if (filter.ne != null) conditions.push(sql`not ${oneOf([filter.ne])}`);
  if (filter.in) conditions.push(oneOf(filter.in));
  if (filter.notIn) conditions.push(sql`not ${oneOf(filter.notIn)}`);
  if (filter.contains != null) conditions.push(like(`%${escapeLike(filter.contains)}%`));
  if (filter.startsWith != null) conditions.push(like(`${escapeLike(filter.startsWith)}%`));
  if (filter.endsWith != null) conditions.push(like(`%${escapeLike(filter.endsWith)}`));
  if (filter.isNull != null) conditions.push(filter.isNull ? isNull : sql`not ${isNull}`);
  return all(conditions);
}

function termCondition(projectId: number, column: Sql, kind: TermKind, filter: StringFilter): Sql {
  const among = (test: Sql): Sql =>
    sql`coalesce(${column} in (select t.id from terms t
          where t.project_id = ${projectId} and t.kind = ${kind}::term_kind and ${test}), false)`;
  return stringConditions(filter, {
    oneOf: (texts) => among(sql`t.digest = any(${texts.map((text) => digestOf(text))}::uuid[])`),
    like: (pattern) => among(sql`t.text like ${pattern}`),
    isNull: sql`(${column} is null)`,
  });
}

function visitorCondition(projectId: number, column: Sql, kind: Sql, filter: StringFilter): Sql {
  const among = (test: Sql): Sql =>
    sql`(${column} in (select p.id from visitors p where p.project_id = ${projectId} and ${kind} and ${test}))`;
  return stringConditions(filter, {
    // Digests are indexed; a cookieless visitor's id is its digest.
    oneOf: (texts) =>
      among(sql`p.digest = any(${texts.flatMap((text) => [digestOf('user', text), digestOf('visitor', text), ...asUuid(text)])}::uuid[])
                and p.key = any(${texts}::text[])`),
    like: (pattern) => among(sql`p.key like ${pattern}`),
    isNull: sql`(not ${among(sql`true`)})`,
  });
}

const asUuid = (text: string): string[] => (isUuid(text) ? [text] : []);

function textCondition(text: Sql, filter: StringFilter): Sql {
  return stringConditions(filter, {
    oneOf: (texts) => sql`coalesce(${text} = any(${texts}::text[]), false)`,
    like: (pattern) => sql`coalesce(${text} like ${pattern}, false)`,
    isNull: sql`(${text} is null)`,
  });
}

function propertyCondition(filter: PropertyFilter): Sql {
  const { key, gt, gte, lt, lte, ...texts } = filter;
  // Postgres may test a filter's parts in any order: the cast must not meet what is no number.
  const number = sql`case when jsonb_typeof(e.properties -> ${key}::text) = 'number' then (e.properties ->> ${key}::text)::numeric end`;
  const { eq, contains, isNull } = texts;
  const present = [eq, texts.in, contains, gt, gte, lt, lte].some((test) => test != null) || isNull === false;
  // What is said first is implied by the rest; Postgres finds the index of events with properties by it.
  const conditions = present ? [sql`e.properties is not null`] : [];
  conditions.push(textCondition(sql`(e.properties ->> ${key}::text)`, texts));
  if (gt != null) conditions.push(sql`coalesce(${number} > ${gt}::numeric, false)`);
  if (gte != null) conditions.push(sql`coalesce(${number} >= ${gte}::numeric, false)`);
  if (lt != null) conditions.push(sql`coalesce(${number} < ${lt}::numeric, false)`);
  if (lte != null) conditions.push(sql`coalesce(${number} <= ${lte}::numeric, false)`);
  return all(conditions);
}
