import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './port.ts';
import { temporaryDirectory } from './process.ts';

/** A real PgBouncer in front of a database. */
export async function startPgBouncer(
  url: string,
  settings: Record<string, string | number>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const own = await freePort();
  const directory = await temporaryDirectory();
  const file = path.join(directory, 'pgbouncer.ini');
  const name = pathname.slice(1);
  const target = `host=${hostname} port=${port || 5432} user=${username} password=${decodeURIComponent(password)}`;
  const options = {
    listen_addr: '127.0.0.1',
    listen_port: own,
    auth_type: 'any',
    unix_socket_dir: '',
    ...settings,
  };
  const lines = Object.entries(options).map(([key, value]) => `${key} = ${value}`);
  await writeFile(file, `[databases]\n${name} = ${target}\n[pgbouncer]\n${lines.join('\n')}\n`);
  await chmod(file, 0o644);
  const command = existsSync('/usr/sbin/pgbouncer') ? '/usr/sbin/pgbouncer' : 'pgbouncer';
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(command, ['-q', ...user, file], { stdio: ['ignore', 'ignore', 'ignore'] });
  child.once('error', () => {
    throw new Error('this test needs PgBouncer: apt-get install -y pgbouncer');
  });
  const exit = once(child, 'exit');
  const bounced = Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(own) }).href;
  while (!(await answers(bounced))) await delay(20);
  return {
    url: bounced,
    async stop() {
      child.kill('SIGKILL');
      await exit;
      await rm(directory, { recursive: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
