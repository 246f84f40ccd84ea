import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { childEnvironment, run } from './command.ts';
import { findPostmaster, type Postmaster, retirePidFile, runsOn } from './pidfile.ts';
import { serverSettings, thisMachine } from './settings.ts';

const LOG_LIMIT_BYTES = 1024 ** 2;
const LOG_TAIL_BYTES = 4096;
/** The last checkpoint writes up to shared_buffers to a slow disk. */
const STOP_LIMIT_MS = 300_000;

/**
 * Failures that pass: another process was faster, took the port, or the last server's backends are still ending.
 */
const passing = /lock file .* (already exists|is empty)|Address already in use|shared memory block .* in use/;

/**
 * Starts a server on the data directory, in a session of its own, so that a Ctrl-C on the terminal does not reach it. It
 * listens on `port`, else on the former server's where that is free: who used that one knows no other.
 * True when it serves; false when it gave way to another or to a passing hindrance, or is not ready at the time
 * `until`. Throws with the end of the log when it will not start.
 */
export async function launchPostmaster(cluster: Cluster, until: number, port?: number): Promise<boolean> {
  await retirePidFile(cluster.directory);
  const log = await openLog(cluster);
  try {
    const { size } = await log.stat();
    const exit = await spawnPostmaster(cluster, log, until, port ?? (await choosePort(cluster.directory)));
    if (exit === undefined) return Date.now() < until;
    const said = await readEnd(cluster.log, size);
    // 0: another process that joined it has stopped it already.
    if (exit === 0 || passing.test(said)) return false;
    throw startFailed(cluster, `it ended at once (${exit})`, said);
  } finally {
    await log.close();
  }
}

/** Resolves when the server is ready or time is up, or with the exit code or signal of one that ended instead. */
async function spawnPostmaster(
  cluster: Cluster,
  log: FileHandle,
  until: number,
  port: number,
): Promise<number | string | undefined> {
  const settings = serverSettings(await thisMachine());
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { detached: true, stdio: ['ignore', log.fd, log.fd], cwd: '/', env: childEnvironment, ...cluster.owner },
  );
  await once(child, 'spawn');
  child.unref();
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await findPostmaster(cluster.directory);
    if ((postmaster?.pid === child.pid && postmaster?.ready) || Date.now() >= until) return undefined;
    await delay(10);
  }
  return child.signalCode ?? child.exitCode ?? undefined;
}

/**
 * Stops the server: rolls open transactions back, ends its connections, and waits until it is gone. Not with
 * "pg_ctl stop", which goes on to wait for the next server when another process starts one at once.
 */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  const { directory, binaries, owner, log } = cluster;
  const until = Date.now() + STOP_LIMIT_MS;
  await run(binaries.pgCtl, ['kill', 'INT', String(pid)], owner).catch(async (error: unknown) => {
    if (await runsOn(directory, pid)) throw error;
  });
  while (await runsOn(directory, pid)) {
    if (Date.now() > until) throw new Error(`Postgres (process ${pid}) does not stop. Its log is ${log}.`);
    await delay(10);
  }
}

/** The error for a server that will not start; ends with the end of its log. */
export function startFailed(cluster: Cluster, reason: string, log: string): Error {
  return new Error(
    `Postgres did not start on ${cluster.directory}: ${reason}. The end of its log, ${cluster.log}:\n` +
      `${log.trim() || '(empty)'}\n` +
      'Check the space and the permissions there, set DATA_DIR to another directory, or set DATABASE_URL.',
  );
}

/** The end of a log file, from byte `from` on; some kilobytes at most. */
export async function readEnd(path: string, from: number): Promise<string> {
  const log = await open(path);
  try {
    const { size } = await log.stat();
    const start = Math.max(Math.min(from, size), size - LOG_TAIL_BYTES);
    const { buffer, bytesRead } = await log.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await log.close();
  }
}

async function openLog({ log, owner }: Cluster): Promise<FileHandle> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.old`);
  const file = await open(log, 'a', 0o600);
  if (owner !== undefined) await file.chown(owner.uid, owner.gid);
  return file;
}

async function choosePort(directory: string): Promise<number> {
  const options = await readFile(join(directory, 'postmaster.opts'), 'utf8').catch(() => '');
  const former = Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
  return listenOnce(former).catch(() => listenOnce(0));
}

/** The port, or any free one for 0; rejects where it is taken. */
async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('127.0.0.1 gave no port.');
  return address.port;
}
