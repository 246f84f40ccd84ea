import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { FormatError, type ImportCounts, type ImportOptions, importLog } from '../src/import/import.ts';
import { linesOf } from '../src/import/read.ts';
import { startEmbeddedPostgres } from '../src/store/embedded.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type ImportResult, runImport, startImport } from './support/import-command.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Each run of the command is a process that starts anew: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

const Project = graphql(`
  mutation ImportProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id } }
  }
`);
const Ask = graphql(`
  query ImportAsk($project: ID!, $range: RangeInput!) {
    project(id: $project) {
      events(first: 20, range: $range) {
        totalCount
        nodes { url hostname path referrer timestamp browser }
      }
      stats(range: $range) {
        totals { visitors visits pageviews bounceRate visitDuration }
        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }
      }
    }
  }
`);
// Everything that these logs have.
const range = { between: { start: '2026-01-01T00:00:00Z', end: '2027-01-01T00:00:00Z' } };

let server: TestServer;
let tenant: Tenant;
let directory: string;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
  directory = await mkdtemp(path.join(tmpdir(), 'pulsegraph-import-'));
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

async function newProject(domain: string | null = 'example.com'): Promise<string> {
  const { createProject } = await server.get(
    Project,
    { input: { organizationId: tenant.organizationId, name: 'Site', domain } },
    tenant.token,
  );
  return createProject.project.id;
}

async function ask(project: string) {
  const answer = await server.get(Ask, { project, range }, tenant.token);
  if (!answer.project) throw new Error('no project');
  return answer.project;
}

interface Line {
  address?: string;
  time?: string;
  request?: string;
  status?: number;
  referrer?: string;
  agent?: string;
}

/** A line of a log; a visitor reads the front page unless it says otherwise. */
function line({
  address = '192.0.2.1',
  time = '20/Nov/2026:10:00:00 +0000',
  request = 'GET / HTTP/1.1',
  status = 200,
  referrer = '-',
  agent = FIREFOX,
}: Line): string {
  return `${address} - - [${time}] "${request}" ${status} 512 "${referrer}" "${agent}"\n`;
}

/** Pageviews of `count` pages, a second apart, by one visitor. */
const pages = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const time = new Date(Date.UTC(2026, 10, 20, 10, 0, n)).toISOString().slice(11, 19);
    return line({ time: `20/Nov/2026:${time} +0000`, request: `GET /page/${n} HTTP/1.1` });
  });

const options = (project: string): string[] => ['--format', 'combined', '--project', project];
const onServer = () => ({ DATABASE_URL: server.databaseUrl });
const importInput = (project: string, input: string | Buffer, ...more: string[]): Promise<ImportResult> =>
  runImport(onServer(), [...options(project), '-', ...more], input);

async function file(name: string, content: string | Buffer): Promise<string> {
  const place = path.join(directory, name);
  await writeFile(place, content);
  return place;
}

/** Imports within this process. */
function importText(
  project: string,
  text: string,
  change: Partial<ImportOptions> = {},
): Promise<ImportCounts> {
  return importLog(linesOf(Readable.from([Buffer.from(text)])), server.app.ingest, {
    projectId: projectNumber(project) ?? 0,
    hostname: null,
    domain: null,
    includeStatic: false,
    now: server.clock.now,
    onBatch: () => undefined,
    ...change,
  });
}

/** The report's rows: what it counted → how many. */
const reported = ({ stdout }: ImportResult): Record<string, number> =>
  Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/ (.*)/))
      .map(([count = '', what]) => [what, Number(count.replaceAll(',', ''))]),
  );

const MIXED = [
  line({ referrer: 'https://www.google.com/' }),
  line({
    time: '20/Nov/2026:10:00:02 +0000',
    request: 'GET /style.css HTTP/1.1',
    referrer: 'https://example.com/',
  }),
  line({
    time: '20/Nov/2026:11:10:00 +0100',
    request: 'GET /pricing?plan=pro HTTP/2.0',
    referrer: 'https://www.example.com/',
  }),
  line({ time: '20/Nov/2026:10:11:00 +0000', request: 'POST /buy HTTP/1.1', status: 302 }),
  line({ time: '20/Nov/2026:10:12:00 +0000', request: 'GET /old HTTP/1.1', status: 301 }),
  line({ time: '20/Nov/2026:10:13:00 +0000', request: 'GET /gone HTTP/1.1', status: 404 }),
  line({ time: '20/Nov/2026:10:14:00 +0000', request: 'GET /feed/ HTTP/1.1' }),
  line({ address: '198.51.100.9', request: String.raw`\x16\x03\x01`, status: 400, agent: '-' }),
  'not a line of a log\n',
  '\n',
  line({ address: '66.249.66.1', agent: GOOGLEBOT }),
  line({ address: '198.51.100.7', agent: '-' }),
  line({ address: '2001:db8::7', time: '20/Nov/2026:23:50:00 +0000', status: 304 }),
  line({ address: '2001:db8::7', time: '21/Nov/2026:00:10:00 +0000', request: 'GET /docs HTTP/1.1' }),
  line({ address: 'dialup-7.example.net' }),
  line({ time: '20/Nov/2099:10:00:00 +0000' }),
].join('');

const MIXED_REPORT = `\
15 lines
 4 pageviews stored
 0 pageviews that were stored before
 2 requests by bots, not stored
 1 skipped: no request for a page of this site
 1 skipped: other methods than GET
 1 skipped: redirects (3xx)
 1 skipped: errors (4xx, 5xx)
 1 skipped: static files and downloads
 1 skipped: feeds
 1 rejected: the client is not an IP address (a host name, where the server looks names up: Apache's HostnameLookups)
 1 rejected: timestamp is more than 5 minutes ahead of the server
 1 malformed, the first in line 9: not a line of a log
`;

describe('an import', () => {
  it('stores pageviews, counts all else, and does not count anything twice', async () => {
    const project = await newProject();
    const log = await file('access.log.1', gzipSync(MIXED));
    const first = await runImport(onServer(), [...options(project), log]);
    expect(first).toMatchObject({ code: 0, stdout: MIXED_REPORT });
    expect(first.stderr).toContain('100% read, 15 lines, 4 pageviews stored');

    // The visitor of 10:00 reads two pages in ten minutes; the other one is there at midnight, and stays one visitor.
    const { events, stats } = await ask(project);
    expect(stats).toEqual({
      totals: { visitors: 2, visits: 2, pageviews: 4, bounceRate: 0, visitDuration: 900 },
      referrers: [
        { value: 'google.com', metrics: { pageviews: 2 } },
        { value: null, metrics: { pageviews: 2 } },
      ],
    });
    const pricing = events.nodes.find((event) => event.path === '/pricing');
    expect(pricing).toMatchObject({
      url: 'https://example.com/pricing?plan=pro',
      hostname: 'example.com',
      timestamp: '2026-11-20T10:10:00.000Z',
      browser: 'Firefox',
    });

    const second = await importInput(project, MIXED);
    expect(second.stdout).toBe(
      MIXED_REPORT.replace(' 4 pageviews stored', ' 0 pageviews stored').replace(
        ' 0 pageviews that',
        ' 4 pageviews that',
      ),
    );
    expect(await ask(project)).toEqual({ events, stats });
  });

  it('counts equal lines of a file, and those of files that overlap once', async () => {
    const project = await newProject();
    const twice = line({}) + line({});
    const later = line({ time: '20/Nov/2026:10:05:00 +0000' });
    expect(await importText(project, twice)).toMatchObject({ stored: 2, duplicates: 0 });
    expect(await importText(project, twice + later)).toMatchObject({ stored: 1, duplicates: 2 });
    expect((await ask(project)).stats.totals).toMatchObject({ pageviews: 3, visits: 1 });
  });

  it('takes up a log that was cut off in the middle of a line', async () => {
    const project = await newProject();
    const whole = line({ request: 'GET /a HTTP/1.1' }) + line({ request: 'GET /b HTTP/1.1' });
    const cut = await importText(project, whole.slice(0, -5));
    expect(cut).toMatchObject({ lines: 2, stored: 1, malformed: 1, firstMalformed: { line: 2 } });
    expect(await importText(project, whole.trimEnd())).toMatchObject({ stored: 1, duplicates: 1 });
  });

  it("takes the host that was asked for, the line's own, the project's, or none", async () => {
    const logged = `shop.example.org:443 ${line({ request: 'GET //a HTTP/1.1' })}${line({})}${line({ request: 'GET //b HTTP/1.1' })}`;
    const pages = async (hosts: { hostname?: string; domain?: string }) => {
      const project = await newProject();
      await importText(project, logged, hosts);
      const { nodes } = (await ask(project)).events;
      return nodes.map(({ hostname, path }) => `${hostname ?? 'no host'} ${path}`).toSorted();
    };
    expect(await pages({ hostname: 'www.example.com', domain: 'example.com' })).toEqual([
      'www.example.com /',
      'www.example.com //a',
      'www.example.com //b',
    ]);
    expect(await pages({ domain: 'example.com' })).toEqual([
      'example.com /',
      'example.com //b',
      'shop.example.org //a',
    ]);
    expect(await pages({})).toEqual(['no host /', 'no host //b', 'shop.example.org //a']);
  });

  it('counts static files when asked to', async () => {
    const project = await newProject();
    const first = await importText(project, MIXED);
    expect(first.stored).toBe(4);
    expect(first.skipped.get('static')).toBe(1);
    const second = await importText(project, MIXED, { includeStatic: true });
    expect(second).toMatchObject({ stored: 2, duplicates: 4 });
  });

  it('cuts long referrers and URLs', async () => {
    const project = await newProject();
    const long = 'x'.repeat(3_000);
    const counts = await importText(
      project,
      line({ referrer: `https://search.example/?q=${long}` }) + line({ request: `GET /${long} HTTP/1.1` }),
    );
    expect([counts.stored, counts.rejected]).toEqual([2, new Map()]);
    expect((await ask(project)).stats.referrers).toEqual([
      { value: 'search.example', metrics: { pageviews: 2 } },
    ]);
  });
});

describe('an import that is broken off', () => {
  const all = pages(5_000);

  it('goes on after kill -9', async () => {
    const project = await newProject();
    const killed = startImport(onServer(), [...options(project), '-']);
    killed.child.stdin?.write(all.slice(0, 2_500).join(''));
    await killed.progressed;
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    const before = (await ask(project)).events.totalCount;
    // Batches are stored whole: one at least, and no third one, whose lines are not all there.
    expect([1_000, 2_000]).toContain(before);

    expect(reported(await importInput(project, all.join('')))).toEqual({
      lines: 5_000,
      'pageviews stored': 5_000 - before,
      'pageviews that were stored before': before,
      'requests by bots, not stored': 0,
    });
    // 5,000 pages a second apart are one visit, whatever was broken off.
    expect((await ask(project)).stats.totals).toEqual({
      visitors: 1,
      visits: 1,
      pageviews: 5_000,
      bounceRate: 0,
      visitDuration: 4_999,
    });
  });

  it('stops when it is asked to, and says how to go on', async () => {
    const project = await newProject(null);
    const { child, progressed, ended } = startImport(onServer(), [...options(project), '-']);
    child.stdin?.write(all.slice(0, 1_500).join(''));
    await progressed;
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('Run the same command again to go on');
    expect(stopped.stderr).toContain('The project has no domain');
    // What it had read is stored, and what it says of it is true.
    const { lines, 'pageviews stored': stored } = reported(stopped);
    expect(stored).toBe(lines);
    expect((await ask(project)).events.totalCount).toBe(stored);

    expect(await importText(project, all.join(''))).toMatchObject({
      stored: 5_000 - (stored ?? 0),
      duplicates: stored,
    });
  });

  it('stores what can be read of a broken file', async () => {
    const project = await newProject();
    const whole = gzipSync(all.join(''));
    const broken = await importInput(project, whole.subarray(0, whole.length / 2));
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.stderr).toMatch(
      /cannot be read to its end: unexpected end of file\nRun the same command again/,
    );
    const { 'pageviews stored': stored = 0 } = reported(broken);
    expect(stored).toBeGreaterThan(0);
    expect((await ask(project)).events.totalCount).toBe(stored);
  });
});

describe('an import that cannot be', () => {
  const LOG = line({});
  const failing = async (args: string[], input: string | Buffer = LOG, environment = onServer()) =>
    runImport(environment, args, input);

  it('says what is wrong with the command', async () => {
    expect(await failing(['-', '--format', 'combined'])).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `--project is missing: the id of the project, as GraphiQL shows it\nnpm run import -- --help shows how it is called.\n`,
    });
  });

  it('says which file it cannot read', async () => {
    const missing = await failing(['missing.log', ...options('1')]);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('missing.log cannot be read: ENOENT');
  });

  it('says which projects there are', async () => {
    const unknown = await failing(['-', ...options('987654')]);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(
      /^There is no project 987654 in the database \w+ on [\w.]+. There are: 1 \(Project 1\)/,
    );
  });

  it('says that the log is of another format', async () => {
    const common = '192.0.2.1 - - [20/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 5';
    const foreign = await failing(['-', ...options(await newProject())], common);
    expect(foreign).toMatchObject({ code: 1, stdout: '' });
    expect(foreign.stderr).toContain(
      `None of the lines is in the combined format. The first is:\n  ${common}\n`,
    );
  });

  it('does not read a foreign file to its end', async () => {
    let chunks = 0;
    const source = Readable.from(
      (function* () {
        for (; ; chunks++) yield Buffer.from('{"path": "/"}\n'.repeat(100));
      })(),
    );
    const options = {
      projectId: 1,
      hostname: null,
      domain: null,
      includeStatic: false,
      now: Date.now,
      onBatch: () => undefined,
    };
    await expect(importLog(linesOf(source), server.app.ingest, options)).rejects.toThrow(FormatError);
    expect(chunks).toBeLessThan(100);
  });

  it('explains what is wrong with the database', async () => {
    const unreachable = await failing(['-', ...options('1')], LOG, {
      DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c',
    });
    expect(unreachable).toMatchObject({ code: 1, stdout: '' });
    expect(unreachable.stderr).toContain('Nothing answers at DATABASE_URL');
  });
});

it('uses the embedded database where no other is named', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pulsegraph-import-data-'));
  await chmod(dataDir, 0o755);
  await (await startEmbeddedPostgres({ dataDir })).stop();
  const result = await runImport({ DATA_DIR: dataDir }, ['-', ...options('1')], line({}));
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(
    `There is no project 1 in the embedded database of DATA_DIR=${dataDir}. There are none: make one in GraphiQL first`,
  );
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

describe('what the command says', () => {
  it('exits with 1 where every pageview was rejected, and shows the last state', async () => {
    const names = Array.from({ length: 3 }, (_, n) => line({ address: `host-${n}.example.net` })).join('');
    const { code, stdout, stderr } = await importInput(await newProject(), names);
    expect(code).toBe(1);
    expect(stdout).toMatch(/3 rejected: the client is not an IP address/);
    expect(stderr).toMatch(/every pageview of the log was rejected/);
  });

  it('exits with 0 where some were stored', async () => {
    const { code, stdout } = await importInput(
      await newProject(),
      line({ address: 'host.example.net' }) + line({ address: '203.0.113.5, 10.0.0.2' }),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 pageviews stored/);
  });

  it('tells visitors behind one server apart', async () => {
    const project = await newProject();
    await importInput(
      project,
      ['192.0.2.1 198.51.100.7', '192.0.2.1 198.51.100.8', '[2001:db8::1]:443 198.51.100.9']
        .map((address) => line({ address }))
        .join(''),
    );
    expect((await ask(project)).stats.totals.visitors).toBe(3);
  });

  it('names the encoding of a file in UTF-16', async () => {
    const { code, stderr } = await importInput(
      await newProject(),
      Buffer.from(`\uFEFF${line({})}`, 'utf16le'),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/UTF-16.*iconv/);
  });

  it('names the database in which a project is not, without its password', async () => {
    const { code, stderr } = await runImport(
      onServer(),
      ['--format', 'combined', '--project', '999999', '-'],
      line({}),
    );
    const { pathname, hostname, password } = new URL(server.databaseUrl);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `There is no project 999999 in the database ${pathname.slice(1)} on ${hostname}.`,
    );
    expect(stderr).not.toContain(password);
  });

  it('makes no second database where there is none yet', async () => {
    const empty = path.join(directory, 'elsewhere');
    const { code, stderr } = await runImport(
      { DATA_DIR: empty, DATABASE_URL: '' },
      ['--format', 'combined', '--project', '1', '-'],
      line({}),
    );
    expect(code).toBe(1);
    expect(stderr).toContain(`There is no database in ${empty} yet`);
    expect(await readdir(empty).catch(() => [])).not.toContain('postgres');
  });
});
