import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { AppOptions } from '../src/app.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant } from './support/tenant.ts';

// What clients hold of the server by doing nothing: answers that they do not read, connections, sockets, operations.

const MIB = 1024 * 1024;
const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy();
});

async function start(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const server = await startServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** Sends a request and reads nothing of the answer. */
async function askAndSleep({ url }: TestServer, request: string): Promise<Socket> {
  const socket = connectTcp(Number(new URL(url).port), '127.0.0.1');
  opened.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(request);
  return socket;
}
const openConnections = ({ app }: TestServer) =>
  new Promise<number>((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
const isAlive = async ({ url }: TestServer) => expect((await fetch(`${url}/health`)).status).toBe(200);

describe('a client that does not read', () => {
  it('shares the page of GraphiQL and its files with all others, and is cut', async () => {
    const server = await start({ connections: { patience: 1_000 } });
    const html = await (await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    const script = /src="([^"]+)"/.exec(html)?.[1];
    const before = process.memoryUsage().rss;
    const asked = ['/graphql', `/${script}`].flatMap((path) =>
      Array.from({ length: 75 }, () =>
        askAndSleep(server, `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n`),
      ),
    );
    const sockets = await Promise.all(asked);
    await delay(300);
    expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(100);
    await isAlive(server);
    // The script is larger than what the network between takes; small answers are away at once.
    await expect.poll(() => openConnections(server), { timeout: 10_000 }).toBeLessThan(10);
    expect(sockets).toHaveLength(150);
  });

  /** A request whose answer is far more than the buffers of two sockets hold. */
  async function largeRequest(server: TestServer) {
    const tenant = await createTenant(server);
    const properties = { padding: 'x'.repeat(12_000) };
    const events = Array.from({ length: 75 }, (_, i) => ({ name: 'e', visitorId: `v${i}`, properties }));
    for (let batch = 0; batch < 10; batch++)
      await fetch(`${server.url}/api/events`, {
        method: 'POST',
        body: JSON.stringify({ writeKey: tenant.writeKey, events }),
      });
    await server.app.store.pool.query('analyze');
    const field = 'events(first: 1000) { nodes { properties } }';
    const query = `{ project(id: "${tenant.projectId}") { a: ${field} b: ${field} c: ${field} } }`;
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tenant.token}` };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect((await answer.text()).length).toBeGreaterThan(20 * MIB);
    return (accept: string) =>
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: ${accept}\r\n` +
      `Authorization: Bearer ${tenant.token}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }

  it.each(['application/json', 'text/event-stream'])('is cut while an answer waits as %s', async (accept) => {
    const server = await start({ connections: { patience: 1_500 } });
    const request = await largeRequest(server);
    const asked = performance.now();
    const connected = once(server.app.server, 'connection');
    await askAndSleep(server, request(accept));
    const [connection] = (await connected) as [Socket];
    await once(connection, 'close');
    expect(performance.now() - asked).toBeGreaterThan(1_500);
    expect(connection.bytesWritten).toBeGreaterThan(20 * MIB);
  });
});

describe('requests', () => {
  it('that drip are ended', async () => {
    const server = await start();
    expect(server.app.server.requestTimeout).toBe(30_000);
    expect(server.app.server.headersTimeout).toBeLessThanOrEqual(30_000);
  });

  const raw = async (server: TestServer, head: string, body = '') => {
    const socket = await askAndSleep(
      server,
      `${head}\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    socket.resume();
    return text(socket);
  };
  const query = '{"query":"{ __typename }"}';

  it.each([
    'Host: [::',
    'Host: a b',
    'Host: a:99999',
    'Host: %00',
    'Host: a/b',
    'Host: u@a',
    'Host: a?b',
    'Host: ',
    'Host: a\r\nHost: b',
    'host: a\r\nHOST: a',
  ])('with a malformed Host are answered 400, and without a stack: %j', async (host) => {
    const server = await start();
    for (const path of ['/graphql', '/api/events', '/v1/batch', '/nothing']) {
      const answer = await raw(
        server,
        `POST ${path} HTTP/1.1\r\n${host}\r\nContent-Type: application/json`,
        query,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toMatch(/\bat |node_modules|file:/);
    }
    await isAlive(server);
  });

  it('with hundreds of headers are answered 431', async () => {
    const server = await start();
    const headers = Array.from({ length: 500 }, (_, i) => `x${i}: a`).join('\r\n');
    expect(await raw(server, `GET /graphql HTTP/1.1\r\nHost: x\r\n${headers}`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('connections', () => {
  it('are refused past the limit, and answered again below it', async () => {
    const server = await start({ connections: { connections: 5 } });
    const held = await Promise.all(Array.from({ length: 5 }, () => askAndSleep(server, '')));
    await expect.poll(() => openConnections(server)).toBe(5);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    for (const socket of held) socket.destroy();
    await expect.poll(() => openConnections(server)).toBe(0);
    await isAlive(server);
  });

  it('of streams are counted by address, those of sockets and of events together', async () => {
    const server = await start({ connections: { perAddress: 2 } });
    const tenant = await createTenant(server);
    const forwarded = { 'x-forwarded-for': '203.0.113.1' };
    const open = (headers: Record<string, string>) =>
      new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    const stream = (headers: Record<string, string>) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${tenant.token}`,
        },
        body: JSON.stringify({
          query: `subscription { eventTracked(projectId: "${tenant.projectId}") { id } }`,
        }),
      });
    const socket = open(forwarded);
    await once(socket, 'open');
    const events = await stream(forwarded);
    expect(events.status).toBe(200);
    const refused = await stream(forwarded);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(String((await once(open(forwarded), 'error'))[0])).toContain('429');
    const elsewhere = open({ 'x-forwarded-for': '203.0.113.2' });
    await once(elsewhere, 'open');
    // A place that is given back is free.
    socket.terminate();
    await expect
      .poll(async () => {
        const again = open(forwarded);
        return Promise.race([
          once(again, 'open').then(() => 'open'),
          once(again, 'error').then(() => 'refused'),
        ]);
      })
      .toBe('open');
    await events.body?.cancel();
    elsewhere.terminate();
  });
});
