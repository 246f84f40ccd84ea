import pg from 'pg';
import { ConfigurationError } from '../env.ts';

// How long a connection may wait for the pooler: one that has no connection left would let it wait for ever.
const PATIENCE = 2_000;
// A pooler may hand the same connection of Postgres out again: each try has another chance to find out.
const TRIES = 3;

/**
 * ConfigurationError where a pooler such as PgBouncer gives each transaction any connection of Postgres: settings, prepared
 * statements, locks and notifications of a session are lost there. Nothing is looked for where there is no pooler.
 */
export async function requireSessions(url: string): Promise<void> {
  const [session, other] = [connectionTo(url), connectionTo(url)];
  try {
    await Promise.all([session.connect(), other.connect()]);
    for (let tries = 0; tries < TRIES; tries++) {
      if (await keepsItsSession(session, other)) continue;
      throw new ConfigurationError(
        'DATABASE_URL leads through a connection pooler that gives each transaction another session of Postgres. This server ' +
          'needs sessions of its own: set DATABASE_URL to Postgres itself, or pool_mode to session in PgBouncer.',
      );
    }
  } finally {
    await Promise.all([session.end(), other.end()]);
  }
}

function connectionTo(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'pulsegraph',
    connectionTimeoutMillis: 10_000,
    query_timeout: PATIENCE,
  });
  client.on('error', () => undefined);
  return client;
}

/** Whether a session is still there after another one began a transaction, for which a pooler takes what is free. */
async function keepsItsSession(session: pg.Client, other: pg.Client): Promise<boolean> {
  const [former] = await idsOf(session);
  // Postgres itself tells a connection the number of its process; a pooler makes one up.
  if (former === (session as unknown as { processID: number }).processID) return true;
  try {
    await other.query('begin');
    const [latter] = await idsOf(session);
    return former === latter;
  } catch {
    // It has no second session to give, or allows no transactions.
    return false;
  } finally {
    await other.query('rollback').catch(() => undefined);
  }
}

const idsOf = async (client: pg.Client): Promise<(number | undefined)[]> =>
  (await client.query<{ id: number }>('select pg_backend_pid() as id')).rows.map(({ id }) => id);
