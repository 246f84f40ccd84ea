import { readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { isAlive } from '../src/store/embedded/pidfile.ts';
import { graphql } from './gql/gql.ts';
import { ask, buildServer, ROOT, startProgram, startServerProcess } from './support/process.ts';

// Commands as they are documented, through npm: npm passes signals to its shell, which may end alone.

let directory: string;
beforeAll(async () => {
  directory = path.dirname(path.dirname(await buildServer()));
  await symlink(path.join(ROOT, 'scripts'), path.join(directory, 'scripts'));
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Starts a script of package.json, and resolves with the process that runs it, once it says what it says. */
async function startScript(args: string[], says: RegExp, env: Record<string, string> = {}) {
  const npm = startProgram(['npm', ...args], directory, {
    PORT: '0',
    npm_config_update_notifier: 'false',
    ...env,
  });
  onTestFinished(() => npm.kill('SIGKILL'));
  await npm.says(says);
  return npm;
}

/** The process in which Node runs the script: npm's child, or its shell's. */
async function nodeOf(npm: number): Promise<number> {
  for (let pid = npm; ; ) {
    const [child] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ');
    if (!child) return pid;
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8');
    if (command.startsWith('node\0')) return Number(child);
    pid = Number(child);
  }
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(directory, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const;

it.each(SIGNALS)(
  'npm start ends with its server and Postgres on a %s to npm alone',
  { timeout: 90_000 },
  async (signal) => {
    const npm = await startScript(['start'], /^listening on/m);
    const [node, database] = [await nodeOf(npm.pid), await postmaster()];
    expect([npm.pid, node, database].map(isAlive)).toEqual([true, true, true]);
    npm.kill(signal);
    await vi.waitFor(() => expect([node, database].map(isAlive)).toEqual([false, false]), {
      timeout: 30_000,
      interval: 100,
    });
    expect(npm.stdout()).toContain('"msg":"stopping"');
    if (signal === 'SIGTERM' || signal === 'SIGINT') expect(await npm.exit).toBe(0);
  },
);

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'the server itself drains on %s',
  { timeout: 90_000 },
  async (signal) => {
    const npm = await startScript(['start'], /^listening on/m);
    const [node, database] = [await nodeOf(npm.pid), await postmaster()];
    process.kill(node, signal);
    expect(await npm.exit).toBe(0);
    // A postmaster that has removed its file takes some milliseconds more to give its memory back.
    await vi.waitFor(() => expect([node, database].map(isAlive)).toEqual([false, false]), { interval: 5 });
  },
);

describe('a long command', () => {
  const Register = graphql(`
    mutation SignalsRegister($input: RegisterInput!) {
      register(input: $input) { accessToken organization { id } }
    }
  `);
  const CreateProject = graphql(`
    mutation SignalsCreateProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }
  `);
  let project: string;
  beforeAll(async () => {
    const { program, url } = await startServerProcess(path.join(directory, 'dist/main.js'), directory);
    const account = {
      email: 'ada@example.org',
      password: 'the analytical engine',
      organizationName: 'Engines',
    };
    const { register } = await ask(url, Register, { input: account });
    const input = { organizationId: register.organization?.id ?? '', name: 'Engine' };
    project = (await ask(url, CreateProject, { input }, register.accessToken)).createProject.project.id;
    program.kill('SIGTERM');
    await program.exit;
  }, 60_000);

  it.each(SIGNALS)('ends, and its Postgres, on a %s to npm alone', { timeout: 90_000 }, async (signal) => {
    // It reads a log that goes on and on.
    const args = ['run', 'import', '--', '--format', 'combined', '-', '--project', project];
    const npm = await startScript(args, /import/);
    const database = await vi.waitFor(postmaster, { timeout: 30_000, interval: 100 });
    await vi.waitFor(() => expect(npm.stderr()).toContain('has no domain'), {
      timeout: 30_000,
      interval: 100,
    });
    const node = await nodeOf(npm.pid);
    npm.kill(signal);
    await vi.waitFor(() => expect([node, database].map(isAlive)).toEqual([false, false]), {
      timeout: 30_000,
      interval: 100,
    });
  });
});
