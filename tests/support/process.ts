import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import manifest from '../../package.json' with { type: 'json' };
import { MIGRATIONS } from '../../src/store/database.ts';
import { buildTracker } from '../../tracker/build.ts';
import { query } from './postgres.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The options that `npm start` gives to Node. */
export const NODE_OPTIONS: readonly string[] = manifest.scripts.start.match(/--\S+/g) ?? [];

/** A directory that every user may pass through: run as root, the embedded Postgres is another user's. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pulsegraph-start-'));
  await chmod(directory, 0o755);
  return directory;
}

/** Compiles the server, as `npm run build` does, and returns its main file: it starts in half the time of tsx. */
export async function buildServer(): Promise<string> {
  const directory = await temporaryDirectory();
  const dist = path.join(directory, 'dist');
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', dist],
    {
      cwd: ROOT,
    },
  );
  for (const name of ['node_modules', 'prisma', 'package.json'])
    await symlink(path.join(ROOT, name), path.join(directory, name));
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'tracker.js'), await buildTracker());
  return path.join(dist, 'main.js');
}

/** A program that runs beside the tests. */
export interface Program {
  pid: number;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the program and its output have ended, with its exit code or the signal that ended it. */
  exit: Promise<number | NodeJS.Signals>;
  /** Resolves with the first match in its standard output; rejects when it ends without one. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts a program with no environment but `env`. */
export function startProgram(command: string[], cwd: string, env: Record<string, string>): Program {
  const [file = '', ...args] = command;
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(file, args, { cwd, env: { PATH, HOME, ...env } });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  const exit = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    pid: child.pid ?? 0,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    kill: (signal) => void child.kill(signal),
    exit,
    async says(pattern) {
      const ended = exit.then((code) => ({ code }));
      for (;;) {
        const match = pattern.exec(output.stdout);
        if (match) return match;
        const more = child.stdout ? once(child.stdout, 'data').then(() => null) : null;
        const end = await Promise.race([more, ended]);
        if (end && !pattern.test(output.stdout))
          throw new Error(`it ended (${end.code}) without ${pattern}:\n${output.stdout}\n${output.stderr}`);
      }
    },
  };
}

/** Starts the compiled server on a free port, and resolves with its URL when it serves. */
export async function startServerProcess(
  main: string,
  cwd: string,
  env: Record<string, string> = {},
): Promise<{ program: Program; url: string }> {
  const program = startProgram([process.execPath, ...NODE_OPTIONS, main], cwd, { PORT: '0', ...env });
  const [, url = ''] = await program.says(/^listening on (\S+)\/graphql$/m);
  return { program, url };
}

/** Asks a server over HTTP; throws on any error. */
export async function ask<T, V>(
  url: string,
  document: TypedDocumentNode<T, V>,
  variables: V,
  authorization?: string,
): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization ? { authorization: `Bearer ${authorization}` } : {}),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The names of the migrations of the source tree, in their order. */
export async function migrations(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The migrations that a database has, each as often as it was applied. */
export async function appliedMigrations(databaseUrl: string): Promise<string[]> {
  const history = 'select migration_name as name from _prisma_migrations order by name';
  return (await query(databaseUrl, history)).rows.map(({ name }) => name);
}
