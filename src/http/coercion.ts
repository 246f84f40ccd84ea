import { GraphQLError, Kind } from 'graphql';

/** Gives the error of a variable whose value is not of its type a code, and the path of the value as `field`. */
export function nameVariable(error: unknown): void {
  if (!(error instanceof GraphQLError) || error.nodes?.[0]?.kind !== Kind.VARIABLE_DEFINITION) return;
  // `Variable "$input" got invalid value 5 at "input.name"; …`: texts in the value are escaped, so this is the first one.
  const [, name, path] = /^Variable "\$(\w+)"(?:.*? at "(\1[.[][^"]*)"; )?/s.exec(error.message) ?? [];
  if (name === undefined) return;
  const extensions = { code: 'BAD_USER_INPUT', field: path ?? name, ...error.extensions };
  Object.assign(error, { extensions: { ...extensions, http: { status: 400 } } });
}
