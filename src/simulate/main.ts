import { exitCodeOf, interruption, UsageError } from '../command.ts';
import { ApiError, createApi } from './api.ts';
import { parseArguments, USAGE } from './arguments.ts';
import { demoIncidents, whatItFound } from './insights.ts';
import { createProgress } from './progress.ts';
import { prepare } from './project.ts';
import { report, whatToOpen } from './report.ts';
import { simulate } from './simulate.ts';

/** Runs the command; returns the process's exit code. */
async function main(args: readonly string[], environmentKey: string | undefined): Promise<number> {
  const asked = parseArguments(args, environmentKey);
  if (asked === null) {
    console.log(USAGE);
    return 0;
  }
  const { url, access, plan } = asked;
  const signal = interruption();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const api = createApi(url);
  const { sender, made } = await prepare(api, access, plan.site, timeZone);
  // Before anything can go wrong: the password is nowhere else.
  if (made) console.log(whatToOpen(url, made));
  const progress = (label: string, total: number, before: number) =>
    createProgress({ stream: process.stderr, label, total, before, now: Date.now });
  const simulated = await simulate(
    { ...plan, timeZone, incidents: made ? demoIncidents(Date.now()) : [] },
    {
      api,
      sender,
      signal,
      now: Date.now,
      progress,
      onPast: async () => {
        if (made) console.log(`\n${await whatItFound(api, made)}`);
      },
    },
  );
  console.log(report(simulated));
  if (simulated.failure) return complain(simulated.failure);
  console.log(`Ask for it in GraphiQL: ${url}/graphql`);
  if (!signal.aborted) return 0;
  console.error('Stopped before the end.');
  return exitCodeOf(signal.reason);
}

// What a newcomer cannot know of an error, and what mends it.
const REMEDIES: Record<string, string> = {
  UNREACHABLE: 'Start the server with npm start, or say where it is with --url.',
  UNAUTHENTICATED: 'Check --key, or --email and --password.',
  FORBIDDEN: 'The key needs the scope WRITE: make one in GraphiQL with createApiKey, or give the write key.',
  NOT_FOUND: 'The key is not one of this project: check --key and --project.',
  'HTTP 404': 'Is that a Pulsegraph server? Say where it is with --url.',
  RATE_LIMITED:
    'The server allows fewer events a minute: run it again with a lower --rate, or raise RATE_LIMIT_KEY there.',
  OVERLOADED: 'The server has more to do than it can: run it again with a lower --rate, or later.',
};

/** Prints what went wrong; returns the process's exit code. */
function complain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nnpm run simulate -- --help shows how it is called.`);
    return 2;
  }
  if (error instanceof ApiError) {
    const remedy = REMEDIES[error.code];
    console.error(remedy === undefined ? error.message : `${error.message}\n${remedy}`);
    return 1;
  }
  console.error(error);
  return 1;
}

// biome-ignore lint/style/noProcessEnv: src/env.ts is the server's configuration; a key in an argument would show in `ps`.
process.exit(await main(process.argv.slice(2), process.env.PULSEGRAPH_KEY).catch(complain));
