import type { LRUCache } from 'lru-cache';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { PreparedEvent } from './event.ts';
import { resolveVisitors } from './identity.ts';
import { placeEvents } from './place.ts';
import * as statements from './sql.ts';
import { pairKey, type TermCache, Terms, termsOf, type VisitTermsCache } from './terms.ts';

/** What a process remembers of committed batches: numbers that never change. */
export interface WriterCaches {
  terms: TermCache;
  visitTerms: VisitTermsCache;
  visitors: LRUCache<string, number>;
  months: Set<string>;
}

/** An event as it was stored. */
export interface StoredEvent {
  id: string;
  timestamp: number;
}

export interface BatchResult {
  /** What was stored now; the rest had been stored before. */
  stored: StoredEvent[];
}

/** The batch's project does not exist (any more). */
export class ProjectGoneError extends Error {}

/**
 * Stores one project's events in one transaction: each event id once, visits as the definition says, the project's
 * revision raised. Whoever returns from here is on disk.
 */
export async function storeBatch(
  store: Store,
  projectId: number,
  batch: readonly PreparedEvent[],
  caches: WriterCaches,
): Promise<BatchResult> {
  await ensurePartitions(store.pool, batch, caches.months);
  const outcome = await store.transaction(async (db) => {
    const revision = await statements.lockRevision(db, projectId);
    if (revision === null) throw new ProjectGoneError(`project ${projectId} does not exist`);
    const events = await onlyNew(db, projectId, batch);
    if (events.length === 0) return null;

    const terms = new Terms(db, projectId, caches);
    await terms.resolve(events.flatMap(termsOf));
    const visitors = await resolveVisitors(db, projectId, events, caches.visitors);
    const placed = await placeEvents(db, projectId, visitors.assigned, terms);

    await statements.insertEvents(db, eventRows(projectId, placed.visitIds, visitors.assigned, terms));
    const columns = await terms.ofVisits(placed.visits.map((visit) => visit.summary));
    await statements.upsertVisits(
      db,
      placed.visits.map((visit) => ({
        project_id: projectId,
        id: visit.id,
        revision,
        visitor_id: visit.visitorId,
        session_id: visit.sessionId,
        started_at: new Date(visit.summary.startedAt),
        ended_at: new Date(visit.summary.endedAt),
        entry_at: toDate(visit.summary.entryAt),
        exit_at: toDate(visit.summary.exitAt),
        events: visit.summary.events,
        pageviews: visit.summary.pageviews,
        origin: visit.summary.origin,
        client: visit.summary.client,
        entry_path: visit.summary.entryPath,
        exit_path: visit.summary.exitPath,
        ...columns.get(pairKey(visit.summary)),
        steps: visit.steps && `\\x${visit.steps.toString('hex')}`,
      })),
    );
    if (placed.moves.length > 0) await statements.moveEvents(db, projectId, placed.moves);
    if (placed.removed.length > 0) await statements.removeVisits(db, projectId, placed.removed);
    if (placed.left.length > 0) await statements.noteRemovals(db, projectId, revision, placed.left);
    await statements.seeDefinitions(db, projectId, namesSeen(events));
    return { events, terms, visitors };
  });
  if (outcome === null) return { stored: [] };
  outcome.terms.publish();
  outcome.visitors.publish();
  return { stored: outcome.events.map(({ id, timestamp }) => ({ id, timestamp })) };
}

const toDate = (at: number | null): Date | null => (at === null ? null : new Date(at));

async function ensurePartitions(
  db: Queryable,
  batch: readonly PreparedEvent[],
  known: Set<string>,
): Promise<void> {
  for (const event of batch) {
    const month = new Date(event.timestamp).toISOString().slice(0, 7);
    if (known.has(month)) continue;
    await statements.ensurePartition(db, new Date(event.timestamp));
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
    anonymous_id: anonymousId,
    type: event.type,
    name: terms.id('name', event.name),
    hostname: event.hostname === null ? null : terms.id('hostname', event.hostname),
    path: event.path === null ? null : terms.id('path', event.path),
    origin: terms.id('origin', event.origin),
    client: terms.id('client', event.client),
    received_at: new Date(event.receivedAt),
    event_id: event.eventId,
    session_id: event.sessionId,
    url: event.url,
    referrer: event.referrer,
    title: event.title,
    revenue: event.revenue?.amount ?? null,
    currency: event.revenue?.currency ?? null,
    properties: event.properties,
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
