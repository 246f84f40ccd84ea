import { UsageError } from '../command.ts';

export const USAGE = `Messages of the queue that could not be stored.

  npm run dead-letters -- list
  npm run dead-letters -- replay ID...
  npm run dead-letters -- drop ID...

  list    shows them, the oldest first: when, whose, how many events, and why
  replay  stores what they hold, once what was wrong is mended; one that cannot be stored still stays
  drop    throws them away; their events count as rejected
  --help  shows this

The database is the server's own: DATABASE_URL, or the embedded one in DATA_DIR. Servers may run meanwhile.
`;

/** What the command was asked to do. */
export type DeadLettersArguments = { action: 'list' } | { action: 'replay' | 'drop'; ids: string[] };

/** Reads the command line; null when it asks for help. Throws UsageError. */
export function parseArguments(args: readonly string[]): DeadLettersArguments | null {
  const [action, ...ids] = args;
  if (args.includes('--help') || args.includes('-h')) return null;
  if (action === 'list') {
    if (ids.length > 0) throw new UsageError(`list takes nothing more: ${ids.join(' ')}`);
    return { action };
  }
  if (action !== 'replay' && action !== 'drop')
    throw new UsageError(action ? `${action} is not known: list, replay or drop` : 'Say what to do.');
  if (ids.length === 0) throw new UsageError(`Say which to ${action}: its number, as list shows it.`);
  for (const id of ids)
    if (!/^\d{1,18}$/.test(id)) throw new UsageError(`${id} is not the number of a dead letter.`);
  return { action, ids };
}
