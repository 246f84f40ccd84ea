import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS } from '../src/http/rest/questions.ts';
import { schema } from '../src/schema.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// Every text of every argument in the schema: what Postgres cannot keep is refused with its field, and fails nothing.

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const NO_TEXT = new Set(['Int', 'Float', 'Boolean', 'Count']);
const VALUES: Record<string, unknown> = {
  DateTime: '2026-11-21T09:30:00Z',
  TimeZone: 'UTC',
  Duration: 'P1D',
  JSONObject: {},
  Boolean: true,
};

/** A value of a type: what is required, and at `path` the one that is tried. */
function sampleOf(type: GraphQLInputType, path: readonly string[] | null, tried: unknown): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(nullable.ofType, path, tried)];
  if (isInputObjectType(nullable)) {
    const [next, ...rest] = path ?? [];
    const fields = Object.values(nullable.getFields()).filter(
      (field) => field.name === next || isRequiredInputField(field),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, sampleOf(field.type, field.name === next ? rest : null, tried)]),
    );
  }
  if (path !== null) return tried;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  return (
    VALUES[nullable.name] ?? (nullable.name === 'Int' || nullable.name === 'Float' ? 1 : tenant.projectId)
  );
}

/** The texts in a value of a type, by their paths and types; each input type once on the way. */
function textsOf(type: GraphQLInputType, above: readonly string[] = []): { path: string[]; type: string }[] {
  const named = getNamedType(type);
  if (isScalarType(named)) return NO_TEXT.has(named.name) ? [] : [{ path: [], type: named.name }];
  if (!isInputObjectType(named) || above.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    textsOf(field.type, [...above, named.name]).map((text) => ({
      ...text,
      path: [field.name, ...text.path],
    })),
  );
}

interface Place {
  /** The fields from the root down to the one that has the argument. */
  way: { field: GraphQLField<unknown, unknown>; on: GraphQLObjectType }[];
  argument: GraphQLArgument;
  operation: string;
}

/** Every argument of every field that a root leads to, by the shortest way. */
function* argumentsOf(): Generator<Place> {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  const seen = new Set<string>();
  for (const [operation, root] of Object.entries(roots)) {
    const queue: { type: GraphQLObjectType; way: Place['way'] }[] = root ? [{ type: root, way: [] }] : [];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (seen.has(next.type.name)) continue;
      seen.add(next.type.name);
      for (const field of Object.values(next.type.getFields())) {
        const way = [...next.way, { field, on: next.type }];
        for (const argument of field.args) yield { way, argument, operation };
        const named = getNamedType(field.type);
        if (isObjectType(named)) queue.push({ type: named, way });
      }
    }
  }
}

/** A document that asks for the field with the argument from a variable, and the other variables that it needs. */
function documentOf({ way, argument, operation }: Place): {
  query: string;
  variables: Record<string, unknown>;
} {
  const variables: Record<string, unknown> = {};
  const definitions = [`$tried: ${argument.type}`];
  let text = isCompositeType(getNamedType(way.at(-1)?.field.type as never)) ? '{ __typename }' : '';
  for (const [depth, { field }] of [...way.entries()].toReversed()) {
    const last = depth === way.length - 1;
    const needed = field.args.filter((each) => isRequiredArgument(each) && !(last && each === argument));
    const given = needed.map((each) => {
      const name = `${each.name}${depth}`;
      definitions.push(`$${name}: ${each.type}`);
      variables[name] = sampleOf(each.type, null, null);
      return `${each.name}: $${name}`;
    });
    const all = [...given, ...(last ? [`${argument.name}: $tried`] : [])];
    text = `${field.name}${all.length > 0 ? `(${all.join(', ')})` : ''} ${text}`;
    if (depth > 0) text = `{ ${text} }`;
  }
  return { query: `${operation} Tried(${definitions.join(', ')}) { ${text} }`, variables };
}

async function ask(
  body: object,
): Promise<{ errors?: { message: string; extensions: { code: string; field?: string } }[] }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.token}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as never;
}

const tried = [...argumentsOf()].flatMap((place) =>
  // Events are read one by one: tests/bad-events.test.ts.
  textsOf(place.argument.type)
    .filter(() => String(place.argument.type) !== 'TrackEventsInput!')
    .map(({ path, type }) => ({
      place,
      path,
      type,
      name: `${place.way.map(({ field }) => field.name).join('.')}(${[place.argument.name, ...path].join('.')})`,
    })),
);

it('there are many of them', () => {
  expect(tried.length).toBeGreaterThan(150);
  const names = tried.map(({ name }) => name);
  for (const name of [
    'updateBlocklist(input.userAgents)',
    'createWebhook(input.thresholds.measure.event)',
    'project.stats.totals.measure(property)',
    'project.events(filter.properties.eq)',
    'stats(filter.path.contains)',
  ])
    expect(names, names.join('\n')).toContain(name);
});

describe.each([
  ['U+0000', 'a\0b'],
  ['half a surrogate pair', 'a\ud800'],
])('%s', (_, text) => {
  it('is refused with its field, by every argument of every field', { timeout: 120_000 }, async () => {
    for (const { place, path, type, name } of tried) {
      const { query, variables } = documentOf(place);
      const value = sampleOf(place.argument.type, path, type === 'JSONObject' ? { [text]: 1 } : text);
      const { errors = [] } = await ask({ query, variables: { ...variables, tried: value } });
      const codes = errors.map(({ extensions }) => extensions.code);
      // A malformed id is that of nothing.
      if (type === 'ID') expect(codes, name).not.toContain('INTERNAL_SERVER_ERROR');
      else {
        expect(codes, `${name}: ${query} ${JSON.stringify(errors)}`).toEqual(['BAD_USER_INPUT']);
        const field = errors[0]?.extensions.field?.replaceAll(/\[\d+\]/g, '');
        expect(field, name).toBe(['tried', ...path].join('.'));
      }
    }
  });
});

it('is refused as a literal, with the argument that has it', async () => {
  for (const [argument, field] of [
    ['userAgents: ["abc\\u0000"]', 'input.userAgents[0]'],
    ['hostnames: ["good.example", "a\\u0000b"]', 'input.hostnames[1]'],
  ]) {
    const { errors = [] } = await ask({
      query: `mutation { updateBlocklist(input: { projectId: "${tenant.projectId}", ${argument} }) { project { id } } }`,
    });
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', field }]);
  }
});

describe('REST', () => {
  const cases = Object.entries(QUESTIONS).flatMap(([path, { parameters }]) =>
    // A malformed id is that of nothing: 404.
    Object.keys(parameters).flatMap((name) => (name === 'project' ? [] : [[path, name] as const])),
  );
  it.each(cases)('GET %s?%s is 400 with U+0000', async (path, name) => {
    const value = name === 'filter' ? '{"path":{"eq":"a\\u0000"}}' : 'a\0';
    const query = new URLSearchParams({ project: tenant.projectId, [name]: value });
    const response = await fetch(`${server.url}${path}?${query}`, {
      headers: { authorization: `Bearer ${tenant.token}` },
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(['/api/chat', '/api/insights/generate'])('POST %s is 400', async (path) => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tenant.token}` },
      body: JSON.stringify({ projectId: tenant.projectId, question: 'a\ud800', range: { last: 'P1D\0' } }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

it.each(['/v1/t', '/batch/', '/api/event', '/api/send', '/api/batch', '/mp/collect', '/api/events'])(
  'POST %s does not fail for one in whatever is sent',
  async (path) => {
    for (const text of ['a\0', '\ud800', `wk_\0`]) {
      const payload = { website: text, name: text, url: text, id: text };
      const sent = {
        writeKey: text,
        api_key: text,
        domain: text,
        name: text,
        url: text,
        events: [],
        projectId: text,
      };
      for (const body of [
        { ...sent, payload, batch: [] },
        {
          ...sent,
          writeKey: tenant.writeKey,
          api_key: tenant.writeKey,
          payload: { ...payload, website: tenant.writeKey },
          event: text,
          userId: text,
        },
      ]) {
        const response = await fetch(`${server.url}${path}?api_secret=${encodeURIComponent('wk_\0')}`, {
          method: 'POST',
          body: JSON.stringify(path === '/api/batch' ? [body] : body),
        });
        expect(response.status, await response.text()).toBeLessThan(500);
      }
    }
  },
);
