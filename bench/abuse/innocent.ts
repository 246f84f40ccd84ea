import { setTimeout as delay } from 'node:timers/promises';
import { ask, type Tenant } from './tenants.ts';

/** What a tenant who does nothing unusual sees. */
export interface Seen {
  /** Milliseconds of each request. */
  times: number[];
  failures: string[];
}

const PAUSE_MS = 100;
const PATIENCE_MS = 30_000;

/** What people and their sites do all day: a dashboard, who they are, an event, the probe of a balancer. */
function requestsOf({ url, token, projectId, writeKey }: Tenant): (() => Promise<unknown>)[] {
  const asked = (query: string) => () => ask(url, query, { project: projectId }, token);
  const answered = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`${path} ${response.status} ${(await response.text()).slice(0, 200)}`);
    await response.arrayBuffer();
  };
  let count = 0;
  return [
    asked('{ viewer { user { email } } }'),
    asked(`query ($project: ID!) { project(id: $project) { stats(range: { last: "P7D" }) {
      totals { visitors visits bounceRate } breakdown(by: PATH) { value metrics { visitors } } } } }`),
    () =>
      answered('/api/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          writeKey,
          events: [{ url: 'https://quiet.example/', visitorId: `visitor ${count++}` }],
        }),
      }),
    () => answered('/ready'),
  ];
}

/** Does so for some seconds. */
export async function observe(tenant: Tenant, seconds: number): Promise<Seen> {
  const seen: Seen = { times: [], failures: [] };
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    requestsOf(tenant).map(async (request) => {
      while (performance.now() < end) {
        const begun = performance.now();
        await request().catch((error: Error) => void seen.failures.push(error.message));
        seen.times.push(performance.now() - begun);
        await delay(PAUSE_MS);
      }
    }),
  );
  return seen;
}

/** The time that a share of the requests did not exceed. */
export function quantile({ times }: Seen, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
