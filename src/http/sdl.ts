import type { IncomingMessage, ServerResponse } from 'node:http';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema.ts';

/** The schema as text, in an order that does not depend on which file declares a type first. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

/** GET /schema.graphql: the schema for code generation, with what introspection leaves out unless asked, such as @oneOf. */
export function serveSchema(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(200, {
      'content-type': 'application/graphql; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    .end(request.method === 'HEAD' ? undefined : printedSchema());
}
