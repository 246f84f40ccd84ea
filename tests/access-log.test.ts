import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { AccessLogNumbersFragment } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { runImport } from './support/import-command.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Each import is a process that starts anew: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

// 10,000 requests of a real site, semicomplete.com, in May 2015: elastic/examples on GitHub (Apache-2.0), "Common Data
// Formats/apache_logs". The log is not part of this repository. Every figure here was printed by
// scripts/access_log_figures.py, which says how to print them again; none is the server's own.
const LOG = fileURLToPath(new URL('../../shared/data/apache_access.log', import.meta.url));
const present = existsSync(LOG);
if (!present) console.warn(`The real access log is not checked: there is no ${LOG}`);

const Ask = graphql(`
  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {
    project(id: $project) {
      stats(range: $range) {
        totals { ...AccessLogNumbers viewsPerVisit events }
        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }
        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }
        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }
        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }
      }
      local: stats(range: $local, timeZone: $zone) {
        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }
      }
      blog: stats(range: $range, filter: { path: { startsWith: "/blog/" } }) {
        totals { ...AccessLogNumbers }
      }
    }
  }
  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }
`);

describe.skipIf(!present)('a real access log', () => {
  let server: TestServer;
  let tenant: Tenant;
  beforeAll(async () => {
    server = await startServer();
    tenant = await createTenant(server, { domain: 'semicomplete.com' });
  });
  afterAll(() => server.close());

  const importLog = () =>
    runImport({ DATABASE_URL: server.databaseUrl }, [
      ...['--format', 'combined', '--project', tenant.projectId],
      LOG,
    ]);

  async function ask() {
    const between = (start: string, end: string) => ({ between: { start, end } });
    const { project } = await server.get(
      Ask,
      {
        project: tenant.projectId,
        range: between('2015-05-17T00:00:00Z', '2015-05-21T00:00:00Z'),
        // Whole days of Nepal, which is 5:45 ahead of UTC.
        local: between('2015-05-16T18:15:00Z', '2015-05-21T18:15:00Z'),
        zone: 'Asia/Kathmandu',
      },
      tenant.token,
    );
    if (!project) throw new Error('no project');
    return project;
  }

  it('is imported once', async () => {
    const first = await importLog();
    expect(first.stdout).toBe(`\
10,000 lines
 1,550 pageviews stored
     0 pageviews that were stored before
 2,352 requests by bots, not stored
    48 skipped: other methods than GET
   163 skipped: redirects (3xx)
   208 skipped: errors (4xx, 5xx)
 5,678 skipped: static files and downloads
     1 malformed, the first in line 8899: 46.118.127.106 - - [20/May/2015:12:05:17 +0000] "GET /scripts/grok-py-test/configlib.py HTTP/1.1" 20…
`);
    const before = await ask();
    const again = await importLog();
    expect(again.stdout).toContain('     0 pageviews stored\n 1,550 pageviews that were stored before\n');
    expect(await ask()).toEqual(before);
  });

  it('has the totals that were found independently', async () => {
    const { stats, blog } = await ask();
    expect(numbers(stats.totals)).toEqual([957, 1063, 1550, 793]);
    expect(stats.totals).toMatchObject({ events: 1550, viewsPerVisit: 1550 / 1063 });
    expect(stats.totals.visitDuration).toBeCloseTo(6433 / 1063, 9);
    expect(numbers(blog.totals)).toEqual([321, 341, 469, 232]);
    expect(blog.totals.visitDuration).toBeCloseTo(2660 / 341, 9);
  });

  it('has the days that were found independently, in UTC and in Nepal', async () => {
    const { stats, local } = await ask();
    expect(stats.timeseries.map(({ start, metrics }) => [start, ...numbers(metrics)])).toEqual([
      ['2015-05-17T00:00:00.000Z', 149, 165, 241, 120],
      ['2015-05-18T00:00:00.000Z', 264, 296, 430, 212],
      ['2015-05-19T00:00:00.000Z', 295, 325, 507, 241],
      ['2015-05-20T00:00:00.000Z', 249, 277, 372, 220],
    ]);
    expect(local.timeseries.map(({ start, metrics }) => [start, ...numbers(metrics)])).toEqual([
      ['2015-05-16T18:15:00.000Z', 83, 91, 137, 67],
      ['2015-05-17T18:15:00.000Z', 286, 312, 436, 227],
      ['2015-05-18T18:15:00.000Z', 300, 327, 515, 237],
      ['2015-05-19T18:15:00.000Z', 268, 297, 418, 231],
      ['2015-05-20T18:15:00.000Z', 34, 36, 44, 31],
    ]);
  });

  it('has the pages and sources that were found independently', async () => {
    const { stats } = await ask();
    const row = ({ value, metrics }: { value?: string | null; metrics: AccessLogNumbersFragment }) => [
      value,
      ...numbers(metrics).slice(0, 3),
    ];
    expect(stats.paths.map(row)).toEqual([
      ['/projects/xdotool/', 177, 185, 203],
      ['/projects/xdotool/xdotool.xhtml', 133, 140, 144],
      ['/articles/dynamic-dns-with-dhcp/', 108, 113, 118],
      ['/', 104, 112, 114],
      ['/blog/geekery/ssl-latency.html', 53, 54, 70],
      ['/presentations/logstash-puppetconf-2012/', 45, 48, 48],
      ['/articles/ssh-security/', 39, 40, 43],
      ['/blog/geekery/installing-windows-8-consumer-preview.html', 34, 37, 37],
      ['/presentations/puppet-at-loggly/puppet-at-loggly.pdf.html', 34, 36, 36],
      ['/blog/geekery/xvfb-firefox.html', 27, 28, 29],
    ]);
    // Direct visits, whose referrer is null, come first.
    expect(stats.referrers.slice(1).map(row)).toEqual([
      ['google.com', 149, 156, 173],
      ['google.co.uk', 32, 34, 34],
      ['google.de', 29, 29, 33],
      ['stackoverflow.com', 28, 28, 33],
      ['google.fr', 27, 27, 28],
      ['logstash.net', 25, 26, 26],
      ['google.co.in', 21, 22, 23],
      ['google.es', 10, 12, 12],
      ['en.wikipedia.org', 9, 9, 9],
      ['google.nl', 9, 9, 10],
    ]);
    expect(stats.campaigns.filter(({ value }) => value !== null).map(row)).toEqual([
      ['feedburner', 4, 7, 65],
    ]);
  });
});

/** Visitors, visits, pageviews and bounces. */
function numbers({ visitors, visits, pageviews, bounceRate }: AccessLogNumbersFragment): number[] {
  return [visitors, visits, pageviews, Math.round((bounceRate ?? 0) * visits)];
}
