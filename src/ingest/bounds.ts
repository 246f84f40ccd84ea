import type { TermKind } from '../store/generated/client/enums.ts';
import type { Client, Origin } from './event.ts';

// How many texts of a kind a project may have. Events keep what they were sent with; statistics count what comes beyond a
// bound as "(other)". A public write key can send any number of texts, and every one of them would be looked through by each
// statistic from then on.

export const OTHER = '(other)';

const MANY = 1_000_000;
const SOME = 100_000;

/** By kind of term: the most of a project. */
export type TermBounds = Readonly<Record<TermKind, number>>;

export const TERM_BOUNDS: TermBounds = {
  name: 10_000,
  path: MANY,
  origin: MANY,
  client: MANY,
  hostname: SOME,
  referrer: SOME,
  source: SOME,
  channel: SOME,
  utm_source: SOME,
  utm_medium: SOME,
  utm_campaign: SOME,
  utm_term: SOME,
  utm_content: SOME,
  country: SOME,
  region: SOME,
  city: SOME,
  device: SOME,
  browser: SOME,
  os: SOME,
  language: SOME,
};

/** What a text beyond the bound of its kind is counted as: there are few of them. */
export function otherOf(kind: TermKind, text: string): string {
  if (kind === 'origin') {
    const { channel } = JSON.parse(text) as Origin;
    return JSON.stringify({ source: OTHER, ...(channel ? { channel } : {}) } satisfies Origin);
  }
  if (kind === 'client') {
    const { country, device } = JSON.parse(text) as Client;
    return JSON.stringify({
      ...(country ? { country } : {}),
      ...(device ? { device } : {}),
    } satisfies Client);
  }
  return OTHER;
}
