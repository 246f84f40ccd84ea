import type { LRUCache } from 'lru-cache';
import { type Touched, touchedBy, UNTOUCHED } from '../live/touched.ts';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { keepBots } from './bots.sql.ts';
import { type Counts, minuteOf } from './counts.sql.ts';
import type { PreparedEvent } from './event.ts';
import { resolveVisitors } from './identity.ts';
import { type Memory, Recollection } from './memory.ts';
import { type Parcel, sizeOf } from './parcel.ts';
import { type Placement, placeEvents } from './place.ts';
import { dayOf } from './prepare.ts';
import { eventRows, namesSeen, visitRows } from './rows.ts';
import * as statements from './sql.ts';
import { type TermCache, Terms, type VisitTermsCache } from './terms.ts';
import { claimKeys, lockAndClaim, lockProject, writeBatch } from './write.sql.ts';

/** What a process remembers of committed batches: numbers that never change. */
export interface WriterCaches {
  terms: TermCache;
  visitTerms: VisitTermsCache;
  visitors: LRUCache<string, number>;
  memory: Memory;
  months: Set<string>;
}

/** An event as it was stored. */
export interface StoredEvent {
  id: string;
  timestamp: number;
}

/** What a batch stored, as those who watch are told. */
export interface StoredBatch {
  /** The project's revision with it; 0 where it left that as it was. */
  revision: number;
  events: StoredEvent[];
  touched: Touched;
}

/** Told of each batch that stored something, after its commit. */
export type OnStored = (projectId: number, batch: StoredBatch) => void;

export interface BatchResult {
  /** What was stored now; the rest had been stored before. */
  stored: StoredBatch;
  /** Of each parcel, how many of its events were. */
  fresh: number[];
}

/** Parcels that are stored only if they still have to be, which the transaction finds out. */
export interface BatchOptions {
  /** Those to store, given up to where the project's queue was stored before. */
  choose?: (db: Queryable, position: string | null) => readonly Parcel[] | Promise<readonly Parcel[]>;
  /** Up to where the queue is stored with this batch. */
  position?: string;
}

const NOTHING = { events: [], visits: [], grown: [], seen: [], revision: null };

/** The batch's project does not exist (any more). */
export class ProjectGoneError extends Error {}

/**
 * Stores one project's parcels in one transaction: each event id once, visits as the definition says, what is counted,
 * the project's revision raised where an event is new. Whoever returns from here is on disk.
 */
export async function storeBatch(
  store: Store,
  projectId: number,
  parcels: readonly Parcel[],
  caches: WriterCaches,
  options: BatchOptions = {},
): Promise<BatchResult> {
  await ensurePartitions(
    store.pool,
    parcels.flatMap(({ events }) => events),
    caches.months,
  );
  const outcome = await store.transaction(async (db) => {
    const begun = await begin(db, projectId, parcels, options);
    if (begun === null) throw new ProjectGoneError(`project ${projectId} does not exist`);
    const { revision, left, events } = begun;
    const counted = await count(db, projectId, left, events);
    const common = {
      counts: counted.minutes,
      position: left.length > 0 ? (options.position ?? null) : null,
    };
    const fresh = parcels.map((parcel) => counted.fresh.get(parcel) ?? 0);
    if (events.length === 0) {
      // Answers that are kept by the revision stay good.
      if (left.length > 0) await writeBatch(db, projectId, { ...NOTHING, ...common });
      return { stored: { revision: 0, events: [], touched: UNTOUCHED }, fresh, publish: () => undefined };
    }

    const terms = new Terms(db, projectId, caches);
    await terms.resolveEvents(events);
    const memory = new Recollection(caches.memory, projectId, revision);
    const visitors = await resolveVisitors(db, projectId, events, caches.visitors, memory);
    const highest = memory.highest ?? (await statements.highestVisitId(db, projectId));
    const placed = await placeEvents(db, projectId, visitors.assigned, terms, memory, highest);
    const columns = await terms.ofVisits(placed.visits.map((visit) => visit.summary));

    await writeBatch(db, projectId, {
      events: eventRows(projectId, placed.visitIds, visitors.assigned, terms),
      visits: visitRows(
        projectId,
        revision,
        placed.visits.filter(({ goesOn }) => !goesOn),
        columns,
      ),
      grown: placed.visits.filter(({ goesOn }) => goesOn),
      seen: namesSeen(events),
      revision,
      ...common,
    });
    if (placed.moves.length > 0) await statements.moveEvents(db, projectId, placed.moves);
    if (placed.removed.length > 0) await statements.removeVisits(db, projectId, placed.removed);
    if (placed.left.length > 0) await statements.noteRemovals(db, projectId, revision, placed.left);
    const publish = () => {
      terms.publish();
      visitors.publish();
      memory.publish(projectId, revision, placed.highest);
    };
    const stored: StoredBatch = {
      revision: Number(revision),
      events: events.map(({ id, timestamp }) => ({ id, timestamp })),
      touched: touchedBy(
        placed.visits.map(({ summary }) => summary),
        events,
        (part, id) => terms.textsOf(part, id),
        keptAttributes(placed, events, highest),
      ),
    };
    return { stored, fresh, publish };
  });
  outcome.publish();
  return { stored: outcome.stored, fresh: outcome.fresh };
}

/**
 * Whether every visit has the attributes that it had before: they are its first event's, which is another where visits were
 * cut anew, or one that was there begins with a new event.
 */
function keptAttributes(
  { visits, visitIds, moves, removed }: Placement,
  events: readonly PreparedEvent[],
  highest: bigint,
): boolean {
  if (moves.length > 0 || removed.length > 0) return false;
  const starts = new Map(visits.map(({ id, summary }) => [id, summary.startedAt]));
  return events.every(({ id, timestamp }) => {
    const visitId = visitIds.get(id) ?? '';
    return starts.get(visitId) !== timestamp || BigInt(visitId) > highest;
  });
}

/** What becomes of the parcels, by minute, and how many events of each are new; keeps bots apart. */
async function count(
  db: Queryable,
  projectId: number,
  parcels: readonly Parcel[],
  events: readonly PreparedEvent[],
): Promise<{ fresh: Map<Parcel, number>; minutes: Map<number, Counts> }> {
  // Of two requests with one event, the first one stored it.
  const unclaimed = new Set(events.map(({ id }) => id));
  const bots = parcels.flatMap((parcel) => parcel.bots);
  const keptBots = bots.length > 0 ? await keepBots(db, projectId, bots) : new Set<string>();
  const fresh = new Map<Parcel, number>();
  const minutes = new Map<number, Counts>();
  for (const parcel of parcels) {
    const stored = parcel.events.filter(({ id }) => unclaimed.delete(id)).length;
    const bot = parcel.bots.filter(({ event }) => keptBots.delete(event.id)).length;
    fresh.set(parcel, stored);
    const minute = minuteOf(parcel.receivedAt);
    const former = minutes.get(minute) ?? { received: 0, stored: 0, duplicate: 0, bot: 0, rejected: 0 };
    minutes.set(minute, {
      received: former.received + (parcel.acquitted ? 0 : sizeOf(parcel)),
      stored: former.stored + stored,
      duplicate: former.duplicate + parcel.events.length - stored + parcel.bots.length - bot,
      bot: former.bot + bot - (parcel.acquitted ? parcel.events.length : 0),
      rejected: former.rejected + parcel.rejected,
    });
  }
  return { fresh, minutes };
}

async function ensurePartitions(
  db: Queryable,
  batch: readonly PreparedEvent[],
  known: Set<string>,
): Promise<void> {
  for (const day of new Set(batch.map(({ timestamp }) => dayOf(timestamp)))) {
    const month = new Date(day).toISOString().slice(0, 7);
    if (known.has(month)) continue;
    await statements.ensurePartition(db, new Date(day));
    known.add(month);
  }
}

/** Locks the project: its revision with this batch, the parcels that are to be stored, and their events that no one had. */
async function begin(
  db: Queryable,
  projectId: number,
  parcels: readonly Parcel[],
  { choose }: BatchOptions,
): Promise<{ revision: string; left: readonly Parcel[]; events: PreparedEvent[] } | null> {
  if (choose) {
    const locked = await lockProject(db, projectId);
    if (locked === null) return null;
    const left = await choose(db, locked.position);
    const byId = eventsById(left);
    const claimed = byId.size > 0 ? await claimKeys(db, projectId, [...byId.keys()]) : [];
    return { revision: locked.revision, left, events: only(byId, claimed) };
  }
  const byId = eventsById(parcels);
  const locked = await lockAndClaim(db, projectId, [...byId.keys()]);
  return locked && { revision: locked.revision, left: parcels, events: only(byId, locked.claimed) };
}

function eventsById(parcels: readonly Parcel[]): Map<string, PreparedEvent> {
  const byId = new Map<string, PreparedEvent>();
  for (const { events } of parcels)
    for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return byId;
}

/** The events of some ids, in the order that they came in. */
function only(byId: ReadonlyMap<string, PreparedEvent>, ids: readonly string[]): PreparedEvent[] {
  if (ids.length === byId.size) return [...byId.values()];
  const wanted = new Set(ids);
  return [...byId.values()].filter(({ id }) => wanted.has(id));
}
