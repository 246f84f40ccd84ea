import type { Queryable } from '../store/sql.ts';
import type { Identity, PreparedEvent } from './event.ts';
import type { Recollection } from './memory.ts';
import * as statements from './sql.ts';
import { GAP, LONGEST } from './visits.ts';

// An event of a user joins its device (the visitor id sent beside the user id, else the browser's cookieless identity) to
// that user (docs/metrics.md, "Visitor").

/** A batch's event with its user, its device or both, by number. */
export interface Known {
  event: PreparedEvent;
  userId: number | null;
  device: { id: number; kind: Identity['kind'] } | null;
}

export interface AssignedEvent {
  event: PreparedEvent;
  visitorId: number;
  /** The visitor of the visitor id that was sent, where the event counts as a user's. */
  anonymousId: number | null;
}

/** What following the joins comes to. */
export interface Joined {
  assigned: AssignedEvent[];
  /** Joins that are new. */
  joins: statements.Join[];
  /** Stored visits that become those of users. */
  adopted: statements.Adopted[];
}

// A join with the session id that was sent with it.
type MadeJoin = statements.Join & { sessionId?: string | null };

/**
 * From a join on, events of the device alone are the user's. Of several users the last one before the event counts. What the
 * device did before its first user stays its own, but for the visit that leads up to the join: that is the user's whole.
 *
 * @param stored the joins that are stored, by device
 * @param added the visitors that this batch adds
 */
export async function followJoins(
  db: Queryable,
  projectId: number,
  known: readonly Known[],
  stored: ReadonlyMap<number, statements.Join>,
  added: ReadonlySet<number>,
  memory: Recollection,
): Promise<Joined> {
  const made = known.flatMap(({ event, userId, device }): MadeJoin[] =>
    userId === null || device === null
      ? []
      : [{ visitorId: device.id, userId, at: event.timestamp, sessionId: event.sessionId }],
  );
  const histories = historiesOf([...stored.values(), ...made]);
  const joins = [...histories.values()].flatMap((history) => {
    const last = history.at(-1);
    const before = last && stored.get(last.visitorId);
    return last && (before?.userId !== last.userId || before.at !== last.at) ? [last] : [];
  });
  for (const join of joins) memory.learnJoin(join.visitorId, join);

  const first = new Map([...histories].flatMap(([id, history]) => (history[0] ? [[id, history[0]]] : [])));
  const led = await findLeads(db, projectId, known, first, stored, added);
  const assigned = known.map(({ event, userId, device }) => {
    const history = device && histories.get(device.id);
    const join = led.events.get(event) ?? history?.findLast(({ at }) => at <= event.timestamp);
    const visitorId = userId ?? join?.userId ?? device?.id;
    if (visitorId === undefined) throw new Error('an event is of nobody');
    const isSent = device?.kind === 'visitor' && device.id !== visitorId;
    return { event, visitorId, anonymousId: isSent ? device.id : null };
  });
  return { assigned, joins, adopted: led.adopted };
}

/** Each visitor's joins in the order of time, without those that say again what the one before said. */
function historiesOf(joins: readonly MadeJoin[]): Map<number, MadeJoin[]> {
  const histories = new Map<number, MadeJoin[]>();
  for (const join of joins.toSorted((a, b) => a.at - b.at)) {
    const history = histories.get(join.visitorId) ?? [];
    if (history.at(-1)?.userId !== join.userId) history.push(join);
    histories.set(join.visitorId, history);
  }
  return histories;
}

/** What leads up to the devices' first joins: events of the batch with their join, and stored visits. */
async function findLeads(
  db: Queryable,
  projectId: number,
  known: readonly Known[],
  first: ReadonlyMap<number, MadeJoin>,
  stored: ReadonlyMap<number, statements.Join>,
  added: ReadonlySet<number>,
): Promise<{ events: Map<PreparedEvent, statements.Join>; adopted: statements.Adopted[] }> {
  const leads = { events: new Map<PreparedEvent, statements.Join>(), adopted: [] as statements.Adopted[] };
  const early = new Map<number, PreparedEvent[]>();
  const sent = new Set<number>();
  for (const { event, userId, device } of known) {
    const join = device && first.get(device.id);
    if (!join) continue;
    if (device.kind === 'visitor') sent.add(device.id);
    if (userId === null && event.timestamp < join.at)
      early.set(device.id, [...(early.get(device.id) ?? []), event]);
  }
  // Before a join that is new, the device's stored visits are its own; before one that was known, they are the user's already.
  const isNew = ({ visitorId, at }: MadeJoin) => at < (stored.get(visitorId)?.at ?? Number.POSITIVE_INFINITY);
  const holderOf = (join: MadeJoin) => (isNew(join) ? join.visitorId : join.userId);
  const asked = [...first.values()].filter((join) =>
    isNew(join) ? !added.has(join.visitorId) : early.has(join.visitorId),
  );
  const visits =
    asked.length > 0
      ? await statements.visitsBeside(
          db,
          projectId,
          asked.map((join) => ({
            visitorId: holderOf(join),
            from: join.at - LONGEST,
            to: isNew(join) ? null : join.at,
          })),
        )
      : [];
  for (const join of first.values()) {
    const stretches: Stretch[] = (early.get(join.visitorId) ?? []).map((event) => ({
      event,
      from: event.timestamp,
      to: event.timestamp,
      sessionId: event.sessionId,
    }));
    for (const visit of visits)
      if (visit.visitorId === holderOf(join))
        stretches.push({ visit, from: visit.startedAt, to: visit.endedAt, sessionId: visit.sessionId });
    for (const { event, visit } of leadingTo(join, stretches)) {
      if (event) leads.events.set(event, join);
      if (visit && isNew(join))
        leads.adopted.push({
          visit,
          userId: join.userId,
          shownId: sent.has(visit.visitorId) ? visit.visitorId : null,
        });
    }
  }
  return leads;
}

// An event, or a stored visit, of a device without a user.
interface Stretch {
  event?: PreparedEvent;
  visit?: statements.NearVisit;
  from: number;
  to: number;
  sessionId: string | null;
}

/** The stretches from which one comes to the join without a pause of more than 30 minutes, or under its session id. */
function leadingTo({ at, sessionId }: MadeJoin, stretches: readonly Stretch[]): Stretch[] {
  const leading: Stretch[] = [];
  const sessions = new Set(sessionId ? [sessionId] : []);
  let reached = at;
  for (const stretch of stretches.toSorted((a, b) => b.to - a.to)) {
    const isOfSession = stretch.sessionId !== null && sessions.has(stretch.sessionId);
    if (at - stretch.from > LONGEST || (reached - stretch.to > GAP && !isOfSession)) continue;
    leading.push(stretch);
    if (stretch.sessionId !== null) sessions.add(stretch.sessionId);
    reached = Math.min(reached, stretch.from);
  }
  return leading;
}
