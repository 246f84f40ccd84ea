import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
} from 'graphql';

/** Whether a directive leaves a selection out. */
export const isSkipped = (selection: SelectionNode, variables: Record<string, unknown>): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false;

/** The fields that the operation asks under one of this field's own. */
export function selectedFields(
  { fieldNodes, fragments, variableValues }: GraphQLResolveInfo,
  field: string,
): FieldNode[] {
  const fieldsOf = (selections: readonly SelectionNode[]): FieldNode[] =>
    selections.flatMap((selection) => {
      if (isSkipped(selection, variableValues)) return [];
      if (selection.kind === 'Field') return [selection];
      const within = selection.kind === 'InlineFragment' ? selection : fragments[selection.name.value];
      return fieldsOf(within?.selectionSet.selections ?? []);
    });
  const under = (node: FieldNode): FieldNode[] => fieldsOf(node.selectionSet?.selections ?? []);
  return fieldNodes
    .flatMap(under)
    .filter(({ name }) => name.value === field)
    .flatMap(under);
}
