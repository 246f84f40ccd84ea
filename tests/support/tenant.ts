import { graphql } from '../gql/gql.ts';
import type { ApiKeyScope, CreateProjectInput } from '../gql/graphql.ts';
import type { TestServer } from './app.ts';

const Register = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      accessToken
      refreshToken
      user { id }
      organization { id }
    }
  }
`);
const CreateProject = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);
const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { secret apiKey { id } }
  }
`);

/** A user with an organization and a project, all made through the API. */
export interface Tenant {
  token: string;
  refreshToken: string;
  userId: string;
  organizationId: string;
  projectId: string;
  writeKey: string;
  /** A secret key of the project; its id too. */
  createKey(...scopes: ApiKeyScope[]): Promise<{ secret: string; id: string }>;
}

let count = 0;

export async function createTenant(
  server: TestServer,
  project: Partial<Omit<CreateProjectInput, 'organizationId'>> = {},
): Promise<Tenant> {
  const { register } = await server.get(Register, {
    input: {
      email: `owner-${++count}@example.com`,
      password: 'a good password',
      organizationName: `Owner ${count}`,
    },
  });
  const token = register.accessToken;
  const organizationId = register.organization?.id ?? '';
  const created = await server.get(
    CreateProject,
    { input: { organizationId, name: `Project ${count}`, ...project } },
    token,
  );
  const { id: projectId, writeKey } = created.createProject.project;
  return {
    token,
    refreshToken: register.refreshToken,
    userId: register.user.id,
    organizationId,
    projectId,
    writeKey,
    createKey: async (...scopes) => {
      const { createApiKey } = await server.get(
        CreateApiKey,
        { input: { projectId, name: scopes.join(' '), scopes } },
        token,
      );
      return { secret: createApiKey.secret, id: createApiKey.apiKey.id };
    },
  };
}
