import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../tests/support/app.ts';
import { statementsOf } from '../../tests/support/statements.ts';
import { createTenant } from '../../tests/support/tenant.ts';
import { inputOf, locate, traffic } from '../../tests/support/traffic.ts';
import { projectNumber } from '../ids.ts';
import { rebuildProject } from '../rebuild/rebuild.ts';
import { createIngest, type Ingest } from './ingest.ts';
import type { Delivery } from './prepare.ts';
import { createWriter } from './writer.ts';

// Two processes that write to one project by turns: what each remembers must not outlive what the other writes.

const FROM = Date.parse('2025-10-23T18:00:00Z');
// With MEMORY_RUNS=1000 for a long search.
const RUNS = Number(process.env.MEMORY_RUNS ?? 10);

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ locate });
});
afterAll(() => server.close());

let project: number;
let processes: [Ingest, Ingest];
const newProject = async () => {
  project = projectNumber((await createTenant(server)).projectId) ?? 0;
};
beforeEach(async () => {
  await newProject();
  const { store } = server.app;
  const start = () =>
    createIngest(store, {
      now: server.clock.now,
      locate,
      intake: createWriter(store, { lanes: 1, onStored: () => undefined }),
    });
  processes = [start(), start()];
});

/** As a request has it that arrives now. */
const delivery = (receivedAt: number, changes: Partial<Delivery> = {}): Delivery => ({
  receivedAt,
  sentAt: null,
  address: null,
  userAgent: null,
  acceptLanguage: null,
  trusted: true,
  proxyGeography: null,
  ...changes,
});

const statements = async <T>(text: string): Promise<T[]> =>
  (await server.app.store.pool.query(text, [project])).rows as T[];

describe('visits that were remembered', () => {
  it('are those that all events make, whoever wrote in between', { timeout: 120_000 }, async () => {
    const turns = fc.record({
      world: traffic(FROM, 60),
      inOrder: fc.boolean(),
      // Who stores the next events, and how many.
      shifts: fc.array(
        fc.record({ who: fc.constantFrom(0, 0, 0, 1), events: fc.integer({ min: 1, max: 4 }) }),
        {
          minLength: 60,
          maxLength: 60,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(turns, async ({ world, inOrder, shifts }) => {
        await newProject();
        const events = inOrder ? world.events.toSorted((a, b) => a.at - b.at) : world.events.slice();
        for (const { who, events: count } of shifts) {
          const batch = events.splice(0, count);
          if (batch.length === 0) break;
          const now = Math.max(...batch.map(({ at }) => at));
          const { accepted } = await processes[who === 0 ? 0 : 1].track(
            project,
            batch.map(inputOf),
            delivery(now),
          );
          expect(accepted).toBe(batch.length);
        }
        const { store } = server.app;
        expect(await rebuildProject(store, project, { parts: ['visits'] })).toMatchObject({
          written: 0,
          removed: 0,
          moved: 0,
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('are not all that there are: a late event is put beside those of its own time', async () => {
    const [ingest] = processes;
    for (const minute of [0, 60, 61, 10]) {
      const timestamp = new Date(FROM + minute * 60_000).toISOString();
      await ingest.track(
        project,
        [{ name: 'step', visitorId: 'ada', timestamp }],
        delivery(FROM + 61 * 60_000),
      );
    }
    expect(await statements('select events from visits where project_id = $1 order by started_at')).toEqual([
      { events: 2 },
      { events: 2 },
    ]);
  });

  it('are not read again while nobody else writes', async () => {
    const [first, second] = processes;
    let minute = 0;
    const readsOf = async (ingest: Ingest) => {
      const at = FROM + minute++ * 60_000;
      const event = { name: 'step', visitorId: 'ada', timestamp: new Date(at).toISOString() };
      const texts = await statementsOf(() => ingest.track(project, [event], delivery(at)));
      return texts.filter((text) => /(?:from|join) (?:visits v|visitors)\b/.test(text)).length;
    };
    expect(await readsOf(first)).toBeGreaterThan(0);
    expect(await readsOf(first)).toBe(0);
    expect(await readsOf(second)).toBeGreaterThan(0);
    expect(await readsOf(first)).toBeGreaterThan(0);
    expect(await readsOf(first)).toBe(0);
    expect(await statements('select events from visits where project_id = $1')).toEqual([{ events: 5 }]);
  });
});

it('what one process alone writes is one statement a batch, and one more for new visitors', async () => {
  const [ingest] = processes;
  let minute = 0;
  const statementsFor = async (...visitors: string[]) => {
    const at = FROM + minute++ * 60_000;
    const events = visitors.map((visitorId) => ({
      name: 'step',
      visitorId,
      timestamp: new Date(at).toISOString(),
    }));
    return (await statementsOf(() => ingest.track(project, events, delivery(at)))).length;
  };
  expect(await statementsFor('ada')).toBeGreaterThan(4);
  expect(await statementsFor('ada')).toBe(1);
  expect(await statementsFor('ada', 'bob', 'cyd')).toBe(2);
  expect(await statementsFor('bob', 'cyd', 'ada')).toBe(1);
  expect(
    await statements(
      'select visitor_id as visitor, events from visits where project_id = $1 order by visitor_id',
    ),
  ).toEqual([
    { visitor: 1, events: 4 },
    { visitor: 2, events: 2 },
    { visitor: 3, events: 2 },
  ]);
});

it('who was somebody else yesterday, without cookies, is not looked for again', async () => {
  const [ingest] = processes;
  let minute = 0;
  const statementsFor = async (version: number) => {
    const at = FROM + minute++ * 60_000;
    const events = [{ url: '/', timestamp: new Date(at).toISOString() }];
    const userAgent = `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
    return (await statementsOf(() => ingest.track(project, events, delivery(at, { userAgent })))).length;
  };
  await statementsFor(144);
  expect(await statementsFor(144)).toBe(1);
  expect(await statementsFor(145)).toBe(2);
  expect(await statementsFor(145)).toBe(1);
  expect(await statements('select count(*)::int as visitors from visitors where project_id = $1')).toEqual([
    { visitors: 2 },
  ]);
});

it('two processes at the same time store each event once, in its right visit', async () => {
  const BATCHES = 40;
  // Every second event of a batch is one that the other process sends too.
  const batch = (process: number, n: number) =>
    [0, 1, 2, 3].map((i) => ({
      id: i % 2 === 0 ? `both ${n} ${i}` : `${process} ${n} ${i}`,
      name: 'step',
      visitorId: `visitor ${(n * 7 + i) % 11}`,
      timestamp: new Date(FROM + n * 60_000 + i * 1000 + process).toISOString(),
    }));
  const results = await Promise.all(
    processes.flatMap((ingest, process) =>
      Array.from({ length: BATCHES }, (_, n) =>
        ingest.track(project, batch(process, n), delivery(FROM + n * 60_000)),
      ),
    ),
  );
  const sum = (of: 'accepted' | 'duplicates') => results.reduce((sum, result) => sum + result[of], 0);
  expect([sum('accepted'), sum('duplicates')]).toEqual([BATCHES * 6, BATCHES * 2]);
  expect(await statements('select count(*)::int as events from events where project_id = $1')).toEqual([
    { events: BATCHES * 6 },
  ]);
  expect(
    await statements(
      'select sum(received)::int as received, sum(stored)::int as stored, sum(duplicate)::int as duplicate from ingest_counts where project_id = $1',
    ),
  ).toEqual([{ received: BATCHES * 8, stored: BATCHES * 6, duplicate: BATCHES * 2 }]);
  const { store } = server.app;
  expect(await rebuildProject(store, project, { parts: ['visits'] })).toMatchObject({
    written: 0,
    removed: 0,
    moved: 0,
    keys: 0,
  });
});

it('joins that another process made are seen', async () => {
  const [first, second] = processes;
  const track = (ingest: Ingest, minute: number, userId?: string) =>
    ingest.track(
      project,
      [
        {
          name: 'step',
          visitorId: 'device',
          userId,
          timestamp: new Date(FROM + minute * 60_000).toISOString(),
        },
      ],
      delivery(FROM + minute * 60_000),
    );
  await track(first, 0);
  await track(first, 1);
  // Another visit: what the device did in this one before would be the user's too.
  await track(second, 42, 'ada');
  await track(first, 43);
  await track(first, 44);
  const users = await statements<{ kind: string }>(
    `select v.kind::text from events e join visitors v on v.project_id = e.project_id and v.id = e.visitor_id
     where e.project_id = $1 order by e.timestamp`,
  );
  expect(users.map(({ kind }) => kind)).toEqual(['visitor', 'visitor', 'user', 'user', 'user']);
});

it('what stores no event leaves the revision as it is, and is counted once', async () => {
  const [ingest] = processes;
  const state = async () => {
    const [counts] = await statements(
      `select r.revision::int, c.* from project_revisions r left join
         (select sum(received)::int as received, sum(stored)::int as stored, sum(duplicate)::int as duplicate,
                 sum(bot)::int as bot, sum(rejected)::int as rejected from ingest_counts where project_id = $1) c on true
       where r.project_id = $1`,
    );
    return counts;
  };
  const good = { id: 'a', name: 'step', visitorId: 'ada' };
  await ingest.track(project, [{ name: 7 }], delivery(FROM));
  expect(await state()).toEqual({ revision: 0, received: 1, stored: 0, duplicate: 0, bot: 0, rejected: 1 });
  await ingest.track(project, [good], delivery(FROM));
  await ingest.track(project, [good, { name: 7 }], delivery(FROM));
  const crawler = {
    ...good,
    id: 'b',
    context: { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
  };
  await ingest.track(project, [crawler], delivery(FROM, { trusted: false }));
  expect(await state()).toEqual({ revision: 1, received: 5, stored: 1, duplicate: 1, bot: 1, rejected: 2 });
  await ingest.track(project, [{ ...good, id: 'c' }], delivery(FROM + 1));
  expect(await state()).toMatchObject({ revision: 2, stored: 2 });
});
