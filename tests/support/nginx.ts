import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './port.ts';
import { temporaryDirectory } from './process.ts';

/** A real nginx in front of a server, with `proxy_pass` and nothing else but what is given. */
export async function startNginx(
  upstream: string,
  { server = '', location = '' }: { server?: string; location?: string } = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const directory = await temporaryDirectory();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${directory}/${name};`)
    .join('\n');
  const file = path.join(directory, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; master_process off; pid ${directory}/pid; error_log stderr crit;
    events {}
    http { access_log off; ${temporary}
      server { listen 127.0.0.1:${port}; ${server}
        location / { proxy_pass ${upstream}; ${location} } } }`,
  );
  const command = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  const child = spawn(command, ['-e', 'stderr', '-c', file], { stdio: ['ignore', 'inherit', 'inherit'] });
  child.once('error', () => {
    throw new Error('this test needs nginx: apt-get install -y nginx');
  });
  const exit = once(child, 'exit');
  while (!(await accepts(port))) await delay(20);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await exit;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
