import { encodeGlobalID } from '@pothos/plugin-relay';
import { requireProject } from '../accounts/access.ts';
import type { Context } from '../context.ts';
import { badInput, failure, isGone, notFound } from '../errors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { projectNumber } from '../ids.ts';
import type { BudgetedLlm } from '../llm/budget.ts';
import type { Project, Thread } from '../store/generated/client/client.ts';
import { requiredText } from '../text.ts';
import { answerQuestion } from './answer.ts';
import { runCall } from './run.ts';
import { historyOf, keepTurn, requireThread } from './threads.ts';
import { tools } from './tools.ts';

const question = requiredText('A question', 2_000);

/** What askQuestion and `answer` are given. */
export interface Input {
  projectId: string | number;
  question: string;
  threadId?: string | number | null | undefined;
}

/** A question that may be asked. */
export interface Admitted {
  project: Project;
  question: string;
  thread: Thread | null;
  llm: BudgetedLlm;
}

export interface Answer {
  threadId: string;
  text: string;
  evidence: Evidence[];
  model: string;
}

/** Checks who asks, of what, in which thread, and that there is a model. `place` is where the arguments stand. */
export async function admit(input: Input, context: Context, place = ''): Promise<Admitted> {
  const { store, viewer } = context;
  const project = await requireProject(context, projectNumber(input.projectId), 'READ');
  const thread =
    input.threadId == null ? null : await requireThread(store, input.threadId, viewer, project.id);
  const checked = question.safeParse(input.question);
  if (!checked.success)
    throw badInput(`${place}question`, checked.error.issues[0]?.message ?? 'The question is not valid.');
  if (!context.llm)
    throw failure(
      'LLM_NOT_CONFIGURED',
      'No language model is configured: set OPENAI_API_KEY or ANTHROPIC_API_KEY, or OPENAI_BASE_URL for a server of your own, and start the server again.',
    );
  return { project, question: checked.data, thread, llm: context.llm };
}

/** Answers a question, telling each sentence as it is known to be right, and keeps both in the thread. */
export async function answerIn(
  { project, question: asked, thread, llm }: Admitted,
  context: Context,
  { signal, onText }: { signal: AbortSignal; onText: (sentence: string) => void },
): Promise<Answer> {
  const { store, viewer, ask, now } = context;
  const at = now();
  const { text, evidence } = await llm.question(project, async () =>
    answerQuestion({
      question: asked,
      history: thread ? await historyOf(store, thread.id) : [],
      llm: llm.of(project),
      tools: tools(),
      run: (call) => runCall(call, { project, viewer, ask, now, store, caller: { signal } }),
      now: at,
      timeZone: project.timeZone,
      signal,
      onText,
    }),
  );
  const { model } = llm;
  const turn = { question: asked, answer: text, evidence };
  const kept = { thread, projectId: project.id, viewer, turn, model, at: new Date(at) };
  const threadId = await keepTurn(store, kept).catch((error: unknown) => {
    if (isGone(error)) throw notFound(thread ? 'thread' : 'project');
    throw error;
  });
  return { threadId: encodeGlobalID('Thread', threadId), text, evidence, model };
}
