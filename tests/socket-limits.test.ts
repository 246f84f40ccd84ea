import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_OPERATIONS } from '../src/limits.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What one WebSocket may ask of the server.

let server: TestServer;
let tenant: Tenant;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  server = await startServer({ idle: 500, keepAlive: 1_600, connections: { patience: 2_000 } });
  tenant = await createTenant(server);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server.close();
});

/** A socket that is greeted, with what was received on it. */
async function open(authorization?: string) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  sockets.push(socket);
  const received: { id?: string; type: string }[] = [];
  socket.on('message', (text) => received.push(JSON.parse(String(text))));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const payload = authorization ? { authorization: `Bearer ${authorization}` } : {};
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await expect.poll(() => received.length).toBe(1);
  return { socket, received };
}
const ask = (socket: WebSocket, id: string, query: string, more: object = {}) =>
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, ...more } }));
const closed = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close');
  return { code, reason: String(reason) };
};
const watch = () => `subscription { eventTracked(projectId: "${tenant.projectId}") { id } }`;

describe('operations', () => {
  it('of a socket are bounded, and what is past the bound takes nothing of others', async () => {
    const { socket } = await open(tenant.token);
    const ended = closed(socket);
    for (let i = 0; i < 3_000; i++) ask(socket, `${i}`, watch());
    // Another tenant is answered meanwhile.
    const other = await createTenant(server);
    const answer = await server.ask('{ viewer { projects { id } } }', {}, other.token);
    expect(answer.errors).toEqual([]);
    expect(await ended).toEqual({
      code: 4429,
      reason: expect.stringContaining(`${MAX_OPERATIONS} operations`),
    });
    await expect.poll(() => server.app.hub.size()).toBe(0);
  });

  it('up to the bound are served, and those that ended count no more', async () => {
    const { socket, received } = await open(tenant.token);
    for (let round = 0; round < 3; round++) {
      received.length = 0;
      for (let i = 0; i < MAX_OPERATIONS; i++) ask(socket, `${i}`, '{ __typename }');
      await expect
        .poll(() => received.filter(({ type }) => type === 'complete').length, { timeout: 20_000 })
        .toBe(MAX_OPERATIONS);
    }
    expect(socket.readyState).toBe(socket.OPEN);
  });

  it('that arrive together share the look-up of who asks', async () => {
    const { socket, received } = await open(tenant.token);
    await server.app.recent.forget();
    let statements = 0;
    server.app.store.pool.on('acquire', () => statements++);
    for (let i = 0; i < 100; i++) ask(socket, `${i}`, '{ __typename }');
    await expect
      .poll(() => received.filter(({ type }) => type === 'complete').length, { timeout: 20_000 })
      .toBe(100);
    // The session, once; the guard looks once in two seconds.
    expect(statements).toBeLessThan(10);
  });
});

describe('a socket', () => {
  it('on which nobody signed in ends without an operation, with a reason', async () => {
    const { socket } = await open();
    const { code, reason } = await closed(socket);
    expect([code, reason.length > 20]).toEqual([4408, true]);
  });

  it('lives on with a user, or while it asks', async () => {
    const { socket: user } = await open(tenant.token);
    const { socket: busy } = await open();
    for (let i = 0; i < 12; i++) {
      ask(busy, `${i}`, '{ __typename }');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect([user.readyState, busy.readyState]).toEqual([user.OPEN, user.OPEN]);
  });

  it('says why credentials are refused, in a reason that fits', async () => {
    for (const bad of ['not a token', 'sk_unknown', 'wk_unknown']) {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${bad}` } }));
      const { code, reason } = await closed(socket);
      expect(code).toBe(4403);
      expect(reason).toMatch(/token|key|Bearer/);
      expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
    }
  });

  it('says why it is closed when the session ends', async () => {
    const { socket } = await open(tenant.token);
    const ended = closed(socket);
    await server.ask('mutation { logout }', {}, tenant.token);
    expect(await ended).toEqual({ code: 4403, reason: expect.stringContaining('not valid any more') });
  });

  it('of a client that answers pings and reads nothing is cut', async () => {
    const { socket, received } = await open(tenant.token);
    const introspection = '{ __schema { types { name description fields { name description } } } }';
    const connection = (socket as unknown as { _socket: import('node:net').Socket })._socket;
    connection.pause();
    const live = setInterval(() => socket.pong(), 200);
    for (let round = 0; round < 60; round++)
      for (let i = 0; i < 3; i++) ask(socket, `${round} ${i}`, introspection);
    const connections = () =>
      new Promise<number>((resolve) => server.app.server.getConnections((_, count) => resolve(count)));
    await expect.poll(connections, { timeout: 20_000 }).toBeLessThanOrEqual(1);
    clearInterval(live);
    expect(received.length).toBeLessThan(180);
  });
});

describe('an operation over a socket', () => {
  it.each([
    [
      'with a hash in place of a document',
      { query: undefined, extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } },
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    [
      'with a hash and an empty document',
      { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } },
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['that is no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['that is not in the schema', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'without a name where there are two',
      { query: 'query A { __typename } query B { __typename }' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ] as const)('%s is answered alone', async (_what, payload, code) => {
    const { socket, received } = await open(tenant.token);
    ask(socket, 'x', '', payload);
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]).toMatchObject({ id: 'x', type: 'error', payload: [{ extensions: { code } }] });
    expect(socket.readyState).toBe(socket.OPEN);
  });
});
