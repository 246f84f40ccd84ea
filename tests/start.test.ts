import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { graphql } from './gql/gql.ts';
import {
  appliedMigrations,
  ask,
  buildServer,
  migrations,
  type Program,
  startProgram,
  startServerProcess,
  temporaryDirectory,
} from './support/process.ts';

// One server after another on one data directory, as its operator sees them.

const Register = graphql(`
  mutation StartRegister($input: RegisterInput!) {
    register(input: $input) { accessToken refreshToken organization { id } }
  }
`);
const CreateProject = graphql(`
  mutation StartCreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);
const Track = graphql(`
  mutation StartTrack($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }
`);
const Stored = graphql(`
  query StartStored { viewer { user { email } projects { name events { nodes { name } } } } }
`);

const EMAIL = 'ada.lovelace@example.org';
const PASSWORD = 'the analytical engine';

let main: string;
let directory: string;
let server: Program;
let url: string;
let owner: { accessToken: string; refreshToken: string; writeKey: string };
const programs: Program[] = [];

beforeAll(async () => {
  main = await buildServer();
  directory = await temporaryDirectory();
});
afterAll(async () => {
  for (const program of programs) program.kill('SIGKILL');
  // Where a test failed, a server may have left its Postgres running.
  const left = await postgres().catch(() => null);
  if (left) process.kill(left.pid, 'SIGINT');
  await rm(directory, { recursive: true, force: true });
  await rm(path.dirname(path.dirname(main)), { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<void> {
  const started = await startServerProcess(main, directory, env);
  programs.push(started.program);
  server = started.program;
  url = started.url;
}

/** The Postgres of a data directory: lines 1 and 4 of postmaster.pid are its process and its port. */
async function postgres(parent = directory) {
  const files = path.join(parent, 'data/postgres');
  const password = (await readFile(path.join(files, 'pulsegraph-password'), 'utf8')).trim();
  const [pid, , , port] = (await readFile(path.join(files, 'postmaster.pid'), 'utf8')).split('\n');
  if (!port) throw new Error('it has no port yet');
  return {
    pid: Number(pid),
    password,
    url: `postgres://pulsegraph:${password}@127.0.0.1:${port}/pulsegraph`,
  };
}

/** A process that has ended may still be listed, where its parent was killed before it. */
async function isServing(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl);
  const connected = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end();
  return connected;
}

const track = (...names: string[]) =>
  ask(url, Track, {
    input: { writeKey: owner.writeKey, events: names.map((name) => ({ name, visitorId: 'visitor-4711' })) },
  });

async function storedEvents() {
  const { viewer } = await ask(url, Stored, {}, owner.accessToken);
  expect(viewer?.user?.email).toBe(EMAIL);
  return viewer?.projects.flatMap(({ events }) => events.nodes.map(({ name }) => name));
}

it('starts with no environment, says where it listens, and welcomes who is new', async () => {
  await start();
  expect(server.stderr()).toBe('');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { stdout } = server;
  expect(stdout().match(/^listening on .*$/gm)).toEqual([`listening on ${url}/graphql`]);
  await vi.waitFor(() => expect(stdout()).toContain('data-write-key'));
  const welcome = stdout().slice(stdout().indexOf('listening on'));
  expect(welcome).toContain(`Open ${url}/graphql`);
  expect(welcome).toContain(`curl ${url}/api/events`);
  expect(welcome).toContain(`<script defer src="${url}/tracker.js" data-write-key="wk_..."></script>`);
  expect((await fetch(`${url}/tracker.js`)).status).toBe(200);

  const { register } = await ask(url, Register, {
    input: { email: EMAIL, password: PASSWORD, organizationName: 'Engines' },
  });
  const { createProject } = await ask(
    url,
    CreateProject,
    { input: { organizationId: register.organization?.id ?? '', name: 'Engine' } },
    register.accessToken,
  );
  owner = { ...register, writeKey: createProject.project.writeKey };
  await track('first');
  expect(await storedEvents()).toEqual(['first']);
});

it('serves the same data after a kill of the server alone, with Postgres left running', async () => {
  const before = await postgres();
  server.kill('SIGKILL');
  expect(await server.exit).toBe('SIGKILL');
  expect(await isServing(before.url)).toBe(true);
  await start({ LOG_LEVEL: 'debug' });
  expect(await storedEvents()).toEqual(['first']);
  expect(await postgres()).toEqual(before);
  expect(server.stdout()).not.toContain('nobody has registered');
});

it('answers on SIGTERM what was asked before, and stops with exit code 0, Postgres with it', async () => {
  const { url: databaseUrl } = await postgres();
  const lock = new pg.Client(databaseUrl);
  await lock.connect();
  // A transaction sees one state of pg_stat_activity.
  const observer = new pg.Client(databaseUrl);
  await observer.connect();
  await lock.query('begin');
  await lock.query('select from project_revisions for update');
  const tracked = track('in flight');
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'`;
  await vi.waitFor(async () => expect((await observer.query(waiting)).rowCount).toBe(1), { timeout: 10_000 });
  await observer.end();

  server.kill('SIGTERM');
  await vi.waitFor(() => expect(fetch(`${url}/health`)).rejects.toThrow(), { timeout: 10_000 });
  server.kill('SIGTERM');
  await lock.end();
  expect(await tracked).toEqual({ trackEvents: { accepted: 1 } });
  expect(await server.exit).toBe(0);
  expect(await isServing(databaseUrl)).toBe(false);
});

it('finds its data again at the next start, and welcomes nobody', async () => {
  await start({ LOG_LEVEL: 'debug' });
  expect(await storedEvents()).toEqual(['in flight', 'first']);
  expect(server.stdout()).not.toContain('nobody has registered');
});

it('serves the same data after a kill of server and Postgres', async () => {
  await track('last before the crash');
  const { pid, url: databaseUrl } = await postgres();
  server.kill('SIGKILL');
  await server.exit;
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(async () => expect(await isServing(databaseUrl)).toBe(false), { timeout: 10_000 });

  await start({ LOG_LEVEL: 'debug' });
  expect(await storedEvents()).toEqual(['last before the crash', 'in flight', 'first']);
});

it('logs what it did not expect, without the values of the row that failed', async () => {
  const client = new pg.Client((await postgres()).url);
  await client.connect();
  await client.query(`alter table users add constraint no_grace check (email not like 'grace%')`);
  await client.end();
  const input = { email: 'grace.hopper@example.org', password: PASSWORD, organizationName: 'Compilers' };
  await expect(ask(url, Register, { input })).rejects.toThrow('INTERNAL_SERVER_ERROR');
  await server.says(/"level":50.*violates check constraint/);
});

it('stops on SIGINT, however often it comes', async () => {
  const { url: databaseUrl } = await postgres();
  server.kill('SIGINT');
  await server.says(/"msg":"stopping"/);
  server.kill('SIGINT');
  server.kill('SIGTERM');
  expect(await server.exit).toBe(0);
  expect(await isServing(databaseUrl)).toBe(false);
});

it('stops when it is told to while it starts', async () => {
  const program = startProgram([process.execPath, main], directory, { PORT: '0' });
  programs.push(program);
  const { url: databaseUrl } = await vi.waitFor(postgres, { timeout: 20_000 });
  program.kill('SIGTERM');
  expect(await program.exit).toBe(0);
  expect(await isServing(databaseUrl)).toBe(false);
});

it('serves from two processes that start at one instant on one empty directory', async () => {
  const shared = await temporaryDirectory();
  const [one, two] = await Promise.all([startServerProcess(main, shared), startServerProcess(main, shared)]);
  programs.push(one.program, two.program);
  const { url: databaseUrl } = await postgres(shared);
  expect(await appliedMigrations(databaseUrl)).toEqual(await migrations());

  const input = { email: EMAIL, password: PASSWORD, organizationName: 'Engines' };
  const { register } = await ask(one.url, Register, { input });
  const { viewer } = await ask(two.url, Stored, {}, register.accessToken);
  expect(viewer?.user?.email).toBe(EMAIL);

  one.program.kill('SIGTERM');
  expect(await one.program.exit).toBe(0);
  expect((await fetch(`${two.url}/ready`)).status).toBe(200);
  two.program.kill('SIGTERM');
  expect(await two.program.exit).toBe(0);
  expect(await isServing(databaseUrl)).toBe(false);
  await rm(shared, { recursive: true });
});

it('has logged no secret and nothing about a person', async () => {
  const logged = programs.map(({ stdout, stderr }) => stdout() + stderr()).join('\n');
  const password = (await readFile(path.join(directory, 'data/postgres/pulsegraph-password'), 'utf8')).trim();
  const signing = await readFile(path.join(directory, 'data/jwt-secret'), 'utf8');
  const private_ = [
    EMAIL,
    'grace.hopper',
    PASSWORD,
    'visitor-4711',
    password,
    signing.trim(),
    ...Object.values(owner).map(String),
  ];
  for (const value of private_) expect(logged).not.toContain(value);
});
