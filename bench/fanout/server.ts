import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newSecretKey, secretHash } from '../../src/accounts/secrets.ts';
import { projectGlobalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/store.ts';
import { startServerProcess, temporaryDirectory } from '../../tests/support/process.ts';
import { createProject, usageOf } from '../ingest/servers.ts';
import type { Arrival, Crowd } from './subscribers.ts';

/** What the server has done so far. */
export interface Counts {
  at: number;
  /** Statements, by their text. */
  counts: Record<string, number>;
  /** Bytes. */
  memory: { rss: number; heapUsed: number; external: number };
  /** Milliseconds of CPU. */
  cpu: number;
}

export interface FanoutServer {
  port: number;
  read(): Promise<Counts>;
  /** Reads after a collection of garbage, which disturbs what is going on. */
  weigh(): Promise<Counts>;
  stop(): Promise<void>;
}

/** One process, which counts its statements. */
export async function startFanoutServer(main: string, databaseUrl: string): Promise<FanoutServer> {
  const directory = await temporaryDirectory();
  const file = path.join(directory, 'counts.json');
  const { program, url } = await startServerProcess(main, directory, {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    CONNECTIONS_PER_ADDRESS: '0',
    // An allocator that this bench itself is run with.
    ...(process.env.LD_PRELOAD ? { LD_PRELOAD: process.env.LD_PRELOAD } : {}),
    NODE_OPTIONS: `--import ${new URL('./counter.mjs', import.meta.url).href}`,
    FANOUT_COUNTS: file,
  });
  let stopping = false;
  void program.exit.then((code) => {
    if (!stopping) console.error(`the server ended (${code}): ${program.stderr()}`);
  });
  async function read(signal: NodeJS.Signals): Promise<Counts> {
    await rm(file, { force: true });
    program.kill(signal);
    for (;;) {
      await delay(50);
      const text = await readFile(file, 'utf8').catch(() => '');
      if (!text.endsWith('}')) continue;
      return { at: Date.now(), cpu: (await usageOf(program.pid)).cpu, ...JSON.parse(text) } as Counts;
    }
  }
  return {
    port: Number(new URL(url).port),
    read: () => read('SIGUSR2'),
    weigh: () => read('SIGHUP'),
    async stop() {
      stopping = true;
      program.kill('SIGTERM');
      await program.exit;
    },
  };
}

/** A project with a key that reads it. */
export async function createReadable(store: Store) {
  const { id, writeKey } = await createProject(store, 'fan-out');
  const token = newSecretKey();
  await store.prisma.apiKey.create({
    data: {
      projectId: id,
      name: 'subscribers',
      prefix: token.slice(0, 10),
      secretHash: secretHash(token),
      scopes: ['READ'],
    },
  });
  return { projectId: projectGlobalId(id), writeKey, token };
}

/** Subscribes from a process of its own; `leave` tells what has arrived. */
export async function gather(crowd: Omit<Crowd, 'file'>) {
  const file = path.join(await temporaryDirectory(), 'arrivals.json');
  const script = fileURLToPath(new URL('./subscribers.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify({ ...crowd, file })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async leave(): Promise<{ arrivals: Arrival[]; closed: number }> {
      child.stdin.end();
      await once(child, 'close');
      return JSON.parse(await readFile(file, 'utf8'));
    },
  };
}
