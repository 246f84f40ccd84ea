import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { complaint, errorCode, type Owner, run } from './command.ts';
import { publishDirectory } from './publish.ts';

/** The role and the database that the server uses. */
export const databaseName = 'pulsegraph';

const passwordFile = 'pulsegraph-password';

/** A Postgres data directory, and what runs it. */
export interface Cluster {
  /** The data directory: absolute, without symlinks. */
  directory: string;
  log: string;
  binaries: Binaries;
  owner: Owner | undefined;
}

/**
 * Makes the data directory if there is none, and returns the password of its role. Throws when what is there was
 * made by another major version, or by something else than Postgres; it is left as it is.
 */
export async function prepareCluster(cluster: Cluster): Promise<string> {
  await publishDirectory(cluster.directory, (content, draft) => initialise(cluster, content, draft));
  await checkVersion(cluster);
  try {
    return (await readFile(join(cluster.directory, passwordFile), 'utf8')).trim();
  } catch (cause) {
    throw new Error(
      `The password of the database in ${cluster.directory} is not readable: ${complaint(cause)}. ` +
        `Restore the file ${passwordFile} from a backup, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** The password lies inside the data directory, so that a copy or a backup of the one has the other. */
async function initialise(cluster: Cluster, content: string, draft: string): Promise<void> {
  const password = join(draft, passwordFile);
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  await mkdir(content, { mode: 0o700 });
  if (cluster.owner !== undefined) {
    const { uid, gid } = cluster.owner;
    for (const path of [draft, password, content]) await chown(path, uid, gid);
  }
  await initdb(cluster, content, password);
  await rename(password, join(content, passwordFile));
}

/**
 * The builtin C.UTF-8 sorts and compares by code point alike on every system; what else the locale decides is taken
 * from the system's C.UTF-8 where it has one (macOS before 14 does not).
 */
async function initdb(cluster: Cluster, content: string, password: string): Promise<void> {
  const args = [
    `--pgdata=${content}`,
    `--pwfile=${password}`,
    `--username=${databaseName}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const { binaries, owner } = cluster;
  try {
    await run(binaries.initdb, [...args, '--locale=C.UTF-8'], owner).catch(async (error: unknown) => {
      if (!complaint(error).includes('invalid locale')) throw error;
      await run(binaries.initdb, [...args, '--locale=C'], owner);
    });
  } catch (cause) {
    throw new Error(
      `The database in ${cluster.directory} could not be made. Postgres says:\n${complaint(cause)}\n` +
        'Check the space and the permissions there, set DATA_DIR to another directory, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function checkVersion({ directory, binaries }: Cluster): Promise<void> {
  const found = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new Error(
      `${directory} holds something else than a Postgres database. Move it away, or set DATA_DIR to another directory.`,
    );
  });
  if (found.trim() === binaries.major) return;
  throw new Error(
    `The database in ${directory} was made by Postgres ${found.trim()}; this version brings Postgres ${binaries.major}, ` +
      'which cannot read it. Nothing was changed. To keep the data, start the version of Pulsegraph that made it and save ' +
      'it with "pg_dump --format=custom"; then move the directory away, start this version, and load it with ' +
      `"pg_restore --clean --if-exists". Or set DATABASE_URL to a Postgres ${found.trim()} that serves the directory.`,
  );
}
