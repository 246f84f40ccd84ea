import { createOpenAi } from '../../src/llm/openai.ts';
import { graphql } from '../gql/gql.ts';
import { startServer, type TestServer } from './app.ts';
import { type LlmServer, type Received, startLlmServer } from './llm-server.ts';

export const Ask = graphql(`
  mutation ChatAsk($input: AskQuestionInput!) {
    askQuestion(input: $input) {
      answer {
        threadId
        text
        model
        evidence { claim metric observed expected low high pValue method query variables }
      }
    }
  }
`);

/** The server, and a provider whose model says what the test scripts. */
export async function startChat(
  options: Parameters<typeof startServer>[0] = {},
): Promise<{ server: TestServer; model: LlmServer; close(): Promise<void> }> {
  const model = await startLlmServer();
  const llm = createOpenAi({
    apiKey: 'a-key',
    baseUrl: `${model.url}/v1`,
    model: 'scripted',
    timeout: 20_000,
  });
  const server = await startServer({ llm, ...options });
  return {
    server,
    model,
    close: async () => {
      await server.close();
      await model.close();
    },
  };
}

/** The results that a request tells the model of, the latest last. */
export const resultsIn = ({ body }: Received): Record<string, unknown>[] =>
  body.messages
    .filter(({ role }) => role === 'tool')
    .map(({ content }) => JSON.parse(String(content)) as Record<string, unknown>);

/** Sends events through the API. */
export async function sendEvents(server: TestServer, writeKey: string, events: object[]): Promise<void> {
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writeKey, events }),
  });
  const { accepted } = (await response.json()) as { accepted: number };
  if (accepted !== events.length) throw new Error(`only ${accepted} events were accepted`);
}
