import { z } from 'zod';

/** One claim, and the question that anyone who may read the project can ask again to check it. */
export const evidence = z.object({
  /** What is claimed, in words. */
  claim: z.string(),
  /** What was measured, such as `visits`. */
  metric: z.string(),
  observed: z.number(),
  /** What was to be expected, and the interval it was to be in; null where nothing is expected. */
  expected: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** After correction for how many things were looked at; null where nothing was tested. */
  pValue: z.number().nullable(),
  /** How it was found, in words. */
  method: z.string(),
  /** The GraphQL document, and its variables, that gave `observed` and all that `expected` was made of. */
  query: z.string(),
  variables: z.record(z.string(), z.json()),
});
export type Evidence = z.output<typeof evidence>;
