import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { summaries, test } from './test-browser.ts';
import type { TestSite } from './test-site.ts';

/** A visit with one of everything that the tracker counts; returns the requests that it made for it. */
async function visit(site: TestSite, page: Page): Promise<string[]> {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) sent.push(request.url());
  });
  site.page('/a', { body: '<button data-pulsegraph-event="Click">go</button>' });
  await page.goto(`${site.origin}/a`);
  await page.click('button');
  await page.evaluate("pulsegraph('Call'); history.pushState({}, '', '/b')");
  await page.goto(`${site.origin}/elsewhere`);
  return sent;
}

const EVERYTHING = ['/a', 'Click', 'Call', '/b'];

test.for([
  ['nothing is set', ''],
  ['Do Not Track is off', "Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '0' })"],
  [
    'Global Privacy Control is off',
    'Object.defineProperty(navigator, "globalPrivacyControl", { value: false })',
  ],
  [
    'storage is blocked',
    'Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked") } })',
  ],
] as const)('a visit is tracked when %s', async ([, script], { site, page }) => {
  await page.addInitScript(script);
  const sent = await visit(site, page);
  expect(summaries(await site.events(4))).toEqual(EVERYTHING);
  expect(sent).toContain(`${site.collector}/api/events`);
});

test.for([
  ['Do Not Track', "Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' })"],
  ['Do Not Track as Safari tells it', "window.doNotTrack = '1'"],
  ['Global Privacy Control', 'Object.defineProperty(navigator, "globalPrivacyControl", { value: true })'],
  ['pulsegraph_ignore', "localStorage.setItem('pulsegraph_ignore', 'true')"],
] as const)('%s keeps the tracker from sending anything', async ([, script], { site, page }) => {
  await page.addInitScript(script);
  expect(await visit(site, page)).toEqual([]);
  expect(site.deliveries).toEqual([]);
});

test('nothing is stored in the browser', async ({ site, context, page }) => {
  await visit(site, page);
  await page.goto(`${site.origin}/a`);
  await site.events(5);
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  expect(await page.evaluate('[document.cookie, sessionStorage.length, localStorage.length]')).toEqual([
    '',
    0,
    0,
  ]);
  expect(await page.evaluate('caches.keys()')).toEqual([]);
});
