import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { NodeName } from '../../src/ids.ts';

/** What the schema itself does not say of the values that its fields take. */
export interface Knowledge {
  /** Whose id each ID takes, by coordinate: `Query.project.id`, `DeleteProjectInput.id`. */
  ids: Record<string, NodeName>;
  /** Values where not every one of their type is good, by coordinate. */
  values?: Record<string, string>;
  /** Optional values that are sent too, by coordinate. */
  sent: readonly string[];
}

// One good value of each scalar.
const VALUES: Record<string, string> = {
  String: '"text"',
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  Count: '1',
  DateTime: '"2026-12-01T00:00:00Z"',
  TimeZone: '"UTC"',
  Duration: '"P7D"',
  JSONObject: '{}',
};

/** Writes operations for fields that it has never seen. Ids are variables, named by their types: `$Project`. */
export function attempts({ ids, values = {}, sent }: Knowledge) {
  function value(type: GraphQLInputType, coordinate: string): string {
    if (isNonNullType(type)) return value(type.ofType, coordinate);
    if (isListType(type)) return `[${value(type.ofType, coordinate)}]`;
    if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
    if (isInputObjectType(type)) return inputObject(type);
    if (type.name === 'ID') {
      const node = ids[coordinate];
      if (!node) throw new Error(`Say in tests/access.test.ts whose id ${coordinate} takes.`);
      return `$${node}`;
    }
    const written = values[coordinate] ?? VALUES[type.name];
    if (!written) throw new Error(`Give tests/support/attempt.ts a value of the scalar ${type.name}.`);
    return written;
  }

  function inputObject(type: GraphQLInputType & { getFields(): Record<string, GraphQLInputField> }): string {
    const all = Object.values(type.getFields());
    const oneOf = 'isOneOf' in type && type.isOneOf;
    const fields = oneOf
      ? all.slice(0, 1)
      : all.filter((field) => isRequiredInputField(field) || wanted(field.type, `${type}.${field.name}`));
    return `{ ${fields.map((field) => `${field.name}: ${value(field.type, `${type}.${field.name}`)}`).join(', ')} }`;
  }

  // Every ID is sent, optional ones too: by them a caller says what they want to get at.
  const wanted = (type: GraphQLInputType, coordinate: string): boolean =>
    sent.includes(coordinate) || getNamedType(type).name === 'ID';

  /** Except for cursors and sizes, which are optional and not of a project. */
  function call(parent: string, { name, args }: GraphQLField<unknown, unknown>): string {
    const coordinate = (arg: GraphQLArgument) => `${parent}.${name}.${arg.name}`;
    const given = args.filter((arg) => isRequiredArgument(arg) || wanted(arg.type, coordinate(arg)));
    const list = given.map((arg) => `${arg.name}: ${value(arg.type, coordinate(arg))}`).join(', ');
    return list ? `${name}(${list})` : name;
  }

  /** Everything there is to select, but no type inside itself. */
  function everything(output: GraphQLOutputType, within: readonly string[] = []): string {
    const type = getNamedType(output);
    if (isLeafType(type)) return '';
    if (!isObjectType(type)) throw new Error(`tests/support/attempt.ts cannot select from ${type.name} yet.`);
    const fields = Object.values(type.getFields())
      .filter((field) => ![...within, type.name].includes(getNamedType(field.type).name))
      .map((field) => selection(type, field, within));
    return `{ ${fields.join(' ')} }`;
  }

  function selection(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    within: readonly string[] = [],
  ): string {
    return `${call(type.name, field)} ${everything(field.type, [...within, type.name])}`;
  }

  return { everything, selection };
}

/** An operation with the variables that its text names. */
export function operation(kind: 'query' | 'mutation' | 'subscription', body: string): string {
  const variables = [...new Set(body.match(/\$[A-Z]\w*/g))].map((name) => `${name}: ID!`);
  return `${kind} ${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${body} }`;
}
