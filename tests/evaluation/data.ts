import { packed } from '../../src/simulate/batches.ts';
import { shop } from '../../src/simulate/shop.ts';
import { traffic } from '../../src/simulate/traffic.ts';
import type { TrafficEvent } from '../../src/simulate/visit.ts';
import type { TestServer } from '../support/app.ts';
import { type RawEvent, type Visit, visitsOf } from '../support/reference.ts';

// Twenty days of the simulated shop. The same seed gives the same events.

export const ZONE = 'Europe/Berlin';
/** When the questions are asked. */
export const NOW = '2026-11-21T12:00:00Z';

const TRAFFIC = {
  site: shop,
  seed: 20,
  timeZone: ZONE,
  visitsPerDay: 40,
  from: Date.parse('2026-11-01T00:00:00+01:00'),
  to: Date.parse('2026-11-21T00:00:00+01:00'),
};

export interface Data {
  events: RawEvent[];
  visits: Visit[];
}

/** The events as they were made, and their visits by the reference that the tests of statistics have. */
export function referenceData(): Data {
  const events = [...traffic(TRAFFIC)].map(rawOf);
  return { events, visits: visitsOf(events) };
}

function rawOf({ at, country, input }: TrafficEvent): RawEvent {
  const url = new URL(input.url);
  const { revenue } = input;
  return {
    id: input.id,
    at,
    type: input.name === undefined ? 'PAGEVIEW' : 'CUSTOM',
    name: input.name ?? 'pageview',
    visitor: input.visitorId,
    userId: input.userId ?? null,
    session: null,
    path: url.pathname,
    hostname: url.hostname,
    referrer: input.referrer ? new URL(input.referrer).hostname.replace(/^www\./, '') : null,
    utmSource: url.searchParams.get('utm_source'),
    country,
    device: null,
    properties: { ...input.properties },
    revenue: revenue ? { currency: revenue.currency, cents: Math.round(Number(revenue.amount) * 100) } : null,
  };
}

/** Sends all of them. */
export async function sendReferenceData({ url }: TestServer, writeKey: string): Promise<void> {
  for (const { country, events } of packed(traffic(TRAFFIC))) {
    const response = await fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-ipcountry': country },
      body: JSON.stringify({ writeKey, events }),
    });
    const { accepted } = (await response.json()) as { accepted: number };
    if (accepted !== events.length) throw new Error(`${events.length - accepted} events were not accepted`);
  }
}
