import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from '../src/dead-letters/arguments.ts';
import { projectNumber } from '../src/ids.ts';
import type { PreparedEvent } from '../src/ingest/event.ts';
import type { Parcel } from '../src/ingest/parcel.ts';
import { buryMessage, buryParcel } from '../src/ingest/queue/dead-letters.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { graphql } from './gql/gql.ts';
import type { EventInput, UpdateBlocklistInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { ROOT, startProgram } from './support/process.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What became of what was sent, without a queue.

const Track = graphql(`
  mutation ReportTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates durability rejected { index code field } }
  }
`);
const Report = graphql(`
  query Report($project: ID!, $range: RangeInput) {
    project(id: $project) {
      ingestion(range: $range) { received stored duplicate bot rejected pending }
      stats(range: { preset: ALL_TIME }) { totals { events visits visitors } }
    }
  }
`);
const Bots = graphql(`
  query ReportBots($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    project(id: $project) {
      bots(first: $first, after: $after, last: $last, before: $before) {
        edges { node { id userAgent name path hostname receivedAt timestamp } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`);
const Acquit = graphql(`
  mutation ReportAcquit($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }
`);
const Letters = graphql(`
  query ReportLetters($project: ID!) { project(id: $project) { deadLetters { id events reason createdAt } } }
`);
const Replay = graphql(`
  mutation ReportReplay($input: DeadLetterInput!) { replayDeadLetter(input: $input) { stored } }
`);
const Drop = graphql(`
  mutation ReportDrop($input: DeadLetterInput!) { dropDeadLetter(input: $input) { id } }
`);
const GetBlocklist = graphql(`
  query ReportBlocklist($project: ID!) {
    project(id: $project) { blocklist { addresses userAgents referrers hostnames } }
  }
`);
const UpdateBlocklist = graphql(`
  mutation ReportUpdateBlocklist($input: UpdateBlocklistInput!) {
    updateBlocklist(input: $input) { project { blocklist { addresses userAgents referrers hostnames } } }
  }
`);

const CRAWLER = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

let server: TestServer;
let tenant: Tenant;
let number: number;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2025-11-21T12:00:30Z');
  tenant = await createTenant(server);
  number = projectNumber(tenant.projectId) ?? 0;
});

const track = async (events: EventInput[], headers?: Record<string, string>) =>
  (await server.get(Track, { input: { writeKey: tenant.writeKey, events } }, undefined, headers)).trackEvents;
const projectOf = async (range?: { start: string; end: string }) => {
  const variables = { project: tenant.projectId, range: range ? { between: range } : null };
  const { project } = await server.get(Report, variables, tenant.token);
  if (!project) throw new Error('the project cannot be seen');
  return project;
};
const report = async (range?: { start: string; end: string }) => (await projectOf(range)).ingestion;
const bots = async (
  variables: { first?: number; after?: string; last?: number; before?: string } = {},
  as = tenant.token,
) => (await server.get(Bots, { project: tenant.projectId, ...variables }, as)).project?.bots ?? null;
const crawl = (id: string, more: EventInput = {}): EventInput => ({
  id,
  visitorId: 'ada',
  url: 'https://shop.example/a',
  context: { userAgent: CRAWLER },
  ...more,
});
const codes = (answer: { errors: { extensions?: Record<string, unknown> }[] }) =>
  answer.errors.map(({ extensions }) => extensions?.code);

describe('the report', () => {
  it('adds up, by kinds', async () => {
    const answer = await track([
      { id: 'one', name: 'step' },
      { id: 'one', name: 'step' },
      { name: 'step' },
      crawl('bot'),
      { name: 'step', timestamp: '2025-11-21T13:00:00Z' },
    ]);
    expect(answer).toEqual({
      accepted: 2,
      duplicates: 1,
      durability: 'STORED',
      rejected: [
        { index: 3, code: 'BOT', field: 'context.userAgent' },
        { index: 4, code: 'TIMESTAMP_OUT_OF_RANGE', field: 'timestamp' },
      ],
    });
    expect(await report()).toEqual({ received: 5, stored: 2, duplicate: 1, bot: 1, rejected: 1, pending: 0 });
    // A retry.
    await track([{ id: 'one', name: 'step' }, crawl('bot')]);
    expect(await report()).toEqual({ received: 7, stored: 2, duplicate: 3, bot: 1, rejected: 1, pending: 0 });
  });

  it('counts events by the minute in which they arrived', async () => {
    await track([{ name: 'step', timestamp: '2025-11-01T00:00:00Z' }]);
    server.clock.pass(60_000);
    await track([{ name: 'step' }, { name: 'step' }]);
    const stored = async (start: string, end: string) =>
      (await report({ start: `2025-11-21T${start}Z`, end: `2025-11-21T${end}Z` })).stored;
    expect(await stored('12:00:00', '12:01:00')).toBe(1);
    expect(await stored('12:00:45', '12:01:00')).toBe(1);
    expect(await stored('12:01:00', '12:02:00')).toBe(2);
    expect(await stored('12:02:00', '12:03:00')).toBe(0);
  });

  it('counts what requests that arrive together share', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => track([{ id: 'same', name: 'step' }, { name: 'step' }])),
    );
    expect(await report()).toEqual({
      received: 40,
      stored: 21,
      duplicate: 19,
      bot: 0,
      rejected: 0,
      pending: 0,
    });
  });

  it('says where events of another minute and project are not', async () => {
    await track([{ name: 'step' }]);
    tenant = await createTenant(server);
    expect(await report()).toEqual({ received: 0, stored: 0, duplicate: 0, bot: 0, rejected: 0, pending: 0 });
  });
});

describe('bots', () => {
  it('are listed, the latest first, page by page', async () => {
    for (const id of ['a', 'b', 'c']) {
      await track([crawl(id, { name: id })]);
      server.clock.pass(1_000);
    }
    const first = await bots({ first: 2 });
    expect(first?.edges.map(({ node }) => node.name)).toEqual(['c', 'b']);
    expect(first?.edges[0]?.node).toMatchObject({
      userAgent: CRAWLER,
      hostname: 'shop.example',
      path: '/a',
      receivedAt: '2025-11-21T12:00:32.000Z',
    });
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const second = await bots({ first: 2, after: first?.pageInfo.endCursor ?? '' });
    expect(second?.edges.map(({ node }) => node.name)).toEqual(['a']);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });

  it('are listed from the end too, page by page', async () => {
    for (const id of ['a', 'b', 'c']) {
      await track([crawl(id, { name: id })]);
      server.clock.pass(1_000);
    }
    const names = (page: Awaited<ReturnType<typeof bots>>) => page?.edges.map(({ node }) => node.name);
    const last = await bots({ last: 2 });
    expect(names(last)).toEqual(['b', 'a']);
    expect(last?.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const before = await bots({ last: 2, before: last?.pageInfo.startCursor ?? '' });
    expect(names(before)).toEqual(['c']);
    expect(before?.pageInfo.hasPreviousPage).toBe(false);
  });

  it('that are acquitted are stored and counted as if the verdict had never been', async () => {
    await track([{ visitorId: 'ada', url: 'https://shop.example/', timestamp: '2025-11-21T11:59:00Z' }]);
    // Half-way, so that a visit that was stored goes on.
    await track([crawl('one', { timestamp: '2025-11-21T11:50:00Z' }), crawl('two'), crawl('three')]);
    await rebuildProject(server.app.store, number, { parts: ['segments'] });
    expect((await projectOf()).stats.totals).toEqual({ events: 1, visits: 1, visitors: 1 });
    const listed = (await bots())?.edges.map(({ node }) => node) ?? [];
    const ids = listed
      .filter(({ timestamp }) => timestamp !== '2025-11-21T12:00:30.000Z')
      .map(({ id }) => id);
    const input = {
      projectId: tenant.projectId,
      ids: [...ids, listed[0]?.id ?? '', '0199a7b0-0000-7000-8000-000000000000'],
    };
    expect(await server.get(Acquit, { input }, tenant.token)).toEqual({ acquitBots: { stored: 2 } });
    expect(await server.get(Acquit, { input }, tenant.token)).toEqual({ acquitBots: { stored: 0 } });
    const { ingestion, stats } = await projectOf();
    expect(ingestion).toEqual({ received: 4, stored: 3, duplicate: 0, bot: 1, rejected: 0, pending: 0 });
    expect(stats.totals).toEqual({ events: 3, visits: 1, visitors: 1 });
    expect((await bots())?.edges).toHaveLength(1);
    expect(await rebuildProject(server.app.store, number, { parts: ['visits'] })).toMatchObject({
      written: 0,
      removed: 0,
      moved: 0,
      keys: 0,
    });
  });

  it('that were sent by people too are duplicates once they are acquitted', async () => {
    await track([crawl('one'), { id: 'one', name: 'step' }]);
    const ids = (await bots())?.edges.map(({ node }) => node.id) ?? [];
    const input = { projectId: tenant.projectId, ids };
    expect(await server.get(Acquit, { input }, tenant.token)).toEqual({ acquitBots: { stored: 0 } });
    expect(await report()).toEqual({ received: 2, stored: 1, duplicate: 1, bot: 0, rejected: 0, pending: 0 });
  });

  it('are acquitted once by many at the same time', async () => {
    await track(Array.from({ length: 20 }, (_, i) => crawl(`${i}`)));
    const ids = (await bots())?.edges.map(({ node }) => node.id) ?? [];
    const input = { projectId: tenant.projectId, ids };
    const answers = await Promise.all([1, 2, 3].map(() => server.get(Acquit, { input }, tenant.token)));
    expect(answers.map(({ acquitBots }) => acquitBots.stored).toSorted((a, b) => a - b)).toEqual([0, 0, 20]);
    expect(await report()).toEqual({
      received: 20,
      stored: 20,
      duplicate: 0,
      bot: 0,
      rejected: 0,
      pending: 0,
    });
  });
});

/** An event as the API puts it into the queue. */
async function prepared(): Promise<PreparedEvent> {
  await track([crawl('sample')]);
  const { rows } = await server.app.store.pool.query(
    'delete from bot_events where project_id = $1 returning event',
    [number],
  );
  await server.app.store.pool.query('delete from ingest_counts where project_id = $1', [number]);
  return rows[0].event;
}

// Milliseconds that no date has.
const NO_INSTANT = 9e15;
let messages = 0;
async function bury(events: PreparedEvent[], queue = 'queue'): Promise<string> {
  const parcel: Parcel = { projectId: number, receivedAt: server.clock.at, events, bots: [], rejected: 1 };
  await buryParcel(server.app.store, parcel, { queue, id: `${++messages}-0`, reason: 'a reason' });
  return (await letters()).at(-1)?.id ?? '';
}
const letters = async (as = tenant.token) =>
  (await server.get(Letters, { project: tenant.projectId }, as)).project?.deadLetters ?? [];
const keyOf = (id: string) => ({ input: { projectId: tenant.projectId, id } });

describe('a dead letter', () => {
  it('is pending, listed, and stored when it is replayed', async () => {
    const event = await prepared();
    const id = await bury([event]);
    expect(await letters()).toEqual([{ id, events: 2, reason: 'a reason', createdAt: expect.any(String) }]);
    expect(await report()).toEqual({ received: 2, stored: 0, duplicate: 0, bot: 0, rejected: 0, pending: 2 });
    expect(await server.get(Replay, keyOf(id), tenant.token)).toEqual({ replayDeadLetter: { stored: 1 } });
    expect(await letters()).toEqual([]);
    const { ingestion, stats } = await projectOf();
    expect(ingestion).toEqual({ received: 2, stored: 1, duplicate: 0, bot: 0, rejected: 1, pending: 0 });
    expect(stats.totals.events).toBe(1);
    expect(codes(await server.ask(Replay, keyOf(id), tenant.token))).toEqual(['NOT_FOUND']);
  });

  it('that cannot be stored still says so, and stays', async () => {
    const id = await bury([{ ...(await prepared()), timestamp: NO_INSTANT }]);
    const answer = await server.ask(Replay, keyOf(id), tenant.token);
    expect(codes(answer)).toEqual(['CONFLICT']);
    expect(await letters()).toHaveLength(1);
    expect((await report()).pending).toBe(2);
  });

  it('that is dropped counts as rejected', async () => {
    const id = await bury([await prepared()]);
    expect(await server.get(Drop, keyOf(id), tenant.token)).toEqual({ dropDeadLetter: { id } });
    expect(await report()).toEqual({ received: 2, stored: 0, duplicate: 0, bot: 0, rejected: 2, pending: 0 });
    expect(codes(await server.ask(Drop, keyOf(id), tenant.token))).toEqual(['NOT_FOUND']);
  });

  it('is of its project alone', async () => {
    const id = await bury([await prepared()]);
    const input = { projectId: (await createTenant(server)).projectId, id };
    for (const mutation of [Replay, Drop])
      expect(codes(await server.ask(mutation, { input }, tenant.token))).toEqual(['NOT_FOUND']);
    const stranger = await createTenant(server);
    for (const mutation of [Replay, Drop])
      expect(
        codes(await server.ask(mutation, { input: { projectId: stranger.projectId, id } }, stranger.token)),
      ).toEqual(['NOT_FOUND']);
    expect(await letters()).toHaveLength(1);
  });

  it('is replayed and dropped from the command line', { timeout: 60_000 }, async () => {
    const command = (...args: string[]) =>
      startProgram(
        [process.execPath, '--import', 'tsx', path.join(ROOT, 'src/dead-letters/main.ts'), ...args],
        ROOT,
        { DATABASE_URL: server.databaseUrl },
      );
    const event = await prepared();
    const [good, bad] = [await bury([event]), await bury([{ ...event, timestamp: NO_INSTANT }])];
    await buryMessage(server.app.store.pool, 'nonsense', { queue: 'queue', id: '0-1', reason: 'no parcel' });
    const list = command('list');
    expect(await list.exit).toBe(0);
    const lines = list.stdout().split('\n');
    expect(lines.find((line) => line.startsWith(`${good} `))).toContain(
      `project ${number}  events 2  a reason`,
    );
    const nonsense = lines.find((line) => line.includes('no parcel'))?.split(' ')[0] ?? '';
    const replay = command('replay', good, bad, nonsense, '999999999');
    expect(await replay.exit).toBe(1);
    expect(replay.stdout()).toBe(`${good}: replayed, 1 events stored\n`);
    expect(replay.stderr()).toContain(`${bad}: The dead letter cannot be stored still: `);
    expect(replay.stderr()).toContain(`${nonsense}: The dead letter cannot be stored still: `);
    expect(replay.stderr()).toContain('999999999: There is no such dead letter.');
    const drop = command('drop', bad, nonsense);
    expect(await drop.exit).toBe(0);
    expect(drop.stdout()).toBe(`${bad}: dropped\n${nonsense}: dropped\n`);
    expect(await letters()).toEqual([]);
    expect(await report()).toEqual({ received: 4, stored: 1, duplicate: 0, bot: 0, rejected: 3, pending: 0 });
  });

  it.each([
    [[], 'Say what to do.'],
    [['bury'], 'bury is not known'],
    [['replay'], 'Say which to replay'],
    [['drop', 'x'], 'x is not the number'],
    [['list', '1'], 'list takes nothing more: 1'],
  ])('has a command that refuses %j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message);
  });
});

describe('a blocklist', () => {
  const NOTHING = { addresses: [], userAgents: [], referrers: [], hostnames: [] };
  const update = (lists: Omit<UpdateBlocklistInput, 'projectId'>, as = tenant.token) =>
    server.ask(UpdateBlocklist, { input: { projectId: tenant.projectId, ...lists } }, as);
  const blocklist = async (as = tenant.token) =>
    (await server.get(GetBlocklist, { project: tenant.projectId }, as)).project?.blocklist ?? null;

  it('is changed list by list', async () => {
    expect(await blocklist()).toEqual(NOTHING);
    expect(
      (await update({ addresses: ['192.0.2.0/24', '192.0.2.0/24'], hostnames: ['staging.shop.example'] }))
        .errors,
    ).toEqual([]);
    expect((await update({ referrers: ['spam.example'], hostnames: [] })).errors).toEqual([]);
    expect(await blocklist()).toEqual({
      ...NOTHING,
      addresses: ['192.0.2.0/24'],
      referrers: ['spam.example'],
    });
  });

  it('rejects events by each of its lists', async () => {
    await update({
      addresses: ['192.0.2.0/24'],
      userAgents: ['EvilBrowser'],
      referrers: ['spam.example'],
      hostnames: ['staging.shop.example'],
    });
    const { accepted, rejected } = await track([
      { name: 'step', context: { ip: '192.0.2.1' } },
      { name: 'step', context: { userAgent: 'Mozilla/5.0 evilbrowser/1' } },
      { url: 'https://shop.example/', referrer: 'https://get.spam.example/now' },
      { url: 'https://staging.shop.example/' },
      {
        url: 'https://shop.example/',
        context: { ip: '198.51.100.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
      },
    ]);
    expect(accepted).toBe(1);
    expect(rejected).toEqual([
      { index: 0, code: 'BLOCKED', field: 'context.ip' },
      { index: 1, code: 'BLOCKED', field: 'context.userAgent' },
      { index: 2, code: 'BLOCKED', field: 'referrer' },
      { index: 3, code: 'BLOCKED', field: 'url' },
    ]);
    expect(await report()).toEqual({ received: 5, stored: 1, duplicate: 0, bot: 0, rejected: 4, pending: 0 });
  });

  it('takes what is pasted with spaces around it, and blocks by it', async () => {
    const { errors } = await update({
      addresses: [' 192.0.2.1 '],
      userAgents: [' EvilBrowser '],
      referrers: ['\tspam.example\n'],
      hostnames: [' Bücher.example. '],
    });
    expect(errors).toEqual([]);
    expect(await blocklist()).toEqual({
      addresses: ['192.0.2.1'],
      userAgents: ['EvilBrowser'],
      referrers: ['spam.example'],
      hostnames: ['Bücher.example.'],
    });
    const { rejected } = await track([
      { name: 'step', context: { ip: '192.0.2.1' } },
      { name: 'step', context: { userAgent: 'Mozilla/5.0 evilbrowser/1' } },
      { url: 'https://shop.example/', referrer: 'https://spam.example/now' },
      { url: 'https://xn--bcher-kva.example/' },
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['BLOCKED', 'BLOCKED', 'BLOCKED', 'BLOCKED']);
  });

  it.each([
    // No host has such a name: punycode of nothing (RFC 3492), a character that IDNA has no host for.
    { hostnames: ['xn--a.example'] },
    { referrers: ['a\u2028b.example'] },
    { referrers: ['*.spam.example'] },
    { addresses: ['192.0.2.0/33'] },
    { addresses: ['shop.example'] },
    { userAgents: ['a'] },
    { userAgents: ['   '] },
    { referrers: ['https://spam.example'] },
    { hostnames: ['shop.example/path'] },
    { hostnames: [''] },
  ])('refuses %j', async (lists) => {
    expect(codes(await update(lists))).toEqual(['BAD_USER_INPUT']);
    expect(await blocklist()).toEqual(NOTHING);
  });
});

it('needs the right to manage the project for all but the report', async () => {
  await track([crawl('one')]);
  const ids = (await bots())?.edges.map(({ node }) => node.id) ?? [];
  const { secret: reader } = await tenant.createKey('READ', 'WRITE');
  expect(await bots({}, reader)).toBeNull();
  const { project } = await server.get(Letters, { project: tenant.projectId }, reader);
  expect(project?.deadLetters).toBeNull();
  expect(
    (await server.get(GetBlocklist, { project: tenant.projectId }, reader)).project?.blocklist,
  ).toBeNull();
  const { projectId } = tenant;
  expect(codes(await server.ask(Acquit, { input: { projectId, ids } }, reader))).toEqual(['FORBIDDEN']);
  expect(codes(await server.ask(Replay, keyOf('1'), reader))).toEqual(['FORBIDDEN']);
  expect(codes(await server.ask(Drop, keyOf('1'), reader))).toEqual(['FORBIDDEN']);
  expect(codes(await server.ask(UpdateBlocklist, { input: { projectId, addresses: [] } }, reader))).toEqual([
    'FORBIDDEN',
  ]);
  expect((await server.get(Report, { project: projectId, range: null }, reader)).project?.ingestion.bot).toBe(
    1,
  );
});
