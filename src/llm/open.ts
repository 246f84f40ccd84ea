import type { Env } from '../env.ts';
import { createAnthropic } from './anthropic.ts';
import type { Llm } from './llm.ts';
import { createOpenAi } from './openai.ts';

/** The model that the environment names; null where it names none. OpenAI's where it names both. */
export function openLlm(env: Env): Llm | null {
  const timeout = env.LLM_TIMEOUT * 1000;
  // Servers of one's own, such as Ollama, want no key.
  if (env.OPENAI_API_KEY || env.OPENAI_BASE_URL) {
    const apiKey = env.OPENAI_API_KEY ?? 'none';
    return createOpenAi({ apiKey, baseUrl: env.OPENAI_BASE_URL, model: env.OPENAI_MODEL, timeout });
  }
  if (env.ANTHROPIC_API_KEY) {
    const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl, ANTHROPIC_MODEL: model } = env;
    return createAnthropic({ apiKey, baseUrl, model, timeout });
  }
  return null;
}
