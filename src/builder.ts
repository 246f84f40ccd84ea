import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ValidationPlugin from '@pothos/plugin-validation';
import { z } from 'zod';
import type { Context } from './context.ts';
import { badInput, fieldPath } from './errors.ts';
import { decodeNodeId } from './ids.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './limits.ts';
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
    Date: { Input: string; Output: string };
    JSONObject: { Input: JsonObject; Output: JsonObject };
    Count: { Input: number; Output: number };
  };
}

const PAGE_SIZE = `${DEFAULT_PAGE} when neither is given, ${LARGEST_PAGE} at most.`;
const pageSize = z
  .number()
  .min(0, 'A page cannot have fewer than 0 items.')
  .max(LARGEST_PAGE, `At most ${LARGEST_PAGE.toLocaleString('en')} items.`);

// A connection's own complexity says how many items its page has.
const ONE_LIST = { field: 1, multiplier: 1 };

/** The schema's builder; types are declared in each folder's schema.ts. */
export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [ComplexityPlugin, RelayPlugin, PrismaPlugin, DataloaderPlugin, ValidationPlugin],
  prisma: {
    client: (context) => context.store.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    maxConnectionSize: LARGEST_PAGE,
    defaultConnectionSize: DEFAULT_PAGE,
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID: decodeNodeId,
    nodesOnConnection: { description: 'The items of the page.', complexity: ONE_LIST },
    nodeTypeOptions: { description: 'Anything with a global id.' },
    idFieldOptions: { description: 'The global id.' },
    nodeQueryOptions: {
      args: { id: { description: 'The global id.' } },
      description: 'Anything by its global id; null when it does not exist or the caller may not see it.',
    },
    nodesQueryOptions: false,
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    edgesFieldOptions: {
      description: 'The items of the page with their cursors.',
      complexity: ONE_LIST,
      nullable: { list: false, items: false },
    },
    pageInfoFieldOptions: { description: 'Where the page stands in its list.' },
    firstArgOptions: { description: `How many from the start; ${PAGE_SIZE}`, validate: pageSize },
    lastArgOptions: { description: `How many from the end; ${PAGE_SIZE}`, validate: pageSize },
    afterArgOptions: { description: 'A cursor: what comes after it.' },
    beforeArgOptions: { description: 'A cursor: what comes before it.' },
    hasNextPageFieldOptions: { description: 'Whether more items follow.' },
    hasPreviousPageFieldOptions: { description: 'Whether items come before.' },
    startCursorFieldOptions: { description: "The first item's cursor; null on an empty page." },
    endCursorFieldOptions: { description: "The last item's cursor; null on an empty page." },
    cursorFieldOptions: { description: 'The place in the list, for `after` and `before`.' },
    nodeFieldOptions: { description: 'The item.', nullable: false },
  },
  validation: {
    validationError: (invalid) => {
      const [issue] = invalid.issues;
      const path = (issue?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
      return badInput(fieldPath(path), issue?.message ?? 'The input is not valid.');
    },
  },
  // The limits are src/http/cost.ts's to check: before the context is made.
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10 },
});
