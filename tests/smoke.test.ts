import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant } from './support/tenant.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

it('answers who is asking', async () => {
  const tenant = await createTenant(server);
  const { viewer } = await server.get(
    graphql(`
      query SmokeViewer { viewer { user { id } projects { id } } }
    `),
    {},
    tenant.token,
  );
  expect(viewer).toEqual({ user: { id: tenant.userId }, projects: [{ id: tenant.projectId }] });
});
