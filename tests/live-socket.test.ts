import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { idsOf, named, subscribers, Tracked, track, until } from './support/watching.ts';

const Projects = graphql(`
  query LiveProjects { viewer { projects { id } } }
`);
let server: TestServer;
let socketUrl: string;
let tenant: Tenant;
let key: string;
beforeAll(async () => {
  server = await startServer();
  socketUrl = `${server.url.replace('http', 'ws')}/graphql`;
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await createTenant(server);
  key = (await tenant.createKey('READ')).secret;
});

function open(authorization?: string) {
  const connection = connect(server.url, authorization);
  onTestFinished(() => connection.close());
  return connection;
}

const serves = async () =>
  expect(await server.get(Projects, {}, key)).toEqual({ viewer: { projects: [{ id: tenant.projectId }] } });

it('carries several operations, each with an end of its own', async () => {
  const socket = open(key);
  const variables = { project: tenant.projectId };
  const all = socket.subscribe(Tracked, { ...variables, filter: null });
  const some = socket.subscribe(Tracked, { ...variables, filter: { name: { eq: 'step' } } });
  await subscribers(server, 2);
  const projects = socket.subscribe(Projects, {});
  expect(await projects.ended).toBe('complete');
  expect(projects.received).toEqual([{ data: { viewer: { projects: [{ id: tenant.projectId }] } } }]);
  await track(server, tenant, named('one'));
  await until(() => expect([idsOf(all), idsOf(some)]).toEqual([['one'], ['one']]));
  some.leave();
  await subscribers(server, 1);
  await track(server, tenant, named('two'));
  await until(() => expect(idsOf(all)).toEqual(['one', 'two']));
  expect(idsOf(some)).toEqual(['one']);
  all.leave();
  await subscribers(server, 0);
});

it('answers an operation that is wrong, and stays open for the others', async () => {
  const socket = open(key);
  const seen = socket.subscribe(Tracked, { project: tenant.projectId, filter: null });
  await subscribers(server, 1);
  const broken = socket.subscribeText('subscription {');
  expect(await broken.ended).toBe('GRAPHQL_PARSE_FAILED');
  const unknown = socket.subscribeText('{ nothing }');
  expect(await unknown.ended).toBe('GRAPHQL_VALIDATION_FAILED');
  await track(server, tenant, named('one'));
  await until(() => expect(idsOf(seen)).toEqual(['one']));
  seen.leave();
  await subscribers(server, 0);
});

it.each([
  ['authorization', (value: string) => ({ authorization: value })],
  ['Authorization', (value: string) => ({ Authorization: value })],
  ['headers.authorization', (value: string) => ({ headers: { authorization: value } })],
  ['headers.Authorization', (value: string) => ({ headers: { Authorization: value } })],
])('takes credentials as %s', async (_name, paramsOf) => {
  const ask = async (value: string) => {
    const client = createClient({
      url: socketUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: paramsOf(value),
    });
    onTestFinished(async () => client.dispose());
    return client.iterate({ query: '{ viewer { projects { id } } }' }).next();
  };
  expect((await ask(`Bearer ${key}`)).value).toEqual({
    data: { viewer: { projects: [{ id: tenant.projectId }] } },
  });
  await expect(ask('Bearer sk_nobody')).rejects.toMatchObject({ code: 4403 });
});

it.each<unknown>([null, 5, 'Bearer x', { headers: null }, { headers: 5 }, { headers: { authorization: 5 } }])(
  'takes %j for no credentials',
  async (params) => {
    const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
    onTestFinished(() => socket.terminate());
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
    const answered = await Promise.race([once(socket, 'message'), once(socket, 'close')]);
    expect(String(answered[0])).toMatch(/connection_ack|4400/);
  },
);

it('is refused to bad credentials', async () => {
  expect(await open('not a token').subscribe(Projects, {}).ended).toBe('4403');
});

it('is closed when nobody is there any more, who does not say so', async () => {
  const watchful = await startServer({ keepAlive: 200 });
  onTestFinished(() => watchful.close());
  const owner = await createTenant(watchful);
  const variables = { project: owner.projectId, filter: null };
  const [gone, here] = [connect(watchful.url, owner.token), connect(watchful.url, owner.token)];
  const [seen] = [gone.subscribe(Tracked, variables), here.subscribe(Tracked, variables)];
  await subscribers(watchful, 2);
  // As a machine that sleeps: its socket is open, and answers no ping.
  seen.pause();
  await subscribers(watchful, 1);
  await track(watchful, owner, named('one'));
  await here.close();
});

it('stays open while the client answers, who is asked again and again', async () => {
  const watchful = await startServer({ keepAlive: 100 });
  onTestFinished(() => watchful.close());
  const socket = new WebSocket(`${watchful.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  for (let pings = 0; pings < 4; pings++) await once(socket, 'ping');
  socket.send('{"type":"connection_init"}');
  expect(JSON.parse(String((await once(socket, 'message'))[0]))).toEqual({ type: 'connection_ack' });
  socket.terminate();
});

it('asks thousands in turns, not all at once', async () => {
  const watchful = await startServer({ keepAlive: 1_600 });
  onTestFinished(() => watchful.close());
  const url = `${watchful.url.replace('http', 'ws')}/graphql`;
  const sockets = Array.from({ length: 32 }, () => new WebSocket(url, 'graphql-transport-ws'));
  const asked = await Promise.all(
    sockets.map(async (socket) => {
      await once(socket, 'ping');
      return performance.now();
    }),
  );
  // Sixteen turns, a tenth of a second apart.
  expect(Math.max(...asked) - Math.min(...asked)).toBeGreaterThan(1_000);
  for (const socket of sockets) socket.terminate();
});

it.for([
  { what: 'text that is no JSON', sent: 'hello', code: 4400 },
  { what: 'a message of no known type', sent: '{"type":"nonsense"}', code: 4400 },
  { what: 'bytes', sent: Buffer.from([0xff, 0x00, 0xfe]), code: 4400 },
  {
    what: 'an operation before the greeting',
    sent: '{"id":"1","type":"subscribe","payload":{"query":"{ viewer { user { id } } }"}}',
    code: 4401,
  },
  { what: 'a message over 1 MiB', sent: 'x'.repeat(2 ** 20 + 1), code: 1009 },
])('is closed after $what, and the server goes on', async ({ sent, code }) => {
  const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(sent);
  expect((await once(socket, 'close'))[0]).toBe(code);
  await serves();
});

it('is refused to other subprotocols', async () => {
  const none = new WebSocket(socketUrl);
  expect((await once(none, 'close'))[0]).toBe(4406);
  const older = new WebSocket(socketUrl, 'graphql-ws');
  expect(String((await once(older, 'error'))[0])).toContain('subprotocol');
  await serves();
});

it('is only at /graphql', async () => {
  const elsewhere = new WebSocket(socketUrl.replace('/graphql', '/elsewhere'), 'graphql-transport-ws');
  expect(String((await once(elsewhere, 'error'))[0])).toContain('Unexpected server response: 400');
  await serves();
});

it('is closed after bytes that are no frames, and the server goes on', async () => {
  const socket = createConnection(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(
    'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  );
  await once(socket, 'data');
  socket.resume();
  socket.write(Buffer.alloc(64, 0xff));
  await once(socket, 'close');
  await serves();
});
