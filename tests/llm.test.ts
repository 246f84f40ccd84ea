import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../src/env.ts';
import { createAnthropic } from '../src/llm/anthropic.ts';
import type { Llm, LlmRequest, Tool } from '../src/llm/llm.ts';
import { openLlm } from '../src/llm/open.ts';
import { createOpenAi } from '../src/llm/openai.ts';
import { type LlmServer, type Scripted, startLlmServer } from './support/llm-server.ts';

// The real SDKs against a server of our own that speaks each wire format.

let server: LlmServer;
beforeAll(async () => {
  server = await startLlmServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const KEY = 'sk-a-key-that-nobody-may-see';
const openOpenAi = (timeout = 20_000): Llm =>
  createOpenAi({ apiKey: KEY, baseUrl: `${server.url}/v1`, model: 'gpt-test', timeout });
const PROVIDERS: Record<string, (timeout?: number) => Llm> = {
  openai: openOpenAi,
  anthropic: (timeout = 20_000) =>
    createAnthropic({ apiKey: KEY, baseUrl: server.url, model: 'claude-test', timeout }),
};

const TOOL: Tool = {
  name: 'stats',
  description: 'Asks for statistics.',
  parameters: { type: 'object', properties: { days: { type: 'integer' } } },
};
const asks = (more: Partial<LlmRequest> = {}): LlmRequest => ({
  system: 'You answer.',
  messages: [{ role: 'user', text: 'How many visits?' }],
  maxTokens: 500,
  ...more,
});
const last = () => server.received.at(-1) ?? expect.fail('nothing was asked');

async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: unknown; reason: unknown; message: string }> {
  const error = await work.then(
    () => expect.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphQLError)) throw error;
  expect(JSON.stringify(error)).not.toContain(KEY);
  expect(JSON.stringify(error)).not.toContain('an error of the provider');
  expect(error.originalError).toBeUndefined();
  return { code: error.extensions.code, reason: error.extensions.reason, message: error.message };
}

describe.each(Object.entries(PROVIDERS))('%s', (name, open) => {
  describe.each([false, true])('streamed: %s', (isStreamed) => {
    const pieces: string[] = [];
    const request = (more: Partial<LlmRequest> = {}): LlmRequest =>
      asks({ ...(isStreamed ? { onText: (piece: string) => void pieces.push(piece) } : {}), ...more });
    beforeEach(() => {
      pieces.length = 0;
    });

    it('says what the model says, and counts its tokens', async () => {
      server.script({ text: 'There were 12 visits.', tokens: 321 });
      expect(await open().reply(request())).toEqual({
        text: 'There were 12 visits.',
        calls: [],
        tokens: 321,
      });
      expect(pieces.join('')).toBe(isStreamed ? 'There were 12 visits.' : '');
      expect(pieces.length > 1).toBe(isStreamed);
      expect(last().body.stream ?? false).toBe(isStreamed);
    });

    it('calls tools, more than one at once, with words or without', async () => {
      server.script({
        text: 'Let me see.',
        calls: [
          { name: 'stats', arguments: { days: 7 } },
          { name: 'stats', arguments: { days: 30, filter: { path: { eq: '/ä "quoted"' } } } },
        ],
      });
      const reply = await open().reply(request({ tools: [TOOL] }));
      expect(reply.text).toBe('Let me see.');
      expect(reply.calls).toEqual([
        { id: expect.any(String), name: 'stats', arguments: { days: 7 } },
        {
          id: expect.any(String),
          name: 'stats',
          arguments: { days: 30, filter: { path: { eq: '/ä "quoted"' } } },
        },
      ]);
      expect(new Set(reply.calls.map(({ id }) => id)).size).toBe(2);
    });

    it.each<[string, Scripted, string]>([
      ['a refusal', { refusal: 'I will not.' }, 'refused'],
      ['a filtered answer', { text: 'So', stop: 'content_filter' }, 'refused'],
      [
        'a call that is cut off',
        { calls: [{ name: 'stats', arguments: '{"days"' }], stop: 'length' },
        'too long',
      ],
    ])('fails with %s', async (_what, reply, reason) => {
      server.script(reply);
      expect(await refusalOf(open().reply(request({ tools: [TOOL] })))).toMatchObject({
        code: 'LLM_FAILED',
        reason,
      });
      expect(server.received).toHaveLength(1);
    });

    it('asks once more where there is no answer in the answer', async () => {
      server.script({ text: '' }, { text: 'There.' });
      expect((await open().reply(request())).text).toBe('There.');
    });

    it('asks again after errors that pass, and not after others', async () => {
      server.script({ status: 500 }, { status: 529 }, { text: 'There.' });
      expect((await open().reply(request())).text).toBe('There.');
      expect(server.received).toHaveLength(3);
      const [first, second, third] = server.received.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(300);
      expect((third ?? 0) - (second ?? 0)).toBeGreaterThan((second ?? 0) - (first ?? 0));

      server.script({ status: 400 });
      expect(await refusalOf(open().reply(request()))).toMatchObject({ reason: 'rejected' });
      server.script({ status: 401 });
      const refused = await open().reply(request()).catch(String);
      expect(refused).toContain('(HTTP 401)');
      expect(server.received).toHaveLength(5);
    });

    it('waits as long as a provider says that limits its requests', async () => {
      server.script({ status: 429, headers: { 'retry-after': '1' } }, { text: 'There.' });
      expect((await open().reply(request())).text).toBe('There.');
      const [first, second] = server.received.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(990);
    });

    it('gives up at its time, also where the provider asks for a longer pause', async () => {
      const before = performance.now();
      server.script('silence', { status: 429, headers: { 'retry-after': '30' } });
      for (const _ of [1, 2])
        expect(await refusalOf(open(300).reply(request()))).toMatchObject({
          code: 'LLM_FAILED',
          reason: 'timeout',
        });
      expect(performance.now() - before).toBeLessThan(5_000);
    });

    it('gives up when nobody waits any more', async () => {
      const leaving = new AbortController();
      server.script(() => {
        leaving.abort();
        return 'silence';
      });
      expect(await refusalOf(open().reply(request({ signal: leaving.signal })))).toMatchObject({
        code: 'LLM_FAILED',
      });
    });

    it('fails where nobody answers', async () => {
      server.script('hang up', 'hang up', 'hang up');
      expect(await refusalOf(open().reply(request()))).toMatchObject({ reason: 'unreachable' });
      expect(server.received).toHaveLength(3);
    });

    it.each<[string, Scripted]>([
      [
        'no JSON',
        { body: 'Bad gateway', contentType: isStreamed ? 'text/event-stream' : 'application/json' },
      ],
      [
        'other JSON',
        {
          body: isStreamed ? 'data: {"a":1}\n\n' : '{"a":1}',
          contentType: isStreamed ? 'text/event-stream' : 'application/json',
        },
      ],
      ['no choices', { body: '{"choices":[],"content":[]}' }],
    ])('fails with what is no answer: %s', async (_what, reply) => {
      server.script(reply, reply, reply, reply);
      expect(await refusalOf(open().reply(request()))).toMatchObject({ code: 'LLM_FAILED' });
    });
  });

  it('fails with a stream that breaks off, and tells nobody the same twice', async () => {
    const pieces: string[] = [];
    server.script({ broken: 'There were 12' });
    expect(await refusalOf(open().reply(asks({ onText: (piece) => void pieces.push(piece) })))).toMatchObject(
      {
        reason: 'malformed',
      },
    );
    expect(pieces.join('')).toBe('There were 12');
    expect(server.received).toHaveLength(1);
  });

  it('sends what was said before, as its wire format has it', async () => {
    server.script({ text: 'There.' });
    const messages: LlmRequest['messages'] = [
      { role: 'user', text: 'How many?' },
      {
        role: 'assistant',
        text: '',
        calls: [
          { id: 'a', name: 'stats', arguments: { days: 7 } },
          { id: 'b', name: 'stats', arguments: null },
        ],
      },
      { role: 'tool', callId: 'a', text: '{"visits":12}' },
      { role: 'tool', callId: 'b', text: 'The arguments are no JSON.' },
    ];
    await open().reply(asks({ messages, tools: [TOOL], mayCall: false }));
    expect(last().body).toEqual(WIRE[name]);
  });

  it('asks for a form, and answers with JSON of it', async () => {
    const form = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] };
    server.script(
      name === 'openai' ? { text: '{"a":1}' } : { calls: [{ name: 'answer', arguments: { a: 1 } }] },
    );
    const reply = await open().reply(asks({ format: { name: 'answer', schema: form } }));
    expect(JSON.parse(reply.text)).toEqual({ a: 1 });
    expect(reply.calls).toEqual([]);
    expect(JSON.stringify(last().body)).toContain(JSON.stringify(form.properties));

    server.script({ text: 'No form.' }, { text: 'No form.' });
    expect(await refusalOf(open().reply(asks({ format: { name: 'answer', schema: form } })))).toMatchObject({
      reason: 'malformed',
    });
    expect(server.received).toHaveLength(3);
  });

  it('sends the key that it was given, and nothing that only the SDK knows of the environment', async () => {
    process.env.OPENAI_ORG_ID = 'org-of-somebody';
    try {
      server.script({ text: 'There.' });
      await open().reply(asks());
      const { authorization, 'x-api-key': apiKey } = last().headers;
      expect([authorization, apiKey]).toContainEqual(expect.stringContaining(KEY));
      expect(JSON.stringify(last().headers)).not.toContain('org-of-somebody');
    } finally {
      delete process.env.OPENAI_ORG_ID;
    }
  });
});

const WIRE: Record<string, object> = {
  openai: {
    model: 'gpt-test',
    stream: false,
    max_tokens: 500,
    tool_choice: 'none',
    tools: [{ type: 'function', function: TOOL }],
    messages: [
      { role: 'system', content: 'You answer.' },
      { role: 'user', content: 'How many?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'stats', arguments: '{"days":7}' } },
          { id: 'b', type: 'function', function: { name: 'stats', arguments: '{}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: '{"visits":12}' },
      { role: 'tool', tool_call_id: 'b', content: 'The arguments are no JSON.' },
    ],
  },
  anthropic: {
    model: 'claude-test',
    max_tokens: 500,
    system: 'You answer.',
    tool_choice: { type: 'none' },
    tools: [{ name: 'stats', description: TOOL.description, input_schema: TOOL.parameters }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'How many?' }] },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'a', name: 'stats', input: { days: 7 } },
          { type: 'tool_use', id: 'b', name: 'stats', input: {} },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: '{"visits":12}' },
          { type: 'tool_result', tool_use_id: 'b', content: 'The arguments are no JSON.' },
        ],
      },
    ],
  },
};

describe('openai', () => {
  it('reads arguments that are no JSON as none', async () => {
    server.script({ calls: [{ name: 'stats', arguments: '{"days": seven}' }] });
    const { calls } = await openOpenAi().reply(asks({ tools: [TOOL] }));
    expect(calls).toEqual([{ id: expect.any(String), name: 'stats', arguments: null }]);
  });

  it('reckons the tokens where a server does not count them', async () => {
    server.script({ text: 'There.', tokens: null });
    const { tokens } = await openOpenAi().reply(asks());
    expect(tokens).toBeGreaterThan(10);
    expect(tokens).toBeLessThan(100);
  });
});

describe('anthropic', () => {
  // Left to itself, the SDK sends nothing unstreamed whose reply could take ten minutes: 21,333 tokens, or 8,192 of these models.
  it.each([
    ['claude-sonnet-5-5', 64_000],
    ['claude-opus-4-1@20250805', 8_193],
  ])('waits for %s to write %i tokens, as long as a reply may take', async (model, maxTokens) => {
    server.script({ text: 'There.' });
    const llm = createAnthropic({ apiKey: KEY, baseUrl: server.url, model, timeout: 20_000 });
    expect((await llm.reply(asks({ maxTokens }))).text).toBe('There.');
    expect(last().body).toMatchObject({ model, max_tokens: maxTokens });
  });
});

describe('the environment says which model', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['none without a key', {}, null],
    ['OpenAI', { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }, 'm'],
    [
      'a server that wants no key',
      { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'llama' },
      'llama',
    ],
    ['Anthropic', { ANTHROPIC_API_KEY: 'k', ANTHROPIC_MODEL: 'c' }, 'c'],
    ['OpenAI of both', { ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }, 'm'],
  ])('%s', (_what, variables, model) => {
    expect(openLlm(readEnv(variables))?.model ?? null).toBe(model);
  });

  it('and where it is', async () => {
    server.script({ text: 'One.' }, { text: 'Two.' });
    await openLlm(readEnv({ OPENAI_BASE_URL: `${server.url}/v1` }))?.reply(asks());
    await openLlm(readEnv({ ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: server.url }))?.reply(asks());
    expect(server.received.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/messages']);
  });
});
