import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { loadTracker } from '../src/http/tracker.ts';
import { buildTracker } from '../tracker/build.ts';
import { test } from '../tracker/test-browser.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

// The script as the server serves it, in a real browser, on a site of another origin; then the server's own answers.

const Numbers = graphql(`
  query TrackerE2eNumbers($project: ID!) {
    project(id: $project) {
      stats(range: { last: "PT1H" }) {
        totals { visitors visits pageviews events bounceRate viewsPerVisit revenue { amount currency } }
        pages: breakdown(by: PATH) { value metrics { pageviews } }
        entries: breakdown(by: ENTRY_PATH) { value metrics { visits } }
        exits: breakdown(by: EXIT_PATH) { value metrics { visits } }
        sources: breakdown(by: SOURCE) { value metrics { visits } }
        channels: breakdown(by: CHANNEL) { value metrics { visits } }
        referrers: breakdown(by: REFERRER) { value metrics { visits } }
        campaigns: breakdown(by: UTM_CAMPAIGN) { value metrics { visits } }
        devices: breakdown(by: DEVICE) { value metrics { visits } }
        browsers: breakdown(by: BROWSER) { value metrics { visits } }
        systems: breakdown(by: OS) { value metrics { visits } }
        languages: breakdown(by: LANGUAGE) { value metrics { visits } }
      }
    }
  }
`);
const Events = graphql(`
  query TrackerE2eEvents($project: ID!) {
    project(id: $project) {
      events(last: 100) {
        totalCount
        nodes { type name path url title referrer properties revenue { amount currency } visitorId sessionId }
      }
    }
  }
`);

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

let server: TestServer;
let site: Server;
let origin: string;
let tenant: Tenant;
let directory: string;
const requests: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pulsegraph-tracker-'));
  const file = path.join(directory, 'tracker.js');
  await writeFile(file, await buildTracker());
  server = await startServer({ now: Date.now, tracker: await loadTracker(pathToFileURL(file)) });
  server.app.server.on('request', ({ method, url, headers }) => {
    if (headers['sec-fetch-site']) requests.push(`${method} ${url} ${headers['content-type'] ?? ''}`.trim());
  });
  tenant = await createTenant(server);
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(request.url ?? ''));
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await server.close();
  await rm(directory, { recursive: true });
});

/** Every page of the site; /elsewhere, which is asked for under another name, stands for another site. */
function page(url: string): string {
  const tracked = url !== '/elsewhere';
  const tag = `<script defer src="${server.url}/tracker.js" data-write-key="${tenant.writeKey}"></script>`;
  return `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Page ${url.split('?')[0]}</title>
    ${tracked ? tag : ''}</head><body><a id="pricing" href="/pricing">Pricing</a>
    <a id="out" href="${origin.replace('127.0.0.1', 'localhost')}/elsewhere">Elsewhere</a></body></html>`;
}

const stored = async () => {
  const { project } = await server.get(Events, { project: tenant.projectId }, tenant.token);
  // The list is the newest first.
  return project?.events.nodes.toReversed() ?? [];
};

test('a visit through the site is what the server answers with', async ({ browser }) => {
  const context = await browser.newContext({ userAgent: CHROME, locale: 'de-AT' });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  await tab.goto(`${origin}/?utm_source=newsletter&utm_medium=email&utm_campaign=spring`, {
    referer: 'https://www.google.com/',
  });
  await tab.click('#pricing');
  await tab.waitForFunction("document.title === 'Page /pricing' && pulsegraph.loaded");
  await tab.evaluate("history.pushState({}, '', '/pricing/teams'); document.title = 'Teams'");
  await tab.evaluate(
    "pulsegraph('Sign Up', { plan: 'pro', seats: 3 }, { revenue: { currency: 'EUR', amount: '29.90' } })",
  );
  await tab.click('#out');
  await tab.waitForURL('**/elsewhere');
  await tab.goto(`${origin}/checkout`);
  await tab.evaluate("pulsegraph('Last Words'); location.href = 'about:blank'");
  await until(async () => expect(await stored()).toHaveLength(7));
  await context.close();
  expect(complaints).toEqual([]);
  // The script once, from the browser's cache after that; and no preflight: text/plain needs none.
  expect(requests.filter((request) => request.includes('tracker.js'))).toEqual(['GET /tracker.js']);
  const sent = requests.filter((request) => !request.includes('tracker.js'));
  expect(new Set(sent)).toEqual(new Set(['POST /api/events text/plain;charset=UTF-8']));

  const events = await stored();
  const landing = `${origin}/?utm_source=newsletter&utm_medium=email&utm_campaign=spring`;
  const shared = { properties: {}, revenue: null };
  expect(events).toMatchObject([
    {
      ...shared,
      type: 'PAGEVIEW',
      url: landing,
      path: '/',
      title: 'Page /',
      referrer: 'https://www.google.com/',
    },
    { ...shared, type: 'PAGEVIEW', path: '/pricing', title: 'Page /pricing', referrer: landing },
    { ...shared, type: 'PAGEVIEW', path: '/pricing/teams', title: 'Teams', referrer: `${origin}/pricing` },
    {
      type: 'CUSTOM',
      name: 'Sign Up',
      path: '/pricing/teams',
      properties: { plan: 'pro', seats: 3 },
      revenue: { amount: '29.9', currency: 'EUR' },
    },
    { name: 'Outbound Link', properties: { url: `${origin.replace('127.0.0.1', 'localhost')}/elsewhere` } },
    { ...shared, type: 'PAGEVIEW', path: '/checkout', title: 'Page /checkout' },
    { ...shared, type: 'CUSTOM', name: 'Last Words', path: '/checkout' },
  ]);
  expect(new Set(events.map(({ visitorId, sessionId }) => `${visitorId} ${sessionId}`)).size).toBe(1);

  const { project } = await server.get(Numbers, { project: tenant.projectId }, tenant.token);
  const { totals, pages, ...visits } = project?.stats ?? {};
  expect(totals).toEqual({
    visitors: 1,
    visits: 1,
    pageviews: 4,
    events: 7,
    bounceRate: 0,
    viewsPerVisit: 4,
    revenue: [{ amount: '29.9', currency: 'EUR' }],
  });
  expect(Object.fromEntries((pages ?? []).map(({ value, metrics }) => [value, metrics.pageviews]))).toEqual({
    '/': 1,
    '/pricing': 1,
    '/pricing/teams': 1,
    '/checkout': 1,
  });
  const one = (value: string) => [{ value, metrics: { visits: 1 } }];
  expect(visits).toEqual({
    entries: one('/'),
    exits: one('/checkout'),
    sources: one('newsletter'),
    channels: one('Email'),
    referrers: one('google.com'),
    campaigns: one('spring'),
    devices: one('Desktop'),
    browsers: one('Chrome'),
    systems: one('Windows'),
    languages: one('de-AT'),
  });
});

test('the script is cached for an hour, and checked by its tag after that', async () => {
  const url = `${server.url}/tracker.js`;
  const first = await fetch(url);
  expect(await first.text()).toContain('pulsegraph');
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': expect.stringMatching(/^public, max-age=3600\b/),
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    etag: expect.stringMatching(/^"[\w-]+"$/),
  });
  const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(head.headers.get('content-length')).toBe(first.headers.get('content-length'));
});
