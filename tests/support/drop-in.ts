import type { TestServer } from './app.ts';
import type { Tenant } from './tenant.ts';

export interface StoredByOtherSdk {
  eventId: string;
  type: 'PAGEVIEW' | 'CUSTOM';
  name: string;
  timestamp: string;
  userId: string | null;
  visitorId: string;
  sessionId: string;
  url: string | null;
  referrer: string | null;
  title: string | null;
  browser: string | null;
  os: string | null;
  language: string | null;
  country: string | null;
  properties: Record<string, unknown>;
  revenue: { amount: string; currency: string } | null;
}

const QUERY = `query DropIn($project: ID!) {
  project(id: $project) {
    events(last: 1000) {
      nodes {
        eventId type name timestamp userId visitorId sessionId url referrer title browser os language country properties
        revenue { amount currency }
      }
    }
    stats(range: { last: "P7D" }) { totals { visitors visits pageviews events } }
  }
}`;

interface Answer {
  project: {
    events: { nodes: StoredByOtherSdk[] };
    stats: { totals: { visitors: number; visits: number; pageviews: number; events: number } };
  };
}

/** What a project holds: its events, oldest first, and its totals. */
export async function held(server: TestServer, { projectId, token }: Tenant) {
  const { project } = await server.get<Answer, { project: string }>(QUERY, { project: projectId }, token);
  return { events: project.events.nodes.toReversed(), totals: project.stats.totals };
}

/** The events' names, pageviews as their type, in no particular order. */
export const namesOf = (events: readonly StoredByOtherSdk[]): string[] =>
  events.map(({ type, name }) => (type === 'PAGEVIEW' ? type : name)).toSorted();
