import { GraphQLError, Kind } from 'graphql';

// `Variable "$input" got invalid value {…} at "input.events[0]"; Field "nme" is not defined by type "EventInput".` Texts in
// the value are in quotes and escaped, and nothing else in it has a semicolon.
const VALUE = /^Variable "\$(\w+)" got invalid value (?:"(?:[^"\\]|\\.)*"|[^";])*?(?: at "([^"]+)")?; (.*)$/s;
const FIELD = /^Field "(\w+)" (?:of required type|is not defined by)/;

/** Gives the error of a variable whose value is not of its type a code, and the path of the value as `field`. */
export function nameVariable(error: unknown): void {
  if (!(error instanceof GraphQLError)) return;
  const [node] = error.nodes ?? [];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return;
  const [, name = node.variable.name.value, path = name, rest = ''] = VALUE.exec(error.message) ?? [];
  const inner = FIELD.exec(rest)?.[1];
  const field = inner === undefined ? path : `${path}.${inner}`;
  Object.assign(error, {
    extensions: { code: 'BAD_USER_INPUT', field, ...error.extensions, http: { status: 400 } },
  });
}
