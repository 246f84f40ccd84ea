import { GraphQLError } from 'graphql';
import { exitCodeOf, interruption, UsageError } from '../command.ts';
import { processEnv } from '../env.ts';
import { dropDeadLetter, listDeadLetters } from '../ingest/queue/dead-letters.ts';
import { createSecondChance } from '../ingest/second-chance.ts';
import { createLog } from '../log.ts';
import { explain } from '../startup.ts';
import { openDatabase } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { type DeadLettersArguments, parseArguments, USAGE } from './arguments.ts';

// As many lines as people read.
const LONGEST = 1_000;

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
    return await handle(database.store, asked, interrupted);
  } finally {
    await database.close();
  }
}

async function handle(store: Store, asked: DeadLettersArguments, interrupted: AbortSignal): Promise<number> {
  if (asked.action === 'list') {
    const letters = await listDeadLetters(store.pool, { projectId: null, limit: LONGEST });
    for (const { id, createdAt, projectId, events, reason } of letters)
      console.log(
        `${id}  ${createdAt.toISOString()}  project ${projectId ?? '?'}  events ${events}  ${reason}`,
      );
    if (letters.length === 0) console.log('There are no dead letters.');
    return 0;
  }
  const secondChance = createSecondChance(store, () => undefined);
  const handleOne = async (id: string): Promise<string | null> => {
    if (asked.action === 'drop') return (await dropDeadLetter(store, { id })) ? 'dropped' : null;
    const stored = await secondChance.replay({ id });
    return stored === null ? null : `replayed, ${stored} events stored`;
  };
  let failures = 0;
  for (const id of asked.ids) {
    if (interrupted.aborted) {
      console.error(`Stopped before ${id}.`);
      return exitCodeOf(interrupted.reason);
    }
    const result = await handleOne(id).catch((error: unknown) => {
      if (!(error instanceof GraphQLError)) throw error;
      return error;
    });
    if (typeof result === 'string') console.log(`${id}: ${result}`);
    else {
      failures++;
      console.error(`${id}: ${result?.message ?? 'There is no such dead letter.'}`);
    }
  }
  return failures === 0 ? 0 : 1;
}

/** Prints what went wrong; returns the process's exit code. */
function complain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nnpm run dead-letters -- --help shows how it is called.`);
    return 2;
  }
  console.error(explain(error, 'The command stopped'));
  return 1;
}

process.exit(await main(process.argv.slice(2)).catch(complain));
