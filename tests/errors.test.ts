import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { overWebSocket } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// What nobody expected: outside it says nothing of the inside, and inside it says everything.

const MASKED = { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

interface Line {
  msg: string;
  err?: { message: string; stack: string };
}

let server: TestServer;
let tenant: Tenant;
let secret: string;
const lines: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  server = await startServer({ log });
  tenant = await createTenant(server);
  ({ secret } = await tenant.createKey('ADMIN'));
  // What a database that somebody meddled with lacks.
  await server.app.store.pool.query('alter table visits rename to gone_visits');
  await server.app.store.pool.query('alter table event_definitions rename to gone_definitions');
  await server.app.store.pool.query('alter table users rename column password_hash to gone_hash');
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => server.close());

const logged = () => lines.map((line) => JSON.parse(line) as Line);

function expectNoSecretsInTheLog(): void {
  const log = lines.join('');
  for (const hidden of [tenant.token, tenant.refreshToken, tenant.writeKey, secret, 'a good password'])
    expect(log).not.toContain(hidden);
}

describe('an error that nobody expected', () => {
  const Definitions = graphql(`
    query HttpDefinitions($id: ID!) { project(id: $id) { eventDefinitions { nodes { name } } } }
  `);
  const Totals = graphql(`
    query HttpTotals($id: ID!) {
      project(id: $id) { name stats(filter: { properties: [{ key: "plan", eq: "pro" }] }) { totals { visitors } } }
    }
  `);
  const Login = graphql(`
    mutation HttpLogin($email: String!, $password: String!) {
      login(input: { email: $email, password: $password }) { accessToken }
    }
  `);

  it.each([
    ['in SQL', Totals, ['project', 'stats', 'totals'], 'visits'],
    ['in Prisma', Definitions, ['project', 'eventDefinitions'], 'event_definitions'],
  ] as const)('%s is masked outside and logged inside', async (_where, document, path, table) => {
    for (const token of [tenant.token, secret]) {
      lines.length = 0;
      const { data, errors } = await server.ask(document, { id: tenant.projectId }, token);
      expect(data).toEqual({ project: null });
      expect(errors).toEqual([{ ...MASKED, path, locations: expect.any(Array) }]);
      expectNoSecretsInTheLog();
      expect(logged()).not.toEqual([]);
      for (const { msg, err } of logged()) {
        expect(msg).toBe('an operation failed unexpectedly');
        expect(err?.message).toContain(table);
        expect(err?.stack).toMatch(/\n +at /);
      }
    }
  });

  it('in signing in says nothing of who signs in, here or there', async () => {
    const { data, errors } = await server.ask(Login, {
      email: 'owner@example.com',
      password: 'a good password',
    });
    expect(data).toBeNull();
    expect(errors).toEqual([{ ...MASKED, path: ['login'], locations: expect.any(Array) }]);
    expectNoSecretsInTheLog();
    expect(logged()).not.toEqual([]);
  });

  it('in a request of the tracker is masked and logged', async () => {
    const events = [{ url: 'https://example.com/', visitorId: 'visitor' }];
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      body: JSON.stringify({ writeKey: tenant.writeKey, events: [{ ...events[0], name: 'x' }] }),
    });
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toEqual({
      error: { code: MASKED.extensions.code, message: MASKED.message },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expectNoSecretsInTheLog();
    expect(logged().map(({ err }) => err?.stack)).toEqual([expect.stringMatching(/\n +at /)]);
  });

  it('over a WebSocket is masked and logged, and leaves the socket open', async () => {
    const document = parse(`query ($id: ID!) {
      project(id: $id) { stats(filter: { properties: [{ key: "plan", eq: "pro" }] }) { totals { visitors } } }
    }`);
    const watch = overWebSocket(server.url, document as TypedDocumentNode, { id: tenant.projectId }, secret);
    expect(await watch.ended).toBe('complete');
    const extensions = { ...MASKED.extensions, unexpected: true };
    const path = ['project', 'stats', 'totals'];
    expect(watch.received).toEqual([
      { data: { project: null }, errors: [{ ...MASKED, extensions, path, locations: expect.any(Array) }] },
    ]);
    expectNoSecretsInTheLog();
    expect(logged()[0]?.err?.message).toContain('visits');
  });
});

describe('an operation that cannot be read', () => {
  it.each([
    ['{', /^GRAPHQL_PARSE_FAILED$/],
    ['{ nothing }', /^GRAPHQL_VALIDATION_FAILED$/],
    ['query A { __typename } query B { __typename }', /^OPERATION_RESOLUTION_FAILURE$/],
  ])('over a WebSocket fails alone: %s', async (text, message) => {
    const watch = overWebSocket(server.url, notADocument(text), {}, secret);
    // graphql-ws answers an operation's errors as such, and closes the socket only for what breaks the protocol.
    const ended = await watch.ended;
    expect(ended).not.toMatch(/^4/);
    const told =
      ended === 'complete' ? watch.received.map(({ errors }) => errors?.[0]?.message).join() : ended;
    expect(told).toMatch(message);
  });

  /** What `print` writes as it is. */
  const notADocument = (text: string) => ({ kind: 'Name', value: text }) as unknown as TypedDocumentNode;
});
