import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { summaries, test } from './test-browser.ts';
import type { TestSite } from './test-site.ts';

// Delays of the page's timers are noted in `delays`, and last a hundredth of what was asked for, or for ever.
const HURRIED_TIMERS = timers(
  '(run, ms = 0, ...rest) => { delays.push(ms); return real(run, ms / 100, ...rest) }',
);
const STOPPED_TIMERS = timers(
  '(run, ms = 0, ...rest) => { delays.push(ms); return ms ? 0 : real(run, 0, ...rest) }',
);

function timers(replacement: string): string {
  return `window.delays = []; { const real = setTimeout.bind(window); window.setTimeout = ${replacement} }`;
}

test('the events of one tick leave in one request', async ({ site, page }) => {
  site.page('/a', {});
  await page.goto(`${site.origin}/a`);
  await site.events(1);
  await page.evaluate("pulsegraph('One'); pulsegraph('Two'); history.pushState({}, '', '/b')");
  await site.events(4);
  expect(site.deliveries.map((delivery) => summaries(delivery.events))).toEqual([
    ['/a'],
    ['One', 'Two', '/b'],
  ]);
});

test('requests outlive the page and carry no cookies', async ({ site, page }) => {
  await page.addInitScript(
    '{ const real = fetch; window.fetch = (url, options) => { used = options; return real(url, options) } }',
  );
  site.page('/a', {});
  await page.goto(`${site.origin}/a`);
  await site.events(1);
  expect(await page.evaluate('used')).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
});

test('data-api names another address to send to', async ({ site, page }) => {
  site.page('/a', { attributes: 'data-api="/api/events"' });
  await page.goto(`${site.origin}/a`);
  const request = page.waitForRequest(/\/api\/events$/);
  await page.evaluate("pulsegraph('Marker')");
  expect((await request).url()).toBe(`${site.origin}/api/events`);
  await site.events(2);
});

describe('leaving the page', () => {
  test('an event right before a navigation arrives, every time', async ({ site, page }) => {
    site.page('/shop', {
      body: `<button onclick="pulsegraph('Bought'); location.href = '/thanks'">buy</button>`,
    });
    site.page('/thanks', {});
    const rounds = 10;
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(`${site.origin}/shop`);
      await page.click('button');
      await page.waitForURL('**/thanks');
    }
    const events = await site.events(3 * rounds);
    expect(summaries(events).filter((summary) => summary === 'Bought')).toHaveLength(rounds);
  });

  test('events that the page sends while it is being left arrive', async ({ site, page }) => {
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    const moments = ['beforeunload', 'pagehide', 'visibilitychange', 'unload'];
    for (const moment of moments) {
      await page.evaluate(`addEventListener('${moment}', () => pulsegraph('${moment}'))`);
    }
    await page.goto(`${site.origin}/elsewhere`);
    expect(summaries(await site.events(5)).sort()).toEqual(['/a', ...moments.sort()]);
  });

  test('an event right before the tab is closed arrives', async ({ site, page }) => {
    site.page('/a', { body: `<button onclick="pulsegraph('Last'); window.close()">close</button>` });
    site.page('/opener', {
      attributes: 'data-manual',
      body: '<a target="_blank" rel="opener" href="/a">open</a>',
    });
    await page.goto(`${site.origin}/opener`);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('a')]);
    // The page can be gone before the click is told to be done.
    await popup.click('button').catch(() => undefined);
    expect(summaries(await site.events(2))).toEqual(['/a', 'Last']);
  });

  // Safari before 14.5 fires no visibilitychange when a page is left; phones that end a browser fire no pagehide.
  test.for(['nothing', 'pagehide', 'visibilitychange'])(
    'what waits for a retry goes out as one beacon when %s is missing',
    async (missing, { site, page }) => {
      await page.addInitScript(STOPPED_TIMERS);
      await page.addInitScript(
        `addEventListener('${missing}', (event) => event.stopImmediatePropagation(), true)`,
      );
      site.answer(503);
      site.page('/a', {});
      await page.goto(`${site.origin}/a`);
      await page.waitForFunction('delays.some((ms) => ms > 0)');
      await page.goto(`${site.origin}/elsewhere`);
      const [first, second] = await site.delivered(2);
      expect(second?.events).toEqual(first?.events);
      expect(second).toMatchObject({ mode: 'no-cors', contentType: 'text/plain;charset=UTF-8' });
      await page.evaluate("fetch('/elsewhere').then((response) => response.text())");
      expect(site.deliveries).toHaveLength(2);
    },
  );

  test('browsers without fetch keepalive send beacons', async ({ site, page }) => {
    await page.addInitScript('delete Request.prototype.keepalive');
    site.page('/a', {
      body: `<button onclick="pulsegraph('Bye'); location.href = '/elsewhere'">go</button>`,
    });
    await page.goto(`${site.origin}/a`);
    await page.click('button');
    expect(summaries(await site.events(2))).toEqual(['/a', 'Bye']);
    expect(site.deliveries.map((delivery) => delivery.mode)).toEqual(['no-cors', 'no-cors']);
  });
});

describe('retries', () => {
  test('a failed request is repeated with the same ids and a fresh sentAt', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    site.answer(503, 'dropped', 429);
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    const deliveries = await site.delivered(4);
    expect(deliveries.map((delivery) => delivery.status)).toEqual([503, 'dropped', 429, 202]);
    for (const { events } of deliveries) expect(events).toEqual(deliveries[0]?.events);
    const sentAt = deliveries.map((delivery) => Date.parse(delivery.sentAt));
    expect(sentAt[3]).toBeGreaterThan(sentAt[0] ?? Number.POSITIVE_INFINITY);
    await sendMarkerAndLeave(page, site);
    expect(site.deliveries).toHaveLength(5);
  });

  test('it waits longer each time and gives up after the fourth', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    site.answer(500, 500, 500, 500, 500);
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await site.delivered(5);
    const delays = await sendMarkerAndLeave(page, site);
    expect(site.deliveries).toHaveLength(6);
    expect(delays).toHaveLength(4);
    for (const [index, ms] of [1000, 3000, 9000, 27_000].entries()) {
      expect(delays[index]).toBeGreaterThanOrEqual(ms);
      expect(delays[index]).toBeLessThanOrEqual(2 * ms);
    }
  });

  test('a request that the server refuses is not repeated', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    site.answer(401);
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await site.delivered(1);
    expect(await sendMarkerAndLeave(page, site)).toEqual([]);
    expect(site.deliveries).toHaveLength(2);
  });

  test('a batch over the 64 KiB that keepalive allows arrives whole', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate("for (let i = 0; i < 100; i += 1) pulsegraph('Row', { text: 'x'.repeat(1024) })");
    expect(await site.events(100)).toHaveLength(100);
    expect(site.deliveries).toHaveLength(1);
  });

  test('an event is sent as it was when it was tracked', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    site.answer(503);
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(
      "cart = { items: 1 }; pulsegraph('Cart', cart); setTimeout(() => { cart.items = 2 }, 1); undefined",
    );
    const deliveries = await site.delivered(2);
    for (const { events } of deliveries) expect(events).toMatchObject([{ properties: { items: 1 } }]);
  });
});

/**
 * Sends one more event, waits until the page has its answer, and leaves the page, which would beacon whatever
 * still waits. Returns the delays in ms of the retries that the page had planned.
 */
async function sendMarkerAndLeave(page: Page, site: TestSite): Promise<number[]> {
  await Promise.all([
    page.waitForResponse((response) => response.request().postData()?.includes('"Marker"') ?? false),
    page.evaluate("pulsegraph('Marker')"),
  ]);
  const delays = await page.evaluate<number[]>('delays.filter((ms) => ms > 0)');
  await page.goto(`${site.origin}/elsewhere`);
  await page.evaluate("fetch('/elsewhere').then((response) => response.text())");
  return delays;
}
