import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { buildTracker } from './build.ts';
import type { TrackedEvent } from './src/api.ts';
import { openSite, type TestSite } from './test-site.ts';

/** A name that resolves to 127.0.0.1 but, unlike it, is no secure context over plain http. */
export const INSECURE_HOST = 'shop.test';

interface Fixtures {
  browser: Browser;
  site: TestSite;
  context: BrowserContext;
  page: Page;
}

/** vitest's `test` with a real Chromium, and a fresh site and browser profile for every test. */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs off this pattern
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  site: async ({}, use) => {
    const site = await openSite(await buildTracker());
    await use(site);
    await site.close();
    expect(site.preflights, 'CORS preflights').toBe(0);
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ locale: 'de-AT', screen: { width: 1440, height: 900 } });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
});

/** Each event in a word: a custom event's name, a pageview's address within the site. */
export function summaries(events: TrackedEvent[]): string[] {
  return events.map(({ name, url }) => name ?? url.replace(/^https?:\/\/[^/]+/, ''));
}

async function launchChromium(): Promise<Browser> {
  const executablePath = env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `The tracker's tests need Chromium, and there is none at ${executablePath}. Install it (Debian, Ubuntu: apt-get install -y chromium) or set CHROMIUM_PATH to its executable.`,
    );
  }
  return chromium.launch({
    executablePath,
    // Playwright switches the back/forward cache off; its effect on pageviews is tested here.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
    ],
  });
}
