import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate } from '../src/store/migrate.ts';
import { openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that turns the database of the migrations into that of the Prisma schema; empty when they are the same. Works
 * in a scratch database on the server of `serverUrl`, whose user needs CREATEDB.
 *
 * The engine looks past what the Prisma language cannot express: partitions, partial and expression indexes, index
 * options, views, functions, check constraints, comments.
 */
export function schemaDiff(serverUrl: string, schemaFile: string, migrations: string): Promise<string> {
  return withScratchDatabase(serverUrl, async (url) => {
    await migrateDatabase(url, migrations);
    return diff(url, schemaFile);
  });
}

async function migrateDatabase(url: string, migrations: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  try {
    await migrate(pool, migrations);
  } finally {
    await pool.end();
  }
}

async function diff(url: string, schemaFile: string): Promise<string> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const { engine, close } = await openSchemaEngine(url);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : withoutTransactions(stdout ?? '');
  } finally {
    await close();
  }
}

// Prisma wraps changes of an enum in a transaction; `migrate` brings its own and refuses another.
function withoutTransactions(sql: string): string {
  return sql.replace(/^(BEGIN|COMMIT);\n/gm, '');
}

async function withScratchDatabase<T>(serverUrl: string, use: (url: string) => Promise<T>): Promise<T> {
  const name = `scratch_${randomUUID()}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`create database "${name}" template template0`);
    return await use(databaseUrl(serverUrl, name));
  } finally {
    await server.query(`drop database if exists "${name}"`);
    await server.end();
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
