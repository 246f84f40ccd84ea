import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers a request with. */
export type Scripted =
  | { text?: string; calls?: ScriptedCall[]; stop?: 'length' | 'content_filter'; tokens?: number | null }
  /** An error of the provider's. */
  | { status: number; headers?: Record<string, string>; body?: string }
  /** A body, as it is. */
  | { body: string; contentType?: string }
  /** A stream that ends without its end, after this text. */
  | { broken: string }
  | { refusal: string }
  /** Never answered. */
  | 'silence'
  /** The connection is cut. */
  | 'hang up';

export interface ScriptedCall {
  name: string;
  /** An object, or text that may be no JSON. */
  arguments: object | string;
}

/** A request as it came. */
export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: {
    model: string;
    stream?: boolean;
    messages: { role: string; content: unknown }[];
    [parameter: string]: unknown;
  };
  at: number;
}

type Reply = Scripted | ((request: Received) => Scripted | Promise<Scripted>);

export interface LlmServer {
  url: string;
  received: Received[];
  /** What the next requests are answered with, in order; what made it is told the request. */
  script(...replies: Reply[]): void;
  /** Forgets what came, and what was scripted. */
  reset(): void;
  close(): Promise<void>;
}

/** A provider of models on 127.0.0.1, which speaks OpenAI's chat completions and Anthropic's messages. */
export async function startLlmServer(): Promise<LlmServer> {
  const received: Received[] = [];
  const replies: Reply[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const path = request.url ?? '';
    const { headers } = request;
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
    const arrived: Received = { path, headers, body, at: performance.now() };
    received.push(arrived);
    const next = replies.shift() ?? { status: 418, body: '{"error":{"message":"nothing is scripted"}}' };
    const reply = typeof next === 'function' ? await next(arrived) : next;
    const answer = path.endsWith('/chat/completions')
      ? openAi
      : path.endsWith('/messages')
        ? anthropic
        : null;
    if (!answer) return void response.writeHead(404).end();
    if (reply === 'silence') return;
    if (reply === 'hang up') return void response.destroy();
    if ('status' in reply)
      return void response
        .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
        .end(reply.body ?? '{"error":{"type":"an_error","message":"an error of the provider"}}');
    if ('body' in reply)
      return void response
        .writeHead(200, { 'content-type': reply.contentType ?? 'application/json' })
        .end(reply.body);
    await answer(reply, arrived.body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    script: (...more) => void replies.push(...more),
    reset: () => {
      received.length = 0;
      replies.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Spoken = Extract<Scripted, { text?: string } | { broken: string } | { refusal: string }>;

const pieces = (text: string): string[] => text.match(/[\s\S]{1,7}/g) ?? [];
const written = (given: object | string) => (typeof given === 'string' ? given : JSON.stringify(given));
let count = 0;

async function sendEvents(response: ServerResponse, events: string[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of events) {
    response.write(event);
    // Each in a packet of its own, as they come over a network.
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

function spokenOf(reply: Spoken) {
  const text = 'broken' in reply ? reply.broken : 'refusal' in reply ? '' : (reply.text ?? '');
  const calls = 'calls' in reply ? (reply.calls ?? []) : [];
  const named = calls.map((call) => ({ id: `call_${++count}`, ...call }));
  const stop = 'stop' in reply ? reply.stop : undefined;
  const tokens = 'tokens' in reply ? reply.tokens : undefined;
  return { text, calls: named, stop, tokens: tokens === undefined ? 100 : tokens };
}

// https://platform.openai.com/docs/api-reference/chat
async function openAi(reply: Spoken, { stream, model }: Received['body'], response: ServerResponse) {
  const { text, calls, stop, tokens } = spokenOf(reply);
  const refusal = 'refusal' in reply ? reply.refusal : null;
  const base = { id: 'chatcmpl-1', created: 1_700_000_000, model };
  const usage =
    tokens === null
      ? {}
      : { usage: { prompt_tokens: tokens - 10, completion_tokens: 10, total_tokens: tokens } };
  const finish = stop ?? (calls.length > 0 ? 'tool_calls' : 'stop');
  if (!stream) {
    const toolCalls = calls.map(({ id, name, arguments: given }) => ({
      id,
      type: 'function',
      function: { name, arguments: written(given) },
    }));
    const message = {
      role: 'assistant',
      content: text || null,
      refusal,
      ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        ...base,
        object: 'chat.completion',
        choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
        ...usage,
      }),
    );
    return;
  }
  const chunk = (delta: object, finish_reason: string | null = null, more: object = {}) =>
    `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;
  const events = [
    chunk({ role: 'assistant', content: '' }),
    ...pieces(text).map((content) => chunk({ content })),
    ...(refusal === null ? [] : [chunk({ refusal })]),
    ...calls.flatMap(({ id, name, arguments: given }, index) => [
      chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
      ...pieces(written(given)).map((piece) =>
        chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
      ),
    ]),
  ];
  const end = [
    chunk({}, finish),
    `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [], ...usage })}\n\n`,
    'data: [DONE]\n\n',
  ];
  await sendEvents(response, 'broken' in reply ? events : [...events, ...end]);
}

// https://docs.anthropic.com/en/api/messages and /messages-streaming
async function anthropic(reply: Spoken, { stream, model }: Received['body'], response: ServerResponse) {
  const { text, calls, stop, tokens } = spokenOf(reply);
  const reasons = { length: 'max_tokens', content_filter: 'refusal' };
  const reason =
    'refusal' in reply ? 'refusal' : stop ? reasons[stop] : calls.length > 0 ? 'tool_use' : 'end_turn';
  const blocks = [
    ...(text ? [{ type: 'text', text }] : []),
    ...calls.map(({ id, name, arguments: given }) => ({
      type: 'tool_use',
      id,
      name,
      input: typeof given === 'string' ? {} : given,
    })),
  ];
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, stop_sequence: null };
  const usage = { input_tokens: (tokens ?? 0) - 10, output_tokens: 10 };
  if (!stream) {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...message, content: blocks, stop_reason: reason, usage }));
    return;
  }
  const event = (type: string, data: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const given = new Map(calls.map((call) => [call.id, written(call.arguments)]));
  const events = [
    event('message_start', {
      message: {
        ...message,
        content: [],
        stop_reason: null,
        usage: { input_tokens: usage.input_tokens, output_tokens: 1 },
      },
    }),
    event('ping', {}),
    ...blocks.flatMap((block, index) => {
      const tool = 'id' in block;
      const empty = tool ? { ...block, input: {} } : { ...block, text: '' };
      const deltas = tool
        ? pieces(given.get(block.id) ?? '').map((partial_json) => ({
            type: 'input_json_delta',
            partial_json,
          }))
        : pieces('text' in block ? block.text : '').map((piece) => ({ type: 'text_delta', text: piece }));
      return [
        event('content_block_start', { index, content_block: empty }),
        ...deltas.map((delta) => event('content_block_delta', { index, delta })),
        event('content_block_stop', { index }),
      ];
    }),
  ];
  const end = [
    event('message_delta', {
      delta: { stop_reason: reason, stop_sequence: null },
      usage: { output_tokens: 10 },
    }),
    event('message_stop', {}),
  ];
  await sendEvents(response, 'broken' in reply ? events.slice(0, -1) : [...events, ...end]);
}
