import { LRUCache } from 'lru-cache';
import type { Join, NearVisit } from './sql.ts';

// The project's revision tells whether anybody else has written to it since this process did. As long as nobody has, what
// was read or written here is still so, and need not be read again: of visitors who are on the site now, nothing is.

/** A visit without its steps: what comes behind its end does not need them. */
export type LastVisit = NearVisit & { steps: null };

interface Known {
  revision: string;
  /** Part of the keys of what is known: what was known before another's revision is never found again. */
  epoch: number;
  highest: Highest;
}

/** The highest numbers that a project has given. */
export interface Highest {
  visit: bigint;
  visitor: number;
}

/** What a process remembers of the projects that it writes to. */
export interface Memory {
  known: LRUCache<number, Known>;
  visits: LRUCache<string, LastVisit>;
  joins: LRUCache<string, { join: Join | null }>;
  /** Visitors that the project does not have, by their digests. */
  absent: LRUCache<string, true>;
  epochs: number;
}

// Of 300 bytes or so each.
const VISITORS = 100_000;

export const createMemory = (): Memory => ({
  known: new LRUCache({ max: 10_000 }),
  visits: new LRUCache({ max: VISITORS }),
  joins: new LRUCache({ max: VISITORS }),
  absent: new LRUCache({ max: VISITORS }),
  epochs: 0,
});

/** The project's next revision, as long as nobody else writes to it; null where that is not known. */
export function nextRevision({ known }: Memory, projectId: number): string | null {
  const last = known.get(projectId);
  return last ? String(BigInt(last.revision) + 1n) : null;
}

/** What is remembered of a project for the batch of one revision. What that learns is kept by `publish`. */
export class Recollection {
  /** Null where they are not known. */
  readonly highest: Highest | null;
  private readonly memory: Memory;
  private readonly epoch: number;
  private readonly added = new Set<number>();
  private readonly learnt: (() => void)[] = [];

  constructor(memory: Memory, projectId: number, revision: string) {
    const known = memory.known.get(projectId);
    const current = nextRevision(memory, projectId) === revision ? known : undefined;
    this.memory = memory;
    this.highest = current?.highest ?? null;
    this.epoch = current?.epoch ?? ++memory.epochs;
  }

  /** Notes a visitor that this transaction adds: without visits and joins. */
  add(visitorId: number, digest: string): void {
    this.added.add(visitorId);
    this.learnJoin(visitorId, null);
    this.learnt.push(() => this.memory.absent.delete(this.digestKey(digest)));
  }

  /** Whether there is no visitor of this digest, as far as is known. */
  isAbsent(digest: string): boolean {
    return this.memory.absent.has(this.digestKey(digest));
  }

  learnAbsent(digest: string): void {
    this.learnt.push(() => this.memory.absent.set(this.digestKey(digest), true));
  }

  /** The last visit of a visitor under one sent session id or none, null where there is none; undefined where it is not known. */
  lastVisit(visitorId: number, sessionId: string | null): LastVisit | null | undefined {
    return this.added.has(visitorId) ? null : this.memory.visits.get(this.key(visitorId, sessionId));
  }

  /** The user that a visitor was joined to, null for none; undefined where it is not known. */
  joinOf(visitorId: number): Join | null | undefined {
    return this.added.has(visitorId) ? null : this.memory.joins.get(this.key(visitorId, null))?.join;
  }

  /** @param join null where there is none */
  learnJoin(visitorId: number, join: Join | null): void {
    this.learnt.push(() => this.memory.joins.set(this.key(visitorId, null), { join }));
  }

  /** @param visit undefined where it is not known any more */
  learnLastVisit(visitorId: number, sessionId: string | null, visit: LastVisit | undefined): void {
    const key = this.key(visitorId, sessionId);
    this.learnt.push(() => (visit ? this.memory.visits.set(key, visit) : this.memory.visits.delete(key)));
  }

  /** Keeps what was learnt; call it after the commit. */
  publish(projectId: number, revision: string, highest: Highest): void {
    for (const learn of this.learnt) learn();
    this.memory.known.set(projectId, { revision, epoch: this.epoch, highest });
  }

  private digestKey(digest: string): string {
    return `${this.epoch} ${digest}`;
  }

  private key(visitorId: number, sessionId: string | null): string {
    return `${this.epoch} ${visitorId} ${sessionId ?? ''}`;
  }
}
