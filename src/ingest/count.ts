import { type Counts, minuteOf } from './counts.sql.ts';
import type { PreparedEvent } from './event.ts';
import { type Parcel, sizeOf } from './parcel.ts';

/**
 * What becomes of the parcels, by minute, and how many events of each are new.
 *
 * @param events those that are
 * @param keptBots the ids of the bots' events that are
 */
export function countParcels(
  parcels: readonly Parcel[],
  events: readonly PreparedEvent[],
  keptBots: Set<string>,
): { fresh: Map<Parcel, number>; minutes: Map<number, Counts> } {
  // Of two requests with one event, the first one stored it.
  const unclaimed = new Set(events.map(({ id }) => id));
  const fresh = new Map<Parcel, number>();
  const minutes = new Map<number, Counts>();
  for (const parcel of parcels) {
    const stored = parcel.events.filter(({ id }) => unclaimed.delete(id)).length;
    const bot = parcel.bots.filter(({ event }) => keptBots.delete(event.id)).length;
    fresh.set(parcel, stored);
    const minute = minuteOf(parcel.receivedAt);
    const former = minutes.get(minute) ?? NOTHING;
    minutes.set(minute, {
      received: former.received + (parcel.acquitted ? 0 : sizeOf(parcel)),
      stored: former.stored + stored,
      duplicate: former.duplicate + parcel.events.length - stored + parcel.bots.length - bot,
      bot: former.bot + bot - (parcel.acquitted ? parcel.events.length : 0),
      rejected: former.rejected + parcel.rejected,
      blocked: former.blocked + (parcel.blocked ?? 0),
    });
  }
  return { fresh, minutes };
}

const NOTHING: Counts = { received: 0, stored: 0, duplicate: 0, bot: 0, rejected: 0, blocked: 0 };
