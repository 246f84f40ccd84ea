import { createHash } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { complaint, errorCode, type Owner, run } from './command.ts';

/** Where root keeps what the database's user cannot reach elsewhere: data directories and copies of the binaries. */
export const systemDirectory = '/var/lib/pulsegraph';

/** The system user that Postgres packages everywhere use; initdb needs one with a name, so a bare uid would not do. */
const databaseUser = 'postgres';

/** Where the database lies and who runs it. */
export interface Placement {
  /** The directory that holds `postgres/` and `postgres.log`. */
  home: string;
  /** Set when this process is root, which Postgres refuses to run as. */
  owner?: Owner;
  notice?: string;
}

/** Decides where the database of `dataDir` lies; creates the directory, and as root the user when it is missing. */
export async function placeDatabase(dataDir: string): Promise<Placement> {
  const directory = await makeDirectory(resolve(dataDir));
  return process.getuid?.() === 0 ? placeForRoot(directory) : placeForUser(directory);
}

async function placeForUser(home: string): Promise<Placement> {
  const existing = await ownerOf(join(home, 'postgres'));
  const uid = process.getuid?.();
  if (existing !== undefined && uid !== undefined && existing.uid !== uid) {
    throw new Error(
      `The database in ${join(home, 'postgres')} belongs to the user with id ${existing.uid}, and this process ` +
        `runs as ${uid}. Run it as that user or as root, set DATA_DIR to another directory, or set DATABASE_URL.`,
    );
  }
  return { home };
}

async function placeForRoot(directory: string): Promise<Placement> {
  const elsewhere = join(systemDirectory, createHash('sha256').update(directory).digest('hex').slice(0, 12));
  const database = join(directory, 'postgres');
  const existing = await ownerOf(database);
  if (existing !== undefined) {
    const owner = existing.uid === 0 ? await adopt(database) : existing;
    if (!(await makeReachable(directory, owner))) throw unreachable(database, owner);
    return { home: directory, owner };
  }

  const owner = await findOrCreateUser();
  const moved = (await ownerOf(join(elsewhere, 'postgres'))) !== undefined;
  if (!moved && (await makeReachable(directory, owner))) return { home: directory, owner };
  await makeDirectory(elsewhere);
  // Whatever the umask: the database's user has to pass through both.
  for (const path of [systemDirectory, elsewhere]) await chmod(path, 0o755);
  return {
    home: elsewhere,
    owner,
    notice:
      `The database lies in ${join(elsewhere, 'postgres')}, not in ${directory}: Postgres does not run as root, ` +
      `and its user "${databaseUser}" has no access to that directory.`,
  };
}

/** A database that root copied or restored from a backup belongs to root; Postgres wants it to be its own. */
async function adopt(database: string): Promise<Owner> {
  const owner = await findOrCreateUser();
  await run('chown', ['-R', `${owner.uid}:${owner.gid}`, database]);
  return owner;
}

/**
 * True when `owner` can reach the directory. One that is private to root, in a place that is not, is opened to the
 * owner's group, for passing through only: its files keep their own modes.
 */
async function makeReachable(directory: string, owner: Owner): Promise<boolean> {
  if (await canReach(directory, owner)) return true;
  const { uid, mode } = await stat(directory);
  if (uid !== 0 || (mode & 0o077) !== 0 || !(await canReach(dirname(directory), owner))) return false;
  await chown(directory, uid, owner.gid);
  await chmod(directory, (mode & 0o777) | 0o010);
  return canReach(directory, owner);
}

async function canReach(directory: string, owner: Owner): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$0"', directory], owner);
    return true;
  } catch (cause) {
    if (errorCode(cause) !== 'EPERM') return false;
    throw new Error(
      `Postgres does not run as root, and this process may not run it as the user with id ${owner.uid} (no CAP_SETUID). ` +
        'Run this as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function findOrCreateUser(): Promise<Owner> {
  const found = await findUser();
  if (found !== undefined) return found;
  try {
    const shell = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
    await run('useradd', ['--system', '--user-group', ...shell, databaseUser]);
  } catch (cause) {
    // Another process may have been first.
    const created = await findUser();
    if (created !== undefined) return created;
    throw new Error(
      `Postgres does not run as root, and creating the user "${databaseUser}" for it failed: ${complaint(cause)}. ` +
        'Create that user, run this as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
  return findOrCreateUser();
}

async function findUser(): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', databaseUser]), run('id', ['-g', databaseUser])]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeDirectory(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    return await realpath(path);
  } catch (cause) {
    throw new Error(
      `The data directory ${path} is not usable: ${complaint(cause)}. Give this user write access to it, ` +
        'set DATA_DIR to another directory, or set DATABASE_URL.',
      { cause },
    );
  }
}

function unreachable(database: string, owner: Owner): Error {
  return new Error(
    `The database in ${database} belongs to the user with id ${owner.uid}, who cannot reach it any more. ` +
      'Let that user pass through the directories above it ("chmod o+x"), or set DATABASE_URL.',
  );
}
