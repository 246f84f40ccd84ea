import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The user a child process runs as; absent: the same as this process. */
export interface Owner {
  uid: number;
  gid: number;
}

/**
 * The environment of every child: nothing of this process's, because PGDATA, PGOPTIONS, LC_ALL or a HOME that the
 * database's user may not read change what initdb and postgres do.
 */
export const childEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LANG: 'C',
  HOME: '/',
};

const executeFile = promisify(execFile);

/** Runs a program to its end and returns its output; throws an Error that carries `code` and `stderr`. */
export async function run(file: string, args: string[], owner?: Owner): Promise<string> {
  const { stdout } = await executeFile(file, args, { env: childEnvironment, cwd: '/', ...owner });
  return stdout;
}

/** The `code` of a system or Postgres error, such as ENOENT or 28P01. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** What a failed program said, or else what is wrong with running it. */
export function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== ''
    ? error.stderr.trim()
    : error.message;
}
