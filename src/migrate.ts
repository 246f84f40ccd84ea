import { exitCodeOf, interruption } from './command.ts';
import { processEnv } from './env.ts';
import { installJobs } from './jobs/install.ts';
import { createLog } from './log.ts';
import { explain } from './startup.ts';
import { openDatabase } from './store/database.ts';

// `npm run db:migrate`: what every start does first, alone.
// A migration that has begun is finished, and the database closed.
const interrupted = interruption();
try {
  const env = processEnv();
  const database = await openDatabase(env, createLog(env), { patient: true });
  await installJobs(database.store);
  await database.close();
  console.log('The database is up to date.');
  if (interrupted.aborted) process.exit(exitCodeOf(interrupted.reason));
} catch (error) {
  console.error(explain(error, 'The database could not be brought up to date'));
  process.exit(1);
}
