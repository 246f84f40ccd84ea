import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ValidationPlugin from '@pothos/plugin-validation';
import type { Context } from './context.ts';
import { badInput, failure } from './errors.ts';
import { COST_LIMITS } from './limits.ts';
import type { JsonObject } from './scalars.ts';
import type PrismaTypes from './store/generated/pothos.ts';
import { getDatamodel } from './store/generated/pothos.ts';

export interface SchemaTypes {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Date; Output: Date };
    TimeZone: { Input: string; Output: string };
    Duration: { Input: string; Output: string };
    JSONObject: { Input: JsonObject; Output: JsonObject };
    Count: { Input: number; Output: number };
  };
}

/** The schema's builder; types are declared in each folder's schema.ts. */
export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [ComplexityPlugin, RelayPlugin, PrismaPlugin, DataloaderPlugin, ValidationPlugin],
  prisma: {
    client: (context) => context.store.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    maxConnectionSize: 1000,
    defaultConnectionSize: 50,
  },
  relay: {
    cursorType: 'String',
    nodesOnConnection: { description: 'The items of the page.' },
    nodeTypeOptions: { description: 'Anything with a global id.' },
    nodeQueryOptions: {
      description: 'Anything by its global id; null when it does not exist or the caller may not see it.',
    },
    nodesQueryOptions: false,
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    edgesFieldOptions: {
      description: 'The items of the page with their cursors.',
      nullable: { list: false, items: false },
    },
    pageInfoFieldOptions: { description: 'Where the page stands in its list.' },
    cursorFieldOptions: { description: 'The place in the list, for `after` and `before`.' },
    nodeFieldOptions: { description: 'The item.', nullable: false },
  },
  validation: {
    validationError: (invalid) => {
      const [issue] = invalid.issues;
      const path = (issue?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
      return badInput(path.join('.'), issue?.message ?? 'The input is not valid.');
    },
  },
  complexity: {
    limit: COST_LIMITS,
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    complexityError: (kind, result) =>
      failure(
        'QUERY_TOO_COMPLEX',
        `The operation's ${kind.toLowerCase()} is over the limit of ${limitOf(kind)}: ask for fewer or less deeply nested fields, or smaller pages.`,
        { [kind.toLowerCase()]: { actual: actualOf(kind, result), limit: limitOf(kind) } },
      ),
  },
});

type Measure = keyof typeof COST_LIMITS;
const limitOf = (kind: string): number => COST_LIMITS[kind.toLowerCase() as Measure];
const actualOf = (kind: string, result: Record<Measure, number>): number =>
  result[kind.toLowerCase() as Measure];
