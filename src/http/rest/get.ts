import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { requireSignIn } from '../../accounts/access.ts';
import type { Context } from '../../context.ts';
import { badInput, notFound } from '../../errors.ts';
import { projectGlobalId } from '../../ids.ts';
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
    const data = await execute(
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

/** Runs a document as /graphql does, limits and masked errors included. Throws its first error. */
async function execute(
  yoga: GraphqlServer,
  query: string,
  variables: Record<string, unknown>,
  context: Context,
): Promise<Data> {
  const arrival = { params: { query, variables }, makeContext: async () => context };
  const { schema, parse, validate, contextFactory, execute: run } = yoga.getEnveloped(arrival as never);
  const document = parse(query);
  const [invalid] = validate(schema, document);
  if (invalid) throw invalid;
  const args = { schema, document, variableValues: variables, contextValue: await contextFactory() };
  const { data, errors } = (await run(args)) as ExecutionResult<Data>;
  const [error] = errors ?? [];
  if (error || !data) throw error ?? new Error('a document was answered with nothing');
  return data;
}
