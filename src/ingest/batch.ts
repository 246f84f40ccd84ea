import type { LRUCache } from 'lru-cache';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { keepBots } from './bots.sql.ts';
import { addCounts, type Counts, minuteOf } from './counts.sql.ts';
import type { PreparedEvent } from './event.ts';
import { resolveVisitors } from './identity.ts';
import { type Parcel, sizeOf } from './parcel.ts';
import { placeEvents } from './place.ts';
import { dayOf } from './prepare.ts';
import * as statements from './sql.ts';
import { pairKey, type TermCache, Terms, type VisitTermsCache } from './terms.ts';

/** What a process remembers of committed batches: numbers that never change. */
export interface WriterCaches {
  terms: TermCache;
  visitTerms: VisitTermsCache;
  visitors: LRUCache<string, number>;
  /** By project: the highest id of a visit as of a revision. */
  highest: LRUCache<number, { revision: string; id: bigint }>;
  months: Set<string>;
}

/** An event as it was stored. */
export interface StoredEvent {
  id: string;
  timestamp: number;
}

/** Told of each batch after its commit. */
export type OnStored = (projectId: number, events: readonly StoredEvent[]) => void;

export interface BatchResult {
  /** What was stored now; the rest had been stored before. */
  stored: StoredEvent[];
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

/** The batch's project does not exist (any more). */
export class ProjectGoneError extends Error {}

/**
 * Stores one project's parcels in one transaction: each event id once, visits as the definition says, what is counted,
 * the project's revision raised. Whoever returns from here is on disk.
 */
export async function storeBatch(
  store: Store,
  projectId: number,
  parcels: readonly Parcel[],
  caches: WriterCaches,
  { choose = () => parcels, position }: BatchOptions = {},
): Promise<BatchResult> {
  await ensurePartitions(
    store.pool,
    parcels.flatMap(({ events }) => events),
    caches.months,
  );
  const outcome = await store.transaction(async (db) => {
    const locked = await statements.lockRevision(db, projectId);
    if (locked === null) throw new ProjectGoneError(`project ${projectId} does not exist`);
    const { revision } = locked;
    const left = await choose(db, locked.position);
    if (position && left.length > 0) await statements.setPosition(db, projectId, position);
    const events = await onlyNew(
      db,
      projectId,
      left.flatMap((parcel) => parcel.events),
    );
    const counted = await count(db, projectId, left, events);
    const fresh = parcels.map((parcel) => counted.get(parcel) ?? 0);
    if (events.length === 0) return { events, fresh, publish: () => undefined };

    const terms = new Terms(db, projectId, caches);
    await terms.resolveEvents(events);
    const visitors = await resolveVisitors(db, projectId, events, caches.visitors);
    const highest = await highestVisit(db, projectId, revision, caches);
    const placed = await placeEvents(db, projectId, visitors.assigned, terms, highest);

    await statements.insertEvents(db, eventRows(projectId, placed.visitIds, visitors.assigned, terms));
    const columns = await terms.ofVisits(placed.visits.map((visit) => visit.summary));
    await statements.upsertVisits(
      db,
      placed.visits.map((visit) => ({
        project_id: projectId,
        id: visit.id,
        revision,
        visitor_id: visit.visitorId,
        session_id: visit.sessionId ?? undefined,
        started_at: new Date(visit.summary.startedAt),
        ended_at: new Date(visit.summary.endedAt),
        entry_at: toDate(visit.summary.entryAt),
        exit_at: toDate(visit.summary.exitAt),
        events: visit.summary.events,
        pageviews: visit.summary.pageviews,
        origin: visit.summary.origin,
        client: visit.summary.client,
        entry_path: visit.summary.entryPath ?? undefined,
        exit_path: visit.summary.exitPath ?? undefined,
        ...columns.get(pairKey(visit.summary)),
        steps: visit.steps && `\\x${visit.steps.toString('hex')}`,
      })),
    );
    if (placed.moves.length > 0) await statements.moveEvents(db, projectId, placed.moves);
    if (placed.removed.length > 0) await statements.removeVisits(db, projectId, placed.removed);
    if (placed.left.length > 0) await statements.noteRemovals(db, projectId, revision, placed.left);
    await statements.seeDefinitions(db, projectId, namesSeen(events));
    const publish = () => {
      terms.publish();
      visitors.publish();
      caches.highest.set(projectId, { revision, id: placed.highest });
    };
    return { events, fresh, publish };
  });
  outcome.publish();
  return { stored: outcome.events.map(({ id, timestamp }) => ({ id, timestamp })), fresh: outcome.fresh };
}

/** Asked only after somebody else has raised the revision: they may have made visits. */
async function highestVisit(
  db: Queryable,
  projectId: number,
  revision: string,
  { highest }: WriterCaches,
): Promise<bigint> {
  const known = highest.get(projectId);
  if (known && BigInt(known.revision) + 1n === BigInt(revision)) return known.id;
  return statements.highestVisitId(db, projectId);
}

/** Counts what becomes of the parcels, and keeps bots apart; returns how many events of each parcel are new. */
async function count(
  db: Queryable,
  projectId: number,
  parcels: readonly Parcel[],
  events: readonly PreparedEvent[],
): Promise<Map<Parcel, number>> {
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
  if (minutes.size > 0) await addCounts(db, projectId, minutes);
  return fresh;
}

const toDate = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

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

async function onlyNew(
  db: Queryable,
  projectId: number,
  batch: readonly PreparedEvent[],
): Promise<PreparedEvent[]> {
  const byId = new Map<string, PreparedEvent>();
  for (const event of batch) if (!byId.has(event.id)) byId.set(event.id, event);
  const claimed = new Set(await statements.claimKeys(db, projectId, [...byId.keys()]));
  return [...byId.values()].filter((event) => claimed.has(event.id));
}

/** What an event does not have stays out of its row: as JSON it is shorter by half, for both ends. */
function eventRows(
  projectId: number,
  visitIds: ReadonlyMap<string, string>,
  events: readonly { event: PreparedEvent; visitorId: number; anonymousId: number | null }[],
  terms: Terms,
): Record<string, unknown>[] {
  return events.map(({ event, visitorId, anonymousId }) => ({
    project_id: projectId,
    timestamp: new Date(event.timestamp),
    id: event.id,
    visit_id: visitIds.get(event.id),
    visitor_id: visitorId,
    anonymous_id: anonymousId ?? undefined,
    type: event.type,
    name: terms.id('name', event.name),
    hostname: event.hostname === null ? undefined : terms.id('hostname', event.hostname),
    path: event.path === null ? undefined : terms.id('path', event.path),
    origin: terms.id('origin', event.origin),
    client: terms.id('client', event.client),
    received_at: new Date(event.receivedAt),
    event_id: event.eventId ?? undefined,
    session_id: event.sessionId ?? undefined,
    url: event.url ?? undefined,
    referrer: event.referrer ?? undefined,
    title: event.title ?? undefined,
    revenue: event.revenue?.amount,
    currency: event.revenue?.currency,
    properties: event.properties ?? undefined,
  }));
}

function namesSeen(events: readonly PreparedEvent[]): { name: string; first: number; last: number }[] {
  const seen = new Map<string, { name: string; first: number; last: number }>();
  for (const { name, timestamp } of events) {
    const former = seen.get(name) ?? { name, first: timestamp, last: timestamp };
    seen.set(name, {
      name,
      first: Math.min(former.first, timestamp),
      last: Math.max(former.last, timestamp),
    });
  }
  return [...seen.values()];
}
