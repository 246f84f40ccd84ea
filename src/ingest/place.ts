import { dayOf } from '../segments/fields.ts';
import type { Queryable } from '../store/sql.ts';
import type { Visitors } from './identity.ts';
import type { AssignedEvent } from './joins.ts';
import type { Recollection } from './memory.ts';
import * as statements from './sql.ts';
import type { Terms } from './terms.ts';
import { gapOf, planVisits, reachOf, type VisitEvent, type VisitSummary } from './visits.ts';

export interface Placement {
  /** The visit of each new event, by event id. */
  visitIds: Map<string, string>;
  visits: {
    id: string;
    visitorId: number;
    sessionId: string | null;
    summary: VisitSummary;
    steps: Buffer | null;
    goesOn: boolean;
  }[];
  /** Stored events that belong to another visit now. */
  moves: { key: string; at: number; visitId: string }[];
  /** Visits that are no more. */
  removed: string[];
  /** Visits that are no more, or begin on another UTC day now; `startedAt` is when they began before. */
  left: { id: string; startedAt: number }[];
  /** The highest id of any visit now. */
  highest: bigint;
}

// Visits are kept apart by visitor and by the session id that was sent, or none.
interface Group {
  visitorId: number;
  sessionId: string | null;
  fresh: VisitEvent[];
  stored: Map<string, statements.NearVisit>;
  opened: VisitEvent[];
  /** Visits that become those of users with this batch. */
  lost: Set<string>;
  /** When the visits that were loaded began, the opened ones too. */
  starts: Map<string, number>;
  /** Whether it happens now: then its visits are read to the last one, and that is remembered. */
  live: boolean;
  /** Whether `stored` has its last visit, if it has any. */
  hasLast: boolean;
}

// Events that are sent later than this are not of visits that go on.
const LIVE = 60 * 60_000;
// After all events.
const ENDLESS = Date.parse('9999-12-31T00:00:00Z');

/**
 * Finds the visit of every new event, changing, merging and splitting stored visits where the events demand it. Visits that
 * become those of users are placed among theirs, event by event.
 *
 * @param memory what is known of visitors' visits already, and learns what they are now
 * @param highest the highest id of any visit before
 */
export async function placeEvents(
  db: Queryable,
  projectId: number,
  { assigned, adopted }: Pick<Visitors, 'assigned' | 'adopted'>,
  terms: Terms,
  memory: Recollection,
  highest: bigint,
): Promise<Placement> {
  const groups = groupEvents(assigned, terms);
  if (adopted.length > 0) await adopt(db, projectId, groups, adopted, memory);
  const unknown = [...groups.values()].filter((group) => !recall(group, memory));
  if (unknown.length > 0) await loadNear(db, projectId, groups, unknown.map(windowOf));

  const placement: Placement = {
    visitIds: new Map(),
    visits: [],
    moves: [],
    removed: [],
    left: [],
    highest,
  };
  const nextId = (): string => String(++placement.highest);
  for (let open = [...groups.values()]; open.length > 0; ) {
    const visitsToOpen: statements.NearVisit[] = [];
    const again: Group[] = [];
    for (const group of open) {
      const plan = planVisits(
        [...group.stored.values()],
        [...group.opened, ...group.fresh],
        gapOf(group.sessionId),
      );
      if (plan.kind === 'open') {
        again.push(group);
        group.hasLast = false;
        for (const id of plan.visitIds) {
          const visit = group.stored.get(id);
          if (visit) visitsToOpen.push(visit);
        }
        continue;
      }
      for (const visit of plan.visits) {
        const id = visit.id ?? nextId();
        const { visitorId, sessionId } = group;
        const { summary, steps, goesOn } = visit;
        placement.visits.push({ id, visitorId, sessionId, summary, steps, goesOn });
        group.stored.set(id, { ...summary, id, visitorId, sessionId, steps });
        const before = group.starts.get(id);
        if (before !== undefined && dayOf(before) !== dayOf(visit.summary.startedAt)) {
          placement.left.push({ id, startedAt: before });
        }
        for (const event of visit.joined) {
          if (event.visitId === null) placement.visitIds.set(event.key, id);
          else placement.moves.push({ key: event.key, at: event.at, visitId: id });
        }
      }
      remember(group, memory);
      placement.removed.push(...plan.removed);
      for (const id of plan.removed) placement.left.push({ id, startedAt: group.starts.get(id) ?? 0 });
    }
    if (visitsToOpen.length > 0) await openVisits(db, projectId, groups, visitsToOpen);
    open = again;
  }
  return placement;
}

const keyOf = (visitorId: number, sessionId: string | null): string => `${visitorId} ${sessionId ?? ''}`;

function groupEvents(events: readonly AssignedEvent[], terms: Terms): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { event, visitorId } of events) {
    const key = keyOf(visitorId, event.sessionId);
    const group = groups.get(key) ?? emptyGroup(visitorId, event.sessionId);
    groups.set(key, group);
    group.live ||= event.receivedAt - event.timestamp < LIVE;
    group.fresh.push({
      key: event.id,
      at: event.timestamp,
      receivedAt: event.receivedAt,
      type: event.type,
      name: terms.id('name', event.name),
      path: event.path === null ? null : terms.id('path', event.path),
      hostname: event.hostname === null ? null : terms.id('hostname', event.hostname),
      origin: terms.id('origin', event.origin),
      client: terms.id('client', event.client),
      visitId: null,
    });
  }
  return groups;
}

const emptyGroup = (visitorId: number, sessionId: string | null): Group => ({
  visitorId,
  sessionId,
  fresh: [],
  stored: new Map(),
  opened: [],
  lost: new Set(),
  starts: new Map(),
  live: false,
  hasLast: false,
});

/** Puts the events of visits into the groups of the users whose they become. */
async function adopt(
  db: Queryable,
  projectId: number,
  groups: Map<string, Group>,
  adopted: readonly statements.Adopted[],
  memory: Recollection,
): Promise<void> {
  const groupOf = new Map<string, Group>();
  for (const { visit, userId } of adopted) {
    const key = keyOf(userId, visit.sessionId);
    const group = groups.get(key) ?? emptyGroup(userId, visit.sessionId);
    groups.set(key, group);
    groupOf.set(visit.id, group);
    group.starts.set(visit.id, visit.startedAt);
    memory.learnLastVisit(visit.visitorId, visit.sessionId, undefined);
    groups.get(keyOf(visit.visitorId, visit.sessionId))?.lost.add(visit.id);
  }
  const visits = adopted.map(({ visit }) => visit);
  for (const event of await statements.eventsOfVisits(db, projectId, visits)) {
    if (event.visitId !== null) groupOf.get(event.visitId)?.opened.push(event);
  }
}

/** What is to be read of a group's visits: to the last one where they are to be remembered. */
function windowOf(group: Group): statements.Window {
  const { visitorId, sessionId, fresh, opened, live } = group;
  const times = [...fresh, ...opened].map(({ at }) => at);
  const from = Math.min(...times) - reachOf(sessionId);
  group.hasLast = live;
  const to = live ? ENDLESS : Math.max(...times) + reachOf(sessionId);
  return { visitorId, sessionId, from, to };
}

/** Takes a group's last visit from memory; false where that is not known, or not all that its events may touch. */
function recall(group: Group, memory: Recollection): boolean {
  const { visitorId, sessionId, fresh, opened, lost, stored, starts } = group;
  const last = memory.lastVisit(visitorId, sessionId);
  if (last === undefined) return false;
  if (last !== null) {
    const isBefore = ({ at }: VisitEvent) => at <= last.endedAt;
    if (lost.has(last.id) || fresh.some(isBefore) || opened.some(isBefore)) return false;
    stored.set(last.id, last);
    starts.set(last.id, last.startedAt);
  }
  group.hasLast = true;
  return true;
}

function remember({ visitorId, sessionId, stored, hasLast }: Group, memory: Recollection): void {
  let last: statements.NearVisit | undefined;
  if (hasLast) for (const visit of stored.values()) if (!last || visit.endedAt > last.endedAt) last = visit;
  memory.learnLastVisit(visitorId, sessionId, last && { ...last, steps: null });
}

async function loadNear(
  db: Queryable,
  projectId: number,
  groups: ReadonlyMap<string, Group>,
  windows: readonly statements.Window[],
): Promise<void> {
  for (const visit of await statements.visitsNear(db, projectId, windows)) {
    const group = groups.get(keyOf(visit.visitorId, visit.sessionId));
    // A visit that was opened is represented by its events.
    if (!group || group.lost.has(visit.id) || group.opened.some((event) => event.visitId === visit.id))
      continue;
    group.stored.set(visit.id, visit);
    group.starts.set(visit.id, visit.startedAt);
  }
}

/** Replaces visits by their events, and loads the visits beside them, which a new cut may reach. */
async function openVisits(
  db: Queryable,
  projectId: number,
  groups: ReadonlyMap<string, Group>,
  visits: readonly statements.NearVisit[],
): Promise<void> {
  const groupOf = new Map<string, Group>();
  for (const visit of visits) {
    const group = groups.get(keyOf(visit.visitorId, visit.sessionId));
    if (!group) continue;
    groupOf.set(visit.id, group);
    group.stored.delete(visit.id);
  }
  for (const event of await statements.eventsOfVisits(db, projectId, visits)) {
    if (event.visitId !== null) groupOf.get(event.visitId)?.opened.push(event);
  }
  await loadNear(
    db,
    projectId,
    groups,
    visits.map(({ visitorId, sessionId, startedAt, endedAt }) => {
      const reach = reachOf(sessionId);
      return { visitorId, sessionId, from: startedAt - reach, to: endedAt + reach };
    }),
  );
}
