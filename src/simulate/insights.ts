import { type Api, ApiError } from './api.ts';
import type { Incident } from './incidents.ts';
import type { Made } from './project.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a newcomer's past has in it to be found: an advertisement ran the day before yesterday. */
export const demoIncidents = (now: number): Incident[] => [
  { kind: 'campaign', from: now - 2 * DAY - 8 * HOUR, to: now - 2 * DAY, size: 2 },
];

const GENERATE = `mutation SimulateInsights($input: GenerateInsightsInput!) {
  generateInsights(input: $input) { insights { type title } }
}`;

interface Generated {
  generateInsights: { insights: { type: string; title: string }[] };
}

/** Has the server look at what was sent, and says what it found. */
export async function whatItFound(api: Api, { projectId, readKey }: Made): Promise<string> {
  try {
    const input = { projectId, range: { preset: 'LAST_7_DAYS' } };
    const { generateInsights } = await api<Generated>(
      GENERATE,
      { input },
      { authorization: `Bearer ${readKey}` },
    );
    const titles = generateInsights.insights.map(({ type, title }) => `  ${type.padEnd(7)}  ${title}`);
    if (titles.length === 0) return "The last week's numbers show nothing out of the ordinary.\n";
    return `What the last week's numbers show (the tab Insights has all of it, with the questions that prove it):\n\n${titles.join('\n')}\n`;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `Insights could not be had: ${error.message}`;
  }
}
