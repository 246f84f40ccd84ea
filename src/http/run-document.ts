import type { ExecutionResult } from 'graphql';
import type { Context } from '../context.ts';
import type { GraphqlServer } from './yoga.ts';

/** Runs a document as /graphql does, limits and masked errors included. Throws its first error. */
export async function runDocument<Data>(
  yoga: GraphqlServer,
  query: string,
  variables: Record<string, unknown>,
  context: Context,
): Promise<Data> {
  const arrival = { params: { query, variables }, makeContext: async () => context };
  const { schema, parse, validate, contextFactory, execute } = yoga.getEnveloped(arrival as never);
  const document = parse(query);
  const [invalid] = validate(schema, document);
  if (invalid) throw invalid;
  const args = { schema, document, variableValues: variables, contextValue: await contextFactory() };
  const { data, errors } = (await execute(args)) as ExecutionResult<Data>;
  const [error] = errors ?? [];
  if (error || !data) throw error ?? new Error('a document was answered with nothing');
  return data;
}
