import { hash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { failure } from '../errors.ts';
import { COST_LIMITS } from '../limits.ts';
import { measure } from './complexity.ts';

/** What an operation asks for, in the measures of COST_LIMITS. */
export type Cost = Record<keyof typeof COST_LIMITS, number>;

/** Refuses operations that ask for too much, before their context is made: before any statement runs. */
export function limitCost(): Plugin {
  return {
    onValidate({ params: { schema, documentAST }, context }) {
      return ({ valid }) => {
        if (!valid) return;
        const cost = knownCost(schema, documentAST, context.params);
        for (const measure of Object.keys(COST_LIMITS) as (keyof Cost)[]) {
          // Thrown, not set: Yoga would keep what is set for the same document with other variables.
          if (cost[measure] > COST_LIMITS[measure])
            throw tooComplex(measure, COST_LIMITS[measure], cost[measure]);
        }
      };
    },
  };
}

// By document and variables: working it out was a tenth of what a dashboard from the cache costs, and of ingest.
const costs = new WeakMap<DocumentNode, LRUCache<string, Cost>>();
const VARIABLES = 100;

/** The cost of a valid operation, worked out once for the same question. */
function knownCost(schema: GraphQLSchema, document: DocumentNode, params: GraphQLParams): Cost {
  const known = costs.get(document) ?? new LRUCache({ max: VARIABLES });
  costs.set(document, known);
  // The cost of what only sends events is that of its document, however many they are.
  const tracking = isTrackEvents(getOperationAST(document, params.operationName));
  // A digest: variables can be as long as a request.
  const key = hash('sha256', JSON.stringify([params.operationName, tracking ? null : params.variables]));
  const cost = known.get(key) ?? costOf(schema, document, params);
  // Nothing is the cost of variables that are refused: other variables of the document cost something.
  if (cost.complexity > 0) known.set(key, cost);
  return cost;
}

/** Whether an operation does nothing but send events, which is done thousands of times a second. */
export const isTrackEvents = (operation: OperationDefinitionNode | null | undefined): boolean =>
  operation?.operation === 'mutation' &&
  operation.selectionSet.selections.every(
    (field) => field.kind === Kind.FIELD && field.name.value === 'trackEvents',
  );

/** The cost of a valid operation; zero where execution refuses it anyway, for its variables or its name. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: GraphQLParams,
): Cost {
  const aliases = aliasesOf(document);
  const operation = getOperationAST(document, operationName);
  const coerced = operation
    ? getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).coerced
    : undefined;
  if (!operation || !coerced) return { depth: 0, breadth: 0, complexity: 0, aliases };
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { ...measure(schema, operation, fragments, coerced), aliases };
}

function aliasesOf(document: DocumentNode): number {
  let aliases = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias) aliases++;
    },
  });
  return aliases;
}

/** The error of an operation that asks for too much. */
export function tooComplex(measure: string, limit: number, actual?: number) {
  return failure(
    'QUERY_TOO_COMPLEX',
    `The operation's ${measure}${actual === undefined ? '' : ` (${actual})`} is over the limit of ${limit}: ask for fewer or less deeply nested fields, or smaller pages.`,
    { measure, limit, ...(actual === undefined ? {} : { actual }), http: { status: 400, spec: true } },
  );
}
