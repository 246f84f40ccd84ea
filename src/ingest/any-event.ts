import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  valueFromASTUntyped,
} from 'graphql';

const TRACK = 'trackEvents';

/**
 * The schema in which any value is an EventInput. GraphQL refuses a whole request for one value that is not of its type;
 * so operations are validated and executed by this schema, and each event is read by itself (input.ts). Everything else
 * is the same, down to the types' identity. Introspection and `schema.graphql` show the fields and types of an event.
 */
export function withAnyEvent(schema: GraphQLSchema): GraphQLSchema {
  const { mutation, types, ...config } = schema.toConfig();
  const sent = schema.getType('TrackEventsInput');
  if (!mutation || !(sent instanceof GraphQLInputObjectType))
    throw new Error('the schema has no trackEvents');
  const event = new GraphQLScalarType({
    name: 'EventInput',
    parseValue: (value) => value,
    parseLiteral: valueFromASTUntyped,
  });
  const fields = sent.toConfig().fields;
  const input = new GraphQLInputObjectType({
    ...sent.toConfig(),
    fields: {
      ...fields,
      events: { ...fields.events, type: new GraphQLNonNull(new GraphQLList(event)) },
    },
  });
  const { fields: mutations, ...mutationConfig } = mutation.toConfig();
  const track = mutations[TRACK];
  if (!track) throw new Error(`the schema has no ${TRACK}`);
  const tracking = {
    ...track,
    args: { ...track.args, input: { ...track.args?.input, type: new GraphQLNonNull(input) } },
  };
  const replaced = new Set<string>([mutation.name, input.name, event.name]);
  return new GraphQLSchema({
    ...config,
    mutation: new GraphQLObjectType({ ...mutationConfig, fields: { ...mutations, [TRACK]: tracking } }),
    types: [...types.filter(({ name }) => !replaced.has(name)), input, event],
  });
}
