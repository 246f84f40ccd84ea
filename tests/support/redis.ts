import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './port.ts';

/** A real Redis on a free port of its own. */
export interface TestRedis {
  url: string;
  /** Starts it, or starts it again: with what it kept, or with nothing in it. */
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Lets it neither answer nor hang up, until it is thawed. */
  freeze(): void;
  thaw(): void;
}

/** On disk before it is acknowledged. */
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always'];

/** Not started yet. It keeps nothing on disk; one that is `durable` keeps all that it acknowledged until it is removed. */
export async function createRedis({
  durable = false,
  settings = [],
}: {
  durable?: boolean;
  settings?: string[];
} = {}): Promise<TestRedis & { remove(): Promise<void> }> {
  const port = await freePort();
  const directory = await mkdtemp(path.join(tmpdir(), 'pulsegraph-redis-'));
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory];
  let redis: ChildProcess | null = null;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const child = redis;
    redis = null;
    if (!child) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,

    async start() {
      const child = spawn('redis-server', [...options, ...(durable ? DURABLE : []), ...settings], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.once('error', () => {
        throw new Error('this test needs redis-server: apt-get install -y redis-server');
      });
      for await (const line of child.stdout) if (String(line).includes('Ready to accept connections')) break;
      child.stdout.resume();
      redis = child;
    },
    stop,
    freeze: () => void redis?.kill('SIGSTOP'),
    thaw: () => void redis?.kill('SIGCONT'),
    async remove() {
      await stop('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
