import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { newWriteKey } from '../src/accounts/secrets.ts';
import { CLIENT_KINDS, type Client } from '../src/ingest/event.ts';
import { checkEvent, type Delivery, enrichEvent } from '../src/ingest/prepare.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import type { Store } from '../src/store/store.ts';
import { type BenchServer, openBenchStore, runOnce } from './database.ts';

const HOSTNAME = 'shop.example';

/** The loaded dataset. */
export interface Loaded {
  url: string;
  projectId: number;
}

/** What loading took, in seconds. */
export type StageTimes = { stage: string; seconds: number }[];

/** The database with the reference dataset of `events` events: as a former run left it, or loaded now. */
export async function load(
  server: BenchServer,
  events: number,
): Promise<{ loaded: Loaded; times: StageTimes }> {
  const name = `bench_${events}`;
  const url = server.urlOf(name);
  const kept = await keptProject(url);
  if (kept !== null) return { loaded: { url, projectId: kept }, times: [] };

  const admin = server.urlOf('postgres');
  await runOnce(admin, `drop database if exists ${name} with (force)`);
  await runOnce(admin, `create database ${name}`);
  const store = await openBenchStore(url);
  const client = new pg.Client(url);
  await client.connect();
  try {
    const times: StageTimes = [];
    const stage = stopwatch(times);
    await stage('dataset', async () => client.query(await script('dataset.sql', { n: events })));
    const projectId = await createProject(store);
    await stage('origins and clients', () => giveTexts(client));
    const [settings = '', ...stages] = (await script('load.sql', { project: projectId })).split('-- stage: ');
    await client.query(settings);
    for (const text of stages)
      await stage(text.slice(0, text.indexOf('\n')), () => client.query(`-- ${text}`));
    for (const part of ['visits', 'segments'] as const)
      await stage(`rebuild ${part}`, () => rebuildProject(store, projectId, { parts: [part] }));
    await stage('vacuum analyze', () => client.query('vacuum analyze'));
    // The mark of a complete load.
    await client.query(`comment on database ${name} is 'project ${projectId}'`);
    return { loaded: { url, projectId }, times };
  } finally {
    await client.end();
    await store.close();
  }
}

/** The project of a database that a former run loaded; null without one. Unlogged tables are empty after a crash. */
async function keptProject(url: string): Promise<number | null> {
  const mark = `
    select shobj_description(oid, 'pg_database') as mark, (select count(*) from (select from flat_events limit 1) f) as flat
    from pg_database where datname = current_database()`;
  const row = await runOnce(url, mark).then(
    ({ rows }) => rows[0] as { mark: string | null; flat: string },
    () => null,
  );
  const id = /^project (\d+)$/.exec(row?.mark ?? '')?.[1];
  return row?.flat === '1' && id ? Number(id) : null;
}

/** Runs `work` as a named stage and prints how long it took. */
function stopwatch(times: StageTimes) {
  return async (stage: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    const seconds = (performance.now() - start) / 1000;
    times.push({ stage, seconds });
    console.log(`${stage.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s`);
  };
}

/** An SQL file of this folder with psql's variables put in and its commands left out: npm's Postgres has no psql. */
async function script(file: string, variables: Record<string, number>): Promise<string> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return text
    .replaceAll(/^\\.*$/gm, '')
    .replaceAll(/(?<!:):(\w+)/g, (whole, name: string) => String(variables[name] ?? whole));
}

async function createProject(store: Store): Promise<number> {
  const { id } = await store.prisma.project.create({
    data: {
      name: 'Bench',
      domain: HOSTNAME,
      writeKey: newWriteKey(),
      organization: { create: { name: 'Bench', slug: 'bench' } },
    },
  });
  await store.prisma.projectRevision.create({ data: { projectId: id } });
  return id;
}

/** The origin and client texts of the dataset's combinations, as the ingest path writes them. */
async function giveTexts(client: pg.Client): Promise<void> {
  await client.query(`
    create temporary table origins (referrer_domain text, utm_source text, text text);
    create temporary table clients (country text, device text, browser text, os text, text text)`);
  const origins = await client.query<{ referrer: string; utm: string }>(
    `select distinct coalesce(referrer_domain, '') as referrer, coalesce(utm_source, '') as utm from flat_events`,
  );
  await client.query('insert into origins select * from unnest($1::text[], $2::text[], $3::text[])', [
    origins.rows.map((row) => row.referrer),
    origins.rows.map((row) => row.utm),
    origins.rows.map((row) => originText(row.referrer, row.utm)),
  ]);
  const clients = await client.query<Client & Record<string, string>>(
    'select distinct country::text, device, browser, os from flat_events',
  );
  await client.query(
    'insert into clients select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])',
    [
      ...(['country', 'device', 'browser', 'os'] as const).map((kind) =>
        clients.rows.map((row) => row[kind]),
      ),
      clients.rows.map((row) => JSON.stringify(row, [...CLIENT_KINDS])),
    ],
  );
}

const DELIVERY: Delivery = {
  receivedAt: Date.parse('2026-11-20T00:00:00Z'),
  sentAt: null,
  address: null,
  userAgent: null,
  acceptLanguage: null,
  trusted: true,
  proxyGeography: null,
};

function originText(referrer: string, utmSource: string): string {
  const input = {
    visitorId: 'anyone',
    url: `https://${HOSTNAME}/${utmSource && `?utm_source=${utmSource}`}`,
    referrer: referrer && `https://${referrer}/`,
  };
  const checked = checkEvent(input, 0, DELIVERY);
  if ('code' in checked) throw new Error(checked.message);
  return enrichEvent(checked, DELIVERY, {
    locate: () => null,
    saltOf: () => new Uint8Array(),
    projectId: 0,
    siteHostnames: [HOSTNAME],
    arrival: 0,
  }).origin;
}
