import { connect } from 'node:net';
import pg from 'pg';
import { overloaded } from '../errors.ts';

type Callback = Parameters<pg.Pool['connect']>[0];

/** A pool that says OVERLOADED where all of its connections are in use for too long. */
export class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (!callback) return super.connect().catch((error: Error) => Promise.reject(explained(error)));
    super.connect((error, client, done) => callback(error && explained(error), client, done));
    return undefined;
  }
}

// pg-pool has no code for it; a connection that cannot be made at all fails with other words.
const ALL_IN_USE = 'timeout exceeded when trying to connect';

const explained = (error: Error): Error =>
  error.message === ALL_IN_USE
    ? overloaded('Too many statements wait for a connection to the database.')
    : error;

/** What a cancel request needs of a connection; node-postgres has no types for it. */
interface Session {
  host: string;
  port: number;
  processID: number;
  secretKey: number;
}

const CANCEL_REQUEST = 80_877_102;

/**
 * Asks Postgres to cancel the statement of a connection; resolves when it was asked, or cannot be. By a cancel request of the
 * protocol, not pg_cancel_backend: a pooler between knows the former's numbers only.
 */
export function cancelStatement(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Session;
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      const request = Buffer.alloc(16);
      for (const [place, word] of [16, CANCEL_REQUEST, processID, secretKey].entries())
        request.writeInt32BE(word, place * 4);
      socket.write(request);
    });
    // Postgres closes it once the statement is cancelled; a socket that is not read does not close.
    socket.resume();
    socket.on('close', () => resolve());
  });
}
