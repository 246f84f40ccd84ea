/** Something that was said in a conversation with a model. */
export type Message =
  | { role: 'user'; text: string }
  /** What the model said, and which tools it called. */
  | { role: 'assistant'; text: string; calls: readonly ToolCall[] }
  /** The result of a call. */
  | { role: 'tool'; callId: string; text: string };

export interface ToolCall {
  id: string;
  name: string;
  /** As the model wrote them: parsed JSON, unchecked; null where it was no JSON. */
  arguments: unknown;
}

export interface Tool {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

export interface LlmRequest {
  system: string;
  messages: readonly Message[];
  tools?: readonly Tool[];
  /** Whether it may call tools now; false where what they answered before is to be enough. */
  mayCall?: boolean;
  /** The text of the reply is JSON of this schema. */
  format?: { name: string; schema: Record<string, unknown> };
  /** Of the reply, at most. */
  maxTokens: number;
  signal?: AbortSignal;
  /** Told each piece of text as it arrives. */
  onText?: (piece: string) => void;
  /** Told before the same is asked again, as the reply was none: that costs once more. Where it rejects, nothing is asked. */
  onRetry?: () => Promise<void>;
}

export interface LlmReply {
  text: string;
  calls: readonly ToolCall[];
  /** Read and written. */
  tokens: number;
}

/** A language model: only what Pulsegraph asks of one. */
export interface Llm {
  model: string;
  /** LLM_FAILED, with the `reason`, after retries, a timeout, or a reply that is none. */
  reply(request: LlmRequest): Promise<LlmReply>;
}
