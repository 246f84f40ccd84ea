import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { sending, webhooksOf } from './support/webhooks.ts';

// Each mutation looks whether it may change something, then changes it. What is deleted in between is not there.

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ...sending, jobs: null });
});
afterAll(() => server.close());

interface Things {
  organization: string;
  project: string;
  webhook: string;
  delivery: string;
  definition: string;
  key: string;
}

/** A tenant with one of everything. */
async function createThings(): Promise<{ tenant: Tenant; things: Things }> {
  const tenant = await createTenant(server);
  const { data, errors } = await server.ask<
    { eventDefinition: { eventDefinition: { id: string } } },
    { project: string }
  >(
    `mutation Define($project: ID!) {
      eventDefinition: createEventDefinition(input: { projectId: $project, name: "buy" }) { eventDefinition { id } }
    }`,
    { project: tenant.projectId },
    tenant.token,
  );
  expect(errors).toEqual([]);
  const hooks = webhooksOf(server, tenant);
  const webhook = (await hooks.receiving()).id;
  return {
    tenant,
    things: {
      organization: tenant.organizationId,
      project: tenant.projectId,
      webhook,
      delivery: await hooks.test(webhook),
      definition: data?.eventDefinition.eventDefinition.id ?? '',
      key: (await tenant.createKey('READ')).id,
    },
  };
}

/** Deletes the tenant's organization with all that is its, and is done when the returned function is called. */
async function beginDeletion({ organizationId }: Tenant): Promise<() => Promise<void>> {
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  const id = Buffer.from(organizationId, 'base64').toString().replace('Organization:', '');
  expect((await client.query('delete from organizations where id = $1', [id])).rowCount).toBe(1);
  return async () => void (await client.query('commit'));
}

/** Resolves when a statement waits for the deletion. */
const waiting = () =>
  expect
    .poll(async () => {
      const { rows } = await server.app.store.pool.query(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0].waiting;
    })
    .toBe(1);

it.each([
  ['createWebhook(input: { projectId: $project, url: "http://127.0.0.1:9/" }) { secret }', 'project'],
  [
    'updateWebhook(input: { id: $webhook, thresholds: [{ metric: VISITS, last: "PT1H", comparison: BELOW, value: 1 }] }) { webhook { id } }',
    'webhook',
  ],
  ['updateWebhook(input: { id: $webhook, enabled: true }) { webhook { id } }', 'webhook'],
  ['deleteWebhook(input: { id: $webhook }) { deletedId }', 'webhook'],
  ['rotateWebhookSecret(input: { id: $webhook }) { secret }', 'webhook'],
  ['testWebhook(input: { id: $webhook }) { delivery { id } }', 'webhook'],
  ['redeliver(input: { id: $delivery }) { delivery { id } }', 'delivery'],
  [
    'createEventDefinition(input: { projectId: $project, name: "sell" }) { eventDefinition { id } }',
    'project',
  ],
  [
    'updateEventDefinition(input: { id: $definition, label: "Buys" }) { eventDefinition { id } }',
    'definition',
  ],
  ['deleteEventDefinition(input: { id: $definition }) { eventDefinition { id } }', 'definition'],
  ['createProject(input: { organizationId: $organization, name: "One" }) { project { id } }', 'organization'],
  ['updateProject(input: { id: $project, name: "Two" }) { project { id } }', 'project'],
  ['deleteProject(input: { id: $project }) { deletedId }', 'project'],
  ['createApiKey(input: { projectId: $project, name: "ci", scopes: [READ] }) { secret }', 'project'],
  ['revokeApiKey(input: { id: $key }) { apiKey { id } }', 'key'],
] as const)('%s is answered with NOT_FOUND', async (field, thing) => {
  const { tenant, things } = await createThings();
  const commit = await beginDeletion(tenant);
  const asked = server.ask(
    `mutation Meanwhile($${thing}: ID!) { ${field} }`,
    { [thing]: things[thing] },
    tenant.token,
  );
  await waiting();
  await commit();
  const { errors, data } = await asked;
  expect(data).toBeNull();
  expect(errors.map(({ path, extensions }) => ({ path, extensions }))).toEqual([
    { path: [field.split('(')[0]], extensions: { code: 'NOT_FOUND' } },
  ]);
  expect(errors[0]?.message).toMatch(/was deleted while the operation ran|There is no such delivery/);
});
