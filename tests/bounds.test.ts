import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAttempts } from '../src/accounts/attempts.ts';
import { projectNumber, uuidOf } from '../src/ids.ts';
import { graphql } from './gql/gql.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { webhooksOf } from './support/webhooks.ts';

// What an account may have of everything that it can make over and over.

const Project = graphql(`
  mutation BoundsProject($organization: ID!) {
    createProject(input: { organizationId: $organization, name: "One more" }) { project { id } }
  }
`);
const Key = graphql(`
  mutation BoundsKey($project: ID!) {
    createApiKey(input: { projectId: $project, name: "One more", scopes: [READ] }) { apiKey { id } }
  }
`);
const Definition = graphql(`
  mutation BoundsDefinition($project: ID!, $name: String!) {
    createEventDefinition(input: { projectId: $project, name: $name }) { eventDefinition { id } }
  }
`);
const TestMessage = graphql(`
  mutation BoundsTest($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }
`);
const Again = graphql(`
  mutation BoundsAgain($id: ID!) { redeliver(input: { id: $id }) { delivery { id } } }
`);
const Delete = graphql(`
  mutation BoundsDelete($project: ID!) { deleteProject(input: { id: $project }) { deletedId } }
`);

let server: TestServer;
let tenant: Tenant;
const log = pino({ level: 'silent' });
beforeAll(async () => {
  const attempts = createAttempts({ redisUrl: null, secret: 'a secret', log, registrations: 0 });
  server = await startServer({ attempts });
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await createTenant(server);
});

const problems = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions);
const full = (field: string) => [{ code: 'BAD_USER_INPUT', field }];
const query = (text: string, ...values: unknown[]) => server.app.store.pool.query(text, values);
const number = () => projectNumber(tenant.projectId) ?? 0;

/** What came of asking for five at once where there was room for two. */
async function atOnce(ask: (number: number) => Promise<GraphqlAnswer<unknown>>) {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(ask));
  expect(answers.filter(({ data }) => data !== null)).toHaveLength(2);
  return answers.flatMap(problems);
}

describe('there are at most', () => {
  it('100 projects of an organization', async () => {
    const organization = tenant.organizationId;
    await query(
      `insert into projects (organization_id, name, write_key)
       select $1::uuid, 'filler', 'wk_filler' || n from generate_series(2, 98) n`,
      uuidOf('Organization', organization),
    );
    const refused = await atOnce(() => server.ask(Project, { organization }, tenant.token));
    expect(refused).toEqual(Array(3).fill(full('input.organizationId')[0]));
  });

  it('50 API keys of a project that serve', async () => {
    await query(
      `insert into api_keys (project_id, name, prefix, secret_hash, scopes, expires_at, revoked_at)
       select $1, 'filler', 'sk_', int4send(n) || int4send($1), '{READ}',
         case when n % 3 = 1 then timestamptz '2020-01-01' end, case when n % 3 = 2 then timestamptz '2020-01-01' end
       from generate_series(1, 144) n`,
      number(),
    );
    const refused = await atOnce(() => server.ask(Key, { project: tenant.projectId }, tenant.token));
    expect(refused).toEqual(Array(3).fill(full('input.projectId')[0]));
  });

  it('1,000 event definitions of a project, of those that are made by hand', async () => {
    await query(
      `insert into event_definitions (project_id, name) select $1, 'filler ' || n from generate_series(1, 998) n`,
      number(),
    );
    const refused = await atOnce((time) =>
      server.ask(Definition, { project: tenant.projectId, name: `name ${time}` }, tenant.token),
    );
    expect(refused).toEqual(Array(3).fill(full('input.projectId')[0]));
  });

  it('5 test messages a minute of a project, by whichever of its webhooks, and 30 that are sent again', async () => {
    const hooks = webhooksOf(server, tenant);
    const made = await Promise.all([hooks.create({}), hooks.create({})]);
    const ids = made.map(({ data }) => data?.createWebhook.webhook.id ?? '');
    const answers = [];
    for (let time = 0; time < 7; time++)
      answers.push(await server.ask(TestMessage, { id: ids[time % 2] ?? '' }, tenant.token));
    const limited = { code: 'RATE_LIMITED', retryAfter: expect.any(Number) };
    expect(answers.flatMap(problems)).toEqual([limited, limited]);
    const id = answers[0]?.data?.testWebhook.delivery.id ?? '';
    const again = [];
    for (let time = 0; time < 31; time++) again.push(await server.ask(Again, { id }, tenant.token));
    expect(again.flatMap(problems)).toEqual([limited]);
    // Others are not held up by it.
    tenant = await createTenant(server);
    const other = (await webhooksOf(server, tenant).create({})).data?.createWebhook.webhook.id ?? '';
    expect((await server.ask(TestMessage, { id: other }, tenant.token)).errors).toEqual([]);
  });
});

describe('an API key, whatever its scopes,', () => {
  it('makes no keys and deletes no project', async () => {
    const { secret } = await tenant.createKey('READ', 'WRITE', 'ADMIN');
    const { projectId: project } = tenant;
    expect(problems(await server.ask(Key, { project }, secret))).toEqual([{ code: 'FORBIDDEN' }]);
    expect(problems(await server.ask(Delete, { project }, secret))).toEqual([{ code: 'FORBIDDEN' }]);
    const other = await createTenant(server);
    expect(problems(await server.ask(Key, { project: other.projectId }, secret))).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    expect((await server.ask(Key, { project }, tenant.token)).errors).toEqual([]);
  });
});
