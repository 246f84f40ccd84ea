import { addAbortSignal } from 'node:stream';
import { exitCodeOf, interruption, UsageError } from '../command.ts';
import { type Env, processEnv } from '../env.ts';
import { openGeoDatabase } from '../ingest/enrich/geo.ts';
import { createIngest } from '../ingest/ingest.ts';
import { createRejections } from '../ingest/report/rejections.ts';
import { createWriter } from '../ingest/writer.ts';
import { createLog } from '../log.ts';
import { explain } from '../startup.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { refreshStatistics } from '../store/statistics.ts';
import type { Store } from '../store/store.ts';
import { type ImportArguments, parseArguments, USAGE } from './arguments.ts';
import { FormatError, type ImportCounts, importLog } from './import.ts';
import { createProgress } from './progress.ts';
import { decompressed, type LogFile, linesOf, openLog, untilFailure } from './read.ts';
import { report } from './report.ts';

// Cookieless visitors are known by a salt that is kept for 48 hours (src/ingest/salts.ts).
const RESUME =
  'Run the same command again to go on: what is stored is not counted twice. Do so within 48 hours: after that,\n' +
  'visitors of the day at which it stopped cannot be told to be the same, and count anew.';

/** The import stopped before the end of the log. */
class ImportError extends Error {}

/** Runs the command; returns the process's exit code. */
async function main(args: readonly string[]): Promise<number> {
  const asked = parseArguments(args);
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const env = processEnv();
  const file = await openLog(asked.file);
  const interrupted = interruption();
  // Standard output is the report's.
  const database = await openDatabase(env, createLog(env, 2), { mustExist: true, patient: true });
  try {
    const { counts, failure } = await importFile(file, interrupted, database, asked, env);
    console.log(report(counts));
    if (interrupted.aborted) {
      console.error(`Stopped before the end of the log.\n${RESUME}`);
      return exitCodeOf(interrupted.reason);
    }
    if (failure)
      throw new ImportError(`${asked.file} cannot be read to its end: ${failure.message}\n${RESUME}`);
    if (counts.rejected.size > 0 && counts.stored + counts.duplicates === 0)
      throw new ImportError(
        'Nothing was stored: every pageview of the log was rejected, as the report says.',
      );
    return 0;
  } finally {
    await database.close();
  }
}

/** Imports what can be read before the file fails or somebody interrupts. */
async function importFile(
  file: LogFile,
  interrupted: AbortSignal,
  { store, description }: Database,
  asked: ImportArguments,
  env: Env,
): Promise<{ counts: ImportCounts; failure: Error | null }> {
  const { domain } = await findProject(store, description, asked.projectId);
  if (asked.hostname === null && domain === null) {
    console.error(
      "The project has no domain: where the log does not tell the host, pages are bare paths, and the site's own pages\n" +
        'count as referrers. To mend that, stop, and give --hostname example.com.',
    );
  }
  const ingest = createIngest(store, {
    now: Date.now,
    oldest: env.OLDEST_EVENT,
    locate: env.GEOIP_DB ? await openGeoDatabase(env.GEOIP_DB) : () => null,
    intake: createWriter(store, { lanes: 1, onStored: () => undefined }),
  });
  const rejections = createRejections(store, { now: Date.now, log: createLog(env, 2) });
  let failure: Error | null = null;
  const lines = linesOf(decompressed(addAbortSignal(interrupted, file.stream)));
  const readable = untilFailure(lines, (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  const progress = createProgress({ stream: process.stderr, total: file.total, now: Date.now });
  try {
    const counts = await importLog(readable, ingest, {
      projectId: asked.projectId,
      hostname: asked.hostname,
      domain,
      includeStatic: asked.includeStatic,
      now: Date.now,
      onRejected: (rejected, inputs) =>
        rejections.add({ projectId: asked.projectId, endpoint: 'IMPORT', at: Date.now() }, rejected, inputs),
      onBatch: (soFar) => progress.update(file.stream.bytesRead, soFar),
    });
    return { counts, failure };
  } catch (error) {
    if (error instanceof FormatError || !(error instanceof Error)) throw error;
    throw new ImportError(`The import stopped: ${error.message}\n${RESUME}`, { cause: error });
  } finally {
    progress.end();
    await ingest.drain();
    // Autovacuum may come minutes later, and what was imported is looked at now.
    await refreshStatistics(store).catch(() => undefined);
    await rejections.close();
  }
}

async function findProject(store: Store, database: string, id: number): Promise<{ domain: string | null }> {
  const project = await store.prisma.project.findUnique({ where: { id }, select: { domain: true } });
  if (project) return project;
  const others = await store.prisma.project.findMany({
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
    take: 10,
  });
  const known = others.map((other) => `${other.id} (${other.name})`).join(', ');
  throw new UsageError(
    `There is no project ${id} in ${database}. ${known ? `There are: ${known}` : 'There are none: make one in GraphiQL first, or set DATA_DIR or DATABASE_URL to what the server uses'}`,
  );
}

/** Prints what went wrong; returns the process's exit code. */
function complain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nnpm run import -- --help shows how it is called.`);
    return 2;
  }
  const own = error instanceof ImportError || error instanceof FormatError;
  console.error(own ? error.message : explain(error, 'The import could not begin'));
  return 1;
}

process.exit(await main(process.argv.slice(2)).catch(complain));
