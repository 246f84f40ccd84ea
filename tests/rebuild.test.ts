import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../src/command.ts';
import { projectNumber } from '../src/ids.ts';
import { parseArguments } from '../src/rebuild/arguments.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { ROOT, startProgram } from './support/process.ts';
import type { RawEvent } from './support/reference.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { inputOf, locate, traffic } from './support/traffic.ts';

const Project = graphql(`
  mutation RebuildProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id } }
  }
`);
const Track = graphql(`
  mutation RebuildTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates }
  }
`);

// Six hours before a UTC day ends: visits go over midnight.
const FROM = Date.parse('2025-10-23T18:00:00Z');
// With REBUILD_RUNS=1000 for a long search.
const RUNS = Number(process.env.REBUILD_RUNS ?? 5);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer({ locate });
  tenant = await createTenant(server);
  server.clock.set('2025-11-01T00:00:00Z');
});
afterAll(() => server.close());

let project: { id: string; number: number };
beforeEach(async () => {
  project = await newProject();
});

async function newProject(): Promise<{ id: string; number: number }> {
  const { createProject } = await server.get(
    Project,
    { input: { organizationId: tenant.organizationId, name: 'Site' } },
    tenant.token,
  );
  const { id } = createProject.project;
  return { id, number: projectNumber(id) ?? 0 };
}

async function track(projectId: string, events: RawEvent[]) {
  const { trackEvents } = await server.get(
    Track,
    { input: { projectId, events: events.map(inputOf) } },
    tenant.token,
  );
  return trackEvents;
}

const query = async (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await server.app.store.pool.query(text, values)).rows;

const rebuild = (number: number) =>
  rebuildProject(server.app.store, number, { parts: ['visits', 'segments'] });

/** Everything derived: visits by what they hold, each with its events; names by when they were seen; claimed ids. */
async function derived(number: number) {
  const visits = await query(
    `select to_jsonb(v) - 'id' - 'revision' as visit, array(
       select e.id::text from events e where e.project_id = v.project_id and e.visitor_id = v.visitor_id and e.visit_id = v.id
       order by e.timestamp, e.received_at, e.id
     ) as events
     from visits v where project_id = $1 order by visitor_id, session_id, started_at`,
    number,
  );
  const names = await query(
    `select name, first_seen_at, last_seen_at from event_definitions where project_id = $1 order by name`,
    number,
  );
  const keys = await query(`select id from event_keys where project_id = $1 order by id`, number);
  const segments = await query(
    `select day, visits, events from segments where project_id = $1 order by day`,
    number,
  );
  return { visits, names, keys, segments };
}

const revisionsOf = (number: number) =>
  query(
    `select id, revision from visits where project_id = $1
     union all select 0, revision from project_revisions where project_id = $1 order by id`,
    number,
  );

// Each harms what is derived in one way; `share` says of how many rows of a hundred.
const DAMAGES = {
  'visits are missing': `delete from visits where project_id = $1 and id % 100 < $2`,
  'counts are wrong': `update visits set events = events + 1, pageviews = 0 where project_id = $1 and id % 100 < $2`,
  'times are wrong': `update visits set started_at = started_at - interval '1 day', entry_at = null where project_id = $1 and id % 100 < $2`,
  'terms are wrong': `update visits set country = 999, referrer = null, exit_path = 999 where project_id = $1 and id % 100 < $2`,
  'steps are missing': `update visits set steps = null where project_id = $1 and id % 100 < $2`,
  'steps are wrong': `update visits set steps = '\\x00' where project_id = $1 and id % 100 < $2`,
  'visits are of others': `update visits set visitor_id = visitor_id + 1 where project_id = $1 and id % 100 < $2`,
  'events are in other visits': `update events set visit_id = visit_id + 1 where project_id = $1 and get_byte(uuid_send(id), 15) % 100 < $2`,
  'events are in no visit': `update events set visit_id = 0 where project_id = $1 and get_byte(uuid_send(id), 15) % 100 < $2`,
  'visits without events': `insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client)
     select $1, 1000000 + n, 0, n, '2025-10-24', '2025-10-24', 1, 1, 1, 1 from generate_series(1, 1 + $2::int / 50) n`,
  'names were seen at other times': `update event_definitions set first_seen_at = '2001-01-01', last_seen_at = null where project_id = $1 and $2::int >= 0`,
  'names are missing': `delete from event_definitions where project_id = $1 and $2::int >= 0`,
  'event ids are not claimed': `delete from event_keys where project_id = $1 and get_byte(uuid_send(id), 15) % 100 < $2`,
};

it.each(Object.entries(DAMAGES))('mends a project of which %s', { timeout: 120_000 }, async (_, damage) => {
  await fc.assert(
    fc.asyncProperty(
      traffic(FROM, 80),
      fc.constantFrom(1, 30, 100),
      fc.boolean(),
      async ({ events }, share, inPieces) => {
        const { id, number } = await newProject();
        // Small batches, so that visits have grown and merged.
        const size = inPieces ? 7 : 100;
        for (let i = 0; i < events.length; i += size) await track(id, events.slice(i, i + size));
        await rebuild(number);
        const right = await derived(number);
        expect(right.visits.length).toBeGreaterThan(0);
        await query(damage, number, share);
        await rebuild(number);
        expect(await derived(number)).toEqual(right);
      },
    ),
    { numRuns: RUNS },
  );
});

it('mends a project of which all is wrong at once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      traffic(FROM, 80),
      fc.shuffledSubarray(Object.values(DAMAGES)),
      async ({ events }, damages) => {
        const { id, number } = await newProject();
        await track(id, events);
        await rebuild(number);
        const right = await derived(number);
        for (const damage of damages) await query(damage, number, 40);
        await rebuild(number);
        expect(await derived(number)).toEqual(right);
      },
    ),
    { numRuns: RUNS },
  );
});

/** Visitors with `each` pageviews a minute apart. */
const visitors = (count: number, each: number, prefix = 'v'): RawEvent[] =>
  Array.from({ length: count * each }, (_, n) => ({
    id: `00000000-0000-4000-8000-${prefix.charCodeAt(0).toString(16)}${String(n).padStart(10, '0')}`,
    at: FROM + Math.floor(n / count) * 60_000,
    type: 'PAGEVIEW',
    name: 'pageview',
    visitor: `${prefix}${n % count}`,
    userId: null,
    session: null,
    path: `/${n % 7}`,
    hostname: 'shop.example',
    referrer: null,
    utmSource: null,
    country: 'DE',
    device: null,
    properties: {},
    revenue: null,
  }));

async function trackAll(projectId: string, events: RawEvent[]): Promise<void> {
  for (let i = 0; i < events.length; i += 1000) await track(projectId, events.slice(i, i + 1000));
}

it('changes nothing where all is right, not even a revision', async () => {
  await trackAll(project.id, visitors(400, 3));
  const before = await revisionsOf(project.number);
  expect(await rebuildProject(server.app.store, project.number, { parts: ['visits'] })).toEqual({
    events: 1200,
    visits: 400,
    written: 0,
    removed: 0,
    moved: 0,
    keys: 0,
  });
  expect(await revisionsOf(project.number)).toEqual(before);
});

it('notes which days visits left', async () => {
  await trackAll(project.id, visitors(1, 2));
  const [visit] = await query('select id from visits where project_id = $1', project.number);
  // Taken for a visit of the day before: its day's segment holds it.
  await query(
    `update visits set started_at = started_at - interval '1 day' where project_id = $1`,
    project.number,
  );
  await query(
    `insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client)
     values ($1, 77, 0, 5, '2025-10-30T23:59:59Z', '2025-10-31', 1, 1, 1, 1)`,
    project.number,
  );
  await rebuildProject(server.app.store, project.number, { parts: ['visits'] });
  expect(
    await query(
      `select visit_id as id, day::text, revision = (select revision from project_revisions r where r.project_id = v.project_id) as now
       from visit_removals v where project_id = $1 order by day`,
      project.number,
    ),
  ).toEqual([
    { id: visit?.id, day: '2025-10-22', now: true },
    { id: '77', day: '2025-10-30', now: true },
  ]);
});

it('keeps the visits of one visitor with more events than a step takes', { timeout: 120_000 }, async () => {
  // 21 chains of 1,000 events, a second apart, half a day between them.
  const [template] = visitors(1, 1);
  if (!template) throw new Error('no event');
  for (let chain = 0; chain < 21; chain++) {
    const events = Array.from({ length: 1000 }, (_, n) => ({
      ...template,
      id: `00000000-0000-4000-8000-${String(chain * 1000 + n).padStart(12, '0')}`,
      at: FROM - chain * 12 * 60 * 60_000 + n * 1000,
    }));
    await track(project.id, events);
  }
  await trackAll(project.id, visitors(2, 2, 'w'));
  await rebuild(project.number);
  const right = await derived(project.number);
  expect(right.visits).toHaveLength(23);
  await query('delete from visits where project_id = $1', project.number);
  expect(await rebuild(project.number)).toMatchObject({ events: 21_004, written: 23, moved: 0 });
  expect(await derived(project.number)).toEqual(right);
});

describe('the command', () => {
  const MAIN = path.join(ROOT, 'src/rebuild/main.ts');
  const start = (settings: Record<string, string>, ...args: string[]) =>
    startProgram([process.execPath, '--import', 'tsx', MAIN, ...args], ROOT, {
      DATABASE_URL: server.databaseUrl,
      LOG_LEVEL: 'warn',
      ...settings,
    });

  it('goes on where it was killed', { timeout: 120_000 }, async () => {
    await trackAll(project.id, visitors(6_500, 4));
    await rebuild(project.number);
    const right = await derived(project.number);
    await query('delete from visits where project_id = $1', project.number);

    // It cannot get past the visitor whose visit somebody else holds: there it is killed.
    const client = await server.app.store.pool.connect();
    await client.query('begin');
    await client.query(
      `insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client)
       select project_id, visit_id, 0, visitor_id, timestamp, timestamp, 1, 1, origin, client
       from events where project_id = $1 order by visitor_id desc limit 1`,
      [project.number],
    );
    const first = start({}, '--project', project.id);
    const isStuck = async () => {
      const [row] = await query(
        `select (select next_visitor from rebuilds where project_id = $1) > 1
            and exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()) as stuck`,
        project.number,
      );
      expect(row).toEqual({ stuck: true });
    };
    await vi.waitFor(isStuck, { timeout: 60_000, interval: 50 });
    first.kill('SIGKILL');
    expect(await first.exit).toBe('SIGKILL');
    await client.query('rollback');
    client.release();
    const [halfway] = await query(
      'select count(*)::int as count from visits where project_id = $1',
      project.number,
    );
    expect(halfway?.count).toBeGreaterThan(0);
    expect(halfway?.count).toBeLessThan(6_500);

    const second = start({}, '--project', String(project.number));
    expect(await second.exit).toBe(0);
    const rest = 6_500 - Number(halfway?.count);
    expect(second.stdout()).toContain(
      `Site: ${(rest * 4).toLocaleString('en')} events read; ${rest.toLocaleString('en')} visits, of which ${rest.toLocaleString('en')} were missing or wrong`,
    );
    expect(await derived(project.number)).toEqual(right);
    expect(await query('select from rebuilds where project_id = $1', project.number)).toEqual([]);
  });

  it('waits for a lock longer than a question may take', { timeout: 60_000 }, async () => {
    await trackAll(project.id, visitors(3, 2));
    const client = await server.app.store.pool.connect();
    await client.query('begin');
    await client.query('select from project_revisions where project_id = $1 for update', [project.number]);
    const waiting = start({ STATEMENT_TIMEOUT: '1' }, '--project', project.id);
    await vi.waitFor(
      async () =>
        expect(
          await query(
            `select from pg_stat_activity
             where wait_event_type = 'Lock' and datname = current_database() and now() - query_start > interval '2 seconds'`,
          ),
        ).toHaveLength(1),
      { timeout: 40_000, interval: 100 },
    );
    await client.query('rollback');
    client.release();
    expect(await waiting.exit).toBe(0);
    expect(waiting.stdout()).toContain('6 events read');
  });

  it('does not say that a server could not start', async () => {
    const refused = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PGCONNECT_TIMEOUT: '2' });
    expect(await refused.exit).toBe(1);
    expect(refused.stderr()).not.toContain('server could not start');
  });

  it('says what is wrong with its arguments', async () => {
    const unknown = start({}, '--project', '987654');
    expect(await unknown.exit).toBe(2);
    expect(unknown.stderr()).toMatch(
      /There is no project 987654 in the database \w+ on [\w.]+\. There are: /,
    );
    expect(() => parseArguments(['--project', 'x'])).toThrow(UsageError);
    expect(() => parseArguments(['--only', 'x'])).toThrow('--only visits, or --only segments');
    expect(() => parseArguments(['x'])).toThrow(UsageError);
    expect(parseArguments(['--only', 'segments', '--project', '7'])).toEqual({
      projectId: 7,
      parts: ['segments'],
    });
    expect(parseArguments([])).toEqual({ projectId: null, parts: ['visits', 'segments'] });
    expect(parseArguments(['--help'])).toBeNull();
  });
});

it('is right at the end although events arrive meanwhile', { timeout: 120_000 }, async () => {
  const events = visitors(3_000, 6);
  // The later half of every visit arrives while the first is being rebuilt; the names are seen first and last then.
  const early = events.filter((_, n) => n % 2 === 0);
  const late = events
    .filter((_, n) => n % 2 === 1)
    .map((event, n): RawEvent => (n % 50 === 0 ? { ...event, type: 'CUSTOM', name: 'late' } : event));
  await trackAll(project.id, early);
  await query('update visits set events = 99, steps = null where project_id = $1', project.number);
  await query(
    `update event_definitions set first_seen_at = '2001-01-01' where project_id = $1`,
    project.number,
  );
  await Promise.all([rebuild(project.number), trackAll(project.id, late)]);
  const concurrent = await derived(project.number);
  await rebuild(project.number);
  const fresh = await derived(project.number);
  expect(fresh.visits).toHaveLength(3_000);
  // Segments of days that changed after they were written are built by the servers.
  expect({ ...concurrent, segments: [] }).toEqual({ ...fresh, segments: [] });
});
