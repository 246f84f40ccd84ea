import type { LRUCache } from 'lru-cache';
import type { Queryable } from '../store/sql.ts';
import type { Identity, PreparedEvent } from './event.ts';
import type { Recollection } from './memory.ts';
import * as statements from './sql.ts';
import { GAP } from './visits.ts';
import type { AddedVisitor } from './write.sql.ts';

export interface AssignedEvent {
  event: PreparedEvent;
  visitorId: number;
  /** The visitor of the visitor id that came beside a user id, or in its place. */
  anonymousId: number | null;
}

/** Who a batch's events are of, and what that makes to be written. */
export interface Visitors {
  assigned: AssignedEvent[];
  /** Visitors that are new. */
  added: AddedVisitor[];
  /** Joins of visitors to users, in the place of what they were joined to before. */
  joins: statements.Join[];
  /** The highest number of a visitor with them. */
  highest: number;
  /** Keeps the numbers that were found; call it after the commit. */
  publish: () => void;
}

/**
 * The visitors of a batch's events, by number. An anonymous visitor counts as the user that it was
 * joined to. A cookieless visitor who is in the middle of a visit at 00:00 UTC keeps yesterday's identity until that
 * visit ends. `db` reads as planBatch says.
 */
export async function resolveVisitors(
  db: Queryable,
  projectId: number,
  events: readonly PreparedEvent[],
  cache: LRUCache<string, number>,
  memory: Recollection,
): Promise<Visitors> {
  const found = new Map<string, number>();
  const cacheKey = (digest: string) => `${projectId}\0${digest}`;
  const unknown = new Set<string>();
  for (const { visitor, yesterday, anonymous } of events) {
    for (const identity of [visitor, yesterday, anonymous]) {
      if (identity === null) continue;
      const id = cache.get(cacheKey(identity.digest));
      if (id === undefined) unknown.add(identity.digest);
      else found.set(identity.digest, id);
    }
  }
  const wanted = [...unknown].filter((digest) => !memory.isAbsent(digest));
  if (wanted.length > 0) {
    for (const { digest, id } of await statements.findVisitors(db, projectId, wanted)) found.set(digest, id);
  }

  const identities = await continueVisits(db, projectId, events, found);
  const missing = new Map<string, Identity>();
  for (const identity of [...identities.values(), ...events.flatMap((event) => event.anonymous ?? [])]) {
    if (!found.has(identity.digest)) missing.set(identity.digest, identity);
  }
  let highest = memory.highest?.visitor ?? (await statements.highestVisitor(db, projectId));
  const added = [...missing.values()].map((identity) => ({ ...identity, id: ++highest }));
  for (const { digest, id } of added) {
    found.set(digest, id);
    memory.add(id, digest);
  }
  // Who is cookieless was somebody else yesterday, whom most projects have never seen: they are asked for with every event.
  for (const digest of wanted) if (!found.has(digest)) memory.learnAbsent(digest);

  const numberOf = (identity: Identity): number => {
    const id = found.get(identity.digest);
    if (id === undefined) throw new Error('a visitor was neither found nor added');
    return id;
  };
  const assigned = events.map((event) => ({
    event,
    visitorId: numberOf(identities.get(event) ?? event.visitor),
    anonymousId: event.anonymous === null ? null : numberOf(event.anonymous),
  }));
  return {
    ...(await followJoins(db, projectId, assigned, memory)),
    added,
    highest,
    publish: () => {
      for (const [digest, id] of found) if (unknown.has(digest)) cache.set(cacheKey(digest), id);
    },
  };
}

/**
 * An event with a user id and a visitor id joins that visitor to that user: from its time on, events of the visitor
 * alone are the user's. Of several users the last one before the event counts. What is stored stays as it is. Returns the
 * joins that are new.
 */
async function followJoins(
  db: Queryable,
  projectId: number,
  assigned: readonly AssignedEvent[],
  memory: Recollection,
): Promise<Pick<Visitors, 'assigned' | 'joins'>> {
  const visitors = new Set<number>();
  for (const { event, visitorId, anonymousId } of assigned) {
    if (anonymousId !== null) visitors.add(anonymousId);
    else if (event.visitor.kind === 'visitor') visitors.add(visitorId);
  }
  if (visitors.size === 0) return { assigned: [...assigned], joins: [] };
  const stored = new Map<number, statements.Join>();
  const unknown: number[] = [];
  for (const id of visitors) {
    const join = memory.joinOf(id);
    if (join === undefined) unknown.push(id);
    else if (join !== null) stored.set(id, join);
  }
  if (unknown.length > 0)
    for (const join of await statements.findJoins(db, projectId, unknown)) stored.set(join.visitorId, join);

  const made: statements.Join[] = assigned.flatMap(({ event, visitorId, anonymousId }) =>
    anonymousId === null ? [] : [{ visitorId: anonymousId, userId: visitorId, at: event.timestamp }],
  );
  const histories = historiesOf([...stored.values(), ...made]);
  const joins = [...histories.values()].flatMap((history) => {
    const last = history.at(-1);
    const before = last && stored.get(last.visitorId);
    return last && (before?.userId !== last.userId || before.at !== last.at) ? [last] : [];
  });
  for (const id of [...unknown, ...joins.map(({ visitorId }) => visitorId)])
    memory.learnJoin(id, histories.get(id)?.at(-1) ?? null);

  const followed = assigned.map((own) => {
    if (own.event.visitor.kind !== 'visitor') return own;
    const join = histories.get(own.visitorId)?.findLast(({ at }) => at <= own.event.timestamp);
    return join ? { event: own.event, visitorId: join.userId, anonymousId: own.visitorId } : own;
  });
  return { assigned: followed, joins };
}

/** Each visitor's joins in the order of time, without those that say again what the one before said. */
function historiesOf(joins: readonly statements.Join[]): Map<number, statements.Join[]> {
  const histories = new Map<number, statements.Join[]>();
  for (const join of joins.toSorted((a, b) => a.at - b.at)) {
    const history = histories.get(join.visitorId) ?? [];
    if (history.at(-1)?.userId !== join.userId) history.push(join);
    histories.set(join.visitorId, history);
  }
  return histories;
}

interface Stretch {
  from: number;
  to: number;
}

/** Today's identity or, inside a visit that began under it, yesterday's. */
async function continueVisits(
  db: Queryable,
  projectId: number,
  events: readonly PreparedEvent[],
  known: ReadonlyMap<string, number>,
): Promise<Map<PreparedEvent, Identity>> {
  const windows = events.flatMap((event) => {
    const visitorId = event.yesterday && known.get(event.yesterday.digest);
    return visitorId
      ? [{ visitorId, sessionId: null, from: event.timestamp - GAP, to: event.timestamp + GAP }]
      : [];
  });
  const visits = windows.length > 0 ? await statements.visitsNear(db, projectId, windows) : [];
  const byVisitor = new Map<number, Stretch[]>();
  for (const { visitorId, startedAt, endedAt } of visits) {
    byVisitor.set(visitorId, [...(byVisitor.get(visitorId) ?? []), { from: startedAt, to: endedAt }]);
  }
  const stretches = new Map<string, Stretch[]>();
  for (const { yesterday } of events) {
    const own = yesterday && byVisitor.get(known.get(yesterday.digest) ?? 0);
    if (own) stretches.set(yesterday.digest, own);
  }

  const identities = new Map<PreparedEvent, Identity>();
  for (const event of events.toSorted((a, b) => a.timestamp - b.timestamp)) {
    const at = event.timestamp;
    const near = (stretch: Stretch) => at >= stretch.from - GAP && at <= stretch.to + GAP;
    const running = event.yesterday && stretches.get(event.yesterday.digest)?.some(near);
    const identity = running && event.yesterday ? event.yesterday : event.visitor;
    identities.set(event, identity);
    if (identity.kind !== 'cookieless') continue;
    const own = stretches.get(identity.digest) ?? [];
    own.push({ from: at, to: at });
    stretches.set(identity.digest, own);
  }
  return identities;
}
