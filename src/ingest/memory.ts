import { LRUCache } from 'lru-cache';
import type { Join, NearVisit } from './sql.ts';
import { reachOf } from './visits.ts';

// The project's revision tells whether anybody else has written to it since this process did. As long as nobody has, what
// was read or written here is still so, and need not be read again: of visitors who are on the site now, nothing is.

/** The visits of a visitor, and of one sent session id or none, that end at `since` or later: all of them. */
export interface Nearby {
  since: number;
  visits: readonly NearVisit[];
}

interface Known {
  revision: string;
  /** Part of the keys of what is known: what was known before another's revision is never found again. */
  epoch: number;
  highest: bigint;
}

// As one text: a small Buffer is a slice of one that many share, and would keep all of it.
type KeptVisit = Omit<NearVisit, 'steps'> & { steps: string | null };

/** What a process remembers of the projects that it writes to. */
export interface Memory {
  known: LRUCache<number, Known>;
  visits: LRUCache<string, { since: number; visits: readonly KeptVisit[] }>;
  joins: LRUCache<string, { join: Join | null }>;
  epochs: number;
}

const MEGABYTE = 1024 * 1024;
// Of a visit without its steps, by the heap's growth.
const VISIT_BYTES = 400;

export const createMemory = (): Memory => ({
  known: new LRUCache({ max: 10_000 }),
  visits: new LRUCache({
    maxSize: 32 * MEGABYTE,
    sizeCalculation: ({ visits }) =>
      visits.reduce((sum, { steps }) => sum + VISIT_BYTES + (steps?.length ?? 0), VISIT_BYTES),
  }),
  joins: new LRUCache({ max: 100_000 }),
  epochs: 0,
});

/** What is remembered of a project in one transaction, which has locked it. What it learns is kept by `publish`. */
export class Recollection {
  /** The highest id of any visit; null where it is not known. */
  readonly highest: bigint | null;
  private readonly memory: Memory;
  private readonly epoch: number;
  private readonly added = new Set<number>();
  private readonly learnt: (() => void)[] = [];

  constructor(memory: Memory, projectId: number, revision: string) {
    const known = memory.known.get(projectId);
    const isCurrent = known !== undefined && BigInt(known.revision) + 1n === BigInt(revision);
    this.memory = memory;
    this.highest = isCurrent ? known.highest : null;
    this.epoch = isCurrent ? known.epoch : ++memory.epochs;
  }

  /** Notes a visitor that this transaction adds: without visits and joins. */
  add(visitorId: number): void {
    this.added.add(visitorId);
  }

  /** Undefined where it is not known. */
  near(visitorId: number, sessionId: string | null): Nearby | undefined {
    if (this.added.has(visitorId)) return { since: Number.NEGATIVE_INFINITY, visits: [] };
    const kept = this.memory.visits.get(this.key(visitorId, sessionId));
    return (
      kept && {
        since: kept.since,
        visits: kept.visits.map((visit) => ({
          ...visit,
          steps: visit.steps === null ? null : Buffer.from(visit.steps, 'latin1'),
        })),
      }
    );
  }

  /** The user that a visitor was joined to, null for none; undefined where it is not known. */
  joinOf(visitorId: number): Join | null | undefined {
    return this.added.has(visitorId) ? null : this.memory.joins.get(this.key(visitorId, null))?.join;
  }

  /** @param join null where there is none */
  learnJoin(visitorId: number, join: Join | null): void {
    this.learnt.push(() => this.memory.joins.set(this.key(visitorId, null), { join }));
  }

  /** @param nearby null where the visits are not known any more */
  learnNear(visitorId: number, sessionId: string | null, nearby: Nearby | null): void {
    const key = this.key(visitorId, sessionId);
    if (nearby === null) this.learnt.push(() => this.memory.visits.delete(key));
    else this.learnt.push(() => this.memory.visits.set(key, keptOf(nearby, reachOf(sessionId))));
  }

  /** Keeps what was learnt; call it after the commit. */
  publish(projectId: number, revision: string, highest: bigint): void {
    for (const learn of this.learnt) learn();
    this.memory.known.set(projectId, { revision, epoch: this.epoch, highest });
  }

  private key(visitorId: number, sessionId: string | null): string {
    return `${this.epoch} ${visitorId} ${sessionId ?? ''}`;
  }
}

/** No more than what events from now on need: visits within reach of the end of the last one. */
function keptOf({ since, visits }: Nearby, reach: number): { since: number; visits: KeptVisit[] } {
  const last = Math.max(...visits.map(({ endedAt }) => endedAt));
  const from = Math.max(since, last - reach);
  const within = visits.filter(({ endedAt }) => endedAt >= from);
  return {
    since: from,
    visits: within.map((visit) => ({ ...visit, steps: visit.steps?.toString('latin1') ?? null })),
  };
}
