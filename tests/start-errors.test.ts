import { once } from 'node:events';
import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksForNoPasswords, createScratch, query, withUser } from './support/postgres.ts';
import {
  appliedMigrations,
  buildServer,
  migrations,
  startProgram,
  startServerProcess,
  temporaryDirectory,
} from './support/process.ts';

let main: string;
let directory: string;
const scratch = createScratch();
/** A database for servers that fail after they have opened it. */
let database: string;

beforeAll(async () => {
  database = await scratch.emptyDatabase();
  main = await buildServer();
  directory = await temporaryDirectory();
});
afterAll(async () => {
  await scratch.drop();
  for (const left of [directory, path.dirname(path.dirname(main))]) await rm(left, { recursive: true });
});

/** What the server says as it gives up: nothing on its standard output, no stack, exit code 1. */
async function refusal(env: Record<string, string>, command = [process.execPath, main]): Promise<string> {
  const program = startProgram(command, directory, { PORT: '0', LOG_LEVEL: 'warn', ...env });
  expect(await program.exit).toBe(1);
  expect(program.stdout()).toBe('');
  expect(program.stderr()).not.toMatch(/^\s+at /m);
  return program.stderr();
}

describe.concurrent('the server gives up with a message that says how to mend it', {
  timeout: 60_000,
}, () => {
  it('when variables are wrong, with all of them', async () => {
    expect(
      await refusal({ LOG_LEVEL: 'loud', PORT: 'abc', DATABASE_URL: 'localhost', JWT_SECRET: 'short' }),
    ).toBe(
      `The configuration is wrong:
  PORT must be a port number
  DATABASE_URL must be a URL such as postgres://user:password@host:5432/pulsegraph
  JWT_SECRET must have at least 32 characters
  LOG_LEVEL must be trace, debug, info, warn, error or silent
README.md lists every variable.
`,
    );
  });

  it('when nothing answers at DATABASE_URL', async () => {
    const message = await refusal({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/pulsegraph' });
    expect(message).toContain('ECONNREFUSED 127.0.0.1:1\n');
    expect(message).toContain('Nothing answers at DATABASE_URL: start Postgres there, or unset DATABASE_URL');
    expect(message).not.toContain('secret');
  });

  it('when the password is missing', async ({ skip }) => {
    const admin = process.env.TEST_DATABASE_URL ?? '';
    const role = await scratch.poorRole();
    const trusting = await asksForNoPasswords(withUser(admin, role, 'wrong'));
    skip(trusting, 'TEST_DATABASE_URL is a Postgres that asks for no passwords');
    const message = await refusal({ DATABASE_URL: withUser(admin, role, '') });
    expect(message).toContain('Postgres asks for a password: put it into DATABASE_URL');
  });

  it('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const message = await refusal({ DATABASE_URL: database, PORT: String(port) });
    other.close();
    expect(message).toBe(
      `listen EADDRINUSE: address already in use 127.0.0.1:${port}\n` +
        'The port is taken: stop what uses it, or set PORT to another one (0 picks a free one).\n',
    );
  });

  it('when HOST is not of this machine', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737).
    const message = await refusal({ DATABASE_URL: database, HOST: '192.0.2.1' });
    expect(message).toContain('HOST is not an address of this machine');
  });

  it('when the file of GEOIP_DB is missing', async () => {
    const message = await refusal({ DATABASE_URL: database, GEOIP_DB: 'missing.mmdb' });
    expect(message).toContain('GEOIP_DB names missing.mmdb, but');
  });

  it('when nothing answers at REDIS_URL', async () => {
    const message = await refusal({
      DATABASE_URL: database,
      REDIS_URL: 'redis://127.0.0.1:1',
      LOG_LEVEL: 'error',
    });
    expect(message).toContain('Redis cannot be reached at REDIS_URL');
  });

  it('when DATA_DIR cannot be written to, whether the database would lie there or only the secret', async () => {
    const DATA_DIR = path.join(directory, 'read-only');
    await mkdir(DATA_DIR);
    await chmod(DATA_DIR, 0o555);
    // Root may write anywhere, unless it lacks that capability.
    const asRoot = process.getuid?.() === 0;
    if (asRoot) await chown(DATA_DIR, 65_534, 65_534);
    const command = [
      ...(asRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []),
      process.execPath,
      main,
    ];
    for (const env of [{ DATA_DIR }, { DATA_DIR, DATABASE_URL: database }]) {
      const message = await refusal(env, command);
      expect(message).toContain('permission denied');
      expect(message).toContain(DATA_DIR);
      expect(message).toMatch(/write access|may write to/);
    }
  });

  it('when DATA_DIR is a file', async () => {
    const DATA_DIR = path.join(directory, 'file');
    await writeFile(DATA_DIR, '');
    const message = await refusal({ DATA_DIR, DATABASE_URL: database });
    expect(message).toContain('DATA_DIR must be a directory that this user may write to.');
  });

  it('when a migration fails, which then leaves nothing behind', async () => {
    const DATABASE_URL = await scratch.emptyDatabase();
    await query(DATABASE_URL, 'create table visits (kept text)');
    const message = await refusal({ DATABASE_URL });
    expect(message).toMatch(
      /^Migration \d+_init failed: relation "visits" already exists \(SQLSTATE 42P07\)$/m,
    );
    expect(message).toMatch(/^All of it was rolled back\. Mend .*migration\.sql and start again\.$/m);
    const { rows } = await query(
      DATABASE_URL,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    expect(rows).toEqual([{ relname: '_prisma_migrations' }, { relname: 'visits' }]);
    expect(await appliedMigrations(DATABASE_URL)).toEqual([]);
    // As the message says: the next start goes on from there.
    await query(DATABASE_URL, 'drop table visits');
    const { program } = await startServerProcess(main, directory, { DATABASE_URL });
    program.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(await appliedMigrations(DATABASE_URL)).toEqual(await migrations());
  });
});

it('serves from two processes that start at one instant on one empty database', async () => {
  const DATABASE_URL = await scratch.emptyDatabase();
  const start = () => startServerProcess(main, directory, { DATABASE_URL });
  const servers = await Promise.all([start(), start()]);
  for (const { url, program } of servers) {
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    program.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(program.stderr()).toBe('');
  }
  expect(await appliedMigrations(DATABASE_URL)).toEqual(await migrations());
});
