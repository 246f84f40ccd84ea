import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { requireSignIn } from '../../accounts/access.ts';
import type { Context } from '../../context.ts';
import { failure } from '../../errors.ts';
import { projectGlobalId } from '../../ids.ts';
import { runDocument } from '../run-document.ts';
import type { GraphqlServer } from '../yoga.ts';
import { type Action, documentOf } from './actions.ts';
import { send, sendError } from './answer.ts';
import { readJson } from './body.ts';

const body = z.record(z.string(), z.unknown());

/** Answers a POST by its mutation. */
export async function answerAction(
  action: Action,
  [request, response]: [IncomingMessage, ServerResponse],
  { yoga, context }: { yoga: GraphqlServer; context: Context },
): Promise<void> {
  try {
    requireSignIn(context.viewer);
    const parsed = body.safeParse(await readJson(request));
    if (!parsed.success) throw failure('BAD_USER_INPUT', 'The body must be a JSON object.');
    const input = { ...ownProject(context), ...parsed.data };
    const { answer } = await runDocument<{ answer: unknown }>(yoga, documentOf(action), { input }, context);
    send(response, 200, answer);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    sendError(response, error);
  }
}

/** The project where none is named: a key knows its own. */
const ownProject = ({ viewer }: Context) =>
  viewer.kind === 'key' ? { projectId: projectGlobalId(viewer.projectId) } : {};
