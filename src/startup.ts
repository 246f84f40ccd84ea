import { ConfigurationError } from './env.ts';
import { MigrationError } from './store/migrate.ts';

const UNANSWERED = 'The host in DATABASE_URL does not answer: check its name, port and firewall.';
const NO_DIRECTORY = 'DATA_DIR must be a directory that this user may write to.';

// What is most often wrong when a server does not start, and what mends it.
const REMEDIES: Record<string, string> = {
  EADDRINUSE: 'The port is taken: stop what uses it, or set PORT to another one (0 picks a free one).',
  EADDRNOTAVAIL: 'HOST is not an address of this machine: set it to 127.0.0.1 or 0.0.0.0.',
  EACCES: 'That is not allowed: use a PORT above 1023, and a DATA_DIR that this user may write to.',
  ECONNREFUSED:
    'Nothing answers at DATABASE_URL: start Postgres there, or unset DATABASE_URL to use the embedded one.',
  EEXIST: NO_DIRECTORY,
  ENOTDIR: NO_DIRECTORY,
  EROFS: NO_DIRECTORY,
  ENOTFOUND: 'There is no host of that name: check DATABASE_URL, and HOST.',
  EAI_AGAIN: 'The name of the host cannot be looked up: check DATABASE_URL, HOST and the network.',
  ETIMEDOUT: UNANSWERED,
  '28P01': 'Postgres refuses the password: check the user and password in DATABASE_URL.',
  '28000': 'Postgres refuses the user: check the user in DATABASE_URL, and pg_hba.conf.',
  '3D000': 'The database in DATABASE_URL does not exist: create it with `createdb`.',
  '42501': 'The user in DATABASE_URL may not create tables: make it the owner of the database.',
};

// Errors of node-postgres without a code, by what they say.
const WORDS: [says: string, remedy: string][] = [
  ['timeout exceeded when trying to connect', UNANSWERED],
  [
    'password must be a',
    'Postgres asks for a password: put it into DATABASE_URL, behind the user and a colon.',
  ],
  [
    'unsupported startup parameter',
    'The pooler in DATABASE_URL refuses what a connection says of itself: set DATABASE_URL to Postgres itself, or ignore_startup_parameters in PgBouncer.',
  ],
  ['does not support SSL', 'Leave sslmode out of DATABASE_URL, or switch SSL on in that Postgres.'],
];

// What a mistake in the code throws; every other message is written for people.
const FAULTS = [TypeError, RangeError, ReferenceError, SyntaxError];

/**
 * An error at the start as people can use it: what failed, and how to mend it.
 *
 * @param what says what did not come to its end, where nothing better is known
 */
export function explain(error: unknown, what = 'The server could not start'): string {
  if (error instanceof ConfigurationError || error instanceof MigrationError) return error.message;
  if (!(error instanceof Error)) return String(error);
  // A name with several addresses fails with an error for each of them, and no message of its own.
  const messages =
    error instanceof AggregateError ? error.errors.map(({ message }) => message) : [error.message];
  const { code } = error as { code?: unknown };
  const remedy = REMEDIES[String(code)] ?? WORDS.find(([says]) => error.message.includes(says))?.[1];
  if (remedy) return [...messages, remedy].join('\n');
  const isFault = FAULTS.some((kind) => error instanceof kind);
  return `${what}: ${isFault ? error.stack : messages.join('\n')}`;
}
