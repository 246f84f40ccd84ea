/** A POST of REST: a mutation of ours, whose input is the body. */
export interface Action {
  /** What code that is generated for OpenAPI calls it. */
  operationId: string;
  summary: string;
  /** The mutation that answers, as a coordinate of the schema. */
  mutation: string;
  /** What it selects of its payload. */
  selection: string;
}

// What an insight says, wherever REST answers with one.
export const INSIGHT = `
  id type title content model metadata periodStart periodEnd generatedAt
  evidence { claim metric observed expected low high pValue method query variables }`;

const GENERATE: Action = {
  operationId: 'generateInsights',
  summary: 'Looks at the numbers of a range for what stands out',
  mutation: 'Mutation.generateInsights',
  selection: `insights { ${INSIGHT} }`,
};

const CHAT: Action = {
  operationId: 'askQuestion',
  summary: 'Answers a question about the numbers',
  mutation: 'Mutation.askQuestion',
  selection: `answer {
    threadId text model
    evidence { claim metric observed expected low high pValue method query variables }
  }`,
};

/** What POST runs, by path. Events are sent another way (post-events.ts). */
export const ACTIONS: Readonly<Record<string, Action>> = {
  '/api/insights/generate': GENERATE,
  '/api/chat': CHAT,
};

/** The document of an action. */
export function documentOf({ mutation, selection }: Action): string {
  const name = mutation.slice('Mutation.'.length);
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation Rest($input: ${input}!) { answer: ${name}(input: $input) { ${selection} } }`;
}
