import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MigrationError, migrate, pendingMigrations } from './migrate.ts';

const SHIPPED = path.resolve('prisma/migrations');

let server: pg.Client;
let database: string;
let pool: pg.Pool;
let directory: string;

beforeEach(async () => {
  server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await server.connect();
  database = `migrate_${randomUUID()}`;
  await server.query(`create database "${database}" template template0`);
  pool = openPool();
  directory = await mkdtemp(path.join(tmpdir(), 'migrate-'));
});

afterEach(async () => {
  await pool.end();
  await server.query(`drop database "${database}"`);
  await server.end();
  await rm(directory, { recursive: true });
});

function openPool(options: pg.PoolConfig = {}): pg.Pool {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  if (options.port) url.port = String(options.port);
  return new pg.Pool({ connectionString: url.href, options: '-c timezone=UTC', ...options });
}

/** A TCP proxy to the server that resets the connection instead of passing on what contains `text`. */
async function proxyThatBreaksAt(text: string) {
  const { hostname, port } = new URL(process.env.TEST_DATABASE_URL ?? '');
  const proxy = createServer((socket) => {
    const upstream = connect(Number(port || 5432), hostname);
    upstream.pipe(socket);
    socket.on('data', (data) => {
      if (!data.includes(text)) return upstream.write(data);
      socket.resetAndDestroy();
      return upstream.destroy();
    });
  });
  await once(proxy.listen(0), 'listening');
  const address = proxy.address() as AddressInfo;
  return { port: address.port, close: () => proxy.close() };
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(directory, name), { recursive: true });
  await writeFile(path.join(directory, name, 'migration.sql'), sql);
}

async function column<T>(sql: string, db: pg.Pool | pg.PoolClient = pool): Promise<T[]> {
  const { rows } = await db.query<T[]>({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value as T);
}

const tables = () =>
  column<string>(`select tablename::text from pg_tables where schemaname = 'public'
                  and tablename <> '_prisma_migrations' order by 1`);

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MigrationError);
  return (error as MigrationError).message;
}

describe('migrate', () => {
  test('applies all migrations to an empty database, in the order of their names, once', async () => {
    await write('2_column', 'alter table a add column b int;');
    await write('1_table', 'create table a (id int);');
    await writeFile(path.join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');

    expect(await pendingMigrations(pool, directory)).toEqual(['1_table', '2_column']);
    expect(await migrate(pool, directory)).toEqual(['1_table', '2_column']);
    expect(await tables()).toEqual(['a']);
    expect(await pendingMigrations(pool, directory)).toEqual([]);
    expect(await migrate(pool, directory)).toEqual([]);
  });

  test('records a migration as the Prisma CLI does', async () => {
    const sql = 'create table a (id int);\n';
    await write('1_table', sql);
    const before = Date.now();
    await migrate(pool, directory);

    const { rows } = await pool.query('select * from _prisma_migrations');
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        checksum: createHash('sha256').update(sql).digest('hex'),
        finished_at: expect.any(Date),
        migration_name: '1_table',
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ]);
    expect(rows[0].started_at.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(rows[0].finished_at.getTime()).toBeGreaterThanOrEqual(rows[0].started_at.getTime());
  });

  test('five callers at once apply each migration once', async () => {
    await write('1_table', 'create table a (id int); select pg_sleep(0.2);');
    await write('2_row', 'insert into a values (1);');
    const pools = Array.from({ length: 5 }, () => openPool({ max: 1 }));

    const applied = await Promise.all(pools.map((own) => migrate(own, directory)));
    await Promise.all(pools.map((own) => own.end()));

    expect(applied.flat()).toEqual(['1_table', '2_row']);
    expect(await column('select id from a')).toEqual([1]);
  });

  test('lifts the statement timeout of the pool for itself alone', async () => {
    await write('1_timeout', `create table a as select current_setting('statement_timeout') as value;`);
    const impatient = openPool({ statement_timeout: 5000 });
    await migrate(impatient, directory);
    expect(await column('select value from a', impatient)).toEqual(['0']);
    expect(await column('show statement_timeout', impatient)).toEqual(['5s']);
    await impatient.end();
  });

  test('a failing migration leaves nothing, names its line, and is tried again', async () => {
    await write('1_good', 'create table a (id int);');
    // The emoji is one character for Postgres and two UTF-16 units.
    await write(
      '2_bad',
      'create table b (id int);\n-- 🐘\ninsert into b (\n  missing\n) values (1);\ncreate table c (id int);\n',
    );
    await write('3_never', 'create table d (id int);');

    const message = await failure(migrate(pool, directory));
    expect(message).toContain(
      'Migration 2_bad failed: column "missing" of relation "b" does not exist (SQLSTATE 42703)',
    );
    expect(message).toContain(`at line 4:
     2 | -- 🐘
     3 | insert into b (
>    4 |   missing
     5 | ) values (1);
     6 | create table c (id int);
`);
    expect(await tables()).toEqual(['a']);
    expect(await column('select migration_name from _prisma_migrations')).toEqual(['1_good']);
    expect(await failure(migrate(pool, directory))).toBe(message);

    await write('2_bad', 'create table b (id int);');
    expect(await migrate(pool, directory)).toEqual(['2_bad', '3_never']);
  });

  test('a failure inside a function body tells where', async () => {
    await write('1_bad', `do $$ begin\n  raise exception 'not today' using hint = 'tomorrow';\nend $$;`);
    const message = await failure(migrate(pool, directory));
    expect(message).toContain('not today (SQLSTATE P0001)');
    expect(message).toContain('Hint: tomorrow');
    expect(message).toContain('Where: PL/pgSQL function inline_code_block line 2 at RAISE');
  });

  test('a migration is not kept without its record', async () => {
    await write('1_table', 'create table a (id int); alter table _prisma_migrations drop column checksum;');
    expect(await failure(migrate(pool, directory))).toContain('column "checksum"');
    expect(await tables()).toEqual([]);
  });

  test('a lost connection leaves nothing, frees the lock and spares the process', async () => {
    await write('1_table', 'create table a (id int);');
    const proxy = await proxyThatBreaksAt('insert into _prisma_migrations');
    const fragile = openPool({ port: proxy.port });
    const message = await failure(migrate(fragile, directory));
    expect(message).toContain('The connection failed during migration 1_table: read ECONNRESET');
    await fragile.end();
    proxy.close();

    expect(await tables()).toEqual([]);
    expect(await migrate(pool, directory)).toEqual(['1_table']);
  });

  test('refuses transaction statements before anything runs, but not those in a body', async () => {
    await write('1_enum', `create table a (id int);\nBEGIN;\ncreate table b (id int);\nCOMMIT;\n`);
    expect(await failure(migrate(pool, directory))).toContain('Migration 1_enum contains "BEGIN;"');
    expect(await tables()).toEqual([]);

    await write('1_enum', `create procedure p() language plpgsql as $body$\nbegin\n  commit;\nend;\n$body$;`);
    expect(await migrate(pool, directory)).toEqual(['1_enum']);
  });

  test('runs function bodies with semicolons', async () => {
    await write(
      '1_function',
      `create function twice(n int) returns int language plpgsql as $$
      declare result int; begin result := n * 2; return result; end; $$;
      create table a as select twice(21) as answer;`,
    );
    await migrate(pool, directory);
    expect(await column('select answer from a')).toEqual([42]);
  });

  test('refuses a migration that was edited after it had been applied, whatever its line endings', async () => {
    await write('1_table', 'create table a (\n  id int\n);\n');
    await migrate(pool, directory);
    await write('1_table', 'create table a (\r\n  id int\r\n);\r\n');
    expect(await migrate(pool, directory)).toEqual([]);

    await write('1_table', 'create table a (\n  id bigint\n);\n');
    const message = await failure(migrate(pool, directory));
    expect(message).toContain('Migration 1_table was edited after it had been applied');
    expect(message).toContain(`Restore ${path.join(directory, '1_table', 'migration.sql')}`);
    expect(await failure(pendingMigrations(pool, directory))).toBe(message);
  });

  test('refuses a database that a newer server has migrated', async () => {
    await write('1_table', 'create table a (id int);');
    await write('2_newer', 'create table b (id int);');
    await migrate(pool, directory);
    await rm(path.join(directory, '2_newer'), { recursive: true });
    const message = await failure(migrate(pool, directory));
    expect(message).toContain('The database is newer than this server');
    expect(message).toContain('2_newer');
  });

  test('refuses what the Prisma CLI left unfinished, until it is resolved', async () => {
    await write('1_table', 'create table a (id int);');
    await write('2_table', 'create table b (id int);');
    await migrate(pool, directory);
    await pool.query(`update _prisma_migrations set finished_at = null, logs = 'ERROR', applied_steps_count = 0
                      where migration_name = '2_table'`);
    expect(await failure(migrate(pool, directory))).toContain(
      'npx prisma migrate resolve --rolled-back 2_table',
    );

    // What `prisma migrate resolve --rolled-back` does.
    await pool.query(`update _prisma_migrations set rolled_back_at = now() where migration_name = '2_table'`);
    await pool.query('drop table b');
    expect(await migrate(pool, directory)).toEqual(['2_table']);
    expect(await tables()).toEqual(['a', 'b']);
  });

  test('says which folder or file is missing', async () => {
    const missing = path.join(directory, 'missing');
    expect(await failure(migrate(pool, missing))).toContain(missing);
    await mkdir(path.join(directory, '1_empty'));
    expect(await failure(migrate(pool, directory))).toContain('Migration 1_empty cannot be read');
  });
});

describe('ensure_events_partition', () => {
  const ensure = (at: string, db: pg.Pool | pg.PoolClient = pool) =>
    db.query('select ensure_events_partition($1)', [at]);
  const insert = (at: string, db: pg.Pool | pg.PoolClient = pool) =>
    db.query(
      `insert into events (project_id, "timestamp", id, visit_id, visitor_id, type, name, origin, client, received_at)
       values (1, $1, gen_random_uuid(), 1, 1, 'PAGEVIEW', 1, 1, 1, now())`,
      [at],
    );
  const partitions = () =>
    column<string>(`
      select relname || ' ' || pg_get_expr(relpartbound, oid) from pg_class
      where oid in (select relid from pg_partition_tree('events') where isleaf) order by relname`);

  beforeEach(async () => {
    await migrate(pool, SHIPPED);
  });

  test('makes the partition of the UTC month, whatever the settings of the session', async () => {
    const abroad = openPool({ options: '-c timezone=America/New_York -c datestyle=SQL,DMY' });
    await ensure('2026-03-31T23:59:59.999Z', abroad);
    await ensure('2026-04-01T00:00:00Z', abroad);
    await ensure('2025-12-31T20:00:00-05:00', abroad);
    await ensure('2009-12-31T23:59:59.999Z', abroad);
    await ensure('2010-01-01T00:00:00Z', abroad);
    await abroad.end();
    expect(await partitions()).toEqual([
      "events_2010_01 FOR VALUES FROM ('2010-01-01 00:00:00+00') TO ('2010-02-01 00:00:00+00')",
      "events_2026_01 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00')",
      "events_2026_03 FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00')",
      "events_2026_04 FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00')",
      "events_before_2010 FOR VALUES FROM (MINVALUE) TO ('2010-01-01 00:00:00+00')",
    ]);
  });

  test('gives the partition each index of events once', async () => {
    await ensure('2026-01-15T00:00:00Z');
    const indexes = (table: string) =>
      column(`select pg_get_indexdef(indexrelid) from pg_index where indrelid = '${table}'::regclass`);
    const children = await column(`
      select parent.indexrelid::regclass::text
      from pg_index child
        join pg_inherits on inhrelid = child.indexrelid
        join pg_index parent on parent.indexrelid = inhparent
      where child.indrelid = 'events_2026_01'::regclass order by 1`);
    expect(children).toEqual([
      'events_pkey',
      'events_project_id_visitor_id_timestamp_idx',
      'events_with_properties_idx',
      'events_with_revenue_idx',
    ]);
    expect((await indexes('events_2026_01')).length).toBe(4);
  });

  test('callers at once make one partition, and each can insert into it', async () => {
    const callers = Array.from({ length: 8 }, async () => {
      const client = await pool.connect();
      await client.query('begin');
      await insert('2009-01-15T00:00:00Z', client);
      await ensure('2026-01-15T00:00:00Z', client);
      await insert('2026-01-15T00:00:00Z', client);
      await client.query('commit');
      client.release();
    });
    await Promise.all(callers);
    expect(await column('select count(*)::int from only events_2026_01')).toEqual([8]);
  });

  test('neither waits for readers and writers nor makes them wait', async () => {
    await ensure('2026-01-15T00:00:00Z');
    const prompt = openPool({ lock_timeout: 2000 });
    const [writer, maker] = [await prompt.connect(), await prompt.connect()];

    await writer.query('begin');
    await insert('2026-01-15T00:00:00Z', writer);
    await maker.query('begin');
    await ensure('2026-02-15T00:00:00Z', maker);
    await insert('2026-01-16T00:00:00Z', writer);
    expect(await column('select count(*)::int from events', writer)).toEqual([2]);
    await maker.query('commit');
    await insert('2026-02-15T00:00:00Z', writer);
    await writer.query('commit');

    expect(await column('select tableoid::regclass::text from events order by "timestamp"')).toEqual([
      'events_2026_01',
      'events_2026_01',
      'events_2026_02',
    ]);
    writer.release();
    maker.release();
    await prompt.end();
  });
});
