import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { INSECURE_HOST, test } from '../tracker/test-browser.ts';
import { startServer, type TestServer } from './support/app.ts';
import { held, namesOf } from './support/drop-in.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

// README's examples of other SDKs run as they are written, but for the host and the key.

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const HERE = fileURLToPath(new URL('.', import.meta.url));
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [servers = '', browsers = ''] = [...README.matchAll(/```js\n(.*?)```/gs)]
  .map(([, code = '']) => code)
  .filter((code) => code.includes("from '@segment/analytics"));

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer({ now: Date.now });
});
beforeEach(async () => {
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const filledIn = (code: string) =>
  code
    .replace('https://stats.example.com', server.url)
    .replace('wk_…', tenant.writeKey)
    .replace("'shop.example', endpoint", `'${tenant.writeKey}', endpoint`);

it('on servers', async () => {
  const file = `${HERE}readme-servers-${process.pid}.mjs`;
  await writeFile(file, filledIn(servers));
  try {
    await promisify(execFile)(process.execPath, [file]);
  } finally {
    await rm(file);
  }
  const { events, totals } = await held(server, tenant);
  expect(namesOf(events)).toEqual(['PAGEVIEW', 'Paid', 'Signed up', 'sign_up']);
  expect(totals.events).toBe(4);
});

test('in browsers', async ({ browser }) => {
  const bundle = await build({
    stdin: { contents: filledIn(browsers), resolveDir: HERE },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  // A site at the server's own address, since browsers let no page from elsewhere ask a server on loopback; its name is
  // another one, since Plausible's SDK is silent on localhost.
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>Shop</title><script>${script.replaceAll('</script', '<\\/script')}</script>`,
    );
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const context = await browser.newContext({ userAgent: CHROME });
  // SDKs are silent where a program drives the browser, too.
  await context.addInitScript(
    "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })",
  );
  try {
    const tab = await context.newPage();
    await tab.goto(`http://${INSECURE_HOST}:${(site.address() as AddressInfo).port}/`);
    await until(async () =>
      expect(namesOf((await held(server, tenant)).events)).toEqual(
        expect.arrayContaining(['PAGEVIEW', 'Paid', 'Purchase', 'Signed up']),
      ),
    );
  } finally {
    await context.close();
    site.closeAllConnections();
    site.close();
  }
});
