import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findPackage } from '../src/store/embedded/binaries.ts';
import { run } from '../src/store/embedded/command.ts';
import { buildServer, type Program, startServerProcess, temporaryDirectory } from './support/process.ts';

// Servers whose embedded Postgres ends under them.

let main: string;
let directory: string;
const servers: { program: Program; url: string }[] = [];
let key: string;

beforeAll(async () => {
  main = await buildServer();
  directory = await temporaryDirectory();
  for (let i = 0; i < 2; i++) servers.push(await startServerProcess(main, directory));
  key = await register();
}, 120_000);
afterAll(async () => {
  for (const { program } of servers) program.kill('SIGTERM');
  await Promise.all(servers.map(({ program }) => program.exit));
  await rm(directory, { recursive: true, force: true });
  await rm(path.dirname(path.dirname(main)), { recursive: true, force: true });
});

async function graphql(query: string, authorization?: string) {
  const response = await fetch(`${servers[0]?.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization ? { authorization: `Bearer ${authorization}` } : {}),
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

async function register(): Promise<string> {
  const { register: made } = await graphql(
    'mutation { register(input: { email: "a@example.org", password: "the analytical engine", organizationName: "a" }) { accessToken organization { id } } }',
  );
  const { createProject } = await graphql(
    `mutation { createProject(input: { organizationId: "${made.organization.id}", name: "a" }) { project { writeKey } } }`,
    made.accessToken,
  );
  return createProject.project.writeKey;
}

const files = () => path.join(directory, 'data/postgres');

async function postmaster(): Promise<{ pid: number; port: number }> {
  const [pid, , , port] = (await readFile(path.join(files(), 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(pid), port: Number(port) };
}

const ready = async (url: string | undefined) => {
  const response = await fetch(`${url}/ready`);
  return { status: response.status, text: await response.text() };
};

const track = async (url: string | undefined): Promise<boolean> => {
  const response = await fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writeKey: key, events: [{ name: 'after', visitorId: 'ada' }] }),
  });
  return response.ok;
};

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const password = (await readFile(path.join(files(), 'pulsegraph-password'), 'utf8')).trim();
  const { port } = await postmaster();
  const client = new pg.Client(`postgres://pulsegraph:${password}@127.0.0.1:${port}/pulsegraph`);
  await client.connect();
  return client.query(statement).then(
    ({ rows }) => client.end().then(() => rows),
    (error: unknown) => client.end().then(() => Promise.reject(error)),
  );
}

it.each([
  ['is killed', async ({ pid }: { pid: number }) => void process.kill(pid, 'SIGKILL')],
  [
    'is stopped in an orderly way',
    async ({ pid }: { pid: number }) => {
      const pgCtl = path.join(findPackage(process.platform, process.arch).directory, 'native/bin/pg_ctl');
      const owner = process.getuid?.() === 0 ? await ownerOf(pid) : undefined;
      await run(pgCtl, ['kill', 'INT', String(pid)], owner);
    },
  ],
])(
  'a Postgres that %s is started again by the servers that use it',
  {
    timeout: 90_000,
  },
  async (_, end) => {
    const before = await postmaster();
    expect(await track(servers[0]?.url)).toBe(true);
    await end(before);
    await vi.waitFor(
      async () => {
        expect((await postmaster()).pid).not.toBe(before.pid);
        for (const { url } of servers) expect(await ready(url)).toMatchObject({ status: 200 });
      },
      { timeout: 40_000, interval: 200 },
    );
    expect((await postmaster()).port).toBe(before.port);
    for (const { url } of servers) expect(await track(url)).toBe(true);
    for (const { program } of servers) {
      expect(program.stdout()).toContain('it is started again where it ended');
      expect(program.stdout()).toContain('the embedded Postgres serves again');
    }
    // Both are members again, and the jobs of both listen.
    await vi.waitFor(
      async () => {
        const named = (name: string) =>
          query(
            `select distinct application_name, pid from pg_stat_activity where application_name like '${name}'`,
          );
        expect((await named('pulsegraph-embedded')).length).toBe(2);
        const jobs = new Set(
          (await named('pulsegraph jobs %')).map(({ application_name }) => application_name),
        );
        expect(jobs.size).toBe(2);
      },
      { timeout: 20_000, interval: 500 },
    );
  },
);

/** The user that a process runs as. */
async function ownerOf(pid: number): Promise<{ uid: number; gid: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const id = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]);
  return { uid: id('Uid'), gid: id('Gid') };
}
