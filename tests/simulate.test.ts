import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, createApi } from '../src/simulate/api.ts';
import { shop } from '../src/simulate/shop.ts';
import { simulate } from '../src/simulate/simulate.ts';
import type { SentEvent } from '../src/simulate/visit.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type Program, ROOT, startProgram } from './support/process.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Each run of the command is a process that starts anew: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

interface Totals {
  visitors: number;
  visits: number;
  pageviews: number;
  events: number;
  bounceRate: number;
  revenue: { currency: string; amount: string }[];
}

const ASK = `query ($project: ID!) {
  project(id: $project) {
    timeZone
    stats(range: { last: "P30D" }) {
      totals { visitors visits pageviews events bounceRate revenue { currency amount } }
      countries: breakdown(by: COUNTRY, first: 100) { value metrics { visitors } }
      campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }
    }
  }
}`;

interface Asked {
  project: {
    timeZone: string;
    stats: {
      totals: Totals;
      countries: { value: string | null; metrics: { visitors: number } }[];
      campaigns: { value: string | null; metrics: { visits: number } }[];
    };
  };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ now: Date.now });
});
afterAll(() => server.close());

const ask = async (project: string, authorization: string) =>
  (await server.get<Asked, { project: string }>(ASK, { project }, authorization)).project;

function start(args: readonly string[], env: Record<string, string> = {}): Program {
  const command = [process.execPath, '--import', 'tsx', 'src/simulate/main.ts'];
  return startProgram([...command, '--url', server.url, ...args], ROOT, env);
}

interface Run {
  code: number | string;
  stdout: string;
  stderr: string;
  /** The counts of the summary. */
  sent: number;
  stored: number;
  before: number;
}

async function ended(program: Program): Promise<Run> {
  const code = await program.exit;
  const [stdout, stderr] = [program.stdout(), program.stderr()];
  const count = (what: string) =>
    Number(new RegExp(`^ *([\\d,]+) ${what}`, 'm').exec(stdout)?.[1]?.replaceAll(',', ''));
  return {
    code,
    stdout,
    stderr,
    sent: count('events sent'),
    stored: count('stored'),
    before: count('that were stored before'),
  };
}
const run = (args: readonly string[], env?: Record<string, string>) => ended(start(args, env));

/** What docs/metrics.md says of events, worked out the long way. */
function totalsOf(events: readonly SentEvent[]): Totals {
  const times = new Map<string, number[]>();
  const revenue = new Map<string, number>();
  for (const { userId, visitorId, timestamp, revenue: money } of events) {
    const visitor = userId ?? visitorId;
    times.set(visitor, [...(times.get(visitor) ?? []), Date.parse(timestamp)]);
    if (money)
      revenue.set(
        money.currency,
        (revenue.get(money.currency) ?? 0) + Math.round(Number(money.amount) * 100),
      );
  }
  const visits = [...times.values()].flatMap((of) => {
    const sizes: number[] = [];
    of.sort((a, b) => a - b).forEach((at, n) => {
      const before = of[n - 1];
      if (before === undefined || at - before > 30 * 60_000) sizes.push(1);
      else sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    });
    return sizes;
  });
  return {
    visitors: times.size,
    visits: visits.length,
    pageviews: events.filter(({ name }) => name === undefined).length,
    events: events.length,
    bounceRate: visits.filter((size) => size === 1).length / visits.length,
    revenue: [...revenue]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, cents]) => ({ currency, amount: (cents / 100).toFixed(2) })),
  };
}

/** Amounts come without zeros at their end. */
const withCents = (totals: Totals): Totals => ({
  ...totals,
  revenue: totals.revenue.map(({ currency, amount }) => ({ currency, amount: Number(amount).toFixed(2) })),
});

it('sends a past and a present, of which statistics say what was sent', async () => {
  const tenant = await createTenant(server, { domain: shop.domain });
  const events: SentEvent[] = [];
  const countries = new Map<string, Set<string>>();
  const direct = createApi(server.url);
  const api: Api = async <T>(
    query: string,
    variables: Record<string, unknown>,
    headers: Record<string, string> = {},
  ) => {
    const { input } = variables as { input: { events: SentEvent[] } };
    events.push(...input.events);
    const seen = countries.get(headers['cf-ipcountry'] ?? '') ?? new Set();
    countries.set(headers['cf-ipcountry'] ?? '', seen);
    for (const { userId, visitorId } of input.events) seen.add(userId ?? visitorId);
    return direct<T>(query, variables, headers);
  };
  const shown: number[] = [];
  const { counts, failure } = await simulate(
    {
      site: shop,
      seed: 7,
      timeZone: 'Europe/Berlin',
      backfill: 5,
      visitsPerDay: 150,
      duration: 3,
      rate: 60,
    },
    {
      api,
      sender: { writeKey: tenant.writeKey },
      now: Date.now,
      signal: new AbortController().signal,
      progress: (_label, total) => ({
        update: (milliseconds) => void shown.push(milliseconds / total),
        end: () => undefined,
      }),
    },
  );
  expect(failure).toBeNull();
  expect(counts).toMatchObject({ sent: events.length, stored: events.length, duplicates: 0 });
  expect(counts.rejected.size).toBe(0);
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...shown)).toBeLessThan(1);

  const { stats } = await ask(tenant.projectId, tenant.token);
  expect(withCents(stats.totals)).toEqual(totalsOf(events));
  expect(stats.totals.revenue.length).toBeGreaterThan(0);
  expect(new Map(stats.countries.map(({ value, metrics }) => [value, metrics.visitors]))).toEqual(
    new Map([...countries].map(([country, visitors]) => [country, visitors.size])),
  );
  expect(stats.campaigns.map(({ value }) => value)).toEqual(expect.arrayContaining(['shopping', 'weekly']));
});

describe('the command', () => {
  let tenant: Tenant;
  beforeAll(async () => {
    tenant = await createTenant(server);
  });
  const PAST = ['--backfill', '3d', '--visits-per-day', '80', '--seed', '7', '--duration', '0'];

  it('sends the same past again without counting it twice', async () => {
    const first = await run([...PAST, '--key', tenant.writeKey, '--project', tenant.projectId]);
    expect(first).toMatchObject({ code: 0, before: 0 });
    expect(first.sent).toBeGreaterThan(300);
    expect(first.stderr).toMatch(/^past: \d+%, [\d,]+ events, [\d,]+\/s$/m);
    expect((await ask(tenant.projectId, tenant.token)).stats.totals.events).toBe(first.stored);

    const { secret } = await tenant.createKey('WRITE');
    const second = await run(PAST, { PULSEGRAPH_KEY: secret });
    // The past of three days has moved on a little meanwhile.
    expect(second).toMatchObject({ code: 0, sent: second.stored + second.before });
    expect(second.before).toBeGreaterThan(first.stored * 0.9);
    const { stats } = await ask(tenant.projectId, tenant.token);
    expect(stats.totals.events).toBe(first.stored + second.stored);
  });

  it('stops when it is asked to, and says what it has sent', async () => {
    const { stats: before } = await ask(tenant.projectId, tenant.token);
    const program = start(['--key', tenant.writeKey, '--rate', '200', '--duration', '600']);
    await vi.waitFor(() => expect(program.stderr()).toContain('live: 0%'), { timeout: 60_000 });
    program.kill('SIGINT');
    const stopped = await ended(program);
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Stopped before the end.');
    expect(stopped.stored).toBeGreaterThan(0);
    const { stats } = await ask(tenant.projectId, tenant.token);
    expect(stats.totals.events).toBe(before.totals.events + stopped.stored);
  });

  it.each([
    ['a key that is none', ['--key', 'wk_none'], 1, /no such write key.*\nCheck --key/],
    [
      'nobody there',
      ['--key', 'wk_none', '--url', 'http://127.0.0.1:1'],
      1,
      /does not answer.*\nStart the server/,
    ],
    ['a wrong password', ['--email', 'a@b.example', '--password', 'x'], 1, /password is wrong/],
    ['a wrong option', ['--rate', 'fast'], 2, /--rate fast is not a number.*\nnpm run simulate -- --help/],
  ])('says what to mend: %s', async (_what, args, code, message) => {
    const failed = await run(args);
    expect(failed).toMatchObject({ code, stdout: '' });
    expect(failed.stderr).toMatch(message);
  });

  it('says when the key is that of another project, or may not send', async () => {
    const other = await createTenant(server);
    const wrong = await run(['--key', tenant.writeKey, '--project', other.projectId]);
    expect(wrong.stderr).toContain('The write key is that of another project.');
    const { secret } = await tenant.createKey('READ');
    const reading = await run(['--key', secret]);
    expect(reading).toMatchObject({ code: 1 });
    expect(reading.stderr).toContain('needs the scope WRITE');
  });
});

it('makes a demo for who is new, and goes on with it', async () => {
  const SMALL = ['--backfill', '2d', '--visits-per-day', '60', '--duration', '2', '--rate', '20'];
  const first = await run(SMALL);
  expect(first).toMatchObject({ code: 0, before: 0 });
  expect(first.stdout).toContain(`Open ${server.url}/graphql`);
  const found = (pattern: RegExp) => pattern.exec(first.stdout)?.[1] ?? '';
  const project = found(/\{"project": "([^"]+)"/);
  const readKey = found(/"Bearer (sk_[^"]+)"/);
  const made = await ask(project, readKey);
  expect(made.stats.totals.events).toBe(first.stored);
  expect(made.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);

  const again = await run(SMALL);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('The demo is made already, by demo@example.com');

  const password = found(/demo@example\.com {2}(\S+)/);
  const more = await run([...SMALL, '--email', 'demo@example.com', '--password', password, '--seed', '2']);
  expect(more).toMatchObject({ code: 0, before: 0 });
  expect((await ask(project, readKey)).stats.totals.events).toBe(first.stored + more.stored);

  const foreign = await run(['--email', 'demo@example.com', '--password', password, '--project', '987654']);
  expect(foreign).toMatchObject({ code: 2 });
  expect(foreign.stderr).toContain(
    `demo@example.com has no project 987654. There are: ${project} (Demo shop)`,
  );
});
