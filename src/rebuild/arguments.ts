import { parseArgs } from 'node:util';
import { projectIdOf, UsageError } from '../command.ts';
import type { Part } from './rebuild.ts';

export const USAGE = `Rebuilds what is derived from events: visits, and the segments that statistics read.

  npm run rebuild -- [--project ID] [--only visits|segments]

  --project  the project's id as GraphiQL shows it; all projects without it
  --only     visits: visits, the claims of event ids, and when event names were seen
             segments: the segments alone, from visits as they are
  --help     shows this

The database is the server's own: DATABASE_URL, or the embedded one in DATA_DIR. Servers may run meanwhile: they answer,
and store events. Only what is not right already is written. A rebuild that was interrupted goes on where it stopped.
`;

/** What the command was asked to do. */
export interface RebuildArguments {
  /** All of them where it is null. */
  projectId: number | null;
  parts: Part[];
}

/** Reads the command line; null when it asks for help. Throws UsageError. */
export function parseArguments(args: readonly string[]): RebuildArguments | null {
  const { project, only, help } = parse(args);
  if (help) return null;
  return {
    projectId: project === undefined ? null : projectIdOf(project),
    parts: only === undefined ? ['visits', 'segments'] : [partOf(only)],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        project: { type: 'string' },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function partOf(text: string): Part {
  if (text === 'visits' || text === 'segments') return text;
  throw new UsageError(`--only ${text} is not known: --only visits, or --only segments`);
}
