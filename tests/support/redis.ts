import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A real Redis that keeps nothing on disk, on a free port of its own. */
export interface TestRedis {
  url: string;
  /** Starts it, or starts it again with nothing in it. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Lets it neither answer nor hang up, until it is thawed. */
  freeze(): void;
  thaw(): void;
}

/** Not started yet. */
export async function createRedis(): Promise<TestRedis> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  let redis: ChildProcess | null = null;
  return {
    url: `redis://127.0.0.1:${port}`,

    async start() {
      const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.once('error', () => {
        throw new Error('this test needs redis-server: apt-get install -y redis-server');
      });
      for await (const line of child.stdout) if (String(line).includes('Ready to accept connections')) break;
      child.stdout.resume();
      redis = child;
    },
    async stop() {
      const child = redis;
      redis = null;
      if (!child) return;
      child.kill();
      await once(child, 'exit');
    },
    freeze: () => void redis?.kill('SIGSTOP'),
    thaw: () => void redis?.kill('SIGCONT'),
  };
}
