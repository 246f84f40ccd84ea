import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { Ask, resultsIn, sendEvents, startChat } from './support/chat.ts';
import { overServerSentEvents, overWebSocket } from './support/live.ts';
import type { LlmServer, Scripted } from './support/llm-server.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { until } from './support/watching.ts';

const Threads = graphql(`
  query ChatThreads($project: ID!, $first: Int, $after: String) {
    project(id: $project) {
      threads(first: $first, after: $after) {
        nodes { id title createdAt updatedAt turns { question answer model askedAt evidence { observed } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const ThreadById = graphql(`query ChatThread($id: ID!) { node(id: $id) { id ... on Thread { title } } }`);
const DeleteThread = graphql(`
  mutation ChatDelete($id: ID!) { deleteThread(input: { id: $id }) { deletedId } }
`);
const Answer = graphql(`
  subscription ChatAnswer($project: ID!, $question: String!, $thread: ID) {
    answer(projectId: $project, question: $question, threadId: $thread) {
      text
      done
      answer { threadId text model evidence { observed } }
    }
  }
`);

let chat: Awaited<ReturnType<typeof startChat>>;
let server: TestServer;
let model: LlmServer;
let tenant: Tenant;

// It is 12:00 on 2026-11-21. Four visits: three of the 19th, one of the 20th; seven pageviews and a purchase.
const EVENTS = [
  { visitorId: 'ada', timestamp: '2026-11-19T10:00:00Z', url: 'https://shop.example/' },
  { visitorId: 'ada', timestamp: '2026-11-19T10:01:30Z', url: 'https://shop.example/plans/2024' },
  { visitorId: 'bob', timestamp: '2026-11-19T11:00:00Z', url: 'https://shop.example/' },
  { visitorId: 'cyd', timestamp: '2026-11-19T12:00:00Z', url: 'https://shop.example/' },
  { visitorId: 'cyd', timestamp: '2026-11-19T12:01:00Z', url: 'https://shop.example/cart' },
  { visitorId: 'cyd', timestamp: '2026-11-19T12:02:00Z', url: 'https://shop.example/cart' },
  {
    visitorId: 'cyd',
    name: 'purchase',
    timestamp: '2026-11-19T12:03:00Z',
    revenue: { currency: 'EUR', amount: '1299.50' },
  },
  { visitorId: 'ada', timestamp: '2026-11-20T10:00:00Z', url: 'https://shop.example/' },
];

beforeAll(async () => {
  chat = await startChat();
  ({ server, model } = chat);
  tenant = await createTenant(server, { timeZone: 'Europe/Berlin' });
  await sendEvents(server, tenant.writeKey, EVENTS);
});
beforeEach(() => model.reset());
afterAll(() => chat.close());

const ask = (question: string, more: { threadId?: string; projectId?: string; token?: string } = {}) => {
  const { token = tenant.token, ...input } = more;
  return server.ask(Ask, { input: { projectId: tenant.projectId, question, ...input } }, token);
};
async function answerTo(question: string, more: Parameters<typeof ask>[1] = {}) {
  const { data, errors } = await ask(question, more);
  expect(errors).toEqual([]);
  return data?.askQuestion.answer ?? expect.fail('there is no answer');
}
const calls = (name: string, given: object): Scripted => ({ calls: [{ name, arguments: given }] });
const DAY_19 = { between: { start: '2026-11-19T00:00:00+01:00', end: '2026-11-20T00:00:00+01:00' } };

describe('an answer', () => {
  it('has the numbers of what the server ran, and cites it', async () => {
    model.script(calls('stats', { range: DAY_19 }), {
      text: 'On 2026-11-19 there were 3 visits by 3 visitors, and 33.3 % of them bounced. Revenue was €1,299.50.',
    });
    const answer = await answerTo('How was the 19th?');
    expect(answer.text).toBe(
      'On 2026-11-19 there were 3 visits by 3 visitors, and 33.3 % of them bounced. Revenue was €1,299.50.',
    );
    expect(answer.model).toBe('scripted');
    expect(answer.evidence.map(({ metric, observed }) => [metric, observed])).toEqual([
      ['visits', 3],
      ['visitors', 3],
      ['bounceRate', 1 / 3],
      ['amount', 1299.5],
    ]);
    expect(answer.evidence[3]?.claim).toBe('Revenue was €1,299.50.');
    expect(answer.evidence[0]?.variables).toMatchObject({
      project: tenant.projectId,
      range: { between: { start: '2026-11-18T23:00:00.000Z', end: '2026-11-19T23:00:00.000Z' } },
    });
  });

  it('can be checked by anyone who may read: its questions give its numbers again, also later', async () => {
    model.script(calls('stats', { range: { preset: 'LAST_7_DAYS' }, by: 'PATH' }), {
      text: 'In the last 7 days there were 4 visits; `/` had 4 pageviews, 57.14 % of all.',
    });
    const { evidence, text } = await answerTo('Which pages?');
    const { secret } = await tenant.createKey('READ');
    const now = server.clock.at;
    server.clock.pass(24 * 60 * 60_000);
    await sendEvents(server, tenant.writeKey, [
      { visitorId: 'eve', timestamp: '2026-11-21T13:00:00Z', url: 'https://shop.example/' },
    ]);
    for (const { query, variables, method, observed } of evidence) {
      const { project } = await server.get<{ project: unknown }, object>(query, variables, secret);
      const path =
        /^`([^`]+)`/
          .exec(method)?.[1]
          ?.split(/[.[\]]+/)
          .filter(Boolean) ?? [];
      const found = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], project);
      const totals = (project as { stats: { totals: { pageviews: number } } }).stats.totals.pageviews;
      expect(method.includes('share') ? Number(found) / totals : found).toBe(observed);
    }
    server.clock.at = now;
    expect(evidence.map(({ metric, observed }) => [metric, observed])).toEqual([
      ['visits', 4],
      ['pageviews', 4],
      ['pageviews', 4 / 7],
    ]);
    const [first] = evidence;
    expect(first?.variables.range).toEqual({
      between: { start: '2026-11-14T23:00:00.000Z', end: '2026-11-21T12:00:00.000Z' },
    });
    expect(text).toContain('57.14 %');
  });

  it('compares with numbers that the server reckons', async () => {
    model.script(
      calls('stats', {
        range: { between: { start: '2026-11-20T00:00:00+01:00', end: '2026-11-21T00:00:00+01:00' } },
        compare: 'PREVIOUS_PERIOD',
      }),
      { text: 'On 2026-11-20 there was 1 visit, down 66.7 % or 2 from 3 the day before.' },
    );
    const { text, evidence } = await answerTo('And the 20th?');
    expect(text).toBe('On 2026-11-20 there was 1 visit, down 66.7 % or 2 from 3 the day before.');
    expect(evidence.find(({ metric, observed }) => metric === 'visits' && observed < -0.5)?.method).toBe(
      'How far `stats.totals.visits` of the answer is above `previous.totals.visits`, as a share of the latter.',
    );
  });

  it('asks more than once, and mends what was wrong', async () => {
    model.script(
      calls('stats', { since: 'yesterday' }),
      ({ body }) => {
        expect(body.messages.at(-1)?.content).toContain('stats has no argument since');
        return {
          calls: [
            { name: 'stats', arguments: { range: { last: 'three days' } } },
            { name: 'funnel', arguments: '{"steps": [' },
            { name: 'drop_table', arguments: {} },
          ],
        };
      },
      ({ body }) => {
        const told = body.messages.slice(-3).map(({ content }) => String(content));
        expect(told).toEqual([
          expect.stringContaining('Duration is a positive ISO 8601 duration'),
          expect.stringContaining('The arguments of funnel are a JSON object'),
          expect.stringContaining('There is no tool drop_table'),
        ]);
        return calls('funnel', {
          range: DAY_19,
          steps: [{ match: { path: '/' } }, { match: { path: '/cart' } }],
        });
      },
      { text: 'Of 3 visitors, 1 came to the cart.' },
    );
    expect((await answerTo('How many come to the cart?')).text).toBe('Of 3 visitors, 1 came to the cart.');
  });

  it.each<[string, object, string]>([
    ['measure', { event: 'purchase', aggregate: 'COUNT', range: DAY_19 }, 'There was 1 purchase.'],
    [
      'retention',
      { period: 'DAY', range: { last: 'P3D' } },
      'Of 3 visitors of the first day, 33 % came back.',
    ],
    ['paths', { range: DAY_19, depth: 2 }, 'Then 1 visitor goes to `/plans/2024`.'],
    ['events', { filter: { name: { eq: 'purchase' } } }, 'There was 1 of them, of €1,299.50.'],
    ['definitions', {}, 'There is the event `purchase`, 1 time.'],
  ])('comes from %s, too', async (name, given, text) => {
    model.script(calls(name, given), { text });
    const answer = await answerTo('And?');
    expect(answer.text).toBe(text);
    expect(answer.evidence.length).toBeGreaterThan(0);
  });

  it('without a number cites what was asked', async () => {
    model.script(calls('stats', { range: { preset: 'TODAY' } }), { text: 'Nobody came today.' });
    const { evidence } = await answerTo('Today?');
    expect(evidence).toMatchObject([{ claim: 'Nobody came today.', observed: 0 }]);
  });
});

describe('a number that is in no answer of the server', () => {
  it('is written again, once', async () => {
    model.script(
      calls('stats', { range: DAY_19 }),
      { text: 'There were 3 visits. There were 9 pageviews, which is great. So it is.' },
      ({ body }) => {
        const { sentences, results } = JSON.parse(String(body.messages.at(-1)?.content));
        expect(sentences).toEqual([{ text: 'There were 9 pageviews, which is great. ', wrong: ['9'] }]);
        expect(results[0].stats.totals.pageviews).toBe(6);
        expect(body.response_format).toMatchObject({ type: 'json_schema' });
        return { text: JSON.stringify({ sentences: ['There were 6 pageviews.'] }) };
      },
    );
    expect((await answerTo('How many?')).text).toBe('There were 3 visits. There were 6 pageviews. So it is.');
  });

  it.each<[string, Scripted]>([
    ['when it is wrong again', { text: '{"sentences":["There were 8 pageviews."]}' }],
    ['when nothing comes', { text: '{"sentences":[]}' }],
    ['when the model is gone', { status: 400 }],
  ])('gives way to a plain statement %s', async (_when, reply) => {
    model.script(calls('stats', { range: DAY_19 }), { text: 'There were 9 pageviews.' }, reply);
    const { text, evidence } = await answerTo('How many?');
    expect(text).toContain('visitors 3, visits 3, pageviews 6, events 7, bounce rate 33.33 %');
    expect(text).not.toContain('9 pageviews');
    expect(evidence.map(({ metric }) => metric)).toContain('pageviews');
  });

  it('is nothing at all where nothing was asked', async () => {
    model.script({ text: 'I believe there were 5,000 visits.' });
    const { text, evidence } = await answerTo('How many?');
    expect([text, evidence]).toEqual(['The numbers of this project do not answer that.', []]);
  });

  it('is not one that the question has', async () => {
    model.script(calls('stats', { range: DAY_19 }), { text: 'Yes, 5000.' }, { text: '{"sentences":[""]}' });
    expect((await answerTo('Is it true that there were 5000 visits?')).text).not.toContain('5000');
  });
});

describe('threads', () => {
  it('are kept, asked on in, listed and deleted', async () => {
    const own = await createTenant(server);
    const input = { projectId: own.projectId, token: own.token };
    await sendEvents(server, own.writeKey, EVENTS);
    model.script(calls('stats', { range: DAY_19 }), { text: 'There were 7 events.' });
    const first = await answerTo('How many events?', input);
    server.clock.pass(1_000);
    model.script(({ body }) => {
      expect(body.messages.slice(1)).toEqual([
        { role: 'user', content: 'How many events?' },
        { role: 'assistant', content: 'There were 7 events.' },
        { role: 'user', content: 'Really?' },
      ]);
      return { text: 'Yes, 7.' };
    });
    const second = await answerTo('Really?', { ...input, threadId: first.threadId });
    expect(second).toMatchObject({ threadId: first.threadId, text: 'Yes, 7.', evidence: [{ observed: 7 }] });
    model.script({ text: 'Hello.' });
    server.clock.pass(1_000);
    const other = await answerTo(`Another ${'very '.repeat(50)}long one`, input);

    const list = async (more = {}) => {
      const { project } = await server.get(Threads, { project: own.projectId, ...more }, own.token);
      return project?.threads ?? expect.fail('there is no project');
    };
    const { nodes } = await list();
    expect(nodes.map(({ id }) => id)).toEqual([other.threadId, first.threadId]);
    expect(nodes[0]?.title).toHaveLength(100);
    expect(nodes[1]).toMatchObject({
      title: 'How many events?',
      turns: [
        {
          question: 'How many events?',
          answer: 'There were 7 events.',
          model: 'scripted',
          evidence: [{ observed: 7 }],
        },
        { question: 'Really?', answer: 'Yes, 7.' },
      ],
    });
    const page = await list({ first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await list({ first: 1, after: page.pageInfo.endCursor });
    expect(next.nodes.map(({ id }) => id)).toEqual([first.threadId]);

    expect(await server.get(ThreadById, { id: first.threadId }, own.token)).toMatchObject({
      node: { title: 'How many events?' },
    });
    expect(await server.get(DeleteThread, { id: first.threadId }, own.token)).toEqual({
      deleteThread: { deletedId: first.threadId },
    });
    expect((await list()).nodes.map(({ id }) => id)).toEqual([other.threadId]);
    const { errors } = await server.ask(DeleteThread, { id: first.threadId }, own.token);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('are NOT_FOUND where they are deleted while the model answers', async () => {
    model.script({ text: 'Hello.' });
    const { threadId } = await answerTo('Hello?');
    model.script(async () => {
      await server.get(DeleteThread, { id: threadId }, tenant.token);
      return { text: 'Hello again.' };
    });
    const { errors } = await ask('Hello?', { threadId });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });

  it('are nobody else’s: not of a key of the project, nor asked on in from another project', async () => {
    model.script({ text: 'Hello.' });
    const { threadId } = await answerTo('Hello?');
    const read = (await tenant.createKey('READ')).secret;
    expect(await server.get(ThreadById, { id: threadId }, read)).toEqual({ node: null });
    const { project } = await server.get(Threads, { project: tenant.projectId }, read);
    expect(project?.threads.nodes).toEqual([]);
    const admin = (await tenant.createKey('ADMIN')).secret;
    for (const token of [read, admin]) {
      expect((await ask('Hello?', { threadId, token })).errors[0]?.extensions?.code).toBe('NOT_FOUND');
      const { errors } = await server.ask(DeleteThread, { id: threadId }, token);
      expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    const other = await createTenant(server);
    const asked = await ask('Hello?', { threadId, projectId: other.projectId, token: other.token });
    expect(asked.errors[0]?.extensions?.code).toBe('NOT_FOUND');

    model.script({ text: 'Hello, key.' });
    const ofKey = await answerTo('Hello?', { token: read });
    expect(await server.get(ThreadById, { id: ofKey.threadId }, read)).toMatchObject({ node: {} });
    expect(await server.get(ThreadById, { id: ofKey.threadId }, tenant.token)).toEqual({ node: null });
    expect(await server.get(ThreadById, { id: ofKey.threadId }, admin)).toEqual({ node: null });
  });
});

describe('an answer that nobody waits for any more', () => {
  const question = 'How was the 19th?';
  it.each([
    [
      '/graphql',
      (projectId: string) => ({ query: print(Ask), variables: { input: { projectId, question } } }),
    ],
    ['/api/chat', (projectId: string) => ({ projectId, question })],
  ])('is kept in the thread: %s', async (path, bodyOf) => {
    const own = await createTenant(server);
    const leaving = new AbortController();
    let goOn = () => {};
    const isGone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    model.script(
      async () => {
        leaving.abort();
        await isGone;
        return calls('stats', { range: DAY_19 });
      },
      { text: 'There were 0 visits.' },
    );
    const asking = fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${own.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(own.projectId)),
      signal: leaving.signal,
    });
    await expect(asking).rejects.toThrow('aborted');
    goOn();
    await until(async () => {
      const { project } = await server.get(Threads, { project: own.projectId }, own.token);
      expect(project?.threads.nodes).toMatchObject([
        {
          title: question,
          turns: [{ question, answer: 'There were 0 visits.', evidence: [{ observed: 0 }] }],
        },
      ]);
    });
  });
});

describe('the subscription `answer`', () => {
  const variables = () => ({ project: tenant.projectId, question: 'How was the 19th?' });

  it.each([
    ['a WebSocket', overWebSocket],
    ['server-sent events', overServerSentEvents],
  ])('writes sentence by sentence over %s', async (_name, subscribe) => {
    model.script(calls('stats', { range: DAY_19 }), {
      text: 'There were 3 visits. They had 6 pageviews. All was well.',
    });
    const watch = subscribe(server.url, Answer, variables(), tenant.token);
    expect(await watch.ended).toBe('complete');
    const chunks = watch.received.map(({ data }) => data?.answer);
    expect(chunks.map((chunk) => chunk?.text)).toEqual([
      'There were 3 visits. ',
      'They had 6 pageviews. ',
      'All was well.',
      '',
    ]);
    expect(chunks.map((chunk) => chunk?.done)).toEqual([false, false, false, true]);
    expect(chunks.at(-1)?.answer).toMatchObject({
      text: 'There were 3 visits. They had 6 pageviews. All was well.',
      evidence: [{ observed: 3 }, { observed: 6 }],
    });
  });

  it('says no word before a call, and nothing that is wrong', async () => {
    model.script(
      { text: 'Let me look. One moment.', calls: [{ name: 'stats', arguments: { range: DAY_19 } }] },
      { text: 'Well. There were 3 visits. There were 4 visitors. There were 6 pageviews.' },
      { text: '{"sentences":["There were 3 visitors."]}' },
    );
    const watch = overWebSocket(server.url, Answer, variables(), tenant.token);
    expect(await watch.ended).toBe('complete');
    expect(watch.received.map(({ data }) => data?.answer.text)).toEqual([
      'Well. ',
      'There were 3 visits. ',
      'There were 3 visitors. ',
      'There were 6 pageviews.',
      '',
    ]);
  });

  it('ends the question when its reader leaves', async () => {
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    model.script(() => {
      arrived();
      return 'silence';
    });
    const project = await createTenant(server);
    const watch = overWebSocket(
      server.url,
      Answer,
      { project: project.projectId, question: 'Anyone?' },
      project.token,
    );
    await asked;
    watch.leave();
    const { project: left } = await server.get(Threads, { project: project.projectId }, project.token);
    expect(left?.threads.nodes).toEqual([]);
  });

  it('is refused as askQuestion is', async () => {
    const stranger = await createTenant(server);
    const write = (await tenant.createKey('WRITE')).secret;
    const refused = async (token: string | undefined, given: object = {}) => {
      const watch = overWebSocket(server.url, Answer, { ...variables(), ...given }, token);
      await watch.ended;
      return watch.received.map(({ errors }) => errors?.[0]?.extensions?.code);
    };
    expect(await refused(stranger.token)).toEqual(['NOT_FOUND']);
    expect(await refused(write)).toEqual(['FORBIDDEN']);
    expect(await refused(tenant.writeKey)).toEqual(['FORBIDDEN']);
    expect(await refused(undefined)).toEqual(['UNAUTHENTICATED']);
    expect(await refused(tenant.token, { question: ' ' })).toEqual(['BAD_USER_INPUT']);
    model.script({ status: 400 });
    expect(await refused(tenant.token)).toEqual(['LLM_FAILED']);
    expect(model.received).toHaveLength(1);
  });
});

describe('limits', () => {
  it('are on the steps: at last the model must answer', async () => {
    const again = calls('stats', { range: DAY_19 });
    model.script(again, again, again, again, again, ({ body }) => {
      expect(body.tool_choice).toBe('none');
      return { text: 'There were 3 visits.' };
    });
    expect((await answerTo('How many?')).text).toBe('There were 3 visits.');
  });

  it('are on the tokens of a question', async () => {
    model.script({ calls: [{ name: 'stats', arguments: { range: DAY_19 } }], tokens: 60_000 }, ({ body }) => {
      expect(body.tool_choice).toBe('none');
      return { text: 'There were 3 visits.' };
    });
    expect((await answerTo('How many?')).text).toBe('There were 3 visits.');
  });

  it('are on the tokens of a project and day', async () => {
    const small = await startChat({ llmDailyTokens: { project: 20_000 } });
    try {
      const own = await createTenant(small.server);
      const input = { projectId: own.projectId, question: 'How many?' };
      small.model.script({ text: 'Hello.', tokens: 20_000 });
      await small.server.get(Ask, { input }, own.token);
      const { errors } = await small.server.ask(Ask, { input }, own.token);
      expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 12 * 60 * 60 });
      expect(small.model.received).toHaveLength(1);

      const other = await createTenant(small.server);
      small.model.script({ text: 'Hello.' }, { text: 'Hello.' });
      await small.server.get(Ask, { input: { ...input, projectId: other.projectId } }, other.token);
      const { secret } = await own.createKey('READ');
      small.server.clock.set('2026-11-22T00:00:00Z');
      await small.server.get(Ask, { input }, secret);
    } finally {
      await small.close();
    }
  });

  it('are on how many questions an operation asks, and how long they are', async () => {
    const input = `{ projectId: "${tenant.projectId}", question: "Hello?" }`;
    const twice = `mutation { a: askQuestion(input: ${input}) { answer { text } } b: askQuestion(input: ${input}) { answer { text } } }`;
    expect((await server.ask(twice, {}, tenant.token)).errors[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
    expect((await ask('x'.repeat(2_001))).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.question',
    });
    expect(model.received).toEqual([]);
  });
});

it('says what to set where there is no model', async () => {
  const without = await startServer();
  try {
    const own = await createTenant(without);
    const input = { projectId: own.projectId, question: 'How many?' };
    const { errors } = await without.ask(Ask, { input }, own.token);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/OPENAI_API_KEY.*ANTHROPIC_API_KEY.*OPENAI_BASE_URL/),
      extensions: { code: 'LLM_NOT_CONFIGURED' },
    });
  } finally {
    await without.close();
  }
});

it('is there as POST /api/chat', async () => {
  model.script(calls('stats', { range: DAY_19 }), { text: 'There were 3 visits.' });
  const { secret } = await tenant.createKey('READ');
  const response = await fetch(`${server.url}/api/chat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'How many?' }),
  });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { answer: { text: 'There were 3 visits.', evidence: [{ observed: 3 }] } },
  ]);
  expect(resultsIn(model.received.at(-1) ?? expect.fail())).toHaveLength(1);
});
