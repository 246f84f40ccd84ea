import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { test } from '../tracker/test-browser.ts';
import { startServer, type TestServer } from './support/app.ts';
import { held, namesOf } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

// Other analytics' SDKs for browsers, as their packages are, in a real one, on a site of another origin than the server's.

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const SDKS = `
  import posthog from 'posthog-js';
  import { AnalyticsBrowser } from '@segment/analytics-next';
  import * as plausible from '@plausible-analytics/tracker';
  Object.assign(window, { posthog, AnalyticsBrowser, plausibleSdk: plausible });
`;

let server: TestServer;
let tenant: Tenant;
let site: Server;
let origin: string;
const requests: string[] = [];

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: SDKS, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  site = createServer(({ url }, response) => {
    if (url === '/sdks.js') response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(HTML);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  server = await startServer({ now: Date.now });
  server.app.server.on('request', ({ method, url, headers }) => {
    if (url !== '/graphql') requests.push(`${method} ${url} ${headers['content-type'] ?? ''}`.trim());
  });
});
beforeEach(async () => {
  tenant = await createTenant(server);
  requests.length = 0;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await server.close();
});

const HTML =
  '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Shop</title></head><body><script src="/sdks.js"></script></body></html>';

const visit = test.extend<{ tab: Page; complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs off this pattern
  complaints: async ({}, use) => use([]),
  tab: async ({ browser, complaints }, use) => {
    const context = await browser.newContext({ userAgent: CHROME, locale: 'de-AT' });
    const tab = await context.newPage();
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await tab.goto(`${origin}/prices?utm_source=letter`, { referer: 'https://news.example/' });
    await use(tab);
    await context.close();
    expect(complaints).toEqual([]);
  },
});

const stored = (names: string[]) =>
  until(async () => expect(namesOf((await held(server, tenant)).events)).toEqual(names.toSorted()));

describe('posthog-js', () => {
  // Chromium says that a program drives it, which posthog-js takes for a bot.
  const init = (tab: Page, options: object = {}) =>
    tab.evaluate(
      `posthog.init(${JSON.stringify(tenant.writeKey)}, ${JSON.stringify({
        api_host: server.url,
        defaults: '2025-05-24',
        opt_out_useragent_filter: true,
        ...options,
      })})`,
    );

  visit('sends pageviews, events and who the visitor is', async ({ tab }) => {
    const packed: string[] = [];
    tab.on('request', (request) => {
      const starts = request.postDataBuffer()?.subarray(0, 2).toString('hex');
      if (starts === '1f8b') packed.push(new URL(request.url()).pathname.replace('/i/v0', ''));
    });
    await init(tab);
    await stored(['PAGEVIEW']);
    await tab.evaluate("posthog.capture('Sign Up', { plan: 'pro', seats: 3 })");
    await tab.evaluate("posthog.identify('ada', { city: 'Wien' })");
    await tab.evaluate("posthog.capture('Paid', { umlaut: 'ü' }, { transport: 'sendBeacon' })");
    await stored(['PAGEVIEW', 'Sign Up', 'Paid']);

    const { events, totals } = await held(server, tenant);
    const by = (name: string) => events.find((event) => event.name === name);
    expect(by('pageview')).toMatchObject({
      url: `${origin}/prices?utm_source=letter`,
      title: 'Shop',
      referrer: 'https://news.example/',
      userId: 'ada',
      browser: 'Chrome',
      os: 'Windows',
      language: 'de-AT',
    });
    expect(by('Sign Up')).toMatchObject({ userId: 'ada', properties: { plan: 'pro', seats: 3 } });
    expect(by('Paid')).toMatchObject({ userId: 'ada', properties: { umlaut: 'ü' } });
    // One browser: what it is known by stands beside the user's id, and its session is one.
    expect(new Set(events.map(({ visitorId }) => visitorId)).size).toBe(1);
    expect(new Set(events.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(totals.pageviews).toBe(1);
    const age = Date.now() - Date.parse(by('Paid')?.timestamp ?? '');
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(30_000);
    expect(requests).toContain(`GET /array/${tenant.writeKey}/config.js`);
    // Packed, which only the first bytes tell.
    expect(packed).toContain('/e/');
  });

  visit('sends JSON where it may not pack, and says again what was lost', async ({ tab, complaints }) => {
    let lost = 0;
    await tab.route(/\/e\//, async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      // The server stores it; the answer is lost on the way.
      await route.fetch();
      await route.fulfill({
        status: 503,
        headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
      });
    });
    await init(tab, { disable_compression: true, capture_pageview: false, request_batching: false });
    await tab.evaluate("posthog.capture('Paid')");
    await until(() => expect(requests.filter((request) => /^POST .*\/e\//.test(request))).toHaveLength(2));
    await stored(['Paid']);
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 1, events: 1 });
    expect(complaints.splice(0)).toEqual([expect.stringContaining('503')]);
  });

  visit('sends what is left by beacon as the page goes', async ({ tab }) => {
    await init(tab, { capture_pageview: false });
    await until(() => expect(requests).toContain(`GET /array/${tenant.writeKey}/config.js`));
    await tab.evaluate("posthog.capture('Last Words'); location.href = 'about:blank'");
    await stored(['Last Words']);
  });
});

describe('@segment/analytics-next', () => {
  visit('finds its settings here and sends every call', async ({ tab }) => {
    await tab.evaluate(`(async () => {
      const analytics = AnalyticsBrowser.load({ writeKey: '${tenant.writeKey}', cdnURL: '${server.url}' });
      await analytics.page('Prices');
      await analytics.track('Order Completed', { revenue: 19.99, currency: 'EUR', coupon: 'may' });
      await analytics.identify('ada', { plan: 'pro' });
      await analytics.track('After');
      await analytics.group('acme', { size: 3 });
      await analytics.alias('ada-2');
      await analytics.screen('Settings');
    })()`);
    await stored(['PAGEVIEW', 'Order Completed', 'identify', 'After', 'group', 'alias', 'Settings']);

    const { events } = await held(server, tenant);
    const by = (name: string) => events.find((event) => event.name === name);
    expect(by('pageview')).toMatchObject({
      url: `${origin}/prices?utm_source=letter`,
      title: 'Shop',
      referrer: 'https://news.example/',
      userId: 'ada',
      browser: 'Chrome',
      os: 'Windows',
      language: 'de-AT',
      properties: { name: 'Prices' },
    });
    expect(by('Order Completed')).toMatchObject({
      userId: 'ada',
      revenue: { amount: '19.99', currency: 'EUR' },
      properties: { coupon: 'may' },
      url: `${origin}/prices?utm_source=letter`,
    });
    expect(by('identify')).toMatchObject({ userId: 'ada', properties: { plan: 'pro' } });
    expect(by('After')).toMatchObject({ userId: 'ada', visitorId: by('pageview')?.visitorId });
    expect(by('group')).toMatchObject({ userId: 'ada', properties: { groupId: 'acme', size: 3 } });
    expect(requests).toContain(`GET /v1/projects/${tenant.writeKey}/settings`);
    for (const letter of ['p', 't', 'i', 'g', 'a', 's'])
      expect(requests, letter).toContain(`POST /v1/${letter} text/plain`);
  });

  visit('sends batches when it is told to', async ({ tab }) => {
    await tab.evaluate(`(async () => {
      const analytics = AnalyticsBrowser.load(
        { writeKey: '${tenant.writeKey}', cdnURL: '${server.url}' },
        { integrations: { 'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 2, timeout: 100 } } } } },
      );
      await analytics.track('One');
      await analytics.track('Two');
    })()`);
    await stored(['One', 'Two']);
    expect(requests).toContain('POST /v1/b text/plain');
    expect((await held(server, tenant)).totals).toMatchObject({ visitors: 1, events: 2 });
  });
});

describe('@plausible-analytics/tracker', () => {
  visit('sends pageviews and events, and hears 202', async ({ tab }) => {
    // It keeps silent where a program drives the browser, unless a test says otherwise.
    const status = await tab.evaluate(`new Promise((callback) => {
      window.__plausible = true;
      plausibleSdk.init({ domain: '${tenant.writeKey}', endpoint: '${server.url}/api/event', captureOnLocalhost: true });
      plausibleSdk.track('Purchase', { props: { plan: 'pro' }, revenue: { amount: 1322.22, currency: 'EUR' }, callback });
    })`);
    expect(status).toEqual({ status: 202 });
    // Leaving the page tells how long it was read, which is no event.
    await tab.goto('about:blank');
    await until(() =>
      expect(requests.filter((request) => request.startsWith('POST /api/event'))).toHaveLength(3),
    );
    await stored(['PAGEVIEW', 'Purchase']);
    const { events, totals } = await held(server, tenant);
    expect(events).toMatchObject([
      {
        type: 'PAGEVIEW',
        url: `${origin}/prices?utm_source=letter`,
        referrer: 'https://news.example/',
        browser: 'Chrome',
        os: 'Windows',
        language: 'de-AT',
      },
      {
        name: 'Purchase',
        properties: { plan: 'pro' },
        revenue: { amount: '1322.22', currency: 'EUR' },
      },
    ]);
    expect(totals).toMatchObject({ visitors: 1, visits: 1, pageviews: 1 });
  });
});
