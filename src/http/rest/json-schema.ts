import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLNullableType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../../schema.ts';

// JSON Schema (2020-12) of what the GraphQL schema takes and of what a document is answered with.

export type JsonSchema = { [keyword: string]: unknown };

const SCALARS: Record<string, JsonSchema> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Count: { type: 'integer' },
  Float: { type: 'number' },
  DateTime: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date' },
  TimeZone: { type: 'string' },
  Duration: { type: 'string' },
  JSONObject: { type: 'object' },
};

function leafSchema(type: GraphQLNamedType): JsonSchema {
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  const scalar = SCALARS[type.name];
  if (!scalar) throw new Error(`the scalar ${type.name} has no JSON Schema`);
  return scalar;
}

/** What is sent; input objects are added to `components` by their names, and referred to. */
export function inputSchema(type: GraphQLInputType, components: Record<string, JsonSchema>): JsonSchema {
  if (isNonNullType(type)) return inputSchema(type.ofType, components);
  if (isListType(type)) return { type: 'array', items: inputSchema(type.ofType, components) };
  if (!isInputObjectType(type)) return leafSchema(type);
  if (!components[type.name]) {
    const component: JsonSchema = { type: 'object', description: type.description };
    // Before its fields: a filter has filters in it.
    components[type.name] = component;
    const fields = Object.values(type.getFields());
    component.properties = Object.fromEntries(
      fields.map((field) => [
        field.name,
        { ...inputSchema(field.type, components), description: field.description },
      ]),
    );
    component.required = fields.filter(isRequiredInputField).map(({ name }) => name);
    component.additionalProperties = false;
  }
  return { $ref: `#/components/schemas/${type.name}` };
}

/** What the field with the alias `answer` of a document is answered with. */
export function answerSchema(text: string): JsonSchema {
  const document = parse(text);
  const fragments = fragmentsOf(document);
  const types = new TypeInfo(schema);
  let answer: JsonSchema | undefined;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ alias, selectionSet }) {
        const type = types.getType();
        if (alias?.value === 'answer' && type) answer = outputSchema(type, selectionSet, fragments);
      },
    }),
  );
  if (!answer) throw new Error('a document has no field with the alias answer');
  return answer;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );

function outputSchema(
  type: GraphQLOutputType,
  selected: SelectionSetNode | undefined,
  fragments: Fragments,
): JsonSchema {
  if (isNonNullType(type)) return presentSchema(type.ofType, selected, fragments);
  return { anyOf: [presentSchema(type, selected, fragments), { type: 'null' }] };
}

function presentSchema(
  type: GraphQLNullableType & GraphQLOutputType,
  selected: SelectionSetNode | undefined,
  fragments: Fragments,
): JsonSchema {
  if (isListType(type)) return { type: 'array', items: outputSchema(type.ofType, selected, fragments) };
  if (!isObjectType(type)) return leafSchema(type);
  const fields = selectedFields(selected, fragments);
  const schemaOf = ({ name, selectionSet }: FieldNode): JsonSchema => {
    const field = type.getFields()[name.value];
    if (!field) throw new Error(`the schema has no ${type.name}.${name.value}`);
    return { ...outputSchema(field.type, selectionSet, fragments), description: field.description };
  };
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name.value, schemaOf(field)])),
    required: fields.filter(({ directives }) => !directives?.length).map(({ name }) => name.value),
  };
}

/** The fields of a selection, those of its fragments too. */
function selectedFields(selected: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selected?.selections ?? []).flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    if (each.kind === Kind.INLINE_FRAGMENT) return selectedFields(each.selectionSet, fragments);
    return selectedFields(fragments.get(each.name.value)?.selectionSet, fragments);
  });
}
