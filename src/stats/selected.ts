import type { FieldNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

/** The names of the fields that the operation asks under one of this field's own; also those that a directive may skip. */
export function selectedFields({ fieldNodes, fragments }: GraphQLResolveInfo, field: string): Set<string> {
  const fieldsOf = (selections: readonly SelectionNode[]): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      const within = selection.kind === 'InlineFragment' ? selection : fragments[selection.name.value];
      return fieldsOf(within?.selectionSet.selections ?? []);
    });
  const under = (node: FieldNode): FieldNode[] => fieldsOf(node.selectionSet?.selections ?? []);
  return new Set(
    fieldNodes
      .flatMap(under)
      .filter(({ name }) => name.value === field)
      .flatMap(under)
      .map(({ name }) => name.value),
  );
}
