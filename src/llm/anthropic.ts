import Anthropic from '@anthropic-ai/sdk';
import type {
  Message as AnthropicMessage,
  ContentBlockParam,
  MessageCreateParamsNonStreaming,
} from '@anthropic-ai/sdk/resources/messages';
import { type Connection, CutOff, callModel, MAX_RETRIES, Malformed, Refused } from './call.ts';
import type { Llm, LlmReply, LlmRequest, Message } from './llm.ts';

/** One of Anthropic's models, by its Messages API. */
export function createAnthropic({ apiKey, baseUrl, model, timeout }: Connection): Llm {
  const client = new Anthropic({
    apiKey,
    baseURL: baseUrl ?? 'https://api.anthropic.com',
    maxRetries: MAX_RETRIES,
    timeout,
    // Its log has prompts in it.
    logLevel: 'off',
  });

  return {
    model,
    reply: (request) => {
      let told = false;
      const params = paramsOf(request, model);
      const ask = async (signal: AbortSignal): Promise<LlmReply> => {
        const { onText } = request;
        if (!onText) return replyOf(await client.messages.create(params, { signal }), request);
        const stream = client.messages.stream(params, { signal });
        stream.on('text', (piece) => {
          told = true;
          onText(piece);
        });
        return replyOf(await finalMessage(stream), request);
      };
      return callModel(ask, Anthropic, { timeout, request, told: () => told });
    },
  };
}

async function finalMessage(stream: ReturnType<Anthropic['messages']['stream']>): Promise<AnthropicMessage> {
  try {
    return await stream.finalMessage();
  } catch (error) {
    // What the helper throws itself says that the stream was not what it must be.
    if (error instanceof Anthropic.APIError) throw error;
    throw new Malformed();
  }
}

/** A form is asked for as a tool that must be called: every model has that, unlike formats of the output. */
function paramsOf(
  { system, messages, tools = [], mayCall = true, format, maxTokens }: LlmRequest,
  model: string,
): MessageCreateParamsNonStreaming {
  const own = tools.map(({ name, description, parameters }) => ({
    name,
    description,
    input_schema: { ...parameters, type: 'object' as const },
  }));
  const base = { model, max_tokens: maxTokens, system, messages: joined(messages.map(messageOf)) };
  if (format) {
    const form = {
      name: format.name,
      description: 'Give the answer in this form.',
      input_schema: { ...format.schema, type: 'object' as const },
    };
    return { ...base, tools: [...own, form], tool_choice: { type: 'tool', name: format.name } };
  }
  if (own.length === 0) return base;
  // What was called before must be declared, even where nothing may be called any more.
  return { ...base, tools: own, tool_choice: { type: mayCall ? 'auto' : 'none' } };
}

interface Turn {
  role: 'user' | 'assistant';
  content: ContentBlockParam[];
}

function messageOf(message: Message): Turn {
  if (message.role === 'user') return { role: 'user', content: [{ type: 'text', text: message.text }] };
  if (message.role === 'tool')
    return {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: message.callId, content: message.text }],
    };
  return {
    role: 'assistant',
    content: [
      ...(message.text ? [{ type: 'text' as const, text: message.text }] : []),
      ...message.calls.map(({ id, name, arguments: input }) => ({
        type: 'tool_use' as const,
        id,
        name,
        input: input ?? {},
      })),
    ],
  };
}

/** The results of calls that were made together belong into one message. */
function joined(messages: readonly Turn[]): Turn[] {
  const together: Turn[] = [];
  for (const message of messages) {
    const last = together.at(-1);
    if (last?.role === message.role) last.content.push(...message.content);
    else together.push(message);
  }
  return together;
}

function replyOf(message: AnthropicMessage, { format }: LlmRequest): LlmReply {
  // Servers that stand in for Anthropic's are not held to the types.
  const { content, stop_reason: stopped, usage } = message as Partial<AnthropicMessage>;
  if (!Array.isArray(content) || !usage || !stopped) throw new Malformed();
  if (stopped === 'refusal') throw new Refused();
  const used = content.filter((block) => block.type === 'tool_use');
  const said = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  if (stopped === 'max_tokens' && (used.length > 0 || format || !said)) throw new CutOff();
  const { input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens } = usage;
  const tokens = [
    input_tokens,
    output_tokens,
    cache_creation_input_tokens,
    cache_read_input_tokens,
  ].reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (format) {
    const form = used.find(({ name }) => name === format.name);
    if (!form) throw new Malformed();
    return { text: JSON.stringify(form.input), calls: [], tokens };
  }
  if (used.length === 0 && !said) throw new Malformed();
  const calls = used.map(({ id, name, input }) => ({ id, name, arguments: input }));
  return { text: said, calls, tokens };
}
