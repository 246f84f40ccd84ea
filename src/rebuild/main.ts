import { exitCodeOf, interruption, UsageError } from '../command.ts';
import { processEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { explain } from '../startup.ts';
import { type Database, openDatabase } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { parseArguments, type RebuildArguments, USAGE } from './arguments.ts';
import { createProgress } from './progress.ts';
import { type RebuildCounts, rebuildProject } from './rebuild.ts';

/** Runs the command; returns the process's exit code. */
async function main(args: readonly string[]): Promise<number> {
  const asked = parseArguments(args);
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const env = processEnv();
  const interrupted = interruption();
  // Standard output is the report's.
  const database = await openDatabase(env, createLog(env, 2), { mustExist: true, patient: true });
  try {
    for (const project of await findProjects(database, asked)) {
      await rebuild(database.store, project, asked, interrupted);
      if (interrupted.aborted) break;
    }
  } finally {
    await database.close();
  }
  if (!interrupted.aborted) return 0;
  console.error('Stopped before the end. Run the same command again to go on.');
  return exitCodeOf(interrupted.reason);
}

interface NamedProject {
  id: number;
  name: string;
}

async function rebuild(
  store: Store,
  { id, name }: NamedProject,
  { parts }: RebuildArguments,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = Date.now();
  const progress = createProgress(process.stderr, name, Date.now);
  try {
    const counts = await rebuildProject(store, id, { parts, signal, onProgress: progress.update });
    progress.end();
    console.log(`${name}: ${summary(counts, (Date.now() - startedAt) / 1000)}`);
  } finally {
    progress.end();
  }
}

function summary(counts: RebuildCounts, seconds: number): string {
  const n = (count: number) => count.toLocaleString('en');
  return [
    `${n(counts.events)} events read`,
    `${n(counts.visits)} visits, of which ${n(counts.written)} were missing or wrong`,
    `${n(counts.removed)} visits without events removed`,
    `${n(counts.moved)} events put into other visits`,
    `${n(counts.keys)} event ids claimed`,
    `${seconds.toFixed(1)} s`,
  ].join('; ');
}

async function findProjects(
  { store, description }: Database,
  { projectId }: RebuildArguments,
): Promise<NamedProject[]> {
  const select = { id: true, name: true } as const;
  const projects = await store.prisma.project.findMany({ select, orderBy: { id: 'asc' } });
  if (projectId === null) return projects;
  const found = projects.filter(({ id }) => id === projectId);
  if (found.length > 0) return found;
  const known = projects.slice(0, 10).map(({ id, name }) => `${id} (${name})`);
  throw new UsageError(
    `There is no project ${projectId} in ${description}. ${known.length > 0 ? `There are: ${known.join(', ')}` : 'There are none.'}`,
  );
}

/** Prints what went wrong; returns the process's exit code. */
function complain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nnpm run rebuild -- --help shows how it is called.`);
    return 2;
  }
  console.error(explain(error, 'The rebuild stopped'));
  return 1;
}

process.exit(await main(process.argv.slice(2)).catch(complain));
