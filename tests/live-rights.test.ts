import { once } from 'node:events';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { requireProject } from '../src/accounts/access.ts';
import { standings } from '../src/accounts/claims.sql.ts';
import { projectNumber } from '../src/ids.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect, overServerSentEvents, overWebSocket, type Watch } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { type Pair, Stats, startPair, subscribers, Tracked, until } from './support/watching.ts';

const Logout = graphql(`
  mutation LiveLogout { logout }
`);
const RevokeKey = graphql(`
  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }
`);
const ExpiringKey = graphql(`
  mutation LiveExpiringKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }
`);
const Generated = graphql(`
  subscription LiveInsights($project: ID!) { insightGenerated(projectId: $project) { id } }
`);
const DeleteProject = graphql(`
  mutation LiveDeleteProject($input: DeleteProjectInput!) { deleteProject(input: $input) { deletedId } }
`);

let pair: Pair;
let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  pair = await startPair();
  server = pair.first;
});
afterAll(() => pair.close());
const leaving: (() => unknown)[] = [];
beforeEach(async () => {
  tenant = await createTenant(server);
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
  await subscribers(pair.first, 0);
  await subscribers(pair.second, 0);
});

interface Ending {
  what: string;
  /** Makes the credentials, and what takes them away. */
  prepare: () => Promise<{ authorization: string; end: () => unknown }>;
  code: 'UNAUTHENTICATED' | 'NOT_FOUND';
}

const sqlOf = (statement: string) => () => server.app.store.pool.query(statement);

const ENDINGS: Ending[] = [
  {
    what: 'the access token expires',
    prepare: async () => ({ authorization: tenant.token, end: () => server.clock.pass(15 * 60_000) }),
    code: 'UNAUTHENTICATED',
  },
  {
    what: 'the session is ended',
    prepare: async () => ({ authorization: tenant.token, end: () => server.get(Logout, {}, tenant.token) }),
    code: 'UNAUTHENTICATED',
  },
  {
    what: 'the key is revoked',
    prepare: async () => {
      const { secret, id } = await tenant.createKey('READ');
      return { authorization: secret, end: () => server.get(RevokeKey, { input: { id } }, tenant.token) };
    },
    code: 'UNAUTHENTICATED',
  },
  {
    what: 'the key is revoked without a word',
    prepare: async () => {
      const { secret } = await tenant.createKey('READ');
      return { authorization: secret, end: sqlOf('update api_keys set revoked_at = now()') };
    },
    code: 'UNAUTHENTICATED',
  },
  {
    what: 'the key expires',
    prepare: async () => {
      const expiresAt = new Date(server.clock.now() + 60_000).toISOString();
      const input = { projectId: tenant.projectId, name: 'brief', scopes: ['READ' as const], expiresAt };
      const { createApiKey } = await server.get(ExpiringKey, { input }, tenant.token);
      return { authorization: createApiKey.secret, end: () => server.clock.pass(60_000) };
    },
    code: 'UNAUTHENTICATED',
  },
  {
    what: 'the user is no member any more',
    prepare: async () => ({ authorization: tenant.token, end: sqlOf('delete from memberships') }),
    code: 'NOT_FOUND',
  },
  {
    what: 'the project is deleted',
    prepare: async () => ({
      authorization: tenant.token,
      end: () => server.get(DeleteProject, { input: { id: tenant.projectId } }, tenant.token),
    }),
    code: 'NOT_FOUND',
  },
];

const codesOf = ({ received }: Watch<unknown>) =>
  received.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.code) ?? []);

describe.for(ENDINGS)('when $what', ({ prepare, code }) => {
  it('subscriptions end, on every server and over every transport; those of others go on', async () => {
    const { authorization, end } = await prepare();
    const other = await createTenant(server);
    const watch = ({ url }: TestServer, over: typeof overWebSocket, who: string, projectId: string) => {
      const variables = { project: projectId, filter: null };
      const watches = [over(url, Tracked, variables, who), over(url, Stats, variables, who)];
      leaving.push(() => watches.forEach(({ leave }) => void leave()));
      return watches;
    };
    const servers = [pair.first, pair.second];
    const sockets = servers.flatMap((one) => watch(one, overWebSocket, authorization, tenant.projectId));
    const streams = servers.flatMap((one) =>
      watch(one, overServerSentEvents, authorization, tenant.projectId),
    );
    const { secret } = await other.createKey('READ');
    watch(server, overWebSocket, secret, other.projectId);
    await subscribers(pair.first, 6);
    await subscribers(pair.second, 4);

    await end();
    for (const stream of streams) {
      expect(await stream.ended).toBe('complete');
      expect(codesOf(stream)).toEqual([code]);
    }
    for (const socket of sockets) {
      // graphql-ws: Forbidden; a client connects again, with new credentials.
      expect(await socket.ended).toBe(code === 'UNAUTHENTICATED' ? '4403' : 'complete');
      if (code === 'NOT_FOUND') expect(codesOf(socket)).toEqual([code]);
    }
    // Only where all memberships or keys are gone, the others' are too.
    if (!/without a word|no member/.test(String(expect.getState().currentTestName)))
      await subscribers(pair.first, 2);
  });
});

it('closes a socket that watches nothing, too', async () => {
  const { secret, id } = await tenant.createKey('READ');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } }));
  await once(socket, 'message');
  const closed = once(socket, 'close');
  await server.get(RevokeKey, { input: { id } }, tenant.token);
  expect((await closed)[0]).toBe(4403);
});

it('ends with the project that it is about, not with one that it names and skips', async () => {
  const decoy = await createTenant(server);
  const organization = ({ projectId }: Tenant) =>
    `(select organization_id from projects where id = ${projectNumber(projectId)})`;
  const { pool } = server.app.store;
  await pool.query(
    `insert into memberships (user_id, organization_id)
     select user_id, ${organization(decoy)} from memberships where organization_id = ${organization(tenant)}`,
  );
  const socket = connect(server.url, tenant.token);
  leaving.push(() => socket.close());
  const watch = socket.subscribeText(`subscription {
    decoy: eventTracked(projectId: "${decoy.projectId}") @skip(if: true) { id }
    eventTracked(projectId: "${tenant.projectId}") { id }
  }`);
  await subscribers(server, 1);
  await pool.query(`delete from memberships where organization_id = ${organization(tenant)}`);
  expect(await watch.ended).toBe('complete');
  expect(codesOf(watch)).toEqual(['NOT_FOUND']);
});

it('tells of an insight that went with its project as of the project, and logs nothing', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const alone = await startServer({ log });
  onTestFinished(() => alone.close());
  const { projectId: project, token } = await createTenant(alone);
  const watch = overWebSocket(alone.url, Generated, { project }, token);
  await subscribers(alone, 1);
  const id = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';
  alone.app.hub.publishInsight({ projectId: projectNumber(project) ?? 0, id, type: 'TREND' });
  await until(() => expect(codesOf(watch)).toEqual(['NOT_FOUND']));
  expect(lines).toEqual([]);
  watch.leave();
});

it('asks for the rights of any number of subscribers in one statement', async () => {
  const { secret } = await tenant.createKey('READ');
  const socket = connect(server.url, secret);
  leaving.push(() => socket.close());
  const variables = { project: tenant.projectId, filter: null };
  for (let count = 0; count < 50; count++) socket.subscribe(Tracked, variables);
  await subscribers(server, 50);
  const { pool } = server.app.store;
  const statements: string[] = [];
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  pool.query = ((...args: unknown[]) => {
    statements.push(String(args[0]));
    return query(...args);
  }) as typeof pool.query;
  onTestFinished(() => {
    pool.query = query as typeof pool.query;
  });
  server.app.hub.guard.check();
  await until(() =>
    expect(statements.filter((text) => text.includes('"signedIn"')).length).toBeGreaterThan(0),
  );
  expect(statements.filter((text) => text.includes('"signedIn"')).length).toBeLessThan(3);
});

it('finds the same as whoever asks anew', async () => {
  const stranger = await createTenant(server);
  const keys = [
    await tenant.createKey('READ'),
    await tenant.createKey('ADMIN'),
    await stranger.createKey('READ'),
  ];
  const revoked = await tenant.createKey('READ');
  const projectId = projectNumber(tenant.projectId);
  const secrets = [tenant.token, stranger.token, ...keys.map(({ secret }) => secret), revoked.secret];
  const viewers = await Promise.all(
    secrets.map((secret) => server.app.accounts.authenticate(`Bearer ${secret}`)),
  );
  await server.get(RevokeKey, { input: { id: revoked.id } }, tenant.token);
  const found = await standings(
    server.app.store.pool,
    viewers.map((viewer) => ({ viewer, projectId })),
  );
  const anew = await Promise.all(
    secrets.map(async (secret) => {
      const viewer = await server.app.accounts.authenticate(`Bearer ${secret}`);
      const asking = { ...server.app, viewer };
      const reads = await requireProject(asking, projectId, 'READ').then(
        () => true,
        () => false,
      );
      return { signedIn: viewer.kind !== 'anonymous', reads };
    }),
  );
  // A key's own project never changes: it is not looked at again.
  expect(found.map(({ signedIn, reads }) => signedIn && reads)).toEqual([
    true,
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(anew.map(({ signedIn, reads }) => signedIn && reads)).toEqual([
    true,
    false,
    true,
    true,
    false,
    false,
  ]);
});
