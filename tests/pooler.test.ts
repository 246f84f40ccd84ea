import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPgBouncer } from './support/pgbouncer.ts';
import { createScratch } from './support/postgres.ts';
import { buildServer, startProgram, startServerProcess, temporaryDirectory } from './support/process.ts';

// A real PgBouncer between the server and Postgres: in session mode all is as without it; in transaction mode, where settings,
// prepared statements, locks and notifications are lost, the server does not start.

let main: string;
let directory: string;
let database: string;
const scratch = createScratch();
beforeAll(async () => {
  main = await buildServer();
  directory = await temporaryDirectory();
  database = await scratch.emptyDatabase();
}, 60_000);
afterAll(async () => {
  await scratch.drop();
  for (const left of [directory, path.dirname(path.dirname(main))]) await rm(left, { recursive: true });
});

describe('PgBouncer', { timeout: 60_000 }, () => {
  it.each([
    ['as it is after installation, in transaction mode', { pool_mode: 'transaction' }],
    ['with two connections', { pool_mode: 'transaction', default_pool_size: 2 }],
    ['with one connection', { pool_mode: 'transaction', default_pool_size: 1 }],
    ['that gives statements any session', { pool_mode: 'statement' }],
    ['that takes turns', { pool_mode: 'transaction', server_round_robin: 1 }],
  ])('%s: the server says what to do', async (_how, settings) => {
    const pooler = await startPgBouncer(database, settings);
    try {
      const program = startProgram([process.execPath, main], directory, {
        PORT: '0',
        LOG_LEVEL: 'warn',
        DATABASE_URL: pooler.url,
      });
      expect(await program.exit).toBe(1);
      expect(program.stderr()).toContain('DATABASE_URL leads through a connection pooler');
      expect(program.stderr()).toContain('pool_mode to session in PgBouncer');
    } finally {
      await pooler.stop();
    }
  });

  it('in session mode is as no pooler', async () => {
    const pooler = await startPgBouncer(database, { pool_mode: 'session', default_pool_size: 60 });
    try {
      const { program, url } = await startServerProcess(main, directory, { DATABASE_URL: pooler.url });
      const question = (query: string) =>
        fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }).then((response) => response.json());
      const register =
        'register(input: { email: "ada@pooler.example", password: "a pooled 7 passphrase", organizationName: "Ada" })';
      expect(await question(`mutation { ${register} { accessToken } }`)).toMatchObject({
        data: { register: { accessToken: expect.any(String) } },
      });
      expect((await fetch(`${url}/ready`)).status).toBe(200);
      program.kill('SIGTERM');
      expect(await program.exit).toBe(0);
    } finally {
      await pooler.stop();
    }
  });
});
