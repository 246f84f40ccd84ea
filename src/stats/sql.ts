import { z } from 'zod';
import { digestOf } from '../ingest/event.ts';
import { LONGEST } from '../ingest/visits.ts';
import type { TermKind } from '../store/generated/client/enums.ts';
import {
  all,
  byKey,
  empty,
  escapeLike,
  join,
  type Queryable,
  rows,
  type Sql,
  sql,
  termByKey,
} from '../store/sql.ts';
import { EVENT_TERMS, filterSql, looksAtVisits, VISIT_TERMS } from './filter.ts';
import {
  DIMENSION_FIELDS,
  type Grouping,
  type Metric,
  type Panel,
  type Question,
  type TermDimension,
  visitSource,
} from './plan.ts';

// One statement answers all panels of a question: the matching events and the visits are found once, and each panel is
// one branch of a union over them. Counts are float8: exact to 2^53, and numbers to node-pg.

const TERMS = Object.fromEntries(
  Object.entries(DIMENSION_FIELDS).map(([dimension, field]) => [
    dimension,
    { ...EVENT_TERMS, ...VISIT_TERMS }[field],
  ]),
) as Record<TermDimension, { column: Sql; kind: TermKind }>;

// The same columns by their own names, for what selects from the common parts below.
const NAMES = {
  EVENT_NAME: sql`name`,
  PATH: sql`path`,
  HOSTNAME: sql`hostname`,
  ENTRY_PATH: sql`entry_path`,
  EXIT_PATH: sql`exit_path`,
  REFERRER: sql`referrer`,
  SOURCE: sql`source`,
  CHANNEL: sql`channel`,
  UTM_SOURCE: sql`utm_source`,
  UTM_MEDIUM: sql`utm_medium`,
  UTM_CAMPAIGN: sql`utm_campaign`,
  UTM_TERM: sql`utm_term`,
  UTM_CONTENT: sql`utm_content`,
  COUNTRY: sql`country`,
  REGION: sql`region`,
  CITY: sql`city`,
  DEVICE: sql`device`,
  BROWSER: sql`browser`,
  OS: sql`os`,
  LANGUAGE: sql`language`,
} satisfies Record<TermDimension, Sql>;

/** What a row belongs to: a number (a term's, or a bucket's from 1) or a text. */
export function keyOf(grouping: Grouping, time: Sql): Sql {
  switch (grouping.by) {
    case 'nothing':
      return sql`null::int as number, null::text as text`;
    case 'time':
      return sql`width_bucket(${time}, ${grouping.starts.map((start) => new Date(start))}::timestamptz[]) as number, null::text as text`;
    case 'term':
      return sql`${NAMES[grouping.dimension]} as number, null::text as text`;
    case 'property':
      return sql`null::int as number, properties ->> ${grouping.key}::text as text`;
  }
}

/** The columns that the groupings need beside those that everything needs. */
export function keyColumns(groupings: readonly Grouping[]): Sql {
  const dimensions = new Set(
    groupings.flatMap((grouping) => (grouping.by === 'term' ? [grouping.dimension] : [])),
  );
  const columns = [...dimensions].map((dimension) => TERMS[dimension].column);
  if (groupings.some((grouping) => grouping.by === 'property')) columns.push(sql`e.properties`);
  return columns.length === 0 ? empty : sql`, ${join(columns)}`;
}

/** The visit of an event `e`; those of a range's events started in it or, at most as long before it as a visit lasts. */
export const joinVisits = ({ projectId, start, end }: Question): Sql => sql`
  join visits v on v.project_id = ${projectId} and v.id = e.visit_id
    and v.started_at >= ${new Date(start - LONGEST)} and v.started_at < ${new Date(end)}`;

/** The events in the question's range that match; without `v` where neither the filter nor the groupings need it. */
export const matching = (q: Question, groupings?: readonly Grouping[]): Sql => sql`
  events e ${groupings && !needsVisits(q, groupings) ? empty : joinVisits(q)}
  where ${inRange(q)} and ${filterSql(q.projectId, q.filter)}`;

const inRange = ({ projectId, start, end }: Question): Sql =>
  sql`e.project_id = ${projectId} and e.timestamp >= ${new Date(start)} and e.timestamp < ${new Date(end)}`;

/** The same, where they are few: each visit is looked up, instead of reading all of the range's. */
export const fewMatching = (q: Question, groupings: readonly Grouping[]): Sql => sql`
  events e ${needsVisits(q, groupings) ? sql`join lateral ${byKey(sql`visits`, sql`e.project_id`, sql`e.visit_id`)} v on v.id = e.visit_id` : empty}
  where ${inRange(q)} and ${filterSql(q.projectId, q.filter)}`;

const needsVisits = ({ filter }: Question, groupings: readonly Grouping[]): boolean =>
  looksAtVisits(filter) ||
  groupings.some((grouping) => grouping.by === 'term' && DIMENSION_FIELDS[grouping.dimension] in VISIT_TERMS);

const startedInRange = (q: Question): Sql =>
  sql`v.project_id = ${q.projectId} and v.started_at >= ${new Date(q.start)} and v.started_at < ${new Date(q.end)}`;

/** The matching events of the visits that start in the range: those are in it, or as long after it as a visit lasts. */
const matchingOfStarted = (q: Question): Sql => sql`
  events e join visits v on v.project_id = e.project_id and v.id = e.visit_id
  where e.project_id = ${q.projectId} and e.timestamp >= ${new Date(q.start)}
    and e.timestamp < ${new Date(q.end + LONGEST)}
    and ${startedInRange(q)} and ${filterSql(q.projectId, q.filter)}`;

/** The visits that start in the range and have a matching event: tested as a semi join, each visit comes once, and workers share it. */
const startedWithEvents = (q: Question): Sql => sql`
  visits v where ${startedInRange(q)} and exists (
    select from events e
    where e.project_id = ${q.projectId} and e.visit_id = v.id and e.timestamp >= ${new Date(q.start)}
      and e.timestamp < ${new Date(q.end + LONGEST)} and ${filterSql(q.projectId, q.filter)})`;

/** The question's parts that panels share: matching events, started visits, and the matching events of those. */
function commonParts(q: Question, panels: readonly Panel[]): Sql {
  const groupings = panels.map(({ grouping }) => grouping);
  const from = (source: ReturnType<typeof visitSource>) =>
    groupings.filter((grouping) => visitSource(q, grouping) === source);
  // Not extract(): it makes a numeric, from which the same number takes three times as long.
  const measures = sql`v.id, v.started_at, v.events, date_part('epoch', v.ended_at - v.started_at) as seconds`;
  const started =
    from('visits').length > 0
      ? sql`select ${measures} ${keyColumns(from('visits'))} from visits v
            where ${startedInRange(q)} and ${filterSql(q.projectId, q.filter)}`
      : sql`select ${measures} ${keyColumns(from('visits-with-events'))} from ${startedWithEvents(q)}`;
  return sql`
    hits as (
      select e.timestamp, e.visitor_id, e.type ${keyColumns(groupings)} from ${matching(q, groupings)}
    ), started as (${started}
    ), touched as (
      select ${measures} ${keyColumns(from('events-of-visits'))} from ${matchingOfStarted(q)}
    )`;
}

/** A panel's numbers by key, events' and visits' in rows of their own. */
function counts(q: Question, grouping: Grouping): Sql {
  const visits =
    visitSource(q, grouping) === 'events-of-visits'
      ? sql`(select distinct id, events, seconds, k.* from touched cross join lateral (select ${keyOf(grouping, sql`started_at`)}) k)`
      : sql`(select events, seconds, k.* from started cross join lateral (select ${keyOf(grouping, sql`started_at`)}) k)`;
  // First by visitor: count(distinct) would sort all events by key and visitor, and no worker could help.
  return sql`
    select number, text, count(*)::float8 as visitors, sum(pageviews)::float8 as pageviews, sum(events)::float8 as events,
           0::float8 as visits, 0::float8 as bounces, 0::float8 as seconds
    from (
      select k.number, k.text, count(*) filter (where type = 'PAGEVIEW') as pageviews, count(*) as events
      from hits cross join lateral (select ${keyOf(grouping, sql`timestamp`)}) k group by k.number, k.text, visitor_id
    ) h group by number, text
    union all
    select number, text, 0, 0, 0, count(*)::float8, (count(*) filter (where events = 1))::float8, sum(seconds)
    from ${visits} s group by number, text`;
}

const ORDER = {
  VISITORS: sql`visitors`,
  VISITS: sql`visits`,
  PAGEVIEWS: sql`pageviews`,
  EVENTS: sql`events`,
  BOUNCE_RATE: sql`bounces / nullif(visits, 0)`,
  VISIT_DURATION: sql`seconds / nullif(visits, 0)`,
  VIEWS_PER_VISIT: sql`pageviews / nullif(visits, 0)`,
} satisfies Record<Metric, Sql>;

const termText = ({ projectId }: Question, dimension: TermDimension, id: Sql): Sql => sql`
  (select t.text from ${termByKey(sql`${projectId}`, sql`${TERMS[dimension].kind}::term_kind`, id)} t where t.id = ${id})`;

function panelRows(q: Question, { grouping, list }: Panel, index: number): Sql {
  const text = grouping.by === 'term' ? termText(q, grouping.dimension, sql`c.number`) : sql`c.text`;
  const sums = sql`
    select c.number, ${text} as value, sum(visitors) as visitors, sum(pageviews) as pageviews, sum(events) as events,
           sum(visits) as visits, sum(bounces) as bounces, sum(seconds) as seconds
    from (${counts(q, grouping)}) c group by c.number, c.text`;
  const columns = sql`${index}::int as panel, number, value, visitors, pageviews, events, visits, bounces, seconds`;
  if (list === null) return sql`select ${columns}, 0::bigint as rank from (${sums}) s`;
  // Values of equal weight stand in one order everywhere, whatever the database's collation.
  const order = sql`${ORDER[list.orderBy]} desc nulls last, value collate "C" nulls last`;
  const search = list.search ? sql`value ilike ${`%${escapeLike(list.search)}%`}` : sql`true`;
  return sql`select * from (
    select ${columns}, row_number() over (order by ${order}) as rank from (${sums}) s where ${search}
  ) ranked where rank <= ${list.first}`;
}

const countRow = z.object({
  panel: z.number(),
  number: z.number().nullable(),
  value: z.string().nullable(),
  visitors: z.number(),
  pageviews: z.number(),
  events: z.number(),
  visits: z.number(),
  bounces: z.number(),
  /** Of all the visits together. */
  seconds: z.number(),
});
export type CountRow = z.output<typeof countRow>;

/** The rows of every panel; `panel` is its place in the list. */
export function readPanels(db: Queryable, q: Question, panels: readonly Panel[]): Promise<CountRow[]> {
  return rows(
    db,
    countRow,
    sql`with ${commonParts(q, panels)}
        ${join(
          panels.map((panel, index) => panelRows(q, panel, index)),
          ' union all ',
        )}
        order by panel, rank`,
  );
}

// --- money and measures ---------------------------------------------------------------------------------------------

/** The text of a grouping's key, for rows that are found by value. */
export const textOf = (q: Question, grouping: Grouping): Sql =>
  grouping.by === 'term' ? termText(q, grouping.dimension, sql`k.number`) : sql`k.text`;

const moneyRow = z.object({
  split: z.number(),
  number: z.number().nullable(),
  value: z.string().nullable(),
  currency: z.string(),
  amount: z.string(),
});
export type MoneyRow = z.output<typeof moneyRow>;

/** The revenue of matching events by currency, exact; `split` is the grouping's place in the list. */
export function readRevenue(db: Queryable, q: Question, groupings: readonly Grouping[]): Promise<MoneyRow[]> {
  const splits = groupings.map(
    (grouping, index) => sql`
      select ${index}::int as split, k.number, ${textOf(q, grouping)} as value, currency, sum(revenue) as amount
      from paid cross join lateral (select ${keyOf(grouping, sql`timestamp`)}) k group by k.number, k.text, currency`,
  );
  return rows(
    db,
    moneyRow,
    sql`with paid as (
          select e.timestamp, e.revenue, e.currency ${keyColumns(groupings)}
          from ${fewMatching(q, groupings)} and e.revenue is not null
        )
        select split, number, value, currency, trim_scale(amount)::text as amount from (${join(splits, ' union all ')}) s
        order by split, currency`,
  );
}

export const AGGREGATES = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'P50', 'P90', 'P99', 'UNIQUE'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** An aggregate of a property of one event, and how its numbers are split. */
export interface Measure {
  event: string;
  property: string | null;
  aggregate: Aggregate;
  grouping: Grouping;
}

// An exact number as the nearest double; null beyond the largest one, 0 below the smallest. The cast itself is an error there.
const toDouble = (exact: Sql): Sql => sql`
  case when abs(${exact}) > 1.7976931348623157e308 then null when abs(${exact}) < 4.9e-324 then 0 else (${exact})::float8 end`;
// Of halves: the difference of two doubles can be beyond the largest one. Halving and doubling are exact, but for the very
// smallest numbers, which count as 0: halving those is an error.
const percentile = (share: number): Sql => sql`
  percentile_cont(${share}::float8) within group (
    order by case when abs(amount) < 4.5e-308 then 0 else amount::float8 / 2 end) * 2`;

const AGGREGATE = {
  COUNT: sql`count(*)::float8`,
  SUM: toDouble(sql`sum(amount)`),
  AVG: toDouble(sql`avg(amount)`),
  MIN: sql`min(amount)::float8`,
  MAX: sql`max(amount)::float8`,
  P50: percentile(0.5),
  P90: percentile(0.9),
  P99: percentile(0.99),
  UNIQUE: sql`count(distinct counted)::float8`,
} satisfies Record<Aggregate, Sql>;

const measureRow = z.object({
  measure: z.number(),
  number: z.number().nullable(),
  value: z.string().nullable(),
  result: z.number().nullable(),
});
export type MeasureRow = z.output<typeof measureRow>;

/** Measures of one property of one event, split alike: they read the same values. */
interface MeasureSet extends Pick<Measure, 'event' | 'property' | 'grouping'> {
  /** Places in the list of measures. */
  places: number[];
  aggregates: Aggregate[];
}

function measureSets(measures: readonly Measure[]): MeasureSet[] {
  const sets = new Map<string, MeasureSet>();
  for (const [place, { aggregate, event, property, grouping }] of measures.entries()) {
    const key = JSON.stringify([event, property, grouping]);
    const set = sets.get(key) ?? { event, property, grouping, places: [], aggregates: [] };
    sets.set(key, set);
    set.places.push(place);
    set.aggregates.push(aggregate);
  }
  return [...sets.values()];
}

/** Terms of kind name as an array that Postgres reads once: the scan itself then drops other events, before their properties are read. */
const namesOf = (q: Question, names: readonly string[]): Sql => sql`array(
  select t.id from terms t
  where t.project_id = ${q.projectId} and t.kind = 'name' and t.digest = any(${names.map((name) => digestOf(name))}::uuid[]))`;

/** One row for each key and measure; percentiles of a set share one sort. */
function measureSetRows(q: Question, { event, property, grouping, places, aggregates }: MeasureSet): Sql {
  const value = sql`properties -> ${property ?? ''}::text`;
  const results = join(aggregates.map((aggregate) => AGGREGATE[aggregate]));
  return sql`
    select r.measure, s.number, s.value, r.result
    from (
      select k.number, ${textOf(q, grouping)} as value, array[${results}] as results
      from found
      cross join lateral (select ${keyOf(grouping, sql`timestamp`)}) k
      cross join lateral (select
        case when jsonb_typeof(${value}) = 'number' then (${value})::numeric end as amount,
        ${property === null ? sql`visitor_id::text` : sql`properties ->> ${property}::text`} as counted) a
      where ${all([sql`name = any(${namesOf(q, [event])})`, ...(property === null ? [] : [sql`counted is not null`])])}
      group by k.number, k.text
    ) s cross join lateral unnest(${places}::int[], s.results) r (measure, result)`;
}

/** The aggregates of matching events; `measure` is a measure's place in the list. */
export function readMeasures(
  db: Queryable,
  q: Question,
  measures: readonly Measure[],
): Promise<MeasureRow[]> {
  const groupings = measures.map(({ grouping }) => grouping);
  const names = measures.map(({ event }) => event);
  const ofProperties = measures.every(({ property }) => property !== null)
    ? sql`e.properties is not null`
    : sql`true`;
  return rows(
    db,
    measureRow,
    sql`with found as materialized (
          select e.timestamp, e.visitor_id, e.name, e.properties ${keyColumns(
            groupings.filter((g) => g.by === 'term' && g.dimension !== 'EVENT_NAME'),
          )}
          from ${matching(q, groupings)} and e.name = any(${namesOf(q, names)}) and ${ofProperties}
        )
        ${join(
          measureSets(measures).map((set) => measureSetRows(q, set)),
          ' union all ',
        )}`,
  );
}

/** When the project's first visit started, in milliseconds; null without any. */
export async function firstVisit(db: Queryable, projectId: number): Promise<number | null> {
  const [row] = await rows(
    db,
    z.object({ at: z.date().nullable() }),
    sql`select min(started_at) as at from visits where project_id = ${projectId}`,
  );
  return row?.at?.getTime() ?? null;
}

/** Distinct visitors with an event since an instant. */
export async function visitorsSince(db: Queryable, projectId: number, since: Date): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ visitors: z.number() }),
    sql`select count(distinct visitor_id)::float8 as visitors from events
        where project_id = ${projectId} and timestamp >= ${since}`,
  );
  return row?.visitors ?? 0;
}
