import { Repeater } from '@repeaterjs/repeater';
import { builder } from '../builder.ts';
import { EvidenceRef } from '../evidence/schema.ts';
import { COST_LIMITS } from '../limits.ts';
import { type Answer, admit, answerIn } from './chat.ts';

/** More than half, so that an operation asks one question. */
const ASK_COST = COST_LIMITS.complexity * 0.6;

const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'An answer, with the questions that the server itself ran to find it.',
  fields: (t) => ({
    threadId: t.exposeID('threadId', { description: 'The thread that it is kept in, to ask on.' }),
    text: t.exposeString('text', {
      description:
        'Markdown. Every number in it was looked up in the answers to the questions of `evidence`.',
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'For each number of the text, the question that anyone can ask again to check it.',
      resolve: (answer) => answer.evidence,
    }),
    model: t.exposeString('model', { description: 'The model that chose the questions and the words.' }),
  }),
});

const FAILURES =
  'LLM_NOT_CONFIGURED without a model; RATE_LIMITED, with `retryAfter` in seconds, when the tokens of the project, its organization or the server are spent for the day, or four questions of the organization are being answered; OVERLOADED when the server answers as many as it can; LLM_FAILED, with a `reason`, when the model does not answer; NOT_FOUND when the caller may not see the project or the thread.';
const QUESTION = 'In plain words, in any language; 1 to 2,000 characters.';
const THREAD = 'The thread to ask on in; a new one when absent.';

const AskQuestionInput = builder.inputType('AskQuestionInput', {
  description: 'A question about the numbers of a project.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    question: t.string({ required: true, description: QUESTION }),
    threadId: t.id({ description: THREAD }),
  }),
});

const AskQuestionPayload = builder.objectRef<{ answer: Answer }>('AskQuestionPayload').implement({
  description: 'The answer.',
  fields: (t) => ({
    answer: t.field({ type: AnswerRef, description: 'The answer.', resolve: ({ answer }) => answer }),
  }),
});

builder.mutationField('askQuestion', (t) =>
  t.field({
    type: AskQuestionPayload,
    description: `Answers a question: a language model chooses what to ask of the project, the server asks it as the caller, and no sentence with a number that is not in an answer passes. Who leaves does not end it: the answer, which is paid for, is kept in the thread. ${FAILURES}`,
    complexity: { field: ASK_COST, multiplier: 1 },
    args: { input: t.arg({ type: AskQuestionInput, required: true, description: 'The question.' }) },
    resolve: async (_root, { input }, context) => {
      const admitted = await admit(input, context, 'input.');
      // Never aborted: what the model said by then is paid for, and who lost the connection finds the answer in the thread.
      const { signal } = new AbortController();
      return { answer: await answerIn(admitted, context, { signal, onText: () => {} }) };
    },
  }),
);

interface Chunk {
  text: string;
  answer: Answer | null;
}
// Why there will be no answer is told as any field's error is: an iterator that throws would close some transports.
type Step = Chunk | { failure: unknown };

const AnswerChunkRef = builder.objectRef<Chunk>('AnswerChunk').implement({
  description: 'A part of an answer that is being written; the texts of all of them together are its text.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'A sentence or more; empty in the last chunk.' }),
    done: t.boolean({
      description: 'Whether this is the last chunk.',
      resolve: ({ answer }) => answer !== null,
    }),
    answer: t.field({
      type: AnswerRef,
      nullable: true,
      description: 'The whole answer, in the last chunk.',
      resolve: ({ answer }) => answer,
    }),
  }),
});

builder.subscriptionField('answer', (t) =>
  t.field({
    type: AnswerChunkRef,
    description: `The answer to a question as it is written: sentence by sentence, each as soon as its numbers are known to be right. Who leaves ends it, and nothing is kept. ${FAILURES}`,
    complexity: { field: ASK_COST, multiplier: 1 },
    args: {
      projectId: t.arg.id({ required: true, description: 'The project.' }),
      question: t.arg.string({ required: true, description: QUESTION }),
      threadId: t.arg.id({ description: THREAD }),
    },
    subscribe: async (_root, input, context) => {
      const admitted = await admit(input, context);
      return new Repeater<Step>(async (push, stop) => {
        const leaving = new AbortController();
        void stop.then(() => leaving.abort());
        try {
          const onText = (text: string) => void push({ text, answer: null });
          const answer = await answerIn(admitted, context, { signal: leaving.signal, onText });
          await push({ text: '', answer });
        } catch (failure) {
          await push({ failure });
        }
        stop();
      });
    },
    resolve: (step) => {
      if ('failure' in step) throw step.failure;
      return step;
    },
  }),
);
