import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { requireSignIn } from '../../accounts/access.ts';
import type { Context } from '../../context.ts';
import { badInput, notFound } from '../../errors.ts';
import { projectGlobalId } from '../../ids.ts';
import { runDocument } from '../run-document.ts';
import type { GraphqlServer } from '../yoga.ts';
import { send, sendError } from './answer.ts';
import { valuesOf, variablesOf } from './parameters.ts';
import type { Question } from './questions.ts';

/** Answers a GET by its document. */
export async function answerQuestion(
  question: Question,
  [request, response]: [IncomingMessage, ServerResponse],
  { yoga, context }: { yoga: GraphqlServer; context: Context },
): Promise<void> {
  try {
    requireSignIn(context.viewer);
    const values = valuesOf(new URL(request.url ?? '', 'http://host').searchParams, question);
    const project = values.project ?? projectOfKey(context);
    const data = await runDocument<Data>(
      yoga,
      question.document,
      variablesOf(question, { ...values, project }),
      context,
    );
    if (!data.project) throw notFound('project');
    send(response, 200, data.project.answer);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    sendError(response, error);
  }
}

/** The project where none is named: a key knows its own. */
function projectOfKey({ viewer }: Context): string {
  if (viewer.kind === 'key') return projectGlobalId(viewer.projectId);
  throw badInput('project', 'Say which project: send its id as project.');
}

interface Data {
  project: { answer: unknown } | null;
}
