import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Evidence } from '../evidence/evidence.ts';
import { factsOfAnswer, factsOfEvidence } from '../evidence/facts.ts';
import type { Llm, Message, Tool, ToolCall } from '../llm/llm.ts';
import { MEND, MENDED, systemPrompt } from './prompt.ts';
import { redact } from './redact.ts';
import type { Run } from './run.ts';
import { sourceOfEvidence } from './source.ts';
import { createWriter, type Writer } from './writer.ts';

/** Replies of the model, calls of one reply, tokens, and milliseconds that one question may take. */
export const LIMITS = { steps: 6, calls: 6, tokens: 60_000, time: 120_000 };

const REPLY_TOKENS = 4_000;
const NOTHING = 'The numbers of this project do not answer that.';

/** A question and its answer, earlier in the thread. */
export interface Turn {
  question: string;
  answer: string;
  evidence: Evidence[];
}

export interface Task {
  question: string;
  history: readonly Turn[];
  llm: Llm;
  tools: readonly Tool[];
  /** Asks for what the model calls for. */
  run: (call: ToolCall) => Promise<Run>;
  now: number;
  timeZone: string;
  /** Ends it: nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Told each sentence once its numbers are known to be right. */
  onText: (sentence: string) => void;
}

export interface Answered {
  text: string;
  evidence: Evidence[];
  /** What the model asked for. */
  runs: Run[];
}

/** Lets the model ask until it answers, and checks every number that it says. */
export async function answerQuestion(task: Task): Promise<Answered> {
  const { llm, tools, now, timeZone } = task;
  const signal = AbortSignal.any([task.signal, AbortSignal.timeout(LIMITS.time)]);
  const system = systemPrompt({ now, timeZone });
  const messages = opening(task);
  const sources = task.history.flatMap(({ evidence }) =>
    evidence.map((each) => sourceOfEvidence(each, factsOfEvidence([each], timeZone))),
  );
  const runs: Run[] = [];
  const today = factsOfAnswer({ now: new Date(now).toISOString() }, timeZone);
  const writer = createWriter(sources, today, task.onText);

  let tokens = 0;
  for (let step = 1; ; step++) {
    const mayCall = step < LIMITS.steps && tokens < LIMITS.tokens;
    const onText = (piece: string) => writer.write(piece);
    const request = { system, messages, tools, mayCall, maxTokens: REPLY_TOKENS, signal, onText };
    const reply = await llm.reply(request);
    tokens += reply.tokens;
    if (!mayCall || reply.calls.length === 0) break;
    writer.forget();
    messages.push({ role: 'assistant', text: reply.text, calls: reply.calls });
    const ran = await Promise.all(
      reply.calls.map((call, index) => (index < LIMITS.calls ? task.run(call) : tooMany(call))),
    );
    for (const [index, { id: callId }] of reply.calls.entries())
      messages.push({ role: 'tool', callId, text: ran[index]?.text ?? '' });
    runs.push(...ran);
    sources.push(...ran.flatMap(({ source }) => source ?? []));
  }
  await mendRejected(writer, runs, { llm, signal });
  const text = writer.text().trim() || told(NOTHING, task);
  const evidence = writer.evidence();
  return { text, evidence: evidence.length > 0 ? evidence : unstated(runs, text), runs };
}

/** An answer without a number, such as that there were no visits: each question with its first number. */
const unstated = (runs: readonly Run[], text: string): Evidence[] =>
  runs.flatMap(({ source }) => {
    const [first] = source?.facts.numbers ?? [];
    return source && first ? [source.cite(first, text)] : [];
  });

const told = (sentence: string, { onText }: Task): string => {
  onText(sentence);
  return sentence;
};

function opening({ history, question }: Task): Message[] {
  const earlier = history.flatMap((turn): Message[] => [
    { role: 'user', text: redact(turn.question) },
    { role: 'assistant', text: turn.answer, calls: [] },
  ]);
  return [...earlier, { role: 'user', text: redact(question) }];
}

const tooMany = ({ name }: ToolCall): Run => ({
  text: JSON.stringify({ error: `Call at most ${LIMITS.calls} tools at once.` }),
  source: null,
  question: name,
  variables: {},
});

const mended = z.object({ sentences: z.array(z.string()) });

/** Has the model write once more what it may not say so; then the sources speak for themselves. */
async function mendRejected(
  writer: Writer,
  runs: readonly Run[],
  { llm, signal }: { llm: Llm; signal: AbortSignal },
): Promise<void> {
  const rejected = writer.end();
  if (rejected.length === 0) return;
  const results = runs.flatMap(({ source, text }): unknown[] => (source ? [JSON.parse(text)] : []));
  writer.mend(results.length > 0 ? await again({ results, sentences: rejected }, llm, signal) : []);
}

async function again(what: object, llm: Llm, signal: AbortSignal): Promise<string[]> {
  try {
    const reply = await llm.reply({
      system: MEND,
      messages: [{ role: 'user', text: JSON.stringify(what) }],
      format: MENDED,
      maxTokens: REPLY_TOKENS,
      signal,
    });
    const { data } = mended.safeParse(JSON.parse(reply.text));
    return data?.sentences ?? [];
  } catch (error) {
    // There is an answer without it.
    if (error instanceof GraphQLError && !signal.aborted) return [];
    throw error;
  }
}
