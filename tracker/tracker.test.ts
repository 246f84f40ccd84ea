import { describe, expect } from 'vitest';
import { INSECURE_HOST, summaries, test } from './test-browser.ts';

const SNIPPET =
  '<script>window.pulsegraph=window.pulsegraph||function(){(pulsegraph.q=pulsegraph.q||[]).push(arguments)}</script>';
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('pageviews', () => {
  test('a visit to a page is one pageview with all that the server needs', async ({ site, page }) => {
    site.page('/pricing', { title: 'Pricing' });
    const before = Date.now();
    await page.goto(`${site.origin}/pricing?utm_source=news#plans`);
    const [event] = await site.events(1);
    expect(event).toEqual({
      id: expect.stringMatching(UUID_V7),
      type: 'PAGEVIEW',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      url: `${site.origin}/pricing?utm_source=news#plans`,
      referrer: '',
      title: 'Pricing',
      context: {
        language: 'de-AT',
        screenWidth: 1440,
        library: expect.stringMatching(/^pulsegraph-tracker\/\d/),
      },
    });
    const [delivery] = site.deliveries;
    expect(delivery).toMatchObject({ writeKey: 'key-1', contentType: 'text/plain;charset=UTF-8' });
    expect(Date.parse(event?.timestamp ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(delivery?.sentAt ?? '')).toBeGreaterThanOrEqual(Date.parse(event?.timestamp ?? ''));
  });

  test('a link to the next page gives a pageview whose referrer is the first', async ({ site, page }) => {
    site.page('/a', { body: '<a href="/b">next</a>' });
    site.page('/b', {});
    await page.goto(`${site.origin}/a`);
    await page.click('a');
    const events = await site.events(2);
    expect(summaries(events)).toEqual(['/a', '/b']);
    expect(events[1]?.referrer).toBe(`${site.origin}/a`);
    expect(events[1]?.id).not.toBe(events[0]?.id);
  });

  test('in a single-page app each new path counts once, with the previous page as referrer', async ({
    site,
    page,
  }) => {
    site.page('/app', { title: 'App' });
    await page.goto(`${site.origin}/app`);
    await page.evaluate("history.pushState({}, '', '/app/cart?step=1'); document.title = 'Cart'");
    await site.events(2);
    await page.evaluate("history.replaceState({}, '', '/app/cart?step=2#top')");
    await page.evaluate("history.pushState({}, '', '#bottom')");
    await page.evaluate("history.replaceState({}, '', '/app/thanks')");
    await site.events(3);
    await page.evaluate('history.go(-2)');
    const events = await site.events(4);
    await page.evaluate("pulsegraph('Marker')");
    expect(summaries(await site.events(5))).toEqual([
      '/app',
      '/app/cart?step=1',
      '/app/thanks',
      '/app',
      'Marker',
    ]);
    expect(events.map((event) => event.referrer)).toEqual([
      '',
      `${site.origin}/app`,
      `${site.origin}/app/cart?step=1`,
      `${site.origin}/app/thanks`,
    ]);
    expect(events[1]?.title).toBe('Cart');
  });

  // Edge before Chromium fired no popstate when only the hash changed; other browsers fire both.
  test.for([
    { attributes: '', missing: '', expected: ['/', 'Marker'] },
    { attributes: 'data-hash', missing: '', expected: ['/', '/#/cart', '/#/pay', '/#/cart', 'Marker'] },
    {
      attributes: 'data-hash',
      missing: 'popstate',
      expected: ['/', '/#/cart', '/#/pay', '/#/cart', 'Marker'],
    },
  ])(
    'hash changes with "$attributes" count: $expected',
    async ({ attributes, missing, expected }, { site, page }) => {
      await page.addInitScript(
        `addEventListener('${missing}', (event) => event.stopImmediatePropagation(), true)`,
      );
      site.page('/', { attributes, body: '<a href="#/cart">cart</a>' });
      await page.goto(`${site.origin}/`);
      await page.click('a');
      await page.evaluate("location.hash = '#/pay'");
      await page.evaluate(
        "new Promise((resolve) => { addEventListener('hashchange', resolve); history.back(); })",
      );
      await page.evaluate("pulsegraph('Marker')");
      expect(summaries(await site.events(expected.length))).toEqual(expected);
    },
  );

  test('a page restored from the back/forward cache counts again', async ({ site, page }) => {
    site.page('/a', {});
    site.page('/b', {});
    await page.goto(`${site.origin}/a`);
    // Only a page that was kept alive still has this listener when it is shown again.
    await page.evaluate("addEventListener('pageshow', () => pulsegraph('Restored'))");
    await page.goto(`${site.origin}/b`);
    await site.events(2);
    // Playwright's goBack would wait for a load event, which a restored page does not fire.
    await page.evaluate('setTimeout(() => history.back())');
    const events = await site.events(4);
    expect(summaries(events)).toEqual(['/a', '/b', '/a', 'Restored']);
    expect(events[2]?.referrer).toBe('');
  });

  test.for([
    { kind: 'prerendering', property: 'prerendering', value: 'true', event: 'prerenderingchange' },
    {
      kind: 'old prerendering',
      property: 'visibilityState',
      value: '"prerender"',
      event: 'visibilitychange',
    },
  ])('a page in $kind counts when it is shown', async ({ property, value, event }, { site, page }) => {
    await page.addInitScript(
      `Object.defineProperty(document, '${property}', { get: () => ${value}, configurable: true })`,
    );
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await page.evaluate("pulsegraph('Early')");
    const shownAt = await page.evaluate<number>(
      `delete document.${property}; document.dispatchEvent(new Event('${event}')); Date.now()`,
    );
    const events = await site.events(2);
    expect(summaries(events)).toEqual(['Early', '/a']);
    expect(site.deliveries).toHaveLength(1);
    expect(Date.parse(events[1]?.timestamp ?? '')).toBeLessThanOrEqual(shownAt);
    expect(shownAt - Date.parse(events[1]?.timestamp ?? '')).toBeLessThan(1000);
  });

  test('data-manual leaves pageviews to the page', async ({ site, page }) => {
    site.page('/a', { attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate("history.pushState({}, '', '/b')");
    await page.evaluate("pulsegraph('pageview', { section: 'news' })");
    await page.evaluate(`pulsegraph('pageview', {}, { url: '${site.origin}/virtual', title: 'Virtual' })`);
    const events = await site.events(2);
    expect(summaries(events)).toEqual(['/b', '/virtual']);
    expect(events[0]).toMatchObject({ type: 'PAGEVIEW', properties: { section: 'news' } });
    expect(events[1]).toMatchObject({ type: 'PAGEVIEW', title: 'Virtual' });
  });

  test.for([
    ['/#/admin/*', ['/', '/#/shop', '/#/shop?x=/admin/']],
    ['#/admin/*', ['/', '/#/shop', '/#/shop?x=/admin/']],
    ['*admin*', ['/', '/#/shop', '/#/shop?x=/admin/']],
    ['/admin/*', ['/', '/#/shop', '/#/admin/users', '/#/admin/users?tab=1', '/#/shop?x=/admin/']],
    ['/', ['/#/shop', '/#/admin/users', '/#/admin/users?tab=1', '/#/shop?x=/admin/']],
  ] as const)(
    'data-exclude="%s" with data-hash is of the path and the hash',
    async ([list, kept], { site, page }) => {
      site.page('/', { attributes: `data-hash data-exclude="${list}"` });
      await page.goto(`${site.origin}/`);
      for (const hash of ['/shop', '/admin/users', '/admin/users?tab=1', '/shop?x=/admin/'])
        await page.evaluate(`history.pushState({}, '', '/#${hash}')`);
      await page.goto(`${site.origin}/elsewhere`);
      expect(summaries(await site.events(kept.length))).toEqual(kept);
    },
  );

  test('data-exclude is written as people read addresses', async ({ site, page }) => {
    site.page('/shop', { attributes: 'data-exclude="/café, /x y, /%C3%BC*"' });
    await page.goto(`${site.origin}/shop`);
    for (const path of ['/café', '/x y', '/über', '/cafe'])
      await page.evaluate(`history.pushState({}, '', '${path}')`);
    expect(summaries(await site.events(2))).toEqual(['/shop', '/cafe']);
  });

  test('data-exclude leaves out paths, wildcards included', async ({ site, page }) => {
    site.page('/shop', { attributes: 'data-exclude="/admin/*, /a.b"' });
    await page.goto(`${site.origin}/shop`);
    for (const path of ['/admin/users/7', '/a.b', '/axb', '/admin']) {
      await page.evaluate(`history.pushState({}, '', '${path}'); pulsegraph('Seen')`);
    }
    expect(summaries(await site.events(5))).toEqual(['/shop', '/axb', 'Seen', '/admin', 'Seen']);
  });

  test('a second copy of the script does nothing', async ({ site, page }) => {
    site.page('/a', { body: `<script defer src="${site.collector}/tracker.js"></script>` });
    await page.goto(`${site.origin}/a`);
    await page.evaluate("pulsegraph('Marker')");
    expect(summaries(await site.events(2))).toEqual(['/a', 'Marker']);
  });
});

describe('window.pulsegraph', () => {
  test('calls made before the script has loaded go out with the first pageview', async ({ site, page }) => {
    site.page('/a', {
      beforeScript: `${SNIPPET}<script>pulsegraph('identify', 'user-1'); pulsegraph('Early', { n: 1 })</script>`,
    });
    await page.goto(`${site.origin}/a`);
    const events = await site.events(2);
    expect(events).toMatchObject([
      { name: 'Early', type: 'CUSTOM', properties: { n: 1 }, userId: 'user-1' },
      { type: 'PAGEVIEW', userId: 'user-1' },
    ]);
    expect(site.deliveries).toHaveLength(1);
  });

  test('a custom event carries its properties, its revenue and any field of its own', async ({
    site,
    page,
  }) => {
    site.page('/a', { title: 'Shop', attributes: 'data-manual' });
    await page.goto(`${site.origin}/a`);
    await page.evaluate(
      "pulsegraph('Purchase', { plan: 'pro', seats: 3 }, { revenue: { currency: 'EUR', amount: 29.9 }, id: 'order-7', visitorId: 'v-1', sessionId: 's-1' })",
    );
    await page.evaluate("pulsegraph('Plain', null, null)");
    const events = await site.events(2);
    expect(events[0]).toMatchObject({
      id: 'order-7',
      type: 'CUSTOM',
      name: 'Purchase',
      title: 'Shop',
      url: `${site.origin}/a`,
      properties: { plan: 'pro', seats: 3 },
      revenue: { currency: 'EUR', amount: '29.9' },
      visitorId: 'v-1',
      sessionId: 's-1',
    });
    for (const field of ['properties', 'revenue', 'userId', 'visitorId', 'sessionId']) {
      expect(events[1]).not.toHaveProperty(field);
    }
  });

  test('identify marks the events after it until it is called without an id', async ({ site, page }) => {
    site.page('/a', {});
    await page.goto(`${site.origin}/a`);
    await page.evaluate(
      "pulsegraph('identify', 42, { visitorId: 'v-1' }); pulsegraph('In'); pulsegraph('identify'); pulsegraph('Out')",
    );
    const [, signedIn, signedOut] = await site.events(3);
    expect(signedIn).toMatchObject({ name: 'In', userId: '42', visitorId: 'v-1' });
    expect(signedOut).not.toHaveProperty('userId');
    expect(signedOut).not.toHaveProperty('visitorId');
  });

  test('ids are version 4 UUIDs on plain-http sites too', async ({ site, page }) => {
    site.page('/a', {});
    await page.goto(`${site.origin.replace('127.0.0.1', INSECURE_HOST)}/a`);
    expect(await page.evaluate('[isSecureContext, typeof crypto.randomUUID]')).toEqual([false, 'undefined']);
    await page.evaluate("for (let i = 0; i < 200; i += 1) pulsegraph('Tick')");
    const ids = (await site.events(201)).map((event) => event.id);
    for (const id of ids) expect(id).toMatch(UUID_V7);
    expect(new Set(ids).size).toBe(201);
  });
});
