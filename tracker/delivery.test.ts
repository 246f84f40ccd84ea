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
    await page.addInitScript(
      '{ const real = fetch; window.fetch = (url, { keepalive, ...options }) => new Promise(() => setTimeout(real, 1e6, url, options)) }',
    );
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

describe('many events at once', () => {
  const send = (count: number, bytes: number) =>
    `for (let i = 0; i < ${count}; i += 1) pulsegraph('Row', { i, text: 'x'.repeat(${bytes}) })`;

  test.for([
    [100, 1024],
    [1001, 1],
    [2500, 1],
    [5, 15_000],
    [80, 15_000],
    [3, 200_000],
  ] as const)(
    '%i of %i bytes arrive in requests that a server takes',
    async ([count, bytes], { site, page }) => {
      await page.addInitScript(HURRIED_TIMERS);
      site.page('/a', { attributes: 'data-manual' });
      await page.goto(`${site.origin}/a`);
      await page.evaluate(send(count, bytes));
      expect(await site.events(count)).toHaveLength(count);
      for (const { events, size } of site.deliveries) {
        expect(events.length).toBeLessThanOrEqual(1000);
        expect(size).toBeLessThanOrEqual(Math.max(64 * 1024, bytes + 2048));
      }
      // As few as their size allows, and each once.
      const sent = site.deliveries.flatMap(({ events }) => events);
      expect(sent).toHaveLength(count);
    },
  );

  test('what fits into 64 KiB arrives although the page is left at once', async ({ site, page }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`${send(120, 1024)}; location.href = '/elsewhere'`);
    const events = await site.events(40);
    expect(events.length).toBeGreaterThanOrEqual(40);
    expect(events[0]?.properties).toMatchObject({ i: 0 });
  });

  test('all arrive while the page is hidden, and lives', async ({ site, page }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(
      `Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }); ${send(120, 1024)}`,
    );
    expect(await site.events(120)).toHaveLength(120);
  });

  test('what a beacon has no room for waits for its retry', async ({ site, page }) => {
    await page.addInitScript(HURRIED_TIMERS);
    await page.addInitScript('navigator.sendBeacon = () => false');
    site.answer(503, 503);
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`${send(60, 1024)}; setTimeout(() => dispatchEvent(new Event('pagehide')), 1)`);
    const stored = () =>
      site.deliveries
        .filter(({ status }) => status === 202)
        .flatMap(({ events }) => events.map(({ id }) => id));
    await expect.poll(() => new Set(stored()).size).toBe(60);
  });

  test('a request that is too large is halved', async ({ site, page }) => {
    site.answer(413, 202, 413);
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate("for (const name of 'abcde') pulsegraph(name)");
    await site.delivered(5);
    const stored = site.deliveries.filter(({ status }) => status === 202).flatMap(({ events }) => events);
    expect(summaries(stored).sort()).toEqual([...'abcde']);
  });
});

describe('what a page passes', () => {
  test('one event that is no JSON leaves the others alone, and stays itself', async ({ site, page }) => {
    const warnings = warningsOf(page);
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`
      const circle = {}; circle.circle = circle;
      pulsegraph('good'); pulsegraph('big', { a: 5n, b: [6n] }); pulsegraph('circle', circle);
      pulsegraph('throws', { toJSON() { throw new Error('no') } }); pulsegraph('good2', { a: 1 });
    `);
    const events = await site.events(5);
    expect(events.map(({ name, properties }) => [name, properties])).toEqual([
      ['good', undefined],
      ['big', { a: '5', b: ['6'] }],
      ['circle', undefined],
      ['throws', undefined],
      ['good2', { a: 1 }],
    ]);
    await expect.poll(() => warnings).toEqual([expect.stringContaining('properties of circle left out')]);
  });

  test('fields of any kind leave their event, those after it and the page alone', async ({ site, page }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`
      const circle = {}; circle.circle = circle;
      pulsegraph('time', { n: 1 }, { timestamp: NaN }); pulsegraph('far', {}, { timestamp: 8.64e15 + 1 });
      pulsegraph('date', {}, { timestamp: new Date('soon') });
      pulsegraph('both', circle, { element: circle, title: 'Kept' });
      pulsegraph('id', {}, { userId: circle }); pulsegraph('money', {}, { revenue: { currency: circle, amount: 1 } });
    `);
    const events = await site.events(6);
    expect(events.map(({ name }) => name)).toEqual(['time', 'far', 'date', 'both', 'id', 'money']);
    expect(events[0]?.properties).toEqual({ n: 1 });
    // The server takes such a time for none.
    for (const { timestamp } of events.slice(0, 3)) expect(timestamp).toBeNull();
    expect(events[3]).toMatchObject({ title: 'Kept' });
    await page.evaluate("pulsegraph('later')");
    expect((await site.events(7))[6]?.name).toBe('later');
  });

  test('amounts are decimals, times are instants, what is no object is a property', async ({
    site,
    page,
  }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`
      for (const amount of [1.1 * 3, 0.1 + 0.2, 4.35 * 100, 1e-7, -5, 1200, 19.99, '29.90', 5n])
        pulsegraph('Purchase', {}, { revenue: { currency: 'EUR', amount } });
      pulsegraph('Timed', 'text', { timestamp: Date.UTC(2026, 0, 2) });
      pulsegraph('List', [1, 2]); pulsegraph('Number', 7); pulsegraph('Date', new Date(0));
    `);
    const events = await site.events(13);
    expect(events.slice(0, 9).map(({ revenue }) => Number(revenue?.amount))).toEqual([
      3.3, 0.3, 435, 0, -5, 1200, 19.99, 29.9, 5,
    ]);
    for (const { revenue } of events.slice(0, 9)) expect(revenue?.amount).toMatch(/^-?\d+(\.\d{1,6})?$/);
    expect(events.slice(9).map(({ properties }) => properties)).toEqual([
      { value: 'text' },
      { value: [1, 2] },
      { value: 7 },
      { value: '1970-01-01T00:00:00.000Z' },
    ]);
    expect(events[9]?.timestamp).toBe('2026-01-02T00:00:00.000Z');
  });

  test('ids rise in the order of the calls, also when the clock goes back', async ({ site, page }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(`
      const now = Date.now; let i = 0;
      for (; i < 5000; i += 1) pulsegraph('e' + i);
      Date.now = () => now() - 3600000;
      for (; i < 5010; i += 1) pulsegraph('e' + i);
    `);
    const events = (await site.events(5010)).toSorted(
      (a, b) => Number(a.name?.slice(1)) - Number(b.name?.slice(1)),
    );
    const ids = events.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(5010);
  });
});

describe('what the console says', () => {
  test('why events were not stored, once', async ({ site, page }) => {
    const warnings = warningsOf(page);
    site.say({
      accepted: 0,
      rejected: [{ index: 0, code: 'INVALID', field: 'name', message: 'name is empty' }],
    });
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await page.evaluate("pulsegraph('Marker')");
    await site.events(2);
    await expect.poll(() => warnings).toEqual(['Pulsegraph: name is empty']);
  });

  test('that the key is not taken', async ({ site, page }) => {
    const warnings = warningsOf(page);
    site.answer(401);
    site.say({ error: { code: 'UNAUTHENTICATED', message: 'There is no such key.' } });
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await expect.poll(() => warnings).toEqual(['Pulsegraph: There is no such key.']);
  });

  test('that there is no key', async ({ site, page }) => {
    const warnings = warningsOf(page);
    site.page('/bare', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/bare`);
    await page.evaluate(`
      const script = Object.assign(document.createElement('script'), { src: '${site.collector}/tracker.js' });
      pulsegraph = undefined; document.head.append(script);
    `);
    await expect.poll(() => warnings).toEqual(['Pulsegraph: the script tag has no data-write-key.']);
  });
});

/** What the page warns of in the console, as it comes. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  return warnings;
}

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
