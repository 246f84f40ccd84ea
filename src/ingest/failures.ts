import { GraphQLError } from 'graphql';
import { ZodError } from 'zod';
import { ProjectGoneError } from './batch.ts';

// SQLSTATE classes that blame the data: data exception, cardinality, integrity, program limit.
const BLAMES_DATA = /^(?:21|22|23|54)/;
const FAULTS = [TypeError, RangeError, SyntaxError, ZodError, ProjectGoneError];

/** Whether trying again is of no use: the message is at fault, and not a connection, a lock or the configuration. */
export function isLasting(error: unknown): boolean {
  if (FAULTS.some((kind) => error instanceof kind)) return true;
  // As which `rows` tells a character that Postgres does not know.
  if (error instanceof GraphQLError) return error.extensions.code === 'BAD_USER_INPUT';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && BLAMES_DATA.test(code);
}

const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;
const REASONS: Record<string, string> = {
  '53100': 'the disk of the database is full',
  '53200': 'the database has no memory left',
  '53300': 'the database has no connection left',
  '57014': 'the database did not store them within STATEMENT_TIMEOUT',
  '55P03': 'the database did not store them within STATEMENT_TIMEOUT',
};

/** Why something cannot be stored, without what it says: events are none of a log's business. */
export function wordsOf(error: unknown): string {
  if (error instanceof GraphQLError)
    return error.extensions.code === 'TIMEOUT' ? (REASONS['57014'] ?? '') : error.message;
  if (error instanceof ProjectGoneError) return 'the project does not exist any more';
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (typeof code === 'string' && code in REASONS) return REASONS[code] ?? '';
  if (typeof code === 'string' && SQLSTATE.test(code)) return `Postgres refuses it (${code})`;
  return isLasting(error)
    ? `it is not what the server can store (${name})`
    : 'the database cannot be reached';
}

// A server that gets no more requests would never learn that storing works again.
const REMEMBERED = 30_000;

/** Remembers that storing failed, for no fault of the events, and nothing was stored since. */
export function createTrouble(now = (): number => performance.now()) {
  let last: { at: number; reason: string } | null = null;
  return {
    failed(error: unknown): void {
      if (!isLasting(error)) last = { at: now(), reason: wordsOf(error) };
    },
    stored(): void {
      last = null;
    },
    /** Why events cannot be stored; null where they can, or where that is to be tried again. */
    reason: (): string | null =>
      last && now() - last.at < REMEMBERED ? `events cannot be stored: ${last.reason}` : null,
  };
}
