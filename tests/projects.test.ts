import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeDeletedProjects } from '../src/store/purge.ts';
import { graphql } from './gql/gql.ts';
import type { UpdateProjectInput } from './gql/graphql.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const Create = graphql(`
  mutation AccountsCreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id name domain timeZone writeKey createdAt } }
  }
`);
const Update = graphql(`
  mutation AccountsUpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) { project { name domain timeZone } }
  }
`);
const Delete = graphql(`
  mutation AccountsDeleteProject($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }
`);
const Name = graphql(`query AccountsProjectName($id: ID!) { project(id: $id) { name } }`);
const Send = graphql(`
  mutation AccountsSend($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }
`);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const problems = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions);

describe('a project', () => {
  const create = (input: { name?: string; domain?: string | null; timeZone?: string | null }) =>
    server.ask(
      Create,
      { input: { organizationId: tenant.organizationId, name: 'Shop', ...input } },
      tenant.token,
    );

  it('is made with a name alone: in UTC, without a domain', async () => {
    const { data } = await create({ name: ' Shop ' });
    expect(data?.createProject.project).toEqual({
      id: expect.any(String),
      name: 'Shop',
      domain: null,
      timeZone: 'UTC',
      writeKey: expect.stringMatching(/^wk_[\w-]{24}$/),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  it.each([
    ['example.com', 'example.com'],
    [' Shop.Example.COM ', 'shop.example.com'],
    ['localhost', 'localhost'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['_dmarc.a-b.example', '_dmarc.a-b.example'],
    // In Unicode it is stored as the URL standard writes it.
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['日本.example', 'xn--wgv71a.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['example.com.', 'example.com'],
    ['shop_1.example', 'shop_1.example'],
  ])('has the domain %j as %j', async (domain, stored) => {
    expect((await create({ domain })).data?.createProject.project.domain).toBe(stored);
  });

  it.each([
    ...['https://example.com', 'example.com/shop', 'example.com:8080', 'exa mple.com', 'a..b', '-a.example'],
    ...['', ' ', '.', 'nul\u0000.example', `${'a.'.repeat(130)}example`],
  ])('does not have the domain %j', async (domain) => {
    expect(problems(await create({ domain }))).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.domain' }]);
  });

  it.each(['', '  ', 'x'.repeat(201), 'nul\u0000'])('does not have the name %j', async (name) => {
    expect(problems(await create({ name }))).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.name' }]);
  });

  it.each(['Europe/Berlin', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12'])(
    'is in the zone %s',
    async (timeZone) => {
      expect((await create({ timeZone })).data?.createProject.project.timeZone).toBe(timeZone);
    },
  );

  it.each(['Mars/Olympus', '+02:00', '', 'Europe/Berlin; drop table users'])(
    'is not in the zone %j',
    async (timeZone) => {
      const answer = await create({ timeZone });
      expect(answer.data).toBeNull();
      expect(problems(answer)).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.timeZone' }]);
      expect(answer.errors[0]?.message).toContain('input.timeZone');
    },
  );

  it('keeps what an update leaves out', async () => {
    const { data } = await create({ name: 'Shop', domain: 'shop.example', timeZone: 'Europe/Berlin' });
    const id = data?.createProject.project.id ?? '';
    const update = async (input: Omit<UpdateProjectInput, 'id'>) =>
      (await server.get(Update, { input: { id, ...input } }, tenant.token)).updateProject.project;
    const shop = { name: 'Shop', domain: 'shop.example', timeZone: 'Europe/Berlin' };
    expect(await update({})).toEqual(shop);
    expect(await update({ name: ' Store ' })).toEqual({ ...shop, name: 'Store' });
    expect(await update({ timeZone: 'UTC' })).toEqual({ ...shop, name: 'Store', timeZone: 'UTC' });
    expect(await update({ domain: 'STORE.example' })).toMatchObject({ domain: 'store.example' });
    expect(await update({ domain: null })).toEqual({ name: 'Store', domain: null, timeZone: 'UTC' });
    // What a project cannot be without, null leaves as it is.
    expect(await update({ name: null, timeZone: null })).toMatchObject({ name: 'Store', timeZone: 'UTC' });
    const bad = await server.ask(Update, { input: { id, domain: 'a b' } }, tenant.token);
    expect(problems(bad)).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.domain' }]);
  });

  it('is gone at once when it is deleted, and all that was in it soon after', async () => {
    const [gone, kept] = [await createTenant(server), await createTenant(server)];
    const send = ({ writeKey }: Tenant) => {
      const events = [
        { url: 'https://example.com/a', visitorId: 'visitor' },
        { name: 'purchase', userId: 'user', visitorId: 'visitor', properties: { plan: 'pro' } },
        { url: 'https://example.com/b', context: { ip: '203.0.113.7', userAgent: FIREFOX } },
        { url: 'https://example.com/c', context: { userAgent: 'Googlebot/2.1' } },
      ];
      return server.ask(Send, { input: { writeKey, events } });
    };
    for (const { data } of [await send(gone), await send(kept)]) expect(data?.trackEvents.accepted).toBe(3);
    for (const tenant of [gone, kept]) await derive(tenant);
    const { secret } = await gone.createKey('ADMIN');
    const before = await rowsPerTable(gone);
    expect(Object.values(before)).not.toContain(0);
    expect(await rowsPerTable(kept)).toEqual({ ...before, api_keys: 0 });

    expect(await server.get(Delete, { id: gone.projectId }, gone.token)).toEqual({
      deleteProject: { deletedId: gone.projectId },
    });
    expect(await server.get(Name, { id: gone.projectId }, gone.token)).toEqual({ project: null });
    expect(problems(await server.ask(Name, { id: gone.projectId }, secret))).toEqual([
      { code: 'UNAUTHENTICATED' },
    ]);
    // Whether the server still knows its write key or not.
    expect(['NOT_FOUND', 'UNAUTHENTICATED']).toContain(problems(await send(gone))[0]?.code);
    expect(problems(await server.ask(Delete, { id: gone.projectId }, gone.token))).toEqual([
      { code: 'NOT_FOUND' },
    ]);

    await purgeDeletedProjects(server.app.store);
    expect(new Set(Object.values(await rowsPerTable(gone)))).toEqual(new Set([0]));
    expect(await rowsPerTable(kept)).toEqual({ ...before, api_keys: 0 });
  });

  /** Fills what is written later than events: segments, and what keeps them. */
  async function derive({ projectId }: Tenant): Promise<void> {
    const { pool } = server.app.store;
    const number = numberOf(projectId);
    await server.app.engine.compact(number);
    const refused = { projectId: number, endpoint: 'REST', at: server.clock.now() } as const;
    server.app.rejections.addRateLimited(refused, 1, 'too many');
    await server.app.rejections.flush();
    await pool.query(
      `insert into visit_removals (project_id, revision, day, visit_id) values ($1, 9, '2026-01-01', 1)`,
      [number],
    );
    await pool.query(`insert into visit_changes (project_id, revision, visit_ids) values ($1, 9, '{1}')`, [
      number,
    ]);
    await pool.query('insert into rebuilds (project_id) values ($1)', [number]);
    await pool.query(
      `insert into dead_letters (message_id, project_id, events, reason, message) values ($1, $2, 1, '', '')`,
      [projectId, number],
    );
    await pool.query(`insert into llm_usage (project_id, day, tokens) values ($1, '2026-11-21', 1)`, [
      number,
    ]);
    await pool.query(`insert into threads (project_id, title) values ($1, '')`, [number]);
    await pool.query(
      `insert into insights (project_id, type, key, title, content, evidence, metadata, period_start, period_end)
       values ($1, 'SUMMARY', '', '', '', '[]', '{}', now(), now())`,
      [number],
    );
    await server.app.store.prisma.webhook.create({
      data: { projectId: number, url: 'https://8.8.8.8/', secret: 'whsec_none' },
    });
  }

  const numberOf = (projectId: string): number =>
    Number(Buffer.from(projectId, 'base64').toString().split(':')[1]);

  /** How many rows each table has of the project, for every table with a project's number. */
  async function rowsPerTable({ projectId }: Tenant): Promise<Record<string, number | undefined>> {
    const { pool } = server.app.store;
    const number = numberOf(projectId);
    const { rows: tables } = await pool.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c
       join pg_class t on t.relname = c.table_name and not t.relispartition and t.relkind in ('r', 'p')
       where c.table_schema = 'public' and c.column_name = 'project_id' order by 1`,
    );
    const counts = tables.map(async ({ name }) => {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from "${name}" where project_id = $1`,
        [number],
      );
      return [name, rows[0]?.count] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }
});

describe('an API key', () => {
  const CreateKey = graphql(`
    mutation AccountsCreateKey($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { secret apiKey { id name prefix scopes lastUsedAt expiresAt } }
    }
  `);
  const Keys = graphql(`
    query AccountsKeys($id: ID!) { project(id: $id) { apiKeys { id name lastUsedAt } } }
  `);
  const Revoke = graphql(`
    mutation AccountsRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }
  `);
  const create = async (input: {
    expiresAt?: string;
    scopes?: ('READ' | 'WRITE' | 'ADMIN')[];
    name?: string;
  }) =>
    server.ask(
      CreateKey,
      { input: { projectId: tenant.projectId, name: 'CI', scopes: ['READ'], ...input } },
      tenant.token,
    );
  const made = async (input = {}) => {
    const { data } = await create(input);
    if (!data) throw new Error('no key was made');
    return data.createApiKey;
  };
  const refusal = async (secret: string) =>
    problems(await server.ask(Name, { id: tenant.projectId }, secret))[0]?.code;

  it('is made with a name and scopes, and shows its secret once', async () => {
    const { secret, apiKey } = await made({ name: ' CI ', scopes: ['READ', 'WRITE', 'READ'] });
    expect(secret).toMatch(/^sk_[\w-]{40}$/);
    expect(apiKey).toEqual({
      id: expect.any(String),
      name: 'CI',
      prefix: secret.slice(0, 10),
      scopes: ['READ', 'WRITE'],
      lastUsedAt: null,
      expiresAt: null,
    });
    const keys = await server.get(Keys, { id: tenant.projectId }, tenant.token);
    expect(keys.project?.apiKeys).toContainEqual({ id: apiKey.id, name: 'CI', lastUsedAt: null });
  });

  it('needs a scope, a name, and an end that is to come', async () => {
    expect(problems(await create({ scopes: [] }))).toEqual([
      { code: 'BAD_USER_INPUT', field: 'input.scopes' },
    ]);
    expect(problems(await create({ name: ' ' }))).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.name' }]);
    const expiresAt = new Date(server.clock.now()).toISOString();
    expect(problems(await create({ expiresAt }))).toEqual([
      { code: 'BAD_USER_INPUT', field: 'input.expiresAt' },
    ]);
  });

  it('tells when it was last used, to the minute', async () => {
    const { secret, apiKey } = await made();
    const lastUsedAt = async () => {
      const { project } = await server.get(Keys, { id: tenant.projectId }, tenant.token);
      return project?.apiKeys?.find(({ id }) => id === apiKey.id)?.lastUsedAt;
    };
    const first = new Date(server.clock.now()).toISOString();
    await server.get(Name, { id: tenant.projectId }, secret);
    expect(await lastUsedAt()).toBe(first);
    server.clock.pass(MINUTE - 1);
    await server.get(Name, { id: tenant.projectId }, secret);
    expect(await lastUsedAt()).toBe(first);
    server.clock.pass(2);
    await server.get(Name, { id: tenant.projectId }, secret);
    expect(await lastUsedAt()).toBe(new Date(server.clock.now()).toISOString());
  });

  it('is refused from its end on', async () => {
    const expiresAt = new Date(server.clock.now() + 5 * MINUTE).toISOString();
    const { secret, apiKey } = await made({ expiresAt });
    expect(apiKey.expiresAt).toBe(expiresAt);
    server.clock.pass(5 * MINUTE - 1);
    expect(await refusal(secret)).toBeUndefined();
    server.clock.pass(1);
    expect(await refusal(secret)).toBe('UNAUTHENTICATED');
  });

  it('is refused, and listed no more, as soon as it is revoked', async () => {
    const { secret, apiKey } = await made();
    expect(await refusal(secret)).toBeUndefined();
    await server.get(Revoke, { id: apiKey.id }, tenant.token);
    expect(await refusal(secret)).toBe('UNAUTHENTICATED');
    const { project } = await server.get(Keys, { id: tenant.projectId }, tenant.token);
    expect(project?.apiKeys?.map(({ id }) => id)).not.toContain(apiKey.id);
  });
});

describe('an event definition', () => {
  const CreateDefinition = graphql(`
    mutation AccountsDefinition($input: CreateEventDefinitionInput!) {
      createEventDefinition(input: $input) {
        eventDefinition { id name label description archived firstSeenAt lastSeenAt volume30d }
      }
    }
  `);
  const UpdateDefinition = graphql(`
    mutation AccountsUpdateDefinition($input: UpdateEventDefinitionInput!) {
      updateEventDefinition(input: $input) { eventDefinition { label description archived } }
    }
  `);
  const DeleteDefinition = graphql(`
    mutation AccountsDeleteDefinition($id: ID!) {
      deleteEventDefinition(input: { id: $id }) { eventDefinition { name } }
    }
  `);
  const Definitions = graphql(`
    query AccountsDefinitions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      project(id: $id) {
        eventDefinitions(first: $first, after: $after, last: $last, before: $before) {
          nodes { name volume30d }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  `);
  const define = (owner: Tenant, name: string) =>
    server.ask(CreateDefinition, { input: { projectId: owner.projectId, name } }, owner.token);

  it('is made ahead of its first event, once', async () => {
    const owner = await createTenant(server);
    const { data } = await define(owner, 'signup');
    expect(data?.createEventDefinition.eventDefinition).toEqual({
      id: expect.any(String),
      name: 'signup',
      ...{
        label: null,
        description: null,
        archived: false,
        firstSeenAt: null,
        lastSeenAt: null,
        volume30d: 0,
      },
    });
    expect(problems(await define(owner, 'signup'))).toEqual([{ code: 'CONFLICT', field: 'input.name' }]);
    for (const name of ['', 'x'.repeat(201), 'nul\u0000'])
      expect(problems(await define(owner, name))).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.name' }]);
  });

  it('keeps what an update leaves out, and its events when it is deleted', async () => {
    const owner = await createTenant(server);
    const events = [{ name: 'signup', visitorId: 'a' }];
    await server.get(Send, { input: { writeKey: owner.writeKey, events } });
    const found = await server.get(
      graphql(`
        query AccountsSignups($id: ID!) {
          project(id: $id) { eventDefinitions { nodes { id name firstSeenAt } } events { totalCount } }
        }
      `),
      { id: owner.projectId },
      owner.token,
    );
    const [definition] = found.project?.eventDefinitions.nodes ?? [];
    expect(definition).toMatchObject({
      name: 'signup',
      firstSeenAt: new Date(server.clock.now()).toISOString(),
    });
    const id = definition?.id ?? '';
    const update = async (input: object) =>
      (await server.get(UpdateDefinition, { input: { id, ...input } }, owner.token)).updateEventDefinition
        .eventDefinition;
    expect(await update({ label: ' Signed up ', description: 'After the form.' })).toEqual({
      ...{ label: 'Signed up', description: 'After the form.', archived: false },
    });
    expect(await update({ archived: true })).toMatchObject({ label: 'Signed up', archived: true });
    expect(await update({ label: null, archived: null })).toEqual({
      ...{ label: null, description: 'After the form.', archived: true },
    });
    const bad = await server.ask(
      UpdateDefinition,
      { input: { id, description: 'x'.repeat(2_001) } },
      owner.token,
    );
    expect(problems(bad)).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.description' }]);

    const deleted = await server.get(DeleteDefinition, { id }, owner.token);
    expect(deleted.deleteEventDefinition.eventDefinition).toEqual({ name: 'signup' });
    expect(problems(await server.ask(DeleteDefinition, { id }, owner.token))).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    await server.get(Send, { input: { writeKey: owner.writeKey, events } });
    const list = await server.get(Definitions, { id: owner.projectId }, owner.token);
    expect(list.project?.eventDefinitions.nodes).toEqual([{ name: 'signup', volume30d: 2 }]);
  });

  it('is listed by name, page by page, with its events of 30 days', async () => {
    const owner = await createTenant(server);
    const at = (ago: number) => new Date(server.clock.now() - ago).toISOString();
    const events = [
      { name: 'b', timestamp: at(0), visitorId: 'a' },
      { name: 'b', timestamp: at(30 * DAY), visitorId: 'a' },
      { name: 'b', timestamp: at(30 * DAY + 1), visitorId: 'a' },
      { name: 'd', timestamp: at(31 * DAY), visitorId: 'a' },
    ];
    await server.get(Send, { input: { writeKey: owner.writeKey, events } });
    for (const name of ['e', 'a', 'c']) await define(owner, name);
    const page = async (args: object) => {
      const { project } = await server.get(Definitions, { id: owner.projectId, ...args }, owner.token);
      const { nodes, pageInfo } = project?.eventDefinitions ?? {};
      return { names: nodes?.map(({ name }) => name).join(''), ...pageInfo, nodes };
    };
    const all = await page({});
    expect(all.nodes).toEqual(
      Object.entries({ a: 0, b: 2, c: 0, d: 0, e: 0 }).map(([name, volume30d]) => ({ name, volume30d })),
    );
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ names: 'ab', hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 2, after: first.endCursor });
    expect(second).toMatchObject({ names: 'cd', hasNextPage: true });
    expect(await page({ first: 2, after: second.endCursor })).toMatchObject({
      names: 'e',
      hasNextPage: false,
    });
    const last = await page({ last: 2 });
    expect(last).toMatchObject({ names: 'de', hasPreviousPage: true, hasNextPage: false });
    expect(await page({ last: 2, before: last.startCursor })).toMatchObject({
      names: 'bc',
      hasPreviousPage: true,
    });
  });

  it.each([{ after: 'garbage' }, { after: '' }, { before: 'R1BDOk46Mg==' }, { first: -1 }, { last: -1 }])(
    'is not listed by %j',
    async (args) => {
      const answer = await server.ask(Definitions, { id: tenant.projectId, ...args }, tenant.token);
      expect(problems(answer)).toEqual([{ code: 'BAD_USER_INPUT', field: Object.keys(args)[0] }]);
    },
  );
});
