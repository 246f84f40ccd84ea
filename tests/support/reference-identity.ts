import { type RawEvent, visitsOf } from './reference.ts';

// Who an event counts as, by docs/metrics.md ("Visitor"), for events that arrive in the order in which they happen.

/** An event as it is sent: by a browser with a visitor id of its own, or known by its address alone; with a user or without. */
export interface SentByDevice extends Omit<RawEvent, 'device'> {
  device: { id: string; cookieless: boolean };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The events with the user that each counts as, and the device as the visitor. */
export function ownersOf(sent: readonly SentByDevice[]): RawEvent[] {
  const events = withDevices(sent);
  return events.map((event) => {
    if (event.userId !== null) return event;
    const own = events.filter(({ visitor }) => visitor === event.visitor);
    const joins = own.filter(({ userId }) => userId !== null).toSorted((a, b) => a.at - b.at);
    const last = joins.findLast(({ at }) => at <= event.at);
    const [first] = joins;
    if (last || !first) return { ...event, userId: last?.userId ?? null };
    return { ...event, userId: leadUp(own, first).has(event) ? first.userId : null };
  });
}

/** The events of the visits of a device alone from which one comes to its first user without a pause. */
function leadUp(own: readonly RawEvent[], join: RawEvent): Set<RawEvent> {
  const alone = visitsOf(own.filter(({ userId, at }) => userId === null && at < join.at));
  const led = new Set<RawEvent>();
  let reached = join.at;
  for (const { end, start, events } of alone.toSorted((a, b) => b.end - a.end)) {
    const session = events[0]?.session ?? null;
    if (reached - end > 30 * MINUTE && (session === null || session !== join.session)) continue;
    for (const event of events) led.add(event);
    reached = Math.min(reached, start);
  }
  return led;
}

/** Without a visitor id a device is another one each UTC day, but for the rest of a visit that midnight finds. */
function withDevices(sent: readonly SentByDevice[]): RawEvent[] {
  const lastOf = new Map<string, number>();
  const events = new Map<SentByDevice, RawEvent>();
  for (const event of sent.toSorted((a, b) => a.at - b.at)) {
    const { id, cookieless } = event.device;
    const day = Math.floor(event.at / DAY);
    const yesterday = `${id} of ${day - 1}`;
    const goesOn = event.at - (lastOf.get(yesterday) ?? Number.NEGATIVE_INFINITY) <= 30 * MINUTE;
    const visitor = cookieless ? (goesOn ? yesterday : `${id} of ${day}`) : id;
    lastOf.set(visitor, event.at);
    events.set(event, { ...event, visitor, device: null });
  }
  return sent.flatMap((event) => events.get(event) ?? []);
}
