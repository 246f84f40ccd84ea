// The questions that are measured: each as a GraphQL document of a range, and as the single statement that a good
// developer would write over the plain table of raw events ($1 and $2 are the range; $3 is the project where it is asked
// of `events`, since the plain table has no properties).

export interface BenchQuestion {
  name: string;
  /** Fields of `project`; $range is the range. */
  fields: string;
  /** Days of the ranges, and milliseconds to reach; null where the issue names none. */
  ranges: { days: number; goal: number | null }[];
  /** Null where one statement cannot answer it. */
  sql: string | null;
}

const METRICS = 'visitors visits pageviews events bounceRate visitDuration';
const BOTH = (first: number, second: number) => [
  { days: 30, goal: first },
  { days: 90, goal: second },
];

const stats = (fields: string, filter = '', more = '') =>
  `stats(range: $range${filter && `, filter: ${filter}`}${more}) { ${fields} }`;

const totals = (filter = '') => stats(`totals { ${METRICS} }`, filter);
const top = (by: string, filter = '') =>
  stats(`breakdown(by: ${by}, first: 10) { value metrics { visitors visits } }`, filter);

const EIGHT = ['PATH', 'ENTRY_PATH', 'EXIT_PATH', 'REFERRER', 'COUNTRY', 'BROWSER', 'OS', 'DEVICE'];
const dashboard = (filter = '') =>
  stats(
    `totals { ${METRICS} } previous { totals { ${METRICS} } }
     timeseries(interval: DAY) { start metrics { visitors pageviews } }
     ${EIGHT.map((by) => `${by}: breakdown(by: ${by}, first: 10) { value metrics { visitors visits } }`).join('\n')}`,
    filter,
    ', compare: PREVIOUS_PERIOD',
  );

/** The whole overview of a dashboard. */
export const DASHBOARD = dashboard();
/** Totals, for what repeats one small question. */
export const TOTALS = totals();

const IN_RANGE = 'ts >= $1 and ts < $2';
const totalsSql = (condition = 'true') => `
  select count(distinct visitor_id), count(*), sum(views), sum(events), avg((events = 1)::int), avg(extract(epoch from last - first))
  from (select visitor_id, session_id, count(*) as events, count(*) filter (where event_type = 'pageview') as views,
               min(ts) as first, max(ts) as last
        from flat_events where ${IN_RANGE} and ${condition} group by visitor_id, session_id) s`;
const seriesSql = (unit: string, condition = 'true') => `
  select date_trunc('${unit}', ts) as start, count(distinct visitor_id), count(distinct session_id),
         count(*) filter (where event_type = 'pageview')
  from flat_events where ${IN_RANGE} and ${condition} group by 1 order by 1`;
const topSql = (column: string) => `
  select ${column}, count(distinct visitor_id) as visitors, count(distinct session_id)
  from flat_events where ${IN_RANGE} group by ${column} order by visitors desc limit 10`;

const SERIES = 'start metrics { visitors visits pageviews }';
const GERMAN = '{ country: { eq: "DE" } }';

export const QUESTIONS: BenchQuestion[] = [
  { name: 'totals', fields: TOTALS, ranges: BOTH(10, 25), sql: totalsSql() },
  {
    name: 'timeseries by day',
    fields: stats(`timeseries(interval: DAY) { ${SERIES} }`),
    ranges: BOTH(10, 25),
    sql: seriesSql('day'),
  },
  {
    name: 'timeseries by hour, 7 days',
    fields: stats(`timeseries(interval: HOUR) { ${SERIES} }`),
    ranges: [{ days: 7, goal: 10 }],
    sql: seriesSql('hour'),
  },
  { name: 'top 10 paths', fields: top('PATH'), ranges: BOTH(12, 30), sql: topSql('path') },
  { name: 'top 10 countries', fields: top('COUNTRY'), ranges: BOTH(12, 30), sql: topSql('country') },
  { name: 'top 10 referrers', fields: top('REFERRER'), ranges: BOTH(12, 30), sql: topSql('referrer_domain') },
  {
    name: 'totals, country = DE',
    fields: totals(GERMAN),
    ranges: BOTH(12, 30),
    sql: totalsSql(`country = 'DE'`),
  },
  {
    name: 'totals, country = DE and device = mobile',
    fields: totals('{ country: { eq: "DE" }, device: { eq: "mobile" } }'),
    ranges: BOTH(12, 30),
    sql: totalsSql(`country = 'DE' and device = 'mobile'`),
  },
  {
    name: 'top 10 paths, country = DE',
    fields: top('PATH', GERMAN),
    ranges: BOTH(12, 30),
    sql: topSql('path').replace('group by', `and country = 'DE' group by`),
  },
  {
    name: 'totals, event = signup',
    fields: totals('{ name: { eq: "signup" } }'),
    ranges: BOTH(12, 30),
    sql: totalsSql(`event_name = 'signup'`),
  },
  {
    name: 'timeseries by day, path = /page/1',
    fields: stats(`timeseries(interval: DAY) { ${SERIES} }`, '{ path: { eq: "/page/1" } }'),
    ranges: BOTH(12, 30),
    sql: seriesSql('day', `path = '/page/1'`),
  },
  { name: 'dashboard', fields: DASHBOARD, ranges: BOTH(80, 200), sql: null },
  { name: 'dashboard, country = DE', fields: dashboard(GERMAN), ranges: BOTH(80, 200), sql: null },
  {
    name: 'funnel of three steps',
    fields: `funnel(range: $range, steps: [
      { match: { name: "signup" } }, { match: { name: "add_to_cart" } }, { match: { name: "checkout" } }
    ]) { conversionRate steps { visitors medianSecondsFromPrevious } }`,
    ranges: BOTH(20, 50),
    sql: `
      with first as (select visitor_id, min(ts) as t from flat_events
                     where ${IN_RANGE} and event_name = 'signup' group by visitor_id),
      second as (select f.visitor_id, min(f.ts) as t from flat_events f join first p on p.visitor_id = f.visitor_id and f.ts >= p.t
                 where ${IN_RANGE} and event_name = 'add_to_cart' group by f.visitor_id),
      third as (select f.visitor_id, min(f.ts) as t from flat_events f join second p on p.visitor_id = f.visitor_id and f.ts >= p.t
                where ${IN_RANGE} and event_name = 'checkout' group by f.visitor_id)
      select (select count(*) from first), (select count(*) from second), (select count(*) from third)`,
  },
  {
    name: 'weekly retention',
    fields: 'retention(range: $range, period: WEEK) { cohorts { start size returning } }',
    ranges: [
      { days: 30, goal: null },
      { days: 90, goal: 40 },
    ],
    sql: `
      with active as (select distinct visitor_id, date_trunc('week', ts) as week from flat_events where ${IN_RANGE}),
      cohort as (select visitor_id, min(week) as week from active group by visitor_id)
      select c.week, (extract(day from a.week - c.week) / 7)::int as later, count(*)
      from active a join cohort c using (visitor_id) group by 1, 2 order by 1, 2`,
  },
  {
    name: 'paths, depth 5',
    fields:
      'paths(range: $range, depth: 5) { nodes { step path visitors } links { step source target visitors } }',
    ranges: BOTH(60, 180),
    sql: `
      with numbered as (
        select visitor_id, session_id, path, row_number() over (partition by session_id order by ts, event_id) as step
        from flat_events where ${IN_RANGE} and event_type = 'pageview')
      select a.step, a.path, b.path, count(distinct a.visitor_id) as visitors
      from numbered a join numbered b on b.session_id = a.session_id and b.step = a.step + 1
      where a.step < 5 group by 1, 2, 3 order by visitors desc limit 50`,
  },
  {
    name: 'totals, property plan = pro',
    fields: totals('{ properties: [{ key: "plan", eq: "pro" }] }'),
    ranges: BOTH(300, 900),
    sql: `
      with hits as (
        select visitor_id, visit_id, type from events
        where project_id = $3 and timestamp >= $1 and timestamp < $2 and properties ->> 'plan' = 'pro')
      select count(distinct visitor_id), count(*) filter (where type = 'PAGEVIEW'), count(*), v.*
      from hits cross join (
        select count(*), avg((events = 1)::int), avg(extract(epoch from ended_at - started_at)) from visits
        where project_id = $3 and started_at >= $1 and started_at < $2 and id in (select visit_id from hits)
      ) v (visits, bounce_rate, duration) group by v.visits, v.bounce_rate, v.duration`,
  },
  {
    name: 'P50 and P90 of a property',
    fields: stats(`totals {
      median: measure(event: "checkout", property: "amount", aggregate: P50)
      high: measure(event: "checkout", property: "amount", aggregate: P90)
    }`),
    ranges: BOTH(300, 900),
    sql: `
      select percentile_cont(array[0.5, 0.9]) within group (order by (properties ->> 'amount')::float8) from events
      where project_id = $3 and timestamp >= $1 and timestamp < $2 and properties ? 'amount'
        and name = (select id from terms where project_id = $3 and kind = 'name' and text = 'checkout')`,
  },
];
