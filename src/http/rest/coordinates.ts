import type { GraphQLArgument, GraphQLField, GraphQLInputField } from 'graphql';
import { schema } from '../../schema.ts';

type Place = GraphQLArgument | GraphQLInputField | GraphQLField<unknown, unknown>;

/** The part of the schema that a coordinate names: `Type.field`, `Type.field.argument`. Throws where there is none. */
export function at(coordinate: string): Place {
  const [typeName = '', fieldName = '', argument] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field: GraphQLInputField | GraphQLField<unknown, unknown> | undefined =
    type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  const place =
    argument === undefined || !field || !('args' in field)
      ? field
      : field.args.find(({ name }) => name === argument);
  if (!place) throw new Error(`the schema has no ${coordinate}`);
  return place;
}
