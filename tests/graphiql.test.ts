import { parse, validate } from 'graphql';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphiqlOptions } from '../src/http/graphiql.ts';
import { schema } from '../src/schema.ts';
import { test } from '../tracker/test-browser.ts';
import { startServer, type TestServer } from './support/app.ts';

interface Tab {
  query: string;
  variables: string | null;
  headers: string | null;
}
const TABS = (graphiqlOptions.defaultTabs ?? []) as Tab[];
const NAMES = [
  'Register',
  'Login',
  'CreateProject',
  'TrackEvents',
  'Dashboard',
  'Watch',
  'Live',
  'Insights',
  'Ask',
  'CreateApiKey',
];

// A whole tour of a page of 9 MB, in a real browser.
vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const page = (url: string) => fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });

describe('the page of GraphiQL', () => {
  it('is small, with the tabs, and all that it loads is beside it', async () => {
    const response = await page(server.url);
    expect(response.headers.get('content-type')).toContain('text/html');
    const html = await response.text();
    expect(html.length).toBeLessThan(50_000);
    const options = /id="options">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(options)).toMatchObject({
      graphiql: { defaultTabs: TABS, shouldPersistHeaders: false },
    });
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const file = await fetch(new URL(address, `${server.url}/graphql`), {
        headers: { 'accept-encoding': 'gzip, br' },
      });
      expect([file.status, file.headers.get('content-encoding')]).toEqual([200, 'br']);
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is sent once to a browser that has it', async () => {
    const { headers } = await page(server.url);
    const again = await fetch(`${server.url}/graphql`, {
      headers: { accept: 'text/html', 'if-none-match': headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['identity', 'gzip', 'br', 'br;q=0, gzip', 'gzip;q=0'])('is the same in %s', async (accepted) => {
    const plain = await (await page(server.url)).text();
    const headers = { accept: 'text/html', 'accept-encoding': accepted };
    const response = await fetch(`${server.url}/graphql`, { headers });
    const expected = { 'br;q=0, gzip': 'gzip', 'gzip;q=0': null, identity: null }[accepted];
    expect(response.headers.get('content-encoding')).toBe(expected === undefined ? accepted : expected);
    expect(await response.text()).toBe(plain);
  });

  it('can neither be framed nor load or run anything of others', async () => {
    const { headers } = await page(server.url);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy')?.split('; ');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule);
  });

  it('is not there when it is switched off', async () => {
    const off = await startServer({ graphiql: false });
    const response = await page(off.url);
    expect(response.status).toBe(406);
    expect(await response.text()).not.toContain('<html');
    expect((await off.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    await off.close();
  });

  it('has tabs whose lines are seen whole on a screen of 1440 pixels', () => {
    // Its editor has room for 59 characters there.
    const wide = TABS.flatMap(({ query }) => query.split('\n')).filter((line) => line.length > 58);
    expect(wide).toEqual([]);
  });

  it('has tabs that the schema allows', () => {
    for (const { query } of TABS) expect(validate(schema, parse(query))).toEqual([]);
  });
});

test('its tabs lead from the first user to the first event, with nothing to paste and nothing from elsewhere', async ({
  page,
}) => {
  const requested = new Set<string>();
  page.on('request', (request) => requested.add(new URL(request.url().replace(/^blob:/, '')).origin));
  await page.goto(`${server.url}/graphql`);
  await page.locator('.graphiql-execute-button').waitFor();
  expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(NAMES);

  const { register } = (await run(page, 'Register')).data as Record<string, { accessToken: string }>;
  expect(await run(page, 'Dashboard')).toEqual({ data: { project: null } });
  await page
    .locator('.result-window', { hasText: '"hint": "PASTE_THE_PROJECT_ID_HERE is still there' })
    .waitFor({ timeout: 5_000 });
  const { createProject } = (await run(page, 'CreateProject')).data as Record<
    string,
    { project: { writeKey: string } }
  >;
  const sent = { trackEvents: { accepted: 2, duplicates: 0, rejected: [] } };
  expect(await run(page, 'TrackEvents')).toEqual({ data: sent });
  expect(await run(page, 'Dashboard')).toMatchObject({
    data: {
      project: {
        name: 'My site',
        stats: {
          totals: { visitors: 1, visits: 1, pageviews: 1, events: 2, revenue: [{ currency: 'EUR' }] },
          pages: [{ value: '/pricing' }, { value: null }],
        },
      },
    },
  });

  await clickTab(page, 'Watch');
  await execute(page, () => expect.poll(() => server.app.hub.size(), { timeout: 8_000 }).toBe(1));
  const events = [{ name: 'seen in GraphiQL', visitorId: 'visitor-2' }];
  await fetch(`${server.url}/api/events`, {
    method: 'POST',
    body: JSON.stringify({ writeKey: createProject?.project.writeKey, events }),
  });
  await page.locator('.result-window', { hasText: 'seen in GraphiQL' }).waitFor();

  // The range ends now: what happened in this instant is not in it yet.
  server.clock.pass(1_000);
  await clickTab(page, 'Live');
  await execute(page, () =>
    page.locator('.result-window', { hasText: '"/pricing"' }).waitFor({ timeout: 8_000 }),
  );
  // Whoever is new has no day that is over.
  expect(await run(page, 'Insights')).toMatchObject({ data: { generateInsights: { insights: [] } } });
  expect(await run(page, 'CreateApiKey')).toMatchObject({
    data: { createApiKey: { secret: expect.stringMatching(/^sk_/), apiKey: { scopes: ['READ'] } } },
  });

  expect([...requested]).toEqual([server.url]);
  // Tokens and passwords are on no disk, and in no history.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, location.href]));
  for (const secret of [register?.accessToken ?? '', 'staple 7 correct batteries'])
    expect(kept).not.toContain(secret);
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(session).not.toContain(register?.accessToken);

  // Another day: whoever has registered signs in, and goes on with the project.
  await page.reload();
  await page.locator('.graphiql-execute-button').waitFor();
  expect(await run(page, 'Login')).toMatchObject({ data: { login: { organization: { projects: [{}] } } } });
  expect(await run(page, 'Dashboard')).toMatchObject({ data: { project: { name: 'My site' } } });
});

/** Runs a tab as it is; its answer. */
async function run(page: Page, name: string): Promise<{ data: Record<string, unknown>; errors?: unknown }> {
  await clickTab(page, name);
  // The clock of the server stands in the page's past: each tab renews the token first.
  const isAnswer = (response: Response) => response.request().postData()?.includes(name) === true;
  const answer = await execute(page, () => page.waitForResponse(isAnswer, { timeout: 8_000 }));
  await page.locator('.result-window', { hasText: '"data"' }).waitFor();
  return (await answer.json()) as { data: Record<string, unknown>; errors?: unknown };
}

/** Presses the button until what it does is seen: while an operation is under way still, the button ends it. */
async function execute<T>(page: Page, seen: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const waiting = Promise.resolve(seen()).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await page.locator('.graphiql-execute-button').click();
    const outcome = await waiting;
    if ('value' in outcome) return outcome.value;
    if (attempt === 5) throw outcome.error;
  }
}

/** One click of a mouse, where the tab stands. */
async function clickTab(page: Page, name: string): Promise<void> {
  const button = page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error(`the tab ${name} is not on the page`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor({ timeout: 2_000 });
  // The editor follows its tab.
  await page.locator('.graphiql-query-editor .view-lines', { hasText: name }).waitFor();
}
