import { GraphQLError } from 'graphql';
import { failure } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { estimatedTokens, type Reason } from './call.ts';
import type { Llm, LlmRequest } from './llm.ts';
import { adjust, spend } from './sql.ts';

const DAY = 86_400_000;
const FREE: ReadonlySet<Reason> = new Set(['unreachable', 'rejected']);

/** The model with the budget of each project. */
export interface BudgetedLlm {
  model: string;
  /** The model for a project's questions. Its replies fail with RATE_LIMITED from when the day's tokens are spent. */
  of(projectId: number): Llm;
}

/**
 * Counts the tokens of each project and UTC day in the database, for all servers together. A request is charged by its
 * length before it is sent, and again before it is sent again because the reply was none, so that those in flight count too. What the
 * provider says of a reply sets that right: a day is overspent by what the requests in flight take beyond it, and no more.
 */
export function withBudget(
  llm: Llm,
  { store, limit, now }: { store: Pick<Store, 'pool'>; limit: number; now: () => number },
): BudgetedLlm {
  async function charge(projectId: number, request: LlmRequest) {
    const at = now();
    const usage = { projectId, day: new Date(at).toISOString().slice(0, 10) };
    const tokens = estimateOf(request);
    if (!(await spend(store.pool, { ...usage, tokens, limit }))) throw spent(at);
    return { correct: (actual: number) => adjust(store.pool, { ...usage, tokens: actual - tokens }) };
  }

  return {
    model: llm.model,
    of: (projectId) => ({
      model: llm.model,
      reply: async (request) => {
        let attempt = await charge(projectId, request);
        // What the attempt before was charged stays.
        const onRetry = async () => {
          attempt = await charge(projectId, request);
        };
        try {
          const reply = await llm.reply({ ...request, onRetry });
          await attempt.correct(reply.tokens);
          return reply;
        } catch (error) {
          // What was given up half-way is paid for, by whatever was read of it.
          if (error instanceof GraphQLError && FREE.has(error.extensions.reason as Reason))
            await attempt.correct(0);
          throw error;
        }
      },
    }),
  };
}

const estimateOf = ({ system, messages, tools, format }: LlmRequest): number =>
  estimatedTokens(system) + estimatedTokens(JSON.stringify([messages, tools, format]));

function spent(at: number): Error {
  const retryAfter = Math.ceil((DAY - (at % DAY)) / 1000);
  return failure(
    'RATE_LIMITED',
    "The project's tokens for the language model are spent for today (LLM_DAILY_TOKENS); there are new ones at 00:00 UTC.",
    { retryAfter },
  );
}
