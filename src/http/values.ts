import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badInput, fieldPath } from '../errors.ts';
import { isStorableText } from '../text.ts';

/**
 * Refuses an operation with a text that Postgres cannot keep, wherever in its literals and variables, or with a literal
 * number that no double holds: no argument has to think of it. GraphQL checks numbers in variables. A malformed id names
 * nothing (src/ids.ts), and events are read one by one (src/ingest/input.ts).
 */
export function refuseValues(): Plugin {
  return {
    onValidate({ params: { schema, documentAST }, context: { params } }) {
      return ({ valid, result, setResult }) => {
        if (!valid) return setResult(result.map((error) => withField(documentAST, error)));
        const literal = unfitLiteral(schema, documentAST);
        if (literal !== null) throw badInput(literal.field, literal.message);
        const field = fieldInVariables(schema, documentAST, params);
        if (field !== null) throw badInput(field, TEXT);
      };
    },
  };
}

const TEXT = 'A text cannot have the character U+0000 or half a surrogate pair.';
const NUMBER = 'A number cannot be larger than 1.7976931348623157e308.';

const EXEMPT = new Set(['ID', 'EventInput']);
const isExempt = (type: GraphQLInputType): boolean => EXEMPT.has(getNamedType(type).name);

interface Unfit {
  /** Its path, from its argument on. */
  field: string;
  message: string;
}

const known = new WeakMap<DocumentNode, Unfit | null>();

/** The first literal that cannot be taken; null where there is none. Looked for once. */
function unfitLiteral(schema: GraphQLSchema, document: DocumentNode): Unfit | null {
  const former = known.get(document);
  if (former !== undefined) return former;
  const types = new TypeInfo(schema);
  let unfit: Unfit | null = null;
  const check =
    (message: string, isGood: (value: string) => boolean) =>
    (
      { value }: { value: string },
      _key: unknown,
      _parent: unknown,
      path: readonly (string | number)[],
    ): void => {
      const type = types.getInputType();
      if (type && !isExempt(type) && !isGood(value)) unfit ??= { field: placeOf(document, path), message };
    };
  const isDouble = (value: string) => Number.isFinite(Number(value));
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: check(TEXT, isStorableText),
      FloatValue: check(NUMBER, isDouble),
      IntValue: check(NUMBER, isDouble),
    }),
  );
  known.set(document, unfit);
  return unfit;
}

/** The error of a literal of a scalar of ours, with the path of the literal as `field`. */
function withField(document: DocumentNode, error: GraphQLError): GraphQLError {
  const [literal] = error.nodes ?? [];
  const { message, nodes = null, extensions } = error;
  if (literal === undefined || extensions.code !== 'BAD_USER_INPUT') return error;
  let field = '';
  visit(document, {
    enter(node, _key, _parent, path) {
      if (node !== literal) return undefined;
      field = placeOf(document, path);
      return BREAK;
    },
  });
  return new GraphQLError(message, { nodes, extensions: { ...extensions, field } });
}

/** The names of the arguments and fields, and the places in lists, on the way to a literal. */
function placeOf(document: DocumentNode, path: readonly (string | number)[]): string {
  const names: (string | number)[] = [];
  let node: unknown = document;
  for (const [depth, key] of path.entries()) {
    node = (node as Record<string | number, unknown>)[key];
    const { kind } = node as Partial<ASTNode>;
    if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD)
      names.push((node as { name: { value: string } }).name.value);
    else if (path[depth - 1] === 'values') names.push(key);
  }
  return fieldPath(names);
}

function fieldInVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: GraphQLParams,
): string | null {
  for (const { variable, type: node } of getOperationAST(document, operationName)?.variableDefinitions ??
    []) {
    const type = typeFromAST(schema, node);
    const name = variable.name.value;
    const found = isInputType(type) ? fieldIn(variables?.[name], type, [name]) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The path of the first text in a value that cannot be kept; null where there is none. */
function fieldIn(value: unknown, type: GraphQLInputType, path: readonly PropertyKey[]): string | null {
  if (typeof value === 'string') return isExempt(type) || isStorableText(value) ? null : fieldPath(path);
  if (typeof value !== 'object' || value === null) return null;
  const nullable = getNullableType(type);
  const fields = isInputObjectType(nullable) ? nullable.getFields() : null;
  for (const [name, part] of Object.entries(value)) {
    const partType = isListType(nullable) ? nullable.ofType : fields ? fields[name]?.type : null;
    const found = partType
      ? fieldIn(part, partType, [...path, isListType(nullable) ? Number(name) : name])
      : null;
    if (found !== null) return found;
  }
  return null;
}
