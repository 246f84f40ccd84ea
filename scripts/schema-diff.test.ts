import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../src/store/migrate.ts';
import { schemaDiff } from './schema-diff.ts';
import { openSchemaEngine } from './schema-engine.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? '';
const SHIPPED_SCHEMA = path.resolve('prisma/schema.prisma');
const SHIPPED_MIGRATIONS = path.resolve('prisma/migrations');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'schema-diff-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function writeSchema(models: string): Promise<string> {
  const file = path.join(folder, 'schema.prisma');
  await writeFile(file, `datasource db {\n  provider = "postgresql"\n}\n${models}`);
  return file;
}

async function writeMigration(sql: string): Promise<string> {
  await mkdir(path.join(folder, 'migrations/1_test'), { recursive: true });
  await writeFile(path.join(folder, 'migrations/1_test/migration.sql'), sql);
  return path.join(folder, 'migrations');
}

async function edited(from: string, to: string): Promise<string> {
  const schema = await readFile(SHIPPED_SCHEMA, 'utf8');
  expect(schema).toContain(from);
  const file = path.join(folder, 'schema.prisma');
  await writeFile(file, schema.replace(from, to));
  return file;
}

async function scratchDatabases(): Promise<string[]> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where datname like 'scratch%'`);
  await client.end();
  return rows.map(({ datname }) => datname);
}

describe('the shipped migrations', () => {
  test('make what schema.prisma says', async () => {
    expect(await schemaDiff(SERVER, SHIPPED_SCHEMA, SHIPPED_MIGRATIONS)).toBe('');
  });

  test('differ from a schema with another column', async () => {
    const schema = await edited('model Event {', 'model Event {\n  note String?');
    expect(await schemaDiff(SERVER, schema, SHIPPED_MIGRATIONS)).toBe(
      '-- AlterTable\nALTER TABLE "events" ADD COLUMN     "note" TEXT;\n',
    );
  });

  test('differ from a schema without one of the indexes', async () => {
    const schema = await edited('  @@index([projectId, visitorId, timestamp])\n', '');
    expect(await schemaDiff(SERVER, schema, SHIPPED_MIGRATIONS)).toBe(
      '-- DropIndex\nDROP INDEX "events_project_id_visitor_id_timestamp_idx";\n',
    );
  });
});

describe('schemaDiff', () => {
  test('looks past what the Prisma language cannot say', async () => {
    const schema = await writeSchema(`
      model Reading {
        id    Int
        at    DateTime @db.Timestamptz(3)
        value Int
        @@id([id, at])
        @@index([at], type: Brin, map: "readings_at_brin")
        @@map("readings")
      }`);
    const migrations = await writeMigration(`
      create table readings (
        id int not null, at timestamptz(3) not null, value int not null check (value > 0),
        constraint readings_pkey primary key (id, at)
      ) partition by range (at);
      create table readings_2026 partition of readings for values from ('2026-01-01') to ('2027-01-01');
      create index readings_at_brin on readings using brin (at) with (pages_per_range = 32, autosummarize = on);
      create index readings_high on readings (id) where value > 100;
      create index readings_double on readings ((value * 2));
      create function twice(n int) returns int language plpgsql as $$ begin return n * 2; end; $$;
      create view high_readings as select * from readings where value > 100;
      comment on table readings is 'Some readings.';`);
    expect(await schemaDiff(SERVER, schema, migrations)).toBe('');
  });

  test('writes a change of an enum without a transaction of its own', async () => {
    const schema = await writeSchema('enum Size {\n  small\n}\nmodel Shirt {\n  id Int @id\n  size Size\n}');
    const migrations = await writeMigration(`
      create type "Size" as enum ('small', 'large');
      create table "Shirt" (id int not null, size "Size" not null, constraint "Shirt_pkey" primary key (id));`);
    const sql = await schemaDiff(SERVER, schema, migrations);
    expect(sql).toContain('CREATE TYPE "Size_new"');
    expect(sql).not.toMatch(/BEGIN|COMMIT/);

    await mkdir(path.join(migrations, '2_change'));
    await writeFile(path.join(migrations, '2_change/migration.sql'), sql);
    expect(await schemaDiff(SERVER, schema, migrations)).toBe('');
  });

  test('leaves no scratch database, also when a migration fails', async () => {
    const migrations = await writeMigration('select 1 / 0;');
    const before = await scratchDatabases();
    await expect(schemaDiff(SERVER, SHIPPED_SCHEMA, migrations)).rejects.toThrow('division by zero');
    expect(await scratchDatabases()).toEqual(before);
  });
});

test('the history that migrate leaves behind is clean for Prisma', async () => {
  const sql = 'create table a (id int primary key);\n';
  const migrations = await writeMigration(sql);
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  const name = `history_${randomUUID()}`;
  await client.query(`create database "${name}" template template0`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href });
  await migrate(pool, migrations);
  await pool.end();

  const { engine, close } = await openSchemaEngine(url.href);
  const file = { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } };
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: migrations,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: [{ path: '1_test', migrationFile: file }],
    },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  await close();
  await client.query(`drop database "${name}"`);
  await client.end();

  expect(diagnosis).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});
