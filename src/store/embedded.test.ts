import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPackage, provideBinaries } from './embedded/binaries.ts';
import { serverSettings } from './embedded/settings.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
const directories: string[] = [];
const processes: ChildProcess[] = [];
let template = '';

beforeAll(async () => {
  template = await makeDataDir();
  await (await startEmbeddedPostgres({ dataDir: template })).stop();
  const made = directories.splice(0);
  return () => removeAll(made);
});

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  await removeAll(directories.splice(0));
});

async function removeAll(paths: string[]): Promise<void> {
  for (const path of paths) {
    await killServer(path);
    await rm(path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A directory that every user can pass through; the data directory in it does not exist yet. */
async function makeDataDir(mode = 0o755): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'pulsegraph-embedded-'));
  await chmod(parent, mode);
  directories.push(join(parent, 'data'), parent);
  return join(parent, 'data');
}

/** A data directory with a database in it, which nothing serves: a copy, because initdb takes a second. */
async function makeDatabase(): Promise<string> {
  const dataDir = await makeDataDir();
  execFileSync('cp', ['-pR', template, dataDir]);
  return dataDir;
}

/** A process of its own, in a process group of its own, that starts the database and stops it when told to. */
function spawnUser(dataDir: string): ChildProcess {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded.ts', import.meta.url))};
    process.on('SIGINT', () => {});
    const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(database.url);
    process.stdin.once('data', () => database.stop().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  return child;
}

async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no stdout');
  const [line] = await once(createInterface(child.stdout), 'line');
  return line;
}

async function stopUser(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.stdin?.write('stop\n');
  expect(await exit).toEqual([0, null]);
}

async function killUser(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

function serverPid(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** The command line tells a live process from one that ended and waits for its parent to notice. */
function isRunning(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim()[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Kills the server of a data directory, if it is one of ours, and waits for it to go. */
async function killServer(dataDir: string): Promise<void> {
  const pid = serverPid(dataDir);
  if (pid === undefined || !isRunning(pid)) return;
  const command = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (!command.includes(join(dataDir, 'postgres'))) return;
  process.kill(pid, 'SIGKILL');
  await expectEnd(pid);
}

/** A process that has removed postmaster.pid takes some milliseconds more to give its memory back. */
async function expectEnd(pid: number | undefined): Promise<void> {
  await vi.waitFor(() => expect(pid !== undefined && isRunning(pid)).toBe(false), { interval: 5 });
}

async function stopAndExpectGone(database: EmbeddedPostgres, dataDir: string): Promise<void> {
  const pid = serverPid(dataDir);
  await database.stop();
  expect(serverPid(dataDir)).toBeUndefined();
  await expectEnd(pid);
}

describe('starting and stopping', () => {
  it('makes a database for this machine only, and finds its data again', async () => {
    const dataDir = await makeDataDir();
    const first = await startEmbeddedPostgres({ dataDir });
    expect(first.notice).toBeUndefined();
    expect(new URL(first.url)).toMatchObject({
      protocol: 'postgres:',
      hostname: '127.0.0.1',
      pathname: '/pulsegraph',
    });
    await ask(first.url, 'create table kept as select 42 as answer');
    const settings = [
      'server_encoding',
      'listen_addresses',
      'fsync',
      'synchronous_commit',
      'TimeZone',
      'jit',
    ];
    expect(
      await ask(
        first.url,
        `select ${settings.map((name) => `current_setting('${name}')`).map((call, i) => `${call} as s${i}`)}`,
      ),
    ).toEqual([{ s0: 'UTF8', s1: '127.0.0.1', s2: 'on', s3: 'on', s4: 'UTC', s5: 'off' }]);
    // By code point, on every system: the order of en_US would put "b" first.
    expect(await ask(first.url, "select lower('ÄÖ') as lower, 'Z' < 'b' as sorted")).toEqual([
      { lower: 'äö', sorted: true },
    ]);
    await stopAndExpectGone(first, dataDir);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stopAndExpectGone(second, dataDir);
    await second.stop();
  });

  it('asks for a random password, kept where only its user can read it', async () => {
    const dataDir = await makeDatabase();
    const database = await startEmbeddedPostgres({ dataDir });
    const url = new URL(database.url);
    expect(url.password).toMatch(/^[\w-]{32}$/);
    expect(statSync(join(dataDir, 'postgres', 'pulsegraph-password')).mode & 0o777).toBe(0o600);
    const rules = 'select distinct auth_method from pg_hba_file_rules';
    expect(await ask(database.url, rules)).toEqual([{ auth_method: 'scram-sha-256' }]);
    url.password = 'guess';
    await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    await database.stop();
  });

  it('stays while another client is connected, and is stopped by the next to leave', async () => {
    const dataDir = await makeDatabase();
    const first = await startEmbeddedPostgres({ dataDir });
    const client = new pg.Client(first.url);
    await client.connect();
    await first.stop();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.url).toBe(first.url);
    await stopAndExpectGone(second, dataDir);
  });

  it('keeps the log of the server short', async () => {
    const dataDir = await makeDatabase();
    const log = join(dataDir, 'postgres.log');
    await writeFile(log, 'x'.repeat(2 * 1024 ** 2));
    const database = await startEmbeddedPostgres({ dataDir });
    expect(statSync(log).size).toBeLessThan(10_000);
    expect(statSync(`${log}.old`).size).toBe(2 * 1024 ** 2);
    await database.stop();
  });
});

describe('a server that ends while it is used', () => {
  it('is started again, and its user is its member again', async () => {
    const dataDir = await makeDatabase();
    const said: string[] = [];
    const log = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text) };
    const database = await startEmbeddedPostgres({ dataDir, log });
    expect(database.trouble()).toBe(null);
    process.kill(Number(serverPid(dataDir)), 'SIGKILL');
    await vi.waitFor(() => expect(said.at(-1)).toContain('serves again'), { timeout: 20_000 });
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(database.trouble()).toBe(null);
    await stopAndExpectGone(database, dataDir);
  });

  it('and does not start again is given up, with the end of its log', async () => {
    const dataDir = await makeDatabase();
    const database = await startEmbeddedPostgres({ dataDir, giveUpMs: 1_000 });
    const control = join(dataDir, 'postgres/global/pg_control');
    await unlink(control);
    process.kill(Number(serverPid(dataDir)), 'SIGKILL');
    expect((await database.lost).message).toMatch(/did not start on .*pg_control/s);
    expect(database.trouble()).toContain('does not start again');
    await database.stop();
  });
});

it('a server that hangs is told of, and not waited for', { timeout: 60_000 }, async () => {
  const dataDir = await makeDatabase();
  const first = await startEmbeddedPostgres({ dataDir });
  const pid = Number(serverPid(dataDir));
  process.kill(pid, 'SIGSTOP');
  const said: string[] = [];
  const log = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text) };
  const begun = performance.now();
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(
    `(process ${pid}) runs and does not answer`,
  );
  expect(performance.now() - begun).toBeLessThan(40_000);
  expect(said).toEqual([expect.stringContaining('waiting for the Postgres')]);
  process.kill(pid, 'SIGCONT');
  await stopAndExpectGone(first, dataDir);
});

describe('several processes', () => {
  it('start at the same instant on nothing, share one server, and the last one out stops it', async () => {
    const dataDir = await makeDataDir();
    const first = spawnUser(dataDir);
    const second = spawnUser(dataDir);
    const [url, secondUrl] = await Promise.all([urlOf(first), urlOf(second)]);
    expect(secondUrl).toBe(url);
    expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.log']);
    await stopUser(first);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const pid = serverPid(dataDir);
    await stopUser(second);
    expect(serverPid(dataDir)).toBeUndefined();
    await expectEnd(pid);
  });

  it('stop at the same instant without leaving it to each other', async () => {
    const dataDir = await makeDatabase();
    for (let round = 0; round < 3; round++) {
      const users = await Promise.all([1, 2, 3].map(() => startEmbeddedPostgres({ dataDir })));
      const pid = serverPid(dataDir);
      await Promise.all(users.map((user) => user.stop()));
      expect(serverPid(dataDir)).toBeUndefined();
      await expectEnd(pid);
    }
  });

  it('come and go as they like, and each has a server until it goes', async () => {
    const dataDir = await makeDatabase();
    const visit = async () => {
      const user = await startEmbeddedPostgres({ dataDir });
      expect(await ask(user.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await user.stop();
    };
    const visits = async () => {
      for (let round = 0; round < 4; round++) await visit();
    };
    await Promise.all([visits(), visits(), visits()]);
    expect(serverPid(dataDir)).toBeUndefined();
  });

  it('leaves the server running on Ctrl-C, for its processes to drain', async () => {
    const dataDir = await makeDatabase();
    const user = spawnUser(dataDir);
    const url = await urlOf(user);
    if (user.pid === undefined) throw new Error('no process');
    process.kill(-user.pid, 'SIGINT');
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stopUser(user);
    expect(serverPid(dataDir)).toBeUndefined();
  });
});

describe('after a crash', () => {
  it('of the process: takes the server over that still runs', async () => {
    const dataDir = await makeDatabase();
    const user = spawnUser(dataDir);
    const url = await urlOf(user);
    await killUser(user);
    const database = await startEmbeddedPostgres({ dataDir });
    expect(database.url).toBe(url);
    await stopAndExpectGone(database, dataDir);
  });

  it('of process and server: recovers what was committed', async () => {
    const dataDir = await makeDatabase();
    const user = spawnUser(dataDir);
    await ask(await urlOf(user), 'create table kept as select 42 as answer');
    await killUser(user);
    const killed = serverPid(dataDir);
    await killServer(dataDir);
    expect(serverPid(dataDir)).toBe(killed);
    const database = await startEmbeddedPostgres({ dataDir });
    expect(await ask(database.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stopAndExpectGone(database, dataDir);
  });

  it('of the server alone: stop() has nothing to do', async () => {
    const dataDir = await makeDatabase();
    const database = await startEmbeddedPostgres({ dataDir });
    await killServer(dataDir);
    await database.stop();
  });

  it('of the server alone: stop() ends the one that is being started again', async () => {
    const dataDir = await makeDatabase();
    const database = await startEmbeddedPostgres({ dataDir });
    await killServer(dataDir);
    await vi.waitFor(() => expect(database.trouble()).not.toBeNull(), { interval: 1, timeout: 10_000 });
    await database.stop();
    expect(serverPid(dataDir)).toBeUndefined();
  });

  it.each(['another program', 'nobody'])('starts although postmaster.pid names %s', async (holder) => {
    const dataDir = await makeDatabase();
    const first = await startEmbeddedPostgres({ dataDir });
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.stop();
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    const other = spawn('sleep', ['60'], { uid, gid });
    processes.push(other);
    if (holder === 'nobody') await killUser(other);
    await writeFile(file, text.replace(/^\d+/, String(other.pid)));
    const database = await startEmbeddedPostgres({ dataDir });
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(serverPid(dataDir)).not.toBe(other.pid);
    await stopAndExpectGone(database, dataDir);
  });

  it('starts although a power cut left postmaster.pid empty', async () => {
    const dataDir = await makeDatabase();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(file, '');
    await utimes(file, 0, 0);
    const database = await startEmbeddedPostgres({ dataDir });
    await stopAndExpectGone(database, dataDir);
  });

  it('half-way through initdb: begins anew, and clears the rest away', async () => {
    const dataDir = await makeDataDir();
    const user = spawnUser(dataDir);
    const draft = await vi.waitFor(
      async () => {
        const name = (await readdir(dataDir)).find((entry) => entry.includes('.draft-'));
        const path = join(dataDir, name ?? '');
        expect(existsSync(join(path, 'content', 'PG_VERSION'))).toBe(true);
        return path;
      },
      { interval: 1, timeout: 10_000 },
    );
    const exit = once(user, 'exit');
    if (user.pid === undefined) throw new Error('no process');
    process.kill(-user.pid, 'SIGKILL');
    await exit;
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    // Of a machine that cannot be asked: it may be at work there.
    const foreign = join(dataDir, 'postgres.draft-elsewhere-1-abcdef');
    const old = join(dataDir, 'postgres.draft-elsewhere-1-ghijkl');
    for (const path of [foreign, old]) await mkdir(path);
    await utimes(old, 0, 0);
    const database = await startEmbeddedPostgres({ dataDir });
    expect([draft, foreign, old].map(existsSync)).toEqual([false, true, false]);
    await stopAndExpectGone(database, dataDir);
  });
});

describe('what it says when it cannot start', () => {
  it('names the platform that has no binaries', () => {
    expect(() => findPackage('sunos', 'x64')).toThrow(
      'There is no embedded Postgres for sunos-x64; set DATABASE_URL to a Postgres 15 or newer.',
    );
  });

  it('leaves the data of another major version alone', async () => {
    const dataDir = await makeDatabase();
    const version = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(version, '15\n');
    const before = await readdir(join(dataDir, 'postgres'));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /was made by Postgres 15; this version brings Postgres 18, .* Nothing was changed\. .*pg_dump/s,
    );
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(before);
    expect(await readFile(version, 'utf8')).toBe('15\n');
  });

  it('leaves files alone that are no database', async () => {
    const dataDir = await makeDataDir();
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'dear');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /something else than a Postgres database/,
    );
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt']);
  });

  it('shows the end of the log of a server that does not come up', async () => {
    const dataDir = await makeDatabase();
    await unlink(join(dataDir, 'postgres', 'global', 'pg_control'));
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /did not start on .*postgres\.log:\n.*could not find the database system.*pg_control.*DATABASE_URL/s,
    );
  });

  it('says what to do about a file that it cannot write', async () => {
    const dataDir = await makeDatabase();
    await rm(`${dataDir}/postgres.log`);
    await mkdir(`${dataDir}/postgres.log`);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/EISDIR.*postgres\.log.* set DATA_DIR/);
  });

  it('says what to do about a data directory that cannot be', async () => {
    const dataDir = await makeDataDir();
    await writeFile(dataDir, 'a file');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /data directory .* is not usable: .*set DATA_DIR/,
    );
  });
});

describe('binaries', () => {
  it('mends what npm ci --ignore-scripts leaves out, and copies what the user cannot reach', async () => {
    const { name, directory } = findPackage(process.platform, process.arch);
    const dataDir = await makeDataDir(0o700);
    const copies = await makeDataDir();
    const copy = join(dirname(dataDir), basename(directory));
    await cp(directory, copy, { recursive: true, verbatimSymlinks: true });
    await chmod(join(copy, 'native', 'bin', 'initdb'), 0o644);
    const libraries = join(copy, 'native', 'lib');
    for (const entry of await readdir(libraries)) {
      if ((await lstat(join(libraries, entry))).isSymbolicLink()) await unlink(join(libraries, entry));
    }
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : undefined;
    const binaries = await provideBinaries({ name, directory: copy }, user, copies);
    expect(binaries.major).toBe('18');
    expect(binaries.initdb.startsWith(isRoot ? copies : copy)).toBe(true);
    const version = execFileSync(binaries.initdb, ['--version'], { encoding: 'utf8', ...user });
    expect(version).toMatch(/^initdb \(PostgreSQL\) 18\./);
  });
});

if (isRoot) {
  it('as root, moves data that its user cannot reach, says where to, and finds it again', async () => {
    const dataDir = await makeDataDir(0o700);
    const first = await startEmbeddedPostgres({ dataDir });
    const place = /\/var\/lib\/pulsegraph\/[0-9a-f]{12}/.exec(first.notice ?? '')?.[0] ?? '';
    directories.push(place);
    expect(first.notice).toBe(
      `The database lies in ${place}/postgres, not in ${dataDir}: Postgres does not run as root, ` +
        'and its user "postgres" has no access to that directory.',
    );
    await ask(first.url, 'create table kept as select 42 as answer');
    await stopAndExpectGone(first, place);
    await chmod(dirname(dataDir), 0o755);
    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.notice).toBe(first.notice);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stopAndExpectGone(second, place);
  });

  it('as root, runs the database of an ordinary user as that user', async () => {
    const dataDir = await makeDatabase();
    const database = join(dataDir, 'postgres');
    execFileSync('chown', ['-R', '65534:65534', database, `${database}.log`]);
    const again = await startEmbeddedPostgres({ dataDir });
    expect(statSync(join(database, 'postmaster.pid')).uid).toBe(65_534);
    await stopAndExpectGone(again, dataDir);
  });

  it('as root, opens a private data directory to its user alone', async () => {
    const dataDir = await makeDatabase();
    await chmod(dataDir, 0o700);
    const database = await startEmbeddedPostgres({ dataDir });
    expect(database.notice).toBeUndefined();
    expect(statSync(dataDir).mode & 0o777).toBe(0o710);
    await database.stop();
  });
}

describe('serverSettings', () => {
  const GB = 1024 ** 3;

  it('gives Postgres a quarter of a small machine, and at most 1 GB', () => {
    expect(serverSettings({ memory: 2 * GB })).toContain('shared_buffers=512MB');
    expect(serverSettings({ memory: 64 * GB })).toContain('shared_buffers=1024MB');
    expect(serverSettings({ memory: GB / 4 })).toContain('shared_buffers=128MB');
  });

  it("keeps out of a container's small /dev/shm", () => {
    const setting = 'dynamic_shared_memory_type=mmap';
    expect(serverSettings({ memory: GB, sharedMemory: 64 * 1024 ** 2 })).toContain(setting);
    expect(serverSettings({ memory: GB, sharedMemory: GB })).not.toContain(setting);
    expect(serverSettings({ memory: GB })).not.toContain(setting);
  });
});
