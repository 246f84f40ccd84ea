import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compactProject } from '../src/segments/compact.ts';
import { SHAPE, type Shape } from '../src/segments/layout.ts';
import { startServer, type TestServer } from './support/app.ts';
import { ROOT, startProgram } from './support/process.ts';
import { siteOf } from './support/segments.ts';
import { createTenant } from './support/tenant.ts';

// What a server takes of memory, and what it counts. In processes of their own: nothing else is measured.

const DAYS = 11_000;
let server: TestServer;
let client: pg.Client;
beforeAll(async () => {
  server = await startServer();
  client = new pg.Client(server.databaseUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.close();
});

/** A project with one visit on each day of thirty years; where a shape is given, they are in segments. */
async function longProject(shape: Shape | null): Promise<number> {
  const { number } = await siteOf(await createTenant(server));
  await client.query(
    `with next as (update project_revisions set revision = revision + 1 where project_id = $1 returning revision),
       changed as (insert into visit_changes select $1, revision, array(select generate_series(1, $2::int)) from next)
     insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client, steps)
     select $1, n, next.revision, n, t, t, 1, 1, 1, 1, '\\x00000000ffffffff0000000000000000'
     from next, generate_series(1, $2::int) n, lateral (select timestamptz '1995-01-01 10:00Z' + n * interval '1 day' as t) d`,
    [number, DAYS],
  );
  if (shape) await compactProject(client, number, { shape });
  return number;
}

interface Answer {
  project: number;
  said: string;
  /** Megabytes. */
  resident: number;
  /** Bytes. */
  held: number;
}

async function ask(limit: number, rounds: number, projects: readonly number[]): Promise<Answer[]> {
  const command = path.join(ROOT, 'tests/support/segment-memory-command.ts');
  const args = [server.databaseUrl, limit, rounds, ...projects].map(String);
  const program = startProgram(
    [process.execPath, '--expose-gc', '--import', 'tsx', command, ...args],
    ROOT,
    {},
  );
  expect([await program.exit, program.stderr()]).toEqual([0, '']);
  return program
    .stdout()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

const PROJECTS = 4;
const LIMIT = 32;
// Threads, and what their heaps keep free beside what they hold, at the load that this is measured under.
const SLACK = 220;

it.each<[string, Shape | null]>([
  ['are not in segments yet', null],
  ['share segments', SHAPE],
])(
  'thirty years of days that %s take no more than what is counted',
  {
    timeout: 300_000,
  },
  async (_, shape) => {
    const projects: number[] = [];
    for (let i = 0; i < PROJECTS; i++) projects.push(await longProject(shape));
    const [before, ...answers] = await ask(LIMIT, 2, projects);
    expect(answers.length).toBe(2 * PROJECTS);
    const most = Math.max(...answers.map(({ resident }) => resident)) - (before?.resident ?? 0);
    expect(most).toBeLessThan(2 * LIMIT + SLACK);
    for (const { said, held } of answers) {
      expect(said).toMatch(new RegExp(`^parts \\d{3} visits ${DAYS} visitors ${DAYS}$`));
      expect(held).toBeLessThanOrEqual(LIMIT * 2 ** 20);
    }
  },
);

it('days that have a segment each are put together by the next compaction', {
  timeout: 120_000,
}, async () => {
  const project = await longProject(null);
  const few = 40;
  await client.query('delete from visits where project_id = $1 and id > $2', [project, few]);
  await compactProject(client, project, { shape: { ...SHAPE, block: 0 } });
  const segments = async () =>
    (await client.query('select days, visits from segments where project_id = $1 order by day', [project]))
      .rows;
  expect(await segments()).toEqual(Array.from({ length: few }, () => ({ days: 1, visits: 1 })));
  await compactProject(client, project);
  // 1995-01-02 is the day 9132 since 1970, which is 12 more than a multiple of 16.
  expect(await segments()).toEqual([4, 16, 16, 4].map((visits) => ({ days: 16, visits })));
});

it('a day of many visits is written in parts, and of them those that changed', async () => {
  const { number } = await siteOf(await createTenant(server));
  const shape = { block: 10, segment: 100 };
  /** Visits of one day, the last of them at its beginning. */
  const add = (from: number, to: number) =>
    client.query(
      `with next as (update project_revisions set revision = revision + 1 where project_id = $1 returning revision),
         changed as (insert into visit_changes select $1, revision, array(select generate_series($2::int, $3::int)) from next)
       insert into visits (project_id, id, revision, visitor_id, started_at, ended_at, events, pageviews, origin, client, steps)
       select $1, n, next.revision, n, t, t, 1, 1, 1, 1, '\\x00000000ffffffff0000000000000000'
       from next, generate_series($2::int, $3::int) n,
         lateral (select timestamptz '2025-10-24 23:00Z' - n * interval '1 minute' as t) d`,
      [number, from, to],
    );
  const parts = async () =>
    (
      await client.query(
        'select first_visit::int as first, visits, revision::int from segments where project_id = $1 order by 1',
        [number],
      )
    ).rows.map(({ first, visits, revision }) => [first, visits, revision]);
  await add(1, 350);
  await compactProject(client, number, { shape });
  const [, , , [, , begun] = []] = await parts();
  expect(await parts()).toEqual([
    [0, 100, begun],
    [101, 100, begun],
    [201, 100, begun],
    [301, 50, begun],
  ]);
  await add(351, 420);
  await compactProject(client, number, { shape });
  expect(await parts()).toEqual([
    [0, 100, begun],
    [101, 100, begun],
    [201, 100, begun],
    [301, 100, begun + 1],
    [401, 20, begun + 1],
  ]);
});
