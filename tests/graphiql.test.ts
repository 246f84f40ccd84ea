import { parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const NAMES = ['Register', 'CreateProject', 'TrackEvents', 'Dashboard', 'Watch', 'Live', 'Insights', 'Ask'];

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const page = (url: string) => fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });

describe('the page of GraphiQL', () => {
  it('holds all that it needs, and the tabs', async () => {
    const response = await page(server.url);
    expect(response.headers.get('content-type')).toContain('text/html');
    const html = await response.text();
    expect(html).toContain(JSON.stringify(TABS));
    // What a browser would load by itself: addresses in tags, and in style sheets.
    const tags = html.replaceAll(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, '$1$2');
    const addresses = [...tags.matchAll(/(?:\b(?:src|href)=["']?|url\(["']?|@import ["']?)([^"')>\s]*)/g)];
    expect(
      addresses.map(([, address]) => address ?? '').filter((address) => !address.startsWith('data:')),
    ).toEqual([]);
  });

  it('is not there when it is switched off', async () => {
    const off = await startServer({ graphiql: false });
    const response = await page(off.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([406, null]);
    expect(await response.text()).not.toContain('<html');
    expect((await off.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    await off.close();
  });

  it('has tabs that the schema allows', () => {
    for (const { query } of TABS) expect(validate(schema, parse(query))).toEqual([]);
  });
});

test('its tabs lead from the first user to the first event, with nothing from elsewhere', async ({
  page,
}) => {
  const requested = new Set<string>();
  page.on('request', (request) => requested.add(new URL(request.url().replace(/^blob:/, '')).origin));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.url}/graphql`);
  await page.locator('.graphiql-execute-button').waitFor();
  expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(NAMES);

  // Each tab is run as it is, with what it says to paste from the answers before.
  const pasted: Record<string, string> = {};
  const run = async (name: string) => {
    await openTab(page, name, pasted);
    const answered = page.waitForResponse((response) => response.request().resourceType() === 'fetch');
    await page.locator('.graphiql-execute-button').click();
    const answer = await answered;
    await page.locator('.result-window', { hasText: '"data"' }).waitFor();
    return (await answer.json()) as { data: Record<string, never>; errors?: unknown };
  };

  const { register } = (await run('Register')).data as Record<
    string,
    { accessToken: string; organization: { id: string } }
  >;
  pasted.PASTE_THE_ACCESS_TOKEN_HERE = register?.accessToken ?? '';
  pasted.PASTE_THE_ORGANIZATION_ID_HERE = register?.organization.id ?? '';
  const { createProject } = (await run('CreateProject')).data as Record<
    string,
    { project: { id: string; writeKey: string } }
  >;
  pasted.PASTE_THE_PROJECT_ID_HERE = createProject?.project.id ?? '';
  pasted.PASTE_THE_WRITE_KEY_HERE = createProject?.project.writeKey ?? '';

  const sent = { trackEvents: { accepted: 2, duplicates: 0, rejected: [] } };
  expect(await run('TrackEvents')).toEqual({ data: sent });
  expect(await run('Dashboard')).toMatchObject({
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

  await openTab(page, 'Watch', pasted);
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => server.app.hub.size()).toBe(1);
  const events = [{ name: 'seen in GraphiQL', visitorId: 'visitor-2' }];
  await fetch(`${server.url}/api/events`, {
    method: 'POST',
    body: JSON.stringify({ writeKey: createProject?.project.writeKey, events }),
  });
  await page.locator('.result-window', { hasText: 'seen in GraphiQL' }).waitFor();

  // The range ends now: what happened in this instant is not in it yet.
  server.clock.pass(1_000);
  await openTab(page, 'Live', pasted);
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.result-window', { hasText: '"/pricing"' }).waitFor();
  // Whoever is new has no day that is over.
  expect(await run('Insights')).toMatchObject({ data: { generateInsights: { insights: [] } } });

  expect([...requested]).toEqual([server.url]);
});

async function openTab(page: Page, name: string, pasted: Record<string, string>): Promise<void> {
  const tab = TABS[NAMES.indexOf(name)];
  // Tabs can be dragged too, and take a click in the middle of their animation for that.
  await page.locator('.graphiql-tab-button', { hasText: name }).dispatchEvent('click');
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor();
  for (const tool of ['headers', 'variables'] as const) {
    const text = tab?.[tool] ?? '';
    const filled = text.replaceAll(/PASTE_\w+/g, (hole) => pasted[hole] ?? hole);
    if (filled === text) continue;
    await page.locator(`[data-name=${tool}]`).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
    await page.keyboard.press('Control+A');
    await page.evaluate((written) => navigator.clipboard.writeText(written), filled);
    await page.keyboard.press('Control+V');
  }
}
