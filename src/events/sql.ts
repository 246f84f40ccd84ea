import { z } from 'zod';
import type { JsonObject } from '../scalars.ts';
import { type EventFilter, filterSql, looksAtVisits, SHOWN_SESSION, SHOWN_VISITOR } from '../stats/filter.ts';
import type { Range } from '../stats/range.ts';
import { all, byKey, empty, type Queryable, rows, run, type Sql, sql, termByKey } from '../store/sql.ts';

/** What finds a stored event. */
export interface EventKey {
  id: string;
  timestamp: number;
}

/** An event's place in time: what pages are cut by. Of one instant, that which was received first is first. */
export interface EventPlace extends EventKey {
  /** In microseconds since 1970. */
  received: number;
}

const eventRow = z.object({
  projectId: z.number(),
  id: z.string(),
  eventId: z.string(),
  type: z.enum(['PAGEVIEW', 'CUSTOM']),
  name: z.string(),
  timestamp: z.date(),
  receivedAt: z.date(),
  /** The same in microseconds since 1970. */
  received: z.number(),
  visitorId: z.string(),
  userId: z.string().nullable(),
  sessionId: z.string(),
  url: z.string().nullable(),
  hostname: z.string().nullable(),
  path: z.string().nullable(),
  referrer: z.string().nullable(),
  title: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  // As it is: a record of Zod's would lose the key `__proto__`.
  properties: z.custom<JsonObject>().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  device: z.string().nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  language: z.string().nullable(),
  source: z.string().nullable(),
  channel: z.string().nullable(),
});
export type EventRow = z.output<typeof eventRow>;

const term = (kind: string, id: Sql): Sql =>
  sql`(select t.text from ${termByKey(sql`e.project_id`, sql`${kind}::term_kind`, id)} t where t.id = ${id})`;

// Neither a list's filter nor what its events show may be joined as the planner likes: of a project that Postgres has not
// counted yet it expects no rows, and reads all visits of it for each event.
const visitOf = sql`join lateral ${byKey(sql`visits`, sql`e.project_id`, sql`e.visit_id`)} v on v.id = e.visit_id`;
const matches = (projectId: number, filter: EventFilter | null): Sql =>
  sql`${filterSql(projectId, filter)} is true`;

/** Spells out the events that `page` selects: whole rows, so that none has to be found again. */
const spelledOut = (page: Sql): Sql => sql`
  with page as materialized (${page})
  select e.project_id as "projectId", e.id, coalesce(e.event_id, e.id::text) as "eventId", e.type::text,
    coalesce(e.sent_name, ${term('name', sql`e.name`)}) as name, e.timestamp, e.received_at as "receivedAt",
    (extract(epoch from e.received_at) * 1000000)::float8 as received,
    shown.key as "visitorId", case when counted.kind = 'user' then counted.key end as "userId", ${SHOWN_SESSION} as "sessionId",
    coalesce(e.url, 'https://' || place.hostname || place.path) as url, place.hostname, place.path, e.referrer, e.title,
    trim_scale(e.revenue)::text as amount, e.currency, e.properties,
    ${term('country', sql`v.country`)} as country, ${term('region', sql`v.region`)} as region, ${term('city', sql`v.city`)} as city,
    ${term('device', sql`v.device`)} as device, ${term('browser', sql`v.browser`)} as browser, ${term('os', sql`v.os`)} as os,
    ${term('language', sql`v.language`)} as language, ${term('source', sql`v.source`)} as source,
    ${term('channel', sql`v.channel`)} as channel
  from page e ${visitOf}
  join lateral ${byKey(sql`visitors`, sql`e.project_id`, sql`e.visitor_id`)} counted on counted.id = e.visitor_id
  join lateral ${byKey(sql`visitors`, sql`e.project_id`, SHOWN_VISITOR)} shown on shown.id = ${SHOWN_VISITOR}
  cross join lateral (
    select ${term('hostname', sql`e.hostname`)} as hostname, ${term('path', sql`e.path`)} as path offset 0) place
  order by e.timestamp desc, e.received_at desc, e.id desc`;

/** Which events a list holds. */
export interface EventList {
  projectId: number;
  filter: EventFilter | null;
  /** null for all of time. */
  range: Range | null;
}

const inRange = (range: Range | null): Sql =>
  range === null
    ? sql`true`
    : sql`e.timestamp >= ${new Date(range.start)} and e.timestamp < ${new Date(range.end)}`;

const PLACE = sql`(e.timestamp, e.received_at, e.id)`;
const placeOf = ({ timestamp, received, id }: EventPlace): Sql =>
  sql`(${new Date(timestamp)}, timestamptz 'epoch' + ${received} * interval '1 microsecond', ${id}::uuid)`;

/** A page of events: at most `limit` between the two keys, newest first, from the newest or (`inverted`) the oldest on. */
export async function readEvents(
  db: Queryable,
  { projectId, filter, range }: EventList,
  page: { after: EventPlace | null; before: EventPlace | null; limit: number; inverted: boolean },
): Promise<EventRow[]> {
  const conditions = [inRange(range)];
  // The instant by itself too: the index has no more of the order.
  if (page.after)
    conditions.push(
      sql`e.timestamp <= ${new Date(page.after.timestamp)} and ${PLACE} < ${placeOf(page.after)}`,
    );
  if (page.before)
    conditions.push(
      sql`e.timestamp >= ${new Date(page.before.timestamp)} and ${PLACE} > ${placeOf(page.before)}`,
    );
  const direction = page.inverted ? sql`asc` : sql`desc`;
  const events = await rows(
    db,
    eventRow,
    spelledOut(sql`
      select * from (
        select e.* from events e ${looksAtVisits(filter) ? visitOf : empty}
        where e.project_id = ${projectId} and ${all(conditions)} and ${matches(projectId, filter)}
        order by e.timestamp ${direction} fetch first (${page.limit}) rows with ties) e
      order by e.timestamp ${direction}, e.received_at ${direction}, e.id ${direction} limit ${page.limit}`),
  );
  return page.inverted ? events.reverse() : events;
}

/** How many events a list holds. */
export async function countEvents(db: Queryable, { projectId, filter, range }: EventList): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ count: z.number() }),
    sql`select count(*)::float8 as count
        from events e ${looksAtVisits(filter) ? sql`join visits v on v.project_id = e.project_id and v.id = e.visit_id` : empty}
        where e.project_id = ${projectId} and ${inRange(range)} and ${filterSql(projectId, filter)}`,
  );
  return row?.count ?? 0;
}

/** The first visitors of a list's events, and how many of them each has. */
export function visitorsOfEvents(
  db: Queryable,
  { projectId, filter, range }: EventList,
  limit: number,
): Promise<{ visitor: number; events: number }[]> {
  return rows(
    db,
    z.object({ visitor: z.number(), events: z.number() }),
    sql`select e.visitor_id as visitor, count(*)::float8 as events
        from events e ${looksAtVisits(filter) ? sql`join visits v on v.project_id = e.project_id and v.id = e.visit_id` : empty}
        where e.project_id = ${projectId} and ${inRange(range)} and ${matches(projectId, filter)}
        group by e.visitor_id order by e.visitor_id limit ${limit}`,
  );
}

/** Deletes a list's events of some visitors; returns how many. Their visits are as before: they are to be rebuilt. */
export function deleteEventsOf(
  db: Queryable,
  { projectId, filter, range }: EventList,
  visitors: readonly number[],
): Promise<number> {
  return run(
    db,
    sql`delete from events e using (
          select e.project_id, e.timestamp, e.id
          from (select ${projectId}::int as project_id, u.id as visitor_id from unnest(${visitors}::int[]) u (id) offset 0) w
          cross join lateral (
            select * from events e where e.project_id = w.project_id and e.visitor_id = w.visitor_id and ${inRange(range)} offset 0) e
          ${looksAtVisits(filter) ? visitOf : empty}
          where ${matches(projectId, filter)} offset 0) d
        where e.project_id = d.project_id and e.timestamp = d.timestamp and e.id = d.id`,
  );
}

/** Those of some stored events that match, newest first. */
export function readEventsByKey(
  db: Queryable,
  projectId: number,
  filter: EventFilter | null,
  keys: readonly EventKey[],
): Promise<EventRow[]> {
  const wanted = sql`
    (select ${projectId}::int as project_id, k.*
     from unnest(${keys.map((key) => new Date(key.timestamp))}::timestamptz[], ${keys.map((key) => key.id)}::uuid[]) k (timestamp, id)
     offset 0) k`;
  return rows(
    db,
    eventRow,
    spelledOut(sql`select e.* from ${wanted} cross join lateral (
                     select * from events e
                     where e.project_id = k.project_id and e.timestamp = k.timestamp and e.id = k.id offset 0) e
                   ${looksAtVisits(filter) ? visitOf : empty} where ${matches(projectId, filter)}`),
  );
}
