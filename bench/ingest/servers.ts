import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newWriteKey } from '../../src/accounts/secrets.ts';
import type { Store } from '../../src/store/store.ts';
import {
  NODE_OPTIONS,
  type Program,
  startProgram,
  startServerProcess,
  temporaryDirectory,
} from '../../tests/support/process.ts';
import type { Load, LoadResult } from './load.ts';

/** Processes that take and store events. */
export interface Servers {
  port: number;
  /** By what they do. */
  processes: Record<string, number>;
  stop(): Promise<void>;
}

/** One process that stores events itself. */
export async function startAlone(main: string, databaseUrl: string): Promise<Servers> {
  const { program, url } = await startServerProcess(main, await temporaryDirectory(), {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    RATE_LIMIT_KEY: '0',
  });
  return { port: Number(new URL(url).port), processes: { server: program.pid }, stop: () => ended(program) };
}

/** An API process, a worker, and a Redis that writes each second to disk. */
export async function startQueued(main: string, databaseUrl: string): Promise<Servers> {
  const redisPort = await freePort();
  const directory = await temporaryDirectory();
  const redis = startProgram(
    [
      'redis-server',
      '--port',
      String(redisPort),
      '--bind',
      '127.0.0.1',
      '--appendonly',
      'yes',
      '--appendfsync',
      'everysec',
      '--save',
      '',
    ],
    directory,
    {},
  );
  await redis.says(/Ready to accept connections/);
  const env = {
    RATE_LIMIT_KEY: '0',
    DATABASE_URL: databaseUrl,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    LOG_LEVEL: 'error',
  };
  const worker = startProgram([process.execPath, ...NODE_OPTIONS, main], await temporaryDirectory(), {
    ...env,
    ROLE: 'worker',
    PORT: '0',
  });
  await worker.says(/storing events/);
  const { program: api, url } = await startServerProcess(main, await temporaryDirectory(), {
    ...env,
    ROLE: 'api',
  });
  return {
    port: Number(new URL(url).port),
    processes: { api: api.pid, worker: worker.pid, redis: redis.pid },
    async stop() {
      await ended(api);
      await ended(worker);
      await ended(redis);
    },
  };
}

async function ended(program: Program): Promise<void> {
  program.kill('SIGTERM');
  await program.exit;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A project of its own for a load. */
export async function createProject(store: Store, name: string): Promise<{ id: number; writeKey: string }> {
  const writeKey = newWriteKey();
  const slug = `bench-${Date.now()}`;
  const organization = await store.prisma.organization.create({ data: { name, slug } });
  const { id } = await store.prisma.project.create({
    data: { organizationId: organization.id, name, writeKey },
  });
  await store.pool.query('insert into project_revisions (project_id) values ($1)', [id]);
  return { id, writeKey };
}

/** Sends from a process of its own. */
export async function send(load: Load): Promise<LoadResult> {
  const script = fileURLToPath(new URL('./load.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child, 'close');
  return JSON.parse(text) as LoadResult;
}

const TICK = 10;

/** Milliseconds of CPU that a process has used, and the memory it holds in MB. */
export async function usageOf(pid: number): Promise<{ cpu: number; memory: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return {
    cpu: (Number(fields[11]) + Number(fields[12])) * TICK,
    memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
  };
}

/** Waits until so many events of a project are stored; returns for how many milliseconds. */
export async function untilStored(store: Store, projectId: number, events: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { rows } = await store.pool.query<{ stored: string }>(
      'select coalesce(sum(stored), 0) as stored from ingest_counts where project_id = $1',
      [projectId],
    );
    if (Number(rows[0]?.stored) >= events) return performance.now() - started;
    await delay(20);
  }
}
