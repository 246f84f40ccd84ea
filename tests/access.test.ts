import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { getNamedType, isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NodeName } from '../src/ids.ts';
import { schema } from '../src/schema.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { attempts, operation } from './support/attempt.ts';
import { overServerSentEvents, overWebSocket } from './support/live.ts';
import {
  type Credentials,
  createNeighbourhood,
  createWorld,
  type Ids,
  MARK,
  sendEvent,
  tellInsight,
  type World,
} from './support/world.ts';

// Who may do what, tried on every field that the schema has: what is added to it is tried too, or fails here until it
// is said what it needs.

type Right = 'READ' | 'WRITE' | 'ADMIN' | 'MEMBER';

/** What each field of the roots needs; null for what is not of a project, or is tried in a way of its own. */
const NEEDS: Record<string, Right | null> = {
  'Query.node': null,
  'Query.viewer': null,
  'Query.project': 'READ',
  'Mutation.register': null,
  'Mutation.login': null,
  'Mutation.refreshSession': null,
  'Mutation.logout': null,
  // They are of a user and no project: tests/accounts.test.ts.
  'Mutation.changePassword': null,
  'Mutation.revokeSession': 'MEMBER',
  'Mutation.createProject': 'MEMBER',
  'Mutation.updateProject': 'ADMIN',
  'Mutation.deleteEvents': 'MEMBER',
  'Mutation.deleteProject': 'MEMBER',
  'Mutation.rotateWriteKey': 'MEMBER',
  'Mutation.createApiKey': 'MEMBER',
  'Mutation.revokeApiKey': 'ADMIN',
  'Mutation.createEventDefinition': 'ADMIN',
  'Mutation.updateEventDefinition': 'ADMIN',
  'Mutation.deleteEventDefinition': 'ADMIN',
  'Mutation.trackEvents': 'WRITE',
  'Mutation.acquitBots': 'ADMIN',
  'Mutation.updateBlocklist': 'ADMIN',
  // They need a letter: tests/ingestion-report.test.ts.
  'Mutation.replayDeadLetter': null,
  'Mutation.dropDeadLetter': null,
  'Mutation.createWebhook': 'ADMIN',
  'Mutation.updateWebhook': 'ADMIN',
  'Mutation.deleteWebhook': 'ADMIN',
  'Mutation.rotateWebhookSecret': 'ADMIN',
  'Mutation.testWebhook': 'ADMIN',
  'Mutation.redeliver': 'ADMIN',
  'Mutation.askQuestion': 'MEMBER',
  // A thread is of who began it, and of nobody else.
  'Mutation.deleteThread': 'MEMBER',
  // It answers whom askQuestion answers, and watches nothing: tests/chat.test.ts.
  'Subscription.answer': null,
  'Mutation.generateInsights': 'READ',
  'Subscription.stats': 'READ',
  'Subscription.insightGenerated': 'READ',
  'Subscription.eventTracked': 'READ',
};

/** What the fields of a project need beyond READ. */
const PROJECT_NEEDS: Record<string, Right> = {
  apiKeys: 'ADMIN',
  blocklist: 'ADMIN',
  botAgents: 'ADMIN',
  bots: 'ADMIN',
  deadLetters: 'ADMIN',
  webhooks: 'ADMIN',
};

/** What `node` needs for each type. */
const NODE_NEEDS: Record<NodeName, Right> = {
  User: 'MEMBER',
  Session: 'MEMBER',
  Organization: 'MEMBER',
  Project: 'READ',
  Event: 'READ',
  EventDefinition: 'READ',
  ApiKey: 'ADMIN',
  Insight: 'READ',
  Webhook: 'ADMIN',
  Thread: 'MEMBER',
  WebhookDelivery: 'ADMIN',
};

// What is large is tried with one project; with all of an organization's at once it would cost too much.
const LARGE = [
  'Stats',
  'EventConnection',
  'EventDefinitionConnection',
  'BotEventConnection',
  'DeadLetter',
  'RejectionGroup',
  'WebhookConnection',
  'ThreadConnection',
  'InsightConnection',
  'PropertyKey',
  'PropertyValue',
];

/** What makes each subscription answer. */
const TRIGGERS: Record<string, (project: string, token: string) => Promise<unknown>> = {
  eventTracked: (project, token) => sendEvent(server, project, token),
  insightGenerated: (project) => tellInsight(server, project),
};

const { everything, selection } = attempts({
  ids: {
    'Query.project.id': 'Project',
    'Subscription.stats.projectId': 'Project',
    'Subscription.insightGenerated.projectId': 'Project',
    'GenerateInsightsInput.projectId': 'Project',
    'Subscription.eventTracked.projectId': 'Project',
    'CreateProjectInput.organizationId': 'Organization',
    'UpdateProjectInput.id': 'Project',
    'DeleteProjectInput.id': 'Project',
    'RotateWriteKeyInput.projectId': 'Project',
    'CreateApiKeyInput.projectId': 'Project',
    'RevokeApiKeyInput.id': 'ApiKey',
    'RevokeSessionInput.id': 'Session',
    'CreateEventDefinitionInput.projectId': 'Project',
    'UpdateEventDefinitionInput.id': 'EventDefinition',
    'DeleteEventDefinitionInput.id': 'EventDefinition',
    'TrackEventsInput.projectId': 'Project',
    'AcquitBotsInput.projectId': 'Project',
    'UpdateBlocklistInput.projectId': 'Project',
    'DeleteEventsInput.projectId': 'Project',
    'DeadLetterInput.projectId': 'Project',
    'CreateWebhookInput.projectId': 'Project',
    'AskQuestionInput.projectId': 'Project',
    'AskQuestionInput.threadId': 'Thread',
    'DeleteThreadInput.id': 'Thread',
    'UpdateWebhookInput.id': 'Webhook',
    'DeleteWebhookInput.id': 'Webhook',
    'RotateWebhookSecretInput.id': 'Webhook',
    'TestWebhookInput.id': 'Webhook',
    'RedeliverInput.id': 'WebhookDelivery',
  },
  values: {
    'AcquitBotsInput.ids': '"6f9619ff-8b86-4d01-b42d-00c04fc964ff"',
    // A public address, so that no name is looked up.
    'CreateWebhookInput.url': '"https://8.8.8.8/"',
    // When nothing happened that the tests ask for.
    'BetweenInput.start': '"1996-01-01T00:00:00Z"',
    'BetweenInput.end': '"1996-01-02T00:00:00Z"',
  },
  sent: [
    'UpdateWebhookInput.description',
    'UpdateProjectInput.name',
    'UpdateEventDefinitionInput.label',
    'Metrics.measure.property',
  ],
});

/** `outside`: good credentials that lead elsewhere; `inside`: the project's own, without the scope. */
type Kind = 'none' | 'bad' | 'outside' | 'inside';

interface Caller {
  kind: Kind;
  rights: readonly Right[];
  token: (world: World, others: Credentials, owner: string) => string | undefined;
}

const CALLERS: Record<string, Caller> = {
  'the owner': {
    kind: 'inside',
    rights: ['READ', 'WRITE', 'ADMIN', 'MEMBER'],
    token: (_w, _o, owner) => owner,
  },
  'a key with ADMIN': { kind: 'inside', rights: ['READ', 'WRITE', 'ADMIN'], token: ({ keys }) => keys.ADMIN },
  'a key with READ': { kind: 'inside', rights: ['READ'], token: ({ keys }) => keys.READ },
  'a key with WRITE': { kind: 'inside', rights: ['WRITE'], token: ({ keys }) => keys.WRITE },
  'the write key': { kind: 'inside', rights: ['WRITE'], token: ({ writeKey }) => writeKey },
  'an anonymous caller': { kind: 'none', rights: [], token: () => undefined },
  "another organization's owner": { kind: 'outside', rights: [], token: (_, { stranger }) => stranger },
  "another organization's key": { kind: 'outside', rights: [], token: (_, { strangersKey }) => strangersKey },
  "a key of the owner's other project": {
    kind: 'outside',
    rights: [],
    token: (_, { siblingsKey }) => siblingsKey,
  },
  'an expired key': { kind: 'bad', rights: [], token: (_, { expiredKey }) => expiredKey },
  'a revoked key': { kind: 'bad', rights: [], token: (_, { revokedKey }) => revokedKey },
  'an expired access token': { kind: 'bad', rights: [], token: (_, { expiredToken }) => expiredToken },
  'an ended session': { kind: 'bad', rights: [], token: (_, { endedSession }) => endedSession },
};

const EVERYONE = Object.entries(CALLERS);
const CODES: Record<Kind, string[]> = {
  none: ['UNAUTHENTICATED'],
  bad: ['UNAUTHENTICATED'],
  outside: ['NOT_FOUND'],
  inside: ['FORBIDDEN', 'NOT_FOUND'],
};

const fieldsOf = (type: string) => {
  const found = schema.getType(type);
  if (!isObjectType(found)) throw new Error(`the schema has no type ${type}`);
  return { type: found, fields: Object.values(found.getFields()) };
};
const mutations = fieldsOf('Mutation').fields.filter(({ name }) => NEEDS[`Mutation.${name}`]);
const subscriptions = fieldsOf('Subscription').fields.filter(({ name }) => NEEDS[`Subscription.${name}`]);
const documentOf = (kind: 'Mutation' | 'Subscription', name: string): string => {
  const { type } = fieldsOf(kind);
  const field = type.getFields()[name];
  if (!field) throw new Error(`the schema has no ${kind}.${name}`);
  return operation(kind === 'Mutation' ? 'mutation' : 'subscription', selection(type, field));
};

let server: TestServer;
let owner: { token: string; userId: string; organizationId: string; email: string };
let world: World;
let others: Credentials;
let secrets: string[];

beforeAll(async () => {
  const nothingToSay = { text: 'There is nothing to say.', calls: [], tokens: 10 };
  server = await startServer({ llm: { model: 'none', reply: async () => nothingToSay } });
  ({ owner, world, credentials: others } = await createNeighbourhood(server));
  secrets = [MARK, world.writeKey, owner.email, ...Object.values(world.keys)];
});
afterAll(() => server.close());

const tokenOf = ({ token }: Caller, of = world) => token(of, others, owner.token);
const codesOf = ({ errors }: Pick<GraphqlAnswer<unknown>, 'errors'>) =>
  errors.map(({ extensions }) => String(extensions?.code));
const brief = ({ data, errors }: GraphqlAnswer<unknown>) =>
  JSON.stringify({ errors: errors.slice(0, 2), data }).slice(0, 300);
const leaks = (answer: unknown): string[] =>
  secrets.filter((secret) => JSON.stringify(answer).includes(secret));
const asks = (document: string, ids: Ids, token: string | undefined) =>
  server.ask<Record<string, unknown>, Record<string, string>>(document, ids, token);

describe('the lists above are complete', () => {
  it('and say of every field of the roots what it needs', () => {
    const fields = ['Query', 'Mutation', 'Subscription'].flatMap((type) =>
      fieldsOf(type).fields.map(({ name }) => `${type}.${name}`),
    );
    expect(Object.keys(NEEDS).toSorted()).toEqual(fields.toSorted());
  });

  it('and of every type with a global id', () => {
    const nodes = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
      .map(({ name }) => name);
    expect(Object.keys(NODE_NEEDS).toSorted()).toEqual(nodes.toSorted());
  });
});

describe.each(EVERYONE)('%s', (_name, caller) => {
  const may = (right: Right) => caller.rights.includes(right);

  /** What is wrong with an answer to a question for something that needs this right; null when nothing is. */
  function faultOf(answer: GraphqlAnswer<unknown>, value: unknown, right: Right): string | null {
    const codes = codesOf(answer);
    if (may(right)) return codes.length === 0 && value != null ? null : `refused: ${brief(answer)}`;
    if (value != null || leaks(answer).length > 0) return `not refused: ${brief(answer)}`;
    return codes.every((code) => caller.kind === 'bad' && code === 'UNAUTHENTICATED') ? null : codes.join();
  }

  it('asks for what a project holds', async () => {
    const { type, fields } = fieldsOf('Project');
    const faults: Record<string, string | null> = {};
    for (const field of fields) {
      const document = operation('query', `project(id: $Project) { ${selection(type, field)} }`);
      const answer = await asks(document, world.ids, tokenOf(caller));
      const project = answer.data?.project as Record<string, unknown> | null | undefined;
      const fault = faultOf(answer, project?.[field.name], PROJECT_NEEDS[field.name] ?? 'READ');
      if (fault) faults[field.name] = fault;
    }
    expect(faults).toEqual({});
  });

  it('asks for it by its global ids', async () => {
    const faults: Record<string, string | null> = {};
    for (const [name, right] of Object.entries(NODE_NEEDS)) {
      const within = name === 'Organization' ? LARGE : [];
      const body = `node(id: $${name}) { id ... on ${name} ${everything(fieldsOf(name).type, within)} }`;
      const answer = await asks(operation('query', body), world.ids, tokenOf(caller));
      const fault = faultOf(answer, answer.data?.node, right);
      if (fault) faults[name] = fault;
    }
    expect(faults).toEqual({});
  });

  it('asks who they are, and what they may see', async () => {
    const { type, fields } = fieldsOf('Query');
    const viewer = fields.find(({ name }) => name === 'viewer');
    if (!viewer) throw new Error('the schema has no Query.viewer');
    const document = operation('query', selection(type, viewer, LARGE));
    const answer = await asks(document, world.ids, tokenOf(caller));
    expect(leaks(answer).includes(MARK)).toBe(may('READ'));
    expect(codesOf(answer)).toEqual(caller.kind === 'bad' ? ['UNAUTHENTICATED'] : []);
  });

  it('sends and manages nothing that they may not', async () => {
    const snapshot = async () => {
      const everythingOfIt = operation(
        'query',
        `project(id: $Project) ${everything(fieldsOf('Project').type)}`,
      );
      const { data, errors } = await asks(everythingOfIt, world.ids, owner.token);
      expect(errors).toEqual([]);
      return JSON.stringify(data, (key, value) => (key === 'lastUsedAt' ? undefined : value));
    };
    const before = await snapshot();
    const faults: Record<string, unknown> = {};
    for (const { name } of mutations) {
      const right = NEEDS[`Mutation.${name}`];
      if (!right || may(right)) continue;
      const answer = await asks(documentOf('Mutation', name), world.ids, tokenOf(caller));
      // No key can make a project or a key, or delete its project, whatever its scopes.
      const expected = right === 'MEMBER' ? [...CODES[caller.kind], 'FORBIDDEN'] : CODES[caller.kind];
      const [code, ...more] = codesOf(answer);
      if (answer.data || leaks(answer).length > 0 || more.length > 0 || !expected.includes(code ?? ''))
        faults[name] = answer;
    }
    expect(faults).toEqual({});
    expect(await snapshot()).toBe(before);
  });

  it('watches over a WebSocket only what they may', async () => {
    for (const { name } of subscriptions) {
      const right = NEEDS[`Subscription.${name}`];
      const document = parse(documentOf('Subscription', name)) as TypedDocumentNode<unknown, Ids>;
      const watching = server.app.hub.size();
      const watch = overWebSocket(server.url, document, world.ids, tokenOf(caller));
      if (right && may(right)) {
        await vi.waitFor(() => expect(server.app.hub.size()).toBe(watching + 1));
        await TRIGGERS[name]?.(world.ids.Project, owner.token);
        await vi.waitFor(() =>
          expect(watch.received, `give TRIGGERS what makes ${name} answer`).toHaveLength(1),
        );
        expect(watch.received[0]?.errors).toBeUndefined();
        watch.leave();
        await vi.waitFor(() => expect(server.app.hub.size()).toBe(watching));
      } else if (caller.kind === 'bad') {
        expect(await watch.ended).toBe('4403');
        expect(watch.received).toEqual([]);
      } else {
        await watch.ended;
        expect(
          watch.received.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.code)),
        ).toEqual([expect.toBeOneOf(CODES[caller.kind])]);
        expect(leaks(watch.received)).toEqual([]);
      }
    }
  });
});

describe('those who may', () => {
  const allowed = mutations.flatMap(({ name }) =>
    EVERYONE.filter(([, { rights }]) => rights.includes(NEEDS[`Mutation.${name}`] ?? 'MEMBER')).map(
      ([who, caller]) => ({ name, who, caller }),
    ),
  );

  it.each(allowed)('$name: $who', async ({ name, caller }) => {
    const own = await createWorld(server, owner);
    const { data, errors } = await asks(documentOf('Mutation', name), own.ids, tokenOf(caller, own));
    expect(errors).toEqual([]);
    expect(data?.[name]).toEqual(expect.objectContaining({}));
  });
});

describe('what does not exist and what one may not see are told apart by nothing', () => {
  const nothing: Ids = {
    User: encodeGlobalID('User', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Session: encodeGlobalID('Session', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Organization: encodeGlobalID('Organization', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Project: encodeGlobalID('Project', '2147483000'),
    ApiKey: encodeGlobalID('ApiKey', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    EventDefinition: encodeGlobalID('EventDefinition', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Thread: encodeGlobalID('Thread', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Insight: encodeGlobalID('Insight', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Webhook: encodeGlobalID('Webhook', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    WebhookDelivery: encodeGlobalID('WebhookDelivery', '6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
    Event: encodeGlobalID('Event', '2147483000.1763726400000.6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
  };
  const garbage = ['', 'x', 'ö', '9007199254740993', '-1', '1e3', 'NaN', '\u0000', "'; drop table users --"];

  async function bytes(body: string, ids: Ids, token: string | undefined): Promise<string> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query: body, variables: ids }),
    });
    return `${response.status} ${await response.text()}`;
  }

  it.each(EVERYONE.filter(([, { kind }]) => kind !== 'inside'))('for %s', async (_name, caller) => {
    const bodies = [
      operation('query', 'project(id: $Project) { id }'),
      ...Object.keys(NODE_NEEDS).map((name) => operation('query', `node(id: $${name}) { id }`)),
      ...mutations.map(({ name }) => documentOf('Mutation', name)),
    ];
    for (const body of bodies) {
      const theirs = await bytes(body, world.ids, tokenOf(caller));
      expect(theirs).toBe(await bytes(body, nothing, tokenOf(caller)));
      expect(theirs).not.toContain('Unexpected error.');
    }
  });

  it.each(Object.keys(NODE_NEEDS) as NodeName[])(
    'a malformed id of %s is one that does not exist',
    async (name) => {
      for (const part of garbage) {
        for (const id of [part, encodeGlobalID(name, part)]) {
          const answer = await asks(
            operation('query', `node(id: $${name}) { id }`),
            { ...nothing, [name]: id },
            owner.token,
          );
          expect(answer, JSON.stringify(part)).toEqual({ status: 200, data: { node: null }, errors: [] });
        }
      }
    },
  );

  it.each(mutations.map(({ name }) => name))(
    '%s takes a malformed id for one that does not exist',
    async (name) => {
      for (const part of garbage) {
        const ids = Object.fromEntries(
          Object.keys(nothing).map((type) => [type, encodeGlobalID(type, part)]),
        );
        const answer = await asks(documentOf('Mutation', name), ids as Ids, owner.token);
        expect(codesOf(answer), JSON.stringify(part)).toEqual(['NOT_FOUND']);
      }
    },
  );
});

it('asks the same rule over a WebSocket and over server-sent events', async () => {
  const query = parse(operation('query', 'project(id: $Project) { name }')) as TypedDocumentNode<
    unknown,
    Ids
  >;
  const [own, strange] = [owner.token, others.stranger].map((token) =>
    overWebSocket(server.url, query, world.ids, token),
  );
  await Promise.all([own?.ended, strange?.ended]);
  expect(own?.received).toEqual([{ data: { project: { name: MARK } } }]);
  expect(strange?.received).toEqual([{ data: { project: null } }]);

  const [subscription] = subscriptions;
  expect(getNamedType(subscription?.type)?.name).toBe('Event');
  const document = parse(documentOf('Subscription', 'eventTracked')) as TypedDocumentNode<unknown, Ids>;
  const watch = overServerSentEvents(server.url, document, world.ids, others.stranger);
  await watch.ended;
  expect(watch.received.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['NOT_FOUND']);
});
