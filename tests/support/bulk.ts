import { CLIENT_KINDS, digestOf, ORIGIN_KINDS } from '../../src/ingest/event.ts';
import { join, type Queryable, run, type Sql, sql } from '../../src/store/sql.ts';

const DAY = 24 * 60 * 60_000;

/** Traffic that is written by SQL: what ingest would have stored of it, without the time that takes. */
export interface Bulk {
  projectId: number;
  visits: number;
  eventsPerVisit: number;
  /** Visits start at equal distances from here on; milliseconds. */
  from: number;
  /** Over how many days. */
  days: number;
}

/** One of each thing that the loaded events have. */
export const BULK = {
  event: 'purchase',
  property: 'plan',
  number: 'amount',
  path: '/page-7',
  visitor: 'visitor-7',
};

const EVENTS = ['pageview', 'signup', BULK.event];
const PATHS = 200;
const PLANS = ['free', 'pro', 'team'];
const ORIGINS = ['news', 'search', 'mail', 'social', 'direct'];
const CLIENTS = ['DE', 'FR', 'GB', 'IT', 'NP', 'PL', 'US'];

/** The loaded texts by kind, the first one with the number 1. */
const TEXTS: Record<string, string[]> = {
  name: EVENTS,
  hostname: ['shop.example'],
  path: Array.from({ length: PATHS }, (_, i) => `/page-${i + 1}`),
  origin: ORIGINS.map((value) =>
    JSON.stringify(Object.fromEntries(ORIGIN_KINDS.map((kind) => [kind, value]))),
  ),
  client: CLIENTS.map((value) =>
    JSON.stringify(Object.fromEntries(CLIENT_KINDS.map((kind) => [kind, value]))),
  ),
  ...Object.fromEntries(ORIGIN_KINDS.map((kind) => [kind, ORIGINS])),
  ...Object.fromEntries(CLIENT_KINDS.map((kind) => [kind, CLIENTS])),
};

/** Loads the traffic into an existing project without any. */
export async function loadBulk(db: Queryable, bulk: Bulk): Promise<void> {
  await loadTerms(db, bulk.projectId);
  await loadVisitors(db, bulk);
  for (let at = bulk.from; at < bulk.from + (bulk.days + 31) * DAY; at += 28 * DAY)
    await run(db, sql`select ensure_events_partition(${new Date(at)})`);
  await run(db, visitsOf(bulk));
  await run(db, eventsOf(bulk));
  await run(
    db,
    sql`insert into event_keys (project_id, id) select project_id, id from events where project_id = ${bulk.projectId}`,
  );
  await run(
    db,
    sql`insert into event_definitions (project_id, name, first_seen_at, last_seen_at)
        select ${bulk.projectId}, name, ${new Date(bulk.from)}, ${new Date(bulk.from + bulk.days * DAY)}
        from unnest(${EVENTS}::text[]) name`,
  );
  await run(
    db,
    sql`insert into project_revisions (project_id, revision) values (${bulk.projectId}, 1)
        on conflict (project_id) do update set revision = 1`,
  );
}

async function loadTerms(db: Queryable, projectId: number): Promise<void> {
  const terms = Object.entries(TEXTS).flatMap(([kind, texts]) =>
    texts.map((text, i) => ({ kind, id: i + 1, digest: digestOf(text), text })),
  );
  await run(
    db,
    sql`insert into terms (project_id, kind, id, digest, text)
        select ${projectId}, * from unnest(${terms.map((t) => t.kind)}::term_kind[], ${terms.map((t) => t.id)}::int[],
          ${terms.map((t) => t.digest)}::uuid[], ${terms.map((t) => t.text)}::text[])`,
  );
}

// Every visitor has two visits.
const visitorsOf = ({ visits }: Bulk): number => Math.ceil(visits / 2);

async function loadVisitors(db: Queryable, bulk: Bulk): Promise<void> {
  // As digestOf of src/ingest/event.ts makes it.
  await run(
    db,
    sql`insert into visitors (project_id, id, kind, digest, key)
        select ${bulk.projectId}, i, 'visitor',
          encode(substr(sha256(convert_to('7:visitor' || length('visitor-' || i) || ':visitor-' || i, 'UTF8')), 1, 16), 'hex')::uuid,
          'visitor-' || i
        from generate_series(1, ${visitorsOf(bulk)}::int) i`,
  );
}

const startOf = ({ from, days, visits }: Bulk): Sql =>
  sql`${new Date(from)}::timestamptz + (i - 1) * make_interval(secs => ${(days * DAY) / 1000 / visits}::float8)`;

const visitsOf = (bulk: Bulk): Sql => sql`
  insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, entry_at, exit_at, events, pageviews, origin, client,
                      entry_path, exit_path, ${join([...ORIGIN_KINDS, ...CLIENT_KINDS].map((kind) => COLUMNS[kind]))})
  select ${bulk.projectId}, i, 1, (i - 1) % ${visitorsOf(bulk)}::int + 1, s.at, s.at + ${bulk.eventsPerVisit - 1}::int * interval '30 seconds',
         s.at, s.at, ${bulk.eventsPerVisit}::int, 1, i % ${ORIGINS.length}::int + 1, i % ${CLIENTS.length}::int + 1,
         i % ${PATHS}::int + 1, i % ${PATHS}::int + 1,
         ${join([...ORIGIN_KINDS.map(() => sql`i % ${ORIGINS.length}::int + 1`), ...CLIENT_KINDS.map(() => sql`i % ${CLIENTS.length}::int + 1`)])}
  from generate_series(1, ${bulk.visits}::int) i cross join lateral (select ${startOf(bulk)} as at) s`;

const COLUMNS = {
  referrer: sql`referrer`,
  source: sql`source`,
  channel: sql`channel`,
  utm_source: sql`utm_source`,
  utm_medium: sql`utm_medium`,
  utm_campaign: sql`utm_campaign`,
  utm_term: sql`utm_term`,
  utm_content: sql`utm_content`,
  country: sql`country`,
  region: sql`region`,
  city: sql`city`,
  device: sql`device`,
  browser: sql`browser`,
  os: sql`os`,
  language: sql`language`,
} satisfies Record<(typeof ORIGIN_KINDS)[number] | (typeof CLIENT_KINDS)[number], Sql>;

/** The first event of a visit is a pageview, the others have properties; every tenth of those has revenue. */
const eventsOf = (bulk: Bulk): Sql => sql`
  insert into events (project_id, timestamp, id, visit_id, visitor_id, type, name, hostname, path, origin, client, received_at,
                      revenue, currency, properties)
  select ${bulk.projectId}, s.at + k * interval '30 seconds', gen_random_uuid(), i, (i - 1) % ${visitorsOf(bulk)}::int + 1,
         (case when k = 0 then 'PAGEVIEW' else 'CUSTOM' end)::event_type, case when k = 0 then 1 else 2 + i % 2 end, 1,
         i % ${PATHS}::int + 1, i % ${ORIGINS.length}::int + 1, i % ${CLIENTS.length}::int + 1, s.at,
         case when k > 0 and i % 10 = 1 then i % 100 end, case when k > 0 and i % 10 = 1 then 'EUR' end,
         case when k > 0 then jsonb_build_object(${BULK.property}::text, (${PLANS}::text[])[1 + i % 3], ${BULK.number}::text, i % 1000) end
  from generate_series(1, ${bulk.visits}::int) i cross join generate_series(0, ${bulk.eventsPerVisit - 1}::int) k
  cross join lateral (select ${startOf(bulk)} as at) s`;
