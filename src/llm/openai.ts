import OpenAI from 'openai';
import { ContentFilterFinishReasonError, LengthFinishReasonError } from 'openai/error';
import type {
  ChatCompletion,
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from 'openai/resources';
import {
  type Connection,
  CutOff,
  callModel,
  estimatedTokens,
  jsonOf,
  MAX_RETRIES,
  Malformed,
  Refused,
} from './call.ts';
import type { Llm, LlmReply, LlmRequest, Message } from './llm.ts';

/** A model that speaks OpenAI's chat completions: OpenAI, Azure, Ollama, vLLM and many more. */
export function createOpenAi({ apiKey, baseUrl, model, timeout }: Connection): Llm {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    // Which the SDK would else take from variables that are not among ours.
    organization: null,
    project: null,
    maxRetries: MAX_RETRIES,
    timeout,
    // Its log has prompts in it.
    logLevel: 'off',
  });
  const limit = hasNewLimit(client.baseURL) ? 'max_completion_tokens' : 'max_tokens';

  return {
    model,
    reply: (request) => {
      let told = false;
      const onText = request.onText
        ? (piece: string) => {
            told = true;
            request.onText?.(piece);
          }
        : null;
      const params = paramsOf(request, model, limit);
      const ask = async (signal: AbortSignal): Promise<LlmReply> => {
        const completion = onText
          ? await streamed(client, params, onText, signal)
          : await client.chat.completions.create({ ...params, stream: false }, { signal });
        return replyOf(completion, request);
      };
      return callModel(ask, OpenAI, { timeout, request, told: () => told });
    },
  };
}

/** Whether a server takes OpenAI's newer name of the limit, which its reasoning models insist on; others know only the older one. */
const hasNewLimit = (baseUrl: string): boolean =>
  /(^|\.)(openai|azure)\.com$/.test(new URL(baseUrl).hostname);

async function streamed(
  client: OpenAI,
  params: ChatCompletionCreateParams,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<ChatCompletion> {
  const stream = client.chat.completions.stream(
    { ...params, stream: true, stream_options: { include_usage: true } },
    { signal },
  );
  stream.on('content', onText);
  try {
    return await stream.finalChatCompletion();
  } catch (error) {
    if (error instanceof LengthFinishReasonError) throw new CutOff();
    if (error instanceof ContentFilterFinishReasonError) throw new Refused();
    // What the helper throws itself says that the stream was not what it must be.
    if (error instanceof OpenAI.APIError) throw error;
    throw new Malformed();
  }
}

function paramsOf(
  { system, messages, tools = [], mayCall = true, format, maxTokens }: LlmRequest,
  model: string,
  limit: 'max_tokens' | 'max_completion_tokens',
): ChatCompletionCreateParams {
  return {
    model,
    messages: [{ role: 'system', content: system }, ...messages.map(messageOf)],
    [limit]: maxTokens,
    ...(tools.length > 0
      ? {
          tools: tools.map((tool) => ({ type: 'function' as const, function: tool })),
          tool_choice: mayCall ? ('auto' as const) : ('none' as const),
        }
      : {}),
    ...(format ? { response_format: { type: 'json_schema', json_schema: { ...format, strict: true } } } : {}),
  };
}

function messageOf(message: Message): ChatCompletionMessageParam {
  if (message.role === 'user') return { role: 'user', content: message.text };
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.text };
  const calls = message.calls.map(({ id, name, arguments: given }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: JSON.stringify(given ?? {}) },
  }));
  return {
    role: 'assistant',
    content: message.text || null,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}

function replyOf(completion: ChatCompletion, request: LlmRequest): LlmReply {
  // Servers that are not OpenAI's are not held to the types.
  const choice = (completion as Partial<ChatCompletion>).choices?.[0];
  const message = choice?.message;
  if (!choice || !message) throw new Malformed();
  if (message.refusal || choice.finish_reason === 'content_filter') throw new Refused();
  const text = message.content ?? '';
  const calls = (message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function'
      ? [{ id: call.id, name: call.function.name, arguments: jsonOf(call.function.arguments) }]
      : [],
  );
  if (choice.finish_reason === 'length' && (calls.length > 0 || request.format || !text)) throw new CutOff();
  if (calls.length === 0 && !text) throw new Malformed();
  if (request.format && jsonOf(text) === null) throw new Malformed();
  const tokens =
    completion.usage?.total_tokens ??
    estimatedTokens(JSON.stringify(request.messages) + request.system + text);
  return { text, calls, tokens };
}
