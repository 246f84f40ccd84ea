import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** A database and a migrations folder that do not fit, or a migration that failed; the message says how to mend it. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

interface Migration {
  name: string;
  file: string;
  sql: string;
}

interface HistoryRow {
  name: string;
  checksum: string;
  finished: boolean;
}

// The key of the Prisma CLI, so that `prisma migrate deploy` and a starting server wait for each other too.
const LOCK_KEY = 72707369;

// Table and columns as the Prisma CLI makes them.
const CREATE_HISTORY = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

const RECORD = `
  insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  values (gen_random_uuid(), $1, $2, now(), clock_timestamp(), 1)`;

/**
 * Applies the migrations of `directory` (Prisma's layout, NAME/migration.sql) that the database does not have yet, in
 * the order of their names, each in one transaction with its row in `_prisma_migrations`. Any number of processes may
 * call it at once. Returns the names applied now.
 * @throws MigrationError, with everything that the failed migration did rolled back
 */
export async function migrate(pool: pg.Pool, directory: string): Promise<string[]> {
  const migrations = await readMigrations(directory);
  if (unapplied(migrations, await readHistory(pool)).length === 0) return [];

  const client = await pool.connect();
  // A lost connection rejects the running query; without a listener the event would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(CREATE_HISTORY);
    const pending = unapplied(migrations, await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ending the session frees the lock and rolls back what is open, in whatever state the connection is.
    client.release(true);
  }
}

/**
 * The names of the migrations that `migrate` would apply, from one or two statements.
 * @throws MigrationError where `migrate` would refuse to start
 */
export async function pendingMigrations(pool: pg.Pool, directory: string): Promise<string[]> {
  return unapplied(await readMigrations(directory), await readHistory(pool)).map(({ name }) => name);
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new MigrationError(`The migrations folder ${directory} of the server cannot be read.`, { cause });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map((name) => readMigration(name, path.join(directory, name, 'migration.sql'))),
  );
}

async function readMigration(name: string, file: string): Promise<Migration> {
  try {
    return { name, file, sql: await readFile(file, 'utf8') };
  } catch (error) {
    throw new MigrationError(`Migration ${name} cannot be read. Restore ${file}, or delete its folder.`, {
      cause: error,
    });
  }
}

async function readHistory(db: pg.Pool | pg.PoolClient): Promise<HistoryRow[]> {
  const table = await db.query(`select to_regclass('_prisma_migrations') is not null as present`);
  if (!table.rows[0].present) return [];
  const { rows } = await db.query<HistoryRow>(`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations
    where rolled_back_at is null
    order by migration_name`);
  return rows;
}

function unapplied(migrations: Migration[], history: HistoryRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unfinished = history.find((row) => !row.finished);
  if (unfinished) throw new MigrationError(unfinishedMessage(unfinished.name));

  const unknown = history.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) throw new MigrationError(newerMessage(unknown));

  for (const row of history) {
    const migration = known.get(row.name);
    if (migration && !matches(migration.sql, row.checksum))
      throw new MigrationError(editedMessage(migration));
  }
  const applied = new Set(history.map((row) => row.name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

// Like the Prisma CLI, with either line ending: Git on Windows changes them.
function matches(sql: string, recorded: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksum(text) === recorded);
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const own = transactionStatement(migration.sql);
  if (own) throw new MigrationError(transactionMessage(migration, own));
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(RECORD, [checksum(migration.sql), migration.name]);
    await client.query('commit');
  } catch (error) {
    throw new MigrationError(failureMessage(migration, error), { cause: error });
  }
}

// Prisma writes BEGIN and COMMIT around changes of an enum; they would end the transaction of `apply` half-way.
function transactionStatement(sql: string): string | undefined {
  const outsideBodies = sql.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, '');
  return /^\s*((?:begin|start transaction|commit|rollback)(?: work| transaction)?\s*;)/im.exec(
    outsideBodies,
  )?.[1];
}

function unfinishedMessage(name: string): string {
  return `The Prisma CLI began migration ${name} and did not finish it, so a part of it may be in the database.
Undo that part and run "npx prisma migrate resolve --rolled-back ${name}", or complete it by hand and run
"npx prisma migrate resolve --applied ${name}". Then start again.`;
}

function newerMessage(names: string[]): string {
  return `The database is newer than this server: it has migrations that this version does not know (${names.join(', ')}).
Start the version that applied them, or a later one.`;
}

function editedMessage({ name, file }: Migration): string {
  return `Migration ${name} was edited after it had been applied: the checksum of its file is not the one in _prisma_migrations.
Restore ${file} as it was, and put the change into a new migration.`;
}

function transactionMessage({ name, file }: Migration, statement: string): string {
  return `Migration ${name} contains "${statement}", but each migration runs in one transaction of the server.
Remove BEGIN and COMMIT from ${file} and start again. Nothing of it was applied.`;
}

function failureMessage(migration: Migration, error: unknown): string {
  const { name, file, sql } = migration;
  if (!(error instanceof pg.DatabaseError)) {
    return `The connection failed during migration ${name}: ${error instanceof Error ? error.message : String(error)}
It is applied wholly or not at all. Start again.`;
  }
  const position = error.position ? Number(error.position) : undefined;
  return [
    `Migration ${name} failed: ${error.message} (SQLSTATE ${error.code})`,
    position && excerpt(sql, position),
    error.detail && `Detail: ${error.detail}`,
    error.hint && `Hint: ${error.hint}`,
    error.where && `Where: ${error.where}`,
    `All of it was rolled back. Mend ${file} and start again.`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The lines of `sql` around `position`, which Postgres counts in characters (not UTF-16 units) from 1. */
function excerpt(sql: string, position: number): string {
  const line = Array.from(sql)
    .slice(0, position - 1)
    .filter((character) => character === '\n').length;
  const first = Math.max(0, line - 2);
  const lines = sql.split('\n').slice(first, line + 3);
  const numbered = lines.map((text, index) => {
    const mark = first + index === line ? '>' : ' ';
    return `${mark} ${String(first + index + 1).padStart(4)} | ${text.trimEnd().slice(0, 160)}`;
  });
  return `at line ${line + 1}:\n${numbered.join('\n')}`;
}
