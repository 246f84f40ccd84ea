import { isDeepStrictEqual } from 'node:util';
import { factsOfAnswer } from '../../src/evidence/facts.ts';
import { check } from '../../src/evidence/numbers.ts';
import type { TestServer } from '../support/app.ts';
import { Ask } from '../support/chat.ts';
import { type Data, ZONE } from './data.ts';
import { type Asked, type Call, QUESTIONS } from './questions.ts';

/** What came of a question. */
export interface Outcome {
  id: string;
  /** Whether the answer cites a question that leads to it. */
  call: boolean;
  /** Whether the answer states every number that it must. */
  answer: boolean;
  text: string;
}

/** Asks every question through the API, each in a thread of its own. */
export async function evaluate(
  server: TestServer,
  { projectId, token, data, before = () => {} }: Evaluation,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const asked of QUESTIONS) {
    before(asked);
    const { data: given, errors } = await server.ask(
      Ask,
      { input: { projectId, question: asked.text } },
      token,
    );
    const answer = given?.askQuestion.answer;
    const text = answer?.text ?? errors[0]?.message ?? '';
    outcomes.push({
      id: asked.id,
      call: (answer?.evidence ?? []).some((evidence) => asked.calls.some((call) => isCall(evidence, call))),
      answer: asked.numbers(data).every((number) => states(text, number)),
      text,
    });
  }
  return outcomes;
}

interface Evaluation {
  projectId: string;
  token: string;
  data: Data;
  /** Told of each question before it is asked. */
  before?: (asked: Asked) => void;
}

/** A table of what was wrong, and how much was right. */
export function report(model: string, outcomes: readonly Outcome[]): string {
  const right = (what: 'call' | 'answer') => outcomes.filter((outcome) => outcome[what]).length;
  const wrong = outcomes.filter(({ call, answer }) => !call || !answer);
  return [
    ...wrong.map(
      ({ id, call, answer, text }) =>
        `${id}: ${[call ? '' : 'wrong call', answer ? '' : 'wrong answer'].filter(Boolean).join(', ')}: ${text}`,
    ),
    `${model}: ${right('call')} of ${outcomes.length} tool calls right, ${right('answer')} of ${outcomes.length} answers right`,
  ].join('\n');
}

/** The evidence's document is the question's, with all of its variables that matter. */
const isCall = (evidence: { query: string; variables: Record<string, unknown> }, call: Call): boolean =>
  evidence.query.startsWith(`query Chat${call.question.charAt(0).toUpperCase()}${call.question.slice(1)}(`) &&
  Object.entries(call.variables).every(([name, value]) => isDeepStrictEqual(evidence.variables[name], value));

/** Whether a text states a number, however it is written. */
const states = (text: string, value: number): boolean =>
  check(text, factsOfAnswer({ value }, ZONE)).used.length > 0;
