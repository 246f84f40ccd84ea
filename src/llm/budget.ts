import { GraphQLError } from 'graphql';
import { failure, tooOften } from '../errors.ts';
import type { Project } from '../store/generated/client/client.ts';
import type { Store } from '../store/store.ts';
import { estimatedTokens, type Reason } from './call.ts';
import type { Llm, LlmRequest } from './llm.ts';
import { adjust, type Payer, spend } from './sql.ts';

const DAY = 86_400_000;
const FREE: ReadonlySet<Reason> = new Set(['unreachable', 'rejected']);
// Questions that are being answered at once, each of which may take a minute.
const QUESTIONS = { organization: 4, server: 16 };
const RETRY_AFTER = 10;

/** What may be spent of the model's tokens in a UTC day. */
export interface DailyTokens {
  project: number;
  organization: number;
  server: number;
}

type Asking = Pick<Project, 'id' | 'organizationId'>;

/** The model with the budgets of each project, of its organization, and of the server. */
export interface BudgetedLlm {
  model: string;
  /** The model for a project's questions. Its replies fail with RATE_LIMITED from when the day's tokens are spent. */
  of(project: Asking): Llm;
  /** Answers a question of a project. RATE_LIMITED or OVERLOADED where as many are being answered as may be at once. */
  question<T>(project: Asking, work: () => Promise<T>): Promise<T>;
}

/**
 * Counts the tokens of each UTC day in the database, for all servers together. A request is charged by its
 * length before it is sent, and again before it is sent again because the reply was none, so that those in flight count too. What the
 * provider says of a reply sets that right: a day is overspent by what the requests in flight take beyond it, and no more.
 */
export function withBudget(
  llm: Llm,
  {
    store,
    limits,
    now,
  }: { store: Pick<Store, 'pool' | 'transaction'>; limits: DailyTokens; now: () => number },
): BudgetedLlm {
  const questions = new Map<string, number>();

  async function charge({ id, organizationId }: Asking, request: LlmRequest) {
    const at = now();
    const day = new Date(at).toISOString().slice(0, 10);
    const tokens = estimateOf(request);
    const payers: [Payer, keyof DailyTokens][] = [
      [{ project: id }, 'project'],
      [{ organization: organizationId }, 'organization'],
      ['server', 'server'],
    ];
    await store.transaction(async (client) => {
      for (const [payer, whose] of payers)
        if (!(await spend(client, payer, { day, tokens, limit: limits[whose] }))) throw spent(at, whose);
    });
    return {
      correct: async (actual: number) => {
        for (const [payer] of payers) await adjust(store.pool, payer, { day, tokens: actual - tokens });
      },
    };
  }

  const count = (name: string, change: number) => questions.set(name, (questions.get(name) ?? 0) + change);

  return {
    model: llm.model,
    of: (project) => ({
      model: llm.model,
      reply: async (request) => {
        let attempt = await charge(project, request);
        // What the attempt before was charged stays.
        const onRetry = async () => {
          attempt = await charge(project, request);
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
    async question({ organizationId }, work) {
      if ((questions.get(organizationId) ?? 0) >= QUESTIONS.organization)
        throw tooOften(
          `The server answers ${QUESTIONS.organization} questions of an organization at a time.`,
          RETRY_AFTER,
        );
      if ((questions.get('server') ?? 0) >= QUESTIONS.server)
        throw failure('OVERLOADED', 'Too many questions are being answered: ask again in some seconds.', {
          retryAfter: RETRY_AFTER,
        });
      for (const name of [organizationId, 'server']) count(name, 1);
      try {
        return await work();
      } finally {
        for (const name of [organizationId, 'server']) count(name, -1);
        if (questions.get(organizationId) === 0) questions.delete(organizationId);
      }
    },
  };
}

const estimateOf = ({ system, messages, tools, format }: LlmRequest): number =>
  estimatedTokens(system) + estimatedTokens(JSON.stringify([messages, tools, format]));

const SETTINGS: Record<keyof DailyTokens, string> = {
  project: 'LLM_DAILY_TOKENS',
  organization: 'LLM_DAILY_TOKENS_ORGANIZATION',
  server: 'LLM_DAILY_TOKENS_SERVER',
};

function spent(at: number, whose: keyof DailyTokens): Error {
  const retryAfter = Math.ceil((DAY - (at % DAY)) / 1000);
  return failure(
    'RATE_LIMITED',
    `The ${whose}'s tokens for the language model are spent for today (${SETTINGS[whose]}); there are new ones at 00:00 UTC.`,
    { retryAfter },
  );
}
