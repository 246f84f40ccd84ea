import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { graphql } from './gql/gql.ts';

// The whole way through the API: register, make a project, watch it, send events, ask. Every document is typed from the
// server's schema by codegen.ts. Run it against a server: npm run example -- http://127.0.0.1:4000

const Register = graphql(`
  mutation QuickstartRegister($input: RegisterInput!) {
    register(input: $input) { accessToken organization { id } }
  }
`);
const CreateProject = graphql(`
  mutation QuickstartCreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);
const Track = graphql(`
  mutation QuickstartTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted duplicates rejected { index field message } }
  }
`);
const Watch = graphql(`
  subscription QuickstartWatch($project: ID!) {
    eventTracked(projectId: $project) { name path properties }
  }
`);
const Ask = graphql(`
  query QuickstartAsk($project: ID!) {
    project(id: $project) {
      stats(range: { preset: TODAY }) {
        totals { visitors visits pageviews events bounceRate revenue { amount currency } }
        breakdown(by: PATH) { value metrics { visitors pageviews } }
      }
    }
  }
`);

const server = process.argv[2] ?? 'http://127.0.0.1:4000';

async function ask<T, V>(document: TypedDocumentNode<T, V>, variables: V, token?: string): Promise<T> {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: print(document as DocumentNode), variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

const { register } = await ask(Register, {
  input: {
    email: `quickstart-${Date.now()}@example.com`,
    password: crypto.randomUUID(),
    organizationName: 'Quickstart',
  },
});
const token = register.accessToken;
const { createProject } = await ask(
  CreateProject,
  { input: { organizationId: register.organization?.id ?? '', name: 'Quickstart', domain: 'shop.example' } },
  token,
);
const { id: project, writeKey } = createProject.project;

const socket = createClient({
  // Node has a WebSocket of its own from version 22 on.
  webSocketImpl: WebSocket,
  url: `${server.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { authorization: `Bearer ${token}` },
});
const events = socket.iterate<{ eventTracked: { name: string } }>({
  query: print(Watch as DocumentNode),
  variables: { project },
});
const seen: string[] = [];
const watching = (async () => {
  for await (const { data } of events) {
    if (data) seen.push(data.eventTracked.name);
    if (seen.at(-1) === 'purchase') break;
  }
})();
// A subscription has no acknowledgement: events go out until the first one comes back.
while (seen.length === 0) {
  await ask(Track, {
    input: {
      writeKey,
      events: [{ url: 'https://shop.example/', referrer: 'https://www.google.com/', visitorId: 'ada' }],
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const sent = await ask(Track, {
  input: {
    writeKey,
    events: [
      { url: 'https://shop.example/shoes', visitorId: 'ada' },
      {
        name: 'purchase',
        visitorId: 'ada',
        revenue: { amount: '59.90', currency: 'EUR' },
        properties: { item: 'shoes' },
      },
    ],
  },
});
await watching;
await socket.dispose();

console.log('sent   ', JSON.stringify(sent.trackEvents));
console.log('watched', seen.join(', '));
console.log('asked  ', JSON.stringify((await ask(Ask, { project }, token)).project?.stats, null, 2));
