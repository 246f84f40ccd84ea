import { builder } from '../builder.ts';
import type { JsonObject } from '../scalars.ts';
import type { Evidence } from './evidence.ts';

export const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  description: 'One claim, and the question that anyone can ask again to check it.',
  fields: (t) => ({
    claim: t.exposeString('claim', { description: 'What is claimed, in words.' }),
    metric: t.exposeString('metric', { description: 'What was measured, such as `visits`.' }),
    observed: t.exposeFloat('observed', {
      description: 'What was measured: a number of the answer to `query`, or one that `method` makes of it.',
    }),
    expected: t.exposeFloat('expected', {
      nullable: true,
      description: 'What was to be expected; null where nothing is.',
    }),
    low: t.exposeFloat('low', {
      nullable: true,
      description:
        'The lower end of the interval of what was to be expected, or of the effect where `method` says so.',
    }),
    high: t.exposeFloat('high', { nullable: true, description: 'The upper end of the interval.' }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        'How likely chance alone is to show as much, corrected for how many things were looked at; null where nothing was tested.',
    }),
    method: t.exposeString('method', { description: 'How it was found, in words.' }),
    query: t.exposeString('query', { description: 'The GraphQL document to ask again.' }),
    variables: t.field({
      type: 'JSONObject',
      description: 'The variables of `query`.',
      resolve: ({ variables }) => variables as JsonObject,
    }),
  }),
});
