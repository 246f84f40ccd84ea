import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../src/schema.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// By Relay's specification and PageInfo's description, the cursors of a page without items are null.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const project = schema.getType('Project');
const lists = isObjectType(project)
  ? Object.values(project.getFields())
      .filter(
        ({ type, args }) => getNamedType(type).name.endsWith('Connection') && !args.some(isRequiredArgument),
      )
      .map(({ name }) => name)
  : [];

it('finds the lists of a project', () => {
  expect(lists.length).toBeGreaterThan(4);
});

it.each(lists)('Project.%s of none', async (list) => {
  const query = `query ($project: ID!) {
    project(id: $project) {
      page: ${list}(first: 0) { pageInfo { startCursor endCursor hasPreviousPage } }
    }
  }`;
  const { project: answer } = await server.get<{ project: { page: unknown } }, { project: string }>(
    query,
    { project: tenant.projectId },
    tenant.token,
  );
  expect(answer.page).toEqual({
    pageInfo: { startCursor: null, endCursor: null, hasPreviousPage: false },
  });
});
