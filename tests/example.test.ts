import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { ROOT, startProgram } from './support/process.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

it('examples/quickstart.ts goes the whole way, and prints what it sent, watched and asked', async () => {
  const command = [process.execPath, '--import', 'tsx', 'examples/quickstart.ts', server.url];
  const program = startProgram(command, ROOT, {});
  expect(await program.exit, program.stderr()).toBe(0);

  const [, sent = '', watched = '', asked = ''] =
    /^sent +(.*)\nwatched (.*)\nasked +([\s\S]*)$/.exec(program.stdout()) ?? [];
  expect(JSON.parse(sent)).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
  // The first pageview goes out until one of them comes back.
  expect(watched).toMatch(/^(pageview, )+pageview, purchase$/);
  const { totals, breakdown } = JSON.parse(asked);
  const firsts = totals.pageviews - 1;
  expect(firsts).toBeGreaterThan(0);
  expect(totals).toEqual({
    visitors: 1,
    visits: 1,
    pageviews: firsts + 1,
    events: firsts + 2,
    bounceRate: 0,
    revenue: [{ amount: '59.9', currency: 'EUR' }],
  });
  expect(breakdown).toHaveLength(3);
  expect(breakdown).toEqual(
    expect.arrayContaining([
      { value: '/', metrics: { visitors: 1, pageviews: firsts } },
      { value: '/shoes', metrics: { visitors: 1, pageviews: 1 } },
      { value: null, metrics: { visitors: 1, pageviews: 0 } },
    ]),
  );
});
