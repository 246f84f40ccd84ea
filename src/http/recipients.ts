import { LRUCache } from 'lru-cache';
import { projectOfDomain } from '../accounts/domains.ts';
import type { Context } from '../context.ts';
import type { Recipient, Refusal } from '../ingest/formats/format.ts';

// A project's domain seldom changes; ten seconds late is soon enough.
const FRESH = 10_000;
// Keys and domains that no project has, so that a sender with a wrong one does not cost a look-up each time.
const MISSED = { max: 10_000, ttl: 5_000 };
// Longer keys and domains are not kept.
const LONGEST_NAME = 300;

/** The project that events are for, or why there is none. */
export type ProjectOf = (context: Context, to: Recipient) => Promise<number | Refusal>;

/** Looks projects up by their write keys and domains. */
export function createRecipients(): ProjectOf {
  const domains = new LRUCache<string, number>({ max: 10_000, ttl: FRESH });
  const missed = new LRUCache<string, true>(MISSED);

  async function projectOf({ accounts, store }: Context, to: Recipient): Promise<number | null> {
    if ('writeKey' in to) return accounts.projectOfWriteKey(to.writeKey);
    const known = domains.get(to.domain);
    if (known !== undefined) return known;
    const projectId = await projectOfDomain(store, to.domain);
    if (projectId !== null) domains.set(to.domain, projectId);
    return projectId;
  }

  return async (context, to) => {
    const isKey = 'writeKey' in to;
    const name = isKey ? `key ${to.writeKey}` : `domain ${to.domain}`;
    if (!missed.has(name)) {
      const projectId = await projectOf(context, to);
      if (projectId !== null) return projectId;
      if (name.length <= LONGEST_NAME) missed.set(name, true);
    }
    return { reason: 'unknown project', message: isKey ? NO_KEY : NO_DOMAIN };
  };
}

const NO_KEY = 'There is no such write key.';
const NO_DOMAIN =
  'No project of this server has that domain: send the write key in its place, or set the domain of the project.';
