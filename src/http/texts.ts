import {
  type ASTNode,
  type DocumentNode,
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
import { badInput } from '../errors.ts';
import { isStorableText } from '../text.ts';

/**
 * Refuses an operation with a text that Postgres cannot keep, wherever in its literals and variables: no argument has to
 * think of it. A malformed id names nothing (src/ids.ts), and events are read one by one (src/ingest/input.ts).
 */
export function refuseTexts(): Plugin {
  return {
    onValidate({ params: { schema, documentAST }, context: { params } }) {
      return ({ valid }) => {
        if (!valid) return;
        const field = fieldInDocument(schema, documentAST) ?? fieldInVariables(schema, documentAST, params);
        if (field !== null)
          throw badInput(field, 'A text cannot have the character U+0000 or half a surrogate pair.');
      };
    },
  };
}

const EXEMPT = new Set(['ID', 'EventInput']);
const isExempt = (type: GraphQLInputType): boolean => EXEMPT.has(getNamedType(type).name);

const known = new WeakMap<DocumentNode, string | null>();

/** The path of the first literal that cannot be kept, from its argument on; null where there is none. Looked for once. */
function fieldInDocument(schema: GraphQLSchema, document: DocumentNode): string | null {
  const former = known.get(document);
  if (former !== undefined) return former;
  const types = new TypeInfo(schema);
  let field: string | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue({ value }, _key, _parent, path) {
        const type = types.getInputType();
        if (type && !isExempt(type) && !isStorableText(value)) field ??= placeOf(document, path);
      },
    }),
  );
  known.set(document, field);
  return field;
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
  return names.join('.');
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
    const found = isInputType(type) ? fieldIn(variables?.[name], type, name) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The path of the first text in a value that cannot be kept; null where there is none. */
function fieldIn(value: unknown, type: GraphQLInputType, path: string): string | null {
  if (typeof value === 'string') return isExempt(type) || isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  const nullable = getNullableType(type);
  const fields = isInputObjectType(nullable) ? nullable.getFields() : null;
  for (const [name, part] of Object.entries(value)) {
    const partType = isListType(nullable) ? nullable.ofType : fields ? fields[name]?.type : null;
    const found = partType ? fieldIn(part, partType, `${path}.${name}`) : null;
    if (found !== null) return found;
  }
  return null;
}
