import { GraphQLError } from 'graphql';
import { failure } from '../errors.ts';
import type { LlmReply, LlmRequest } from './llm.ts';

/** How a model is reached. */
export interface Connection {
  apiKey: string;
  /** The provider's own when absent. */
  baseUrl?: string | undefined;
  model: string;
  /** Milliseconds for a reply, retries included. */
  timeout: number;
}

/** What the SDKs do again by themselves, with backoff, or when the provider says: no connection, 408, 409, 429 and 5xx. */
export const MAX_RETRIES = 2;

/** Why there is no reply. `unreachable` and `rejected` cost nothing. */
export type Reason = 'unreachable' | 'rejected' | 'timeout' | 'malformed' | 'refused' | 'too long';

const WHY: Record<Reason, string> = {
  unreachable: 'cannot be reached. Try again later.',
  rejected: 'rejects requests. Try again later; if it lasts, check the key and the name of the model.',
  timeout: 'took too long to answer (LLM_TIMEOUT). Try again, or ask for less at once.',
  malformed: 'answered with something that is no answer. Try again.',
  refused: 'refused to answer.',
  'too long': 'did not come to an end. Ask for less at once.',
};

// Nothing of what the provider said: it repeats prompts and parts of keys.
export const unavailable = (reason: Reason, status?: number): GraphQLError =>
  failure('LLM_FAILED', `The language model ${WHY[reason]}${status ? ` (HTTP ${status})` : ''}`, { reason });

/** Thrown by what reads a reply: it is none of the provider's form, or not of the form that was asked for. */
export class Malformed extends Error {}
/** Thrown by what reads a reply: the model will not say it. */
export class Refused extends Error {}
/** Thrown by what reads a reply: it was cut off, so that what it called or answered is not whole. */
export class CutOff extends Error {}

/** What both SDKs' errors have in common. */
interface SdkErrors {
  /** The provider answered with an error; `status` is undefined where there was no answer. */
  APIError: abstract new (
    ...args: never[]
  ) => Error & { status: number | undefined };
}

/**
 * Asks once, and once more where the reply was malformed and nobody was told of it yet; within the time of a reply. Throws
 * LLM_FAILED, whatever went wrong, or what `onRetry` does.
 */
export async function callModel(
  ask: (signal: AbortSignal) => Promise<LlmReply>,
  { APIError }: SdkErrors,
  { timeout, request, told }: { timeout: number; request: LlmRequest; told: () => boolean },
): Promise<LlmReply> {
  const { signal, onRetry } = request;
  const late = AbortSignal.timeout(timeout);
  const ends = signal ? AbortSignal.any([signal, late]) : late;
  const attempt = () => abortable(ask(ends), ends);
  try {
    return await attempt().catch(async (error: unknown) => {
      if (!(error instanceof Malformed) || told() || ends.aborted) throw error;
      await onRetry?.();
      return attempt();
    });
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    if (ends.aborted) throw unavailable('timeout');
    if (error instanceof Refused) throw unavailable('refused');
    if (error instanceof CutOff) throw unavailable('too long');
    // A stream that breaks off has said something already: what it cost is not known.
    if (error instanceof APIError && !told())
      throw error.status === undefined ? unavailable('unreachable') : unavailable('rejected', error.status);
    throw unavailable('malformed');
  }
}

// The SDKs' pauses before a retry do not all end with the signal.
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** JSON, or null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** About how many tokens a text has: where the provider does not say, and before it does. */
export const estimatedTokens = (text: string): number => Math.ceil(text.length / 4);
