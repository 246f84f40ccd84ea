import { parseArgs } from 'node:util';
import { projectIdOf, UsageError } from '../command.ts';

export const USAGE = `Imports the pageviews of a web server's access log into a project.

  npm run import -- --format combined FILE --project ID [--hostname HOST] [--include-static]

  FILE              the log, plain or gzip; - reads standard input
  --format          combined: the format of this name in Apache and nginx (and Apache's vhost_combined)
  --project         the project's id as GraphiQL shows it
  --hostname        the site's host name; otherwise the line's own, if it has one, or the project's domain
  --include-static  counts images, style sheets, scripts, downloads and feeds as pageviews too
  --help            shows this

Pageviews are GET requests that were answered with 2xx or 304. Requests by bots are counted and not stored.
The database is the server's own: DATABASE_URL, or the embedded one in DATA_DIR, whether a server is running or not.
What is imported is in the statistics at once; subscriptions (eventTracked) do not see it.
Importing a file again, or one that overlaps with it, stores only what is missing. Import older files first.
`;

/** What the command was asked to do. */
export interface ImportArguments {
  file: string;
  projectId: number;
  hostname: string | null;
  includeStatic: boolean;
}

/** Reads the command line; null when it asks for help. Throws UsageError. */
export function parseArguments(args: readonly string[]): ImportArguments | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (values.format === undefined) throw new UsageError('--format is missing: --format combined');
  if (values.format !== 'combined')
    throw new UsageError(`The format ${values.format} is not known. Formats: combined`);
  if (values.project === undefined)
    throw new UsageError('--project is missing: the id of the project, as GraphiQL shows it');
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('The file is missing: its path, or - for standard input');
  if (others.length > 0)
    throw new UsageError(`One file at a time, the oldest first: ${file} or ${others.join(' or ')}?`);
  return {
    file,
    projectId: projectIdOf(values.project),
    hostname: values.hostname === undefined ? null : hostnameOf(values.hostname),
    includeStatic: values['include-static'] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        project: { type: 'string' },
        hostname: { type: 'string' },
        'include-static': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function hostnameOf(text: string): string {
  if (/[\s/:?#@\\]/.test(text) || !URL.canParse(`https://${text}`))
    throw new UsageError(
      `--hostname ${text} is not a host name such as example.com, without https:// or a path`,
    );
  return new URL(`https://${text}`).hostname;
}
