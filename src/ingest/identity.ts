import type { LRUCache } from 'lru-cache';
import type { Queryable } from '../store/sql.ts';
import type { Identity, PreparedEvent } from './event.ts';
import { type AssignedEvent, followJoins, type Known } from './joins.ts';
import type { Recollection } from './memory.ts';
import { dayOf } from './prepare.ts';
import * as statements from './sql.ts';
import { GAP } from './visits.ts';
import type { AddedVisitor } from './write.sql.ts';

/** Who a batch's events are of, and what that makes to be written. */
export interface Visitors {
  assigned: AssignedEvent[];
  /** Visitors that are new. */
  added: AddedVisitor[];
  /** Joins of visitors to users, in the place of what they were joined to before. */
  joins: statements.Join[];
  /** Stored visits that become those of users. */
  adopted: statements.Adopted[];
  /** The highest number of a visitor with them. */
  highest: number;
  /** Keeps the numbers that were found; call it after the commit. */
  publish: () => void;
}

/** What a user's event was sent from, or whoever has no user; null where only the user is known. */
const deviceOf = ({ visitor, anonymous }: PreparedEvent): Identity | null =>
  anonymous ?? (visitor.kind === 'user' ? null : visitor);

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

  const stored = await storedJoins(db, projectId, events, found, memory);
  const devices = await continueVisits(db, projectId, events, found, stored);
  const missing = new Map<string, Identity>();
  for (const event of events)
    for (const identity of [event.visitor.kind === 'user' ? event.visitor : null, devices.get(event)])
      if (identity && !found.has(identity.digest)) missing.set(identity.digest, identity);
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
  const known = events.map((event): Known => {
    const device = devices.get(event);
    return {
      event,
      userId: event.visitor.kind === 'user' ? numberOf(event.visitor) : null,
      device: device ? { id: numberOf(device), kind: device.kind } : null,
    };
  });
  const addedIds = new Set(added.map(({ id }) => id));
  const { assigned, joins, adopted } = await followJoins(db, projectId, known, stored, addedIds, memory);
  const joinOf = new Map(joins.map((join) => [join.visitorId, join]));
  return {
    assigned,
    adopted,
    added: added.map((visitor) => ({ ...visitor, join: joinOf.get(visitor.id) ?? null })),
    joins: joins.filter(({ visitorId }) => !addedIds.has(visitorId)),
    highest,
    publish: () => {
      for (const [digest, id] of found) if (unknown.has(digest)) cache.set(cacheKey(digest), id);
    },
  };
}

/** The joins of the batch's devices that are stored, by number. */
async function storedJoins(
  db: Queryable,
  projectId: number,
  events: readonly PreparedEvent[],
  found: ReadonlyMap<string, number>,
  memory: Recollection,
): Promise<Map<number, statements.Join>> {
  const devices = new Set<number>();
  for (const event of events)
    for (const identity of [deviceOf(event), event.yesterday]) {
      const id = identity && found.get(identity.digest);
      if (id) devices.add(id);
    }
  const stored = new Map<number, statements.Join>();
  const unknown: number[] = [];
  for (const id of devices) {
    const join = memory.joinOf(id);
    if (join === undefined) unknown.push(id);
    else if (join !== null) stored.set(id, join);
  }
  if (unknown.length > 0)
    for (const join of await statements.findJoins(db, projectId, unknown)) stored.set(join.visitorId, join);
  for (const id of unknown) memory.learnJoin(id, stored.get(id) ?? null);
  return stored;
}

interface Stretch {
  from: number;
  to: number;
}

/** The device of each event that has one: today's identity or, inside a visit that began under it, yesterday's. */
async function continueVisits(
  db: Queryable,
  projectId: number,
  events: readonly PreparedEvent[],
  known: ReadonlyMap<string, number>,
  joined: ReadonlyMap<number, statements.Join>,
): Promise<Map<PreparedEvent, Identity>> {
  // The visits of who was joined to a user are that user's.
  const holderOf = ({ digest }: Identity): number | undefined => {
    const id = known.get(digest);
    return id && (joined.get(id)?.userId ?? id);
  };
  const windows = events.flatMap((event) => {
    const visitorId = event.yesterday && holderOf(event.yesterday);
    return visitorId ? [{ visitorId, from: event.timestamp - GAP, to: event.timestamp + GAP }] : [];
  });
  const visits = windows.length > 0 ? await statements.visitsBeside(db, projectId, windows) : [];
  const byVisitor = new Map<number, Stretch[]>();
  for (const { visitorId, startedAt, endedAt } of visits) {
    byVisitor.set(visitorId, [...(byVisitor.get(visitorId) ?? []), { from: startedAt, to: endedAt }]);
  }
  const stretches = new Map<string, Stretch[]>();
  for (const { yesterday, timestamp } of events) {
    const own = yesterday && byVisitor.get(holderOf(yesterday) ?? 0);
    if (!own) continue;
    // A user's visit that began today need not be this device's of yesterday.
    const running = own.filter(({ from }) => from < dayOf(timestamp));
    stretches.set(yesterday.digest, running);
  }

  const identities = new Map<PreparedEvent, Identity>();
  for (const event of events.toSorted((a, b) => a.timestamp - b.timestamp)) {
    const device = deviceOf(event);
    if (device === null) continue;
    const at = event.timestamp;
    const near = (stretch: Stretch) => at >= stretch.from - GAP && at <= stretch.to + GAP;
    const running = event.yesterday && stretches.get(event.yesterday.digest)?.some(near);
    const identity = running && event.yesterday ? event.yesterday : device;
    identities.set(event, identity);
    if (identity.kind !== 'cookieless') continue;
    const own = stretches.get(identity.digest) ?? [];
    own.push({ from: at, to: at });
    stretches.set(identity.digest, own);
  }
  return identities;
}
