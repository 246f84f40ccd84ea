import { getMappedArgumentValues } from '@pothos/core';
import type { FieldComplexity } from '@pothos/plugin-complexity';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_RANGE, type RangeInput } from '../stats/range.ts';
import { isSkipped } from '../stats/selected.ts';

// As @pothos/plugin-complexity measures, but for two things: what is skipped costs nothing, and a field knows the range of
// the question that it belongs to, which is an argument of a field above it.

export interface Measured {
  complexity: number;
  depth: number;
  breadth: number;
}

/** What the complexity of a field can depend on beside its arguments; it comes in the place of the context. */
export interface Around {
  /** The range of the closest field above that has `extensions: { ranged: true }`. */
  range: RangeInput;
}

// Of lists whose complexity does not say how long they are.
const UNKNOWN_LENGTH = 10;

type Complexity = FieldComplexity<Around, Record<string, unknown>>;

interface Measuring {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** A fragment is measured once for each place that it can cost something else in. */
  known: Map<SelectionSetNode, { type: GraphQLNamedType; around: Around; measured: Measured }[]>;
}

/** Measures a valid operation whose variables were coerced. */
export function measure(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
  variables: Record<string, unknown>,
): Measured {
  const type = schema.getRootType(operation.operation);
  if (!type) return { complexity: 0, depth: 0, breadth: 0 };
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const measuring = { schema, fragments: byName, variables, known: new Map() };
  return ofSelections(measuring, operation.selectionSet, type, { range: DEFAULT_RANGE });
}

function ofSelections(
  measuring: Measuring,
  set: SelectionSetNode,
  type: GraphQLNamedType,
  around: Around,
): Measured {
  const former = measuring.known.get(set) ?? [];
  measuring.known.set(set, former);
  const known = former.find((one) => one.type === type && one.around === around);
  if (known) return known.measured;
  const measured = { complexity: 0, depth: 0, breadth: 0 };
  for (const selection of set.selections) {
    if (isSkipped(selection, measuring.variables)) continue;
    const part = ofSelection(measuring, selection, type, around);
    measured.complexity += part.complexity;
    measured.breadth += part.breadth;
    measured.depth = Math.max(measured.depth, part.depth);
  }
  former.push({ type, around, measured });
  return measured;
}

function ofSelection(
  measuring: Measuring,
  selection: SelectionNode,
  type: GraphQLNamedType,
  around: Around,
): Measured {
  if (selection.kind === Kind.FIELD) return ofField(measuring, selection, type, around);
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : measuring.fragments.get(selection.name.value);
  if (!fragment) return { complexity: 0, depth: 0, breadth: 0 };
  const on = fragment.typeCondition && measuring.schema.getType(fragment.typeCondition.name.value);
  return ofSelections(measuring, fragment.selectionSet, on ?? type, around);
}

function ofField(measuring: Measuring, node: FieldNode, type: GraphQLNamedType, around: Around): Measured {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  // `__typename`
  if (!field) return { complexity: 1, depth: 1, breadth: 1 };
  const { extensions } = field;
  const declared = extensions.complexity as Complexity | undefined;
  const args = (): Record<string, unknown> =>
    getMappedArgumentValues(field, node, {}, { variableValues: measuring.variables } as never) as never;
  const cost =
    typeof declared === 'function'
      ? declared(args(), around, field as GraphQLField<unknown, Around, Record<string, unknown>>)
      : declared;
  const length = isListType(getNullableType(field.type)) ? UNKNOWN_LENGTH : 1;
  const { field: own = 1, multiplier = length } = typeof cost === 'object' ? cost : { field: cost };
  const within = extensions.ranged
    ? { range: (args().range as RangeInput | null | undefined) ?? DEFAULT_RANGE }
    : around;
  const beneath = node.selectionSet
    ? ofSelections(measuring, node.selectionSet, getNamedType(field.type), within)
    : { complexity: 0, depth: 0, breadth: 0 };
  return {
    complexity: own + beneath.complexity * Math.max(multiplier, 0),
    depth: 1 + beneath.depth,
    breadth: 1 + beneath.breadth,
  };
}
