import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './command.ts';
import { isAlive } from './pidfile.ts';

/** Older drafts than this have lost their builder, whoever that was: the slowest initdb takes a minute. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Makes the directory `target` unless it is there with something in it. `build` makes `content` inside `draft`, a
 * temporary directory beside the target, and the finished content is renamed into place: a build cut short leaves
 * nothing at `target`, and of two that race the first stands.
 */
export async function publishDirectory(
  target: string,
  build: (content: string, draft: string) => Promise<void>,
): Promise<void> {
  await removeAbandonedDrafts(target);
  if (await hasEntries(target)) return;
  const draft = await mkdtemp(`${target}.draft-${builderName(process.pid)}-`);
  try {
    const content = join(draft, 'content');
    await build(content, draft);
    await rename(content, target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
    });
    await syncDirectory(dirname(target));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Process numbers mean something on one machine only, and so in one container. */
const builderName = (pid: number): string => `${hostname().replaceAll(/[^A-Za-z0-9]/g, '')}-${pid}`;

async function removeAbandonedDrafts(target: string): Promise<void> {
  const parent = dirname(target);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(target)}.draft-`)) continue;
    const draft = join(parent, name);
    const changed = await stat(draft).then(({ mtimeMs }) => mtimeMs, Date.now);
    // A builder that was killed may have left an initdb, which ends when its files are gone.
    if (isBuilderDead(name) || Date.now() - changed > ABANDONED_AFTER_MS)
      await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a draft's name tells of a process of this machine that is gone. */
function isBuilderDead(name: string): boolean {
  const pid = Number(/-(\d+)-[^-]*$/.exec(name)?.[1] ?? 0);
  return pid > 0 && name.includes(`.draft-${builderName(pid)}-`) && !isAlive(pid);
}

async function hasEntries(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Without it a power cut could take back the rename after Postgres has acknowledged commits inside. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory);
  await handle.sync().finally(() => handle.close());
}
