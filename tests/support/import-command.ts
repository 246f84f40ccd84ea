import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/import/main.ts', import.meta.url));

export interface ImportResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The import command as a process of its own. */
export interface ImportProcess {
  child: ChildProcess;
  /** Resolves when the first batch is stored. */
  progressed: Promise<unknown>;
  ended: Promise<ImportResult>;
}

/** Starts `npm run import -- ...args` without npm; its standard input stays open. */
export function startImport(environment: Record<string, string>, args: readonly string[]): ImportProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    env: { ...inherited, LOG_LEVEL: 'warn', ...environment },
    stdio: 'pipe',
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  // What it does not read any more, because it has failed or was killed.
  child.stdin.on('error', () => undefined);
  const progressed = new Promise((resolve) => {
    child.stderr.on('data', () => output.stderr.includes('pageviews stored') && resolve(undefined));
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...output }));
  return { child, progressed, ended };
}

/** Runs the import command to its end, with `input` on its standard input. */
export function runImport(
  environment: Record<string, string>,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<ImportResult> {
  const { child, ended } = startImport(environment, args);
  child.stdin?.end(input);
  return ended;
}
