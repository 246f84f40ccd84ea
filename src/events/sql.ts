import { z } from 'zod';
import type { JsonObject } from '../scalars.ts';
import { type EventFilter, filterSql, SHOWN_SESSION, SHOWN_VISITOR } from '../stats/filter.ts';
import type { Range } from '../stats/range.ts';
import { all, type Queryable, rows, type Sql, sql } from '../store/sql.ts';

/** An event's place in time: what pages are cut by. Of one instant, the id decides. */
export interface EventKey {
  id: string;
  timestamp: number;
}

const eventRow = z.object({
  projectId: z.number(),
  id: z.string(),
  eventId: z.string(),
  type: z.enum(['PAGEVIEW', 'CUSTOM']),
  name: z.string(),
  timestamp: z.date(),
  receivedAt: z.date(),
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
  sql`(select t.text from terms t where t.project_id = e.project_id and t.kind = ${kind}::term_kind and t.id = ${id})`;

const found = (projectId: number, filter: EventFilter | null, conditions: readonly Sql[]): Sql => sql`
  events e join visits v on v.project_id = e.project_id and v.id = e.visit_id
  where e.project_id = ${projectId} and ${all(conditions)} and ${filterSql(projectId, filter)}`;

// Spelled out from the keys on, so that only a page's rows are looked up.
const spelledOut = (keys: Sql): Sql => sql`
  with page as (${keys})
  select e.project_id as "projectId", e.id, coalesce(e.event_id, e.id::text) as "eventId", e.type::text,
    ${term('name', sql`e.name`)} as name, e.timestamp, e.received_at as "receivedAt",
    shown.key as "visitorId", case when counted.kind = 'user' then counted.key end as "userId", ${SHOWN_SESSION} as "sessionId",
    coalesce(e.url, 'https://' || h.text || p.text) as url, h.text as hostname, p.text as path, e.referrer, e.title,
    trim_scale(e.revenue)::text as amount, e.currency, e.properties,
    ${term('country', sql`v.country`)} as country, ${term('region', sql`v.region`)} as region, ${term('city', sql`v.city`)} as city,
    ${term('device', sql`v.device`)} as device, ${term('browser', sql`v.browser`)} as browser, ${term('os', sql`v.os`)} as os,
    ${term('language', sql`v.language`)} as language, ${term('source', sql`v.source`)} as source,
    ${term('channel', sql`v.channel`)} as channel
  from page
  join events e on e.project_id = page.project_id and e.timestamp = page.timestamp and e.id = page.id
  join visits v on v.project_id = e.project_id and v.id = e.visit_id
  join visitors counted on counted.project_id = e.project_id and counted.id = e.visitor_id
  join visitors shown on shown.project_id = e.project_id and shown.id = ${SHOWN_VISITOR}
  left join terms h on h.project_id = e.project_id and h.kind = 'hostname' and h.id = e.hostname
  left join terms p on p.project_id = e.project_id and p.kind = 'path' and p.id = e.path
  order by e.timestamp desc, e.id desc`;

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

/** A page of events: at most `limit` between the two keys, newest first, from the newest or (`inverted`) the oldest on. */
export async function readEvents(
  db: Queryable,
  { projectId, filter, range }: EventList,
  page: { after: EventKey | null; before: EventKey | null; limit: number; inverted: boolean },
): Promise<EventRow[]> {
  const conditions = [inRange(range)];
  if (page.after)
    conditions.push(sql`(e.timestamp, e.id) < (${new Date(page.after.timestamp)}, ${page.after.id}::uuid)`);
  if (page.before)
    conditions.push(sql`(e.timestamp, e.id) > (${new Date(page.before.timestamp)}, ${page.before.id}::uuid)`);
  const order = page.inverted ? sql`e.timestamp, e.id` : sql`e.timestamp desc, e.id desc`;
  const events = await rows(
    db,
    eventRow,
    spelledOut(sql`select e.project_id, e.timestamp, e.id from ${found(projectId, filter, conditions)}
                   order by ${order} limit ${page.limit}`),
  );
  return page.inverted ? events.reverse() : events;
}

/** How many events a list holds. */
export async function countEvents(db: Queryable, { projectId, filter, range }: EventList): Promise<number> {
  const [row] = await rows(
    db,
    z.object({ count: z.number() }),
    sql`select count(*)::float8 as count from ${found(projectId, filter, [inRange(range)])}`,
  );
  return row?.count ?? 0;
}

/** Those of some stored events that match, newest first. */
export function readEventsByKey(
  db: Queryable,
  projectId: number,
  filter: EventFilter | null,
  keys: readonly EventKey[],
): Promise<EventRow[]> {
  const wanted = sql`(e.timestamp, e.id) in (select * from unnest(${keys.map((key) => new Date(key.timestamp))}::timestamptz[],
                                                                  ${keys.map((key) => key.id)}::uuid[]))`;
  return rows(
    db,
    eventRow,
    spelledOut(sql`select e.project_id, e.timestamp, e.id from ${found(projectId, filter, [wanted])}`),
  );
}
