import { LRUCache } from 'lru-cache';
import type { Store } from '../store/store.ts';
import { type Blocked, type Blocklist, createBlocklist } from './blocklist.ts';

/** What ingest knows of a project. */
export interface Site {
  /** Its own host names: referrers from them are not sources. */
  hostnames: readonly string[];
  blocklist: Blocklist;
}

// A project's settings seldom change; ten seconds late is soon enough.
const FRESH = 10_000;
/** A project that nothing is known of: it blocks nothing. */
export const NOWHERE: Site = { hostnames: [], blocklist: () => null };

/** Looks projects up; one that is known serves on while the database is away. */
export function createSites({ prisma }: Pick<Store, 'prisma'>, spam: ReadonlySet<string>) {
  const known = new LRUCache<number, { site: Site; until: number }>({ max: 10_000 });
  return async (projectId: number): Promise<Site> => {
    const former = known.get(projectId);
    if (former && performance.now() < former.until) return former.site;
    try {
      const project = await prisma.project.findUnique({
        where: { id: projectId },
        select: {
          domain: true,
          blockedAddresses: true,
          blockedUserAgents: true,
          blockedReferrers: true,
          blockedHostnames: true,
        },
      });
      const site = project ? siteOf(project, spam) : NOWHERE;
      known.set(projectId, { site, until: performance.now() + FRESH });
      return site;
    } catch (error) {
      if (former) return former.site;
      throw error;
    }
  };
}

function siteOf(
  { domain, ...blocked }: Blocked & { domain: string | null },
  spam: ReadonlySet<string>,
): Site {
  return { hostnames: domain === null ? [] : [domain], blocklist: createBlocklist(blocked, spam) };
}
