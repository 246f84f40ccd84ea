import { encodeGlobalID } from '@pothos/plugin-relay';
import { type NodeName, projectNumber, uuidOf } from '../../src/ids.ts';
import { graphql } from '../gql/gql.ts';
import type { TestServer } from './app.ts';
import { createTenant, type Tenant } from './tenant.ts';

/** Stands in every text of the world: an answer that holds it tells something of the world. */
export const MARK = 'hidden-mark';

const Project = graphql(`
  mutation AccessProject($organization: ID!) {
    createProject(input: { organizationId: $organization, name: "hidden-mark", domain: "hidden-mark.example" }) {
      project { id writeKey }
    }
  }
`);
const Rotate = graphql(`
  mutation WorldRotate($project: ID!) {
    rotateWriteKey(input: { projectId: $project }) { project { id } }
  }
`);
const Key = graphql(`
  mutation AccessKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { secret apiKey { id } }
  }
`);
const Revoke = graphql(`
  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }
`);
const Definition = graphql(`
  mutation AccessDefinition($project: ID!) {
    createEventDefinition(input: { projectId: $project, name: "hidden-mark", label: "hidden-mark" }) {
      eventDefinition { id }
    }
  }
`);
const Send = graphql(`
  mutation AccessSend($project: ID!) {
    trackEvents(input: {
      projectId: $project
      events: [{ name: "hidden-mark", visitorId: "hidden-mark", url: "https://hidden-mark.example/hidden-mark" }]
    }) { accepted }
  }
`);
const Webhook = graphql(`
  mutation AccessWebhook($project: ID!) {
    createWebhook(input: {
      projectId: $project, url: "https://8.8.8.8/hidden-mark", description: "hidden-mark"
      thresholds: [{ metric: VISITS, last: "PT1H", comparison: BELOW, value: 1, filter: { path: { eq: "hidden-mark" } } }]
    }) { webhook { id } }
  }
`);
const TestWebhook = graphql(`
  mutation AccessTestWebhook($id: ID!) { testWebhook(input: { id: $id }) { delivery { id } } }
`);
const Stored = graphql(`
  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }
`);
const Email = graphql(`query AccessEmail { viewer { user { email } } }`);
const Login = graphql(`
  mutation AccessLogin($email: String!) {
    login(input: { email: $email, password: "a good password" }) { accessToken }
  }
`);
const Logout = graphql(`mutation AccessLogout { logout }`);

export type Ids = Record<NodeName, string>;

/** A project with one of everything, and the credentials that lead to it. */
export interface World {
  ids: Ids;
  writeKey: string;
  /** Secret keys of the project, by their scope. */
  keys: { READ: string; WRITE: string; ADMIN: string };
}

type Owner = Pick<Tenant, 'token' | 'userId' | 'organizationId'>;

/** A thread of the owner's, without a model that would have to answer in it. */
async function createThread({ app }: TestServer, project: string, { userId }: Owner): Promise<string> {
  const { id } = await app.store.prisma.thread.create({
    data: { projectId: projectNumber(project) ?? 0, userId: uuidOf('User', userId), title: MARK },
  });
  return encodeGlobalID('Thread', id);
}

/** Another session of the owner's. */
async function createSession({ app }: TestServer, { userId }: Owner): Promise<string> {
  const { id } = await app.store.prisma.session.create({
    data: { userId: uuidOf('User', userId) ?? '', userAgent: MARK },
  });
  return encodeGlobalID('Session', id);
}

/** An insight as one that was found. */
async function createInsight({ app }: TestServer, project: string): Promise<string> {
  const { id } = await app.store.prisma.insight.create({
    data: {
      projectId: projectNumber(project) ?? 0,
      type: 'SUMMARY',
      key: MARK,
      title: MARK,
      content: MARK,
      evidence: [],
      metadata: { mark: MARK },
      periodStart: new Date('2026-11-20T00:00:00Z'),
      periodEnd: new Date('2026-11-21T00:00:00Z'),
    },
  });
  return id;
}

/** Tells watchers of the insight of a project's world. */
export async function tellInsight({ app }: TestServer, project: string): Promise<void> {
  const projectId = projectNumber(project) ?? 0;
  const { id, type } = await app.store.prisma.insight.findFirstOrThrow({ where: { projectId } });
  app.hub.publishInsight({ projectId, id, type });
}

/** Makes a project of the owner's with one of everything. */
export async function createWorld(server: TestServer, owner: Owner): Promise<World> {
  const { token, organizationId: organization } = owner;
  const made = await server.get(Project, { organization }, token);
  const { id: project, writeKey } = made.createProject.project;
  // The write key above serves on as the previous one.
  await server.get(Rotate, { project }, token);
  const key = async (scope: 'READ' | 'WRITE' | 'ADMIN') =>
    (await server.get(Key, { input: { projectId: project, name: MARK, scopes: [scope] } }, token))
      .createApiKey;
  const [read, write, admin] = await Promise.all([key('READ'), key('WRITE'), key('ADMIN')]);
  const { createEventDefinition } = await server.get(Definition, { project }, token);
  const { createWebhook } = await server.get(Webhook, { project }, token);
  const { testWebhook } = await server.get(TestWebhook, { id: createWebhook.webhook.id }, token);
  await server.get(Send, { project }, token);
  const stored = await server.get(Stored, { project }, token);
  return {
    writeKey,
    keys: { READ: read.secret, WRITE: write.secret, ADMIN: admin.secret },
    ids: {
      User: owner.userId,
      Session: await createSession(server, owner),
      Organization: organization,
      Project: project,
      ApiKey: read.apiKey.id,
      EventDefinition: createEventDefinition.eventDefinition.id,
      Insight: encodeGlobalID('Insight', await createInsight(server, project)),
      Webhook: createWebhook.webhook.id,
      Thread: await createThread(server, project, owner),
      WebhookDelivery: testWebhook.delivery.id,
      Event: stored.project?.events.nodes[0]?.id ?? '',
    },
  };
}

/** Sends an event to the project, for what waits for one. */
export const sendEvent = (server: TestServer, project: string, token: string) =>
  server.get(Send, { project }, token);

/** Tokens and keys that led to the project once, and tokens and keys that lead elsewhere. */
export interface Credentials {
  stranger: string;
  strangersKey: string;
  siblingsKey: string;
  expiredKey: string;
  revokedKey: string;
  expiredToken: string;
  endedSession: string;
}

/** An owner, their world, and everything that must not lead to it. Moves the clock by an hour. */
export async function createNeighbourhood(
  server: TestServer,
): Promise<{ owner: Owner & { email: string }; world: World; credentials: Credentials }> {
  const tenant = await createTenant(server);
  const { viewer } = await server.get(Email, {}, tenant.token);
  const email = viewer?.user?.email ?? '';
  const login = async () => (await server.get(Login, { email })).login.accessToken;
  const ended = await login();
  await server.get(Logout, {}, ended);

  const before = await createWorld(server, tenant);
  const scopes = ['READ', 'WRITE', 'ADMIN'] as const;
  const expiring = await server.get(
    Key,
    {
      input: {
        projectId: before.ids.Project,
        name: MARK,
        scopes: [...scopes],
        expiresAt: new Date(server.clock.now() + 60_000).toISOString(),
      },
    },
    tenant.token,
  );
  server.clock.pass(60 * 60_000);

  const owner = { ...tenant, token: await login(), email };
  const key = async (projectId: string, token: string) => {
    const input = { projectId, name: 'every scope', scopes: [...scopes] };
    return (await server.get(Key, { input }, token)).createApiKey;
  };
  const revoked = await key(before.ids.Project, owner.token);
  await server.get(Revoke, { id: revoked.apiKey.id }, owner.token);
  const stranger = await createTenant(server);
  return {
    owner,
    world: before,
    credentials: {
      stranger: stranger.token,
      strangersKey: (await key(stranger.projectId, stranger.token)).secret,
      siblingsKey: (await key(tenant.projectId, owner.token)).secret,
      expiredKey: expiring.createApiKey.secret,
      revokedKey: revoked.secret,
      expiredToken: tenant.token,
      endedSession: ended,
    },
  };
}
