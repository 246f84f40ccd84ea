import { constants, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, run } from './command.ts';

/** A process id that no system gives, so that Postgres sees at once that its holder is gone. */
const NO_PROCESS = '2147483647';

/** A running Postgres server, as its postmaster.pid tells it. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False while it recovers or shuts down. */
  ready: boolean;
}

/** The server that runs on the data directory, if one does. */
export async function findPostmaster(directory: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(directory), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const postmaster = parsePidFile(text);
  return postmaster !== undefined && (await runsOn(directory, postmaster.pid)) ? postmaster : undefined;
}

/** Lines of postmaster.pid: 1 the process, 4 the port, 8 the status (Postgres's src/include/utils/pidfile.h). */
export function parsePidFile(text: string): Postmaster | undefined {
  const [pid, , , port, , , , status] = text.split('\n');
  if (pid === undefined || !(Number(pid) > 0)) return undefined;
  return { pid: Number(pid), port: Number(port ?? 0), ready: status?.trim() === 'ready' };
}

/**
 * Postgres will not start while the process named in postmaster.pid lives, though it may be another program that was
 * given the number since. The file is then rewritten in place, to name no process; deleting it could hit the file of
 * a server that started in between, and would lose the shared memory key by which Postgres finds surviving backends.
 */
export async function retirePidFile(directory: string): Promise<void> {
  // The directory is the database user's: as root, no symlink of theirs is followed to a file of root's.
  const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
  const file = await open(pidFile(directory), flags).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return;
  try {
    const text = await file.readFile('utf8');
    const postmaster = parsePidFile(text);
    // A power cut can leave the file empty, and so it is for an instant while a server starts.
    const stale =
      postmaster === undefined
        ? Date.now() - (await file.stat()).mtimeMs > 5000
        : isAlive(postmaster.pid) && !(await runsOn(directory, postmaster.pid));
    if (stale) await file.write(text.replace(/^.*\n?/, `${NO_PROCESS}\n`), 0);
  } finally {
    await file.close();
  }
}

/** True when the process is the server of this data directory, or may be: it lives and hides what it is. */
export async function runsOn(directory: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandLine(pid);
  return command === undefined || `${command} `.includes(`postgres -D ${directory} `);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // A process that may not be signalled belongs to another user, who could not run this server.
    return false;
  }
}

async function commandLine(pid: number): Promise<string | undefined> {
  try {
    return process.platform === 'linux'
      ? (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
      : await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]);
  } catch {
    return undefined;
  }
}

function pidFile(directory: string): string {
  return join(directory, 'postmaster.pid');
}
