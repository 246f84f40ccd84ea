import { LRUCache } from 'lru-cache';
import { badInput } from '../errors.ts';
import { MAX_EVENTS } from '../limits.ts';
import type { Store } from '../store/store.ts';
import type { StoredEvent } from './batch.ts';
import type { Geography } from './enrich/geo.ts';
import {
  type Checked,
  checkEvent,
  type Delivery,
  dayBefore,
  dayOf,
  enrichEvent,
  type Rejection,
} from './prepare.ts';
import { createSalts, type Salts } from './salts.ts';
import { createWriter } from './writer.ts';

export interface TrackResult {
  /** Stored now. */
  accepted: number;
  /** Stored before, by their event ids. */
  duplicates: number;
  rejected: Rejection[];
}

/** The way in: events as they are sent → stored events and visits. */
export interface Ingest {
  /** Stores the good events of a request, after which they are on disk, and says what became of the others. */
  track(projectId: number, inputs: readonly unknown[], delivery: Delivery): Promise<TrackResult>;
  /** Resolves when every accepted event is stored. */
  drain(): Promise<void>;
  salts: Salts;
}

export interface IngestOptions {
  now: () => number;
  lanes: number;
  locate: (address: string) => Geography | null;
  onStored: (projectId: number, events: readonly StoredEvent[]) => void;
}

export function createIngest(store: Store, { now, lanes, locate, onStored }: IngestOptions): Ingest {
  const salts = createSalts(store, now);
  const writer = createWriter(store, { lanes, onStored });
  // A project's domain seldom changes; ten seconds late is soon enough.
  const hostnames = new LRUCache<number, readonly string[]>({ max: 10_000, ttl: 10_000 });

  async function hostnamesOf(projectId: number): Promise<readonly string[]> {
    const known = hostnames.get(projectId);
    if (known) return known;
    const project = await store.prisma.project.findUnique({
      where: { id: projectId },
      select: { domain: true },
    });
    const own = project?.domain ? [project.domain] : [];
    hostnames.set(projectId, own);
    return own;
  }

  return {
    salts,
    drain: () => writer.drain(),
    async track(projectId, inputs, delivery) {
      if (inputs.length > MAX_EVENTS)
        throw badInput('input.events', `A request has at most ${MAX_EVENTS} events.`);
      const checked: Checked[] = [];
      const rejected: Rejection[] = [];
      inputs.forEach((input, index) => {
        const result = checkEvent(input, index, delivery);
        if ('code' in result) rejected.push(result);
        else checked.push(result);
      });
      await salts.ensure(daysOfHashes(checked));
      const sources = { projectId, locate, saltOf: salts.of, siteHostnames: await hostnamesOf(projectId) };
      const events = checked.map((event) => enrichEvent(event, delivery, sources));
      const accepted = await writer.write(projectId, events);
      return { accepted, duplicates: events.length - accepted, rejected };
    },
  };
}

/** The days whose salts cookieless events need: their own, and the one before. */
function daysOfHashes(events: readonly Checked[]): Set<number> {
  const cookieless = events.filter(({ fields }) => fields.userId === null && fields.visitorId === null);
  return new Set(cookieless.flatMap(({ timestamp }) => [dayOf(timestamp), dayBefore(dayOf(timestamp))]));
}
