import { badInput, overloaded } from '../errors.ts';
import { MAX_EVENTS } from '../limits.ts';
import type { Store } from '../store/store.ts';
import { createTurns } from '../turns/loop.ts';
import { createArrivals } from './arrivals.ts';
import type { Geography } from './enrich/geo.ts';
import { createPace, type Pace } from './pace.ts';
import type { Intake, Parcel, Receipt } from './parcel.ts';
import {
  type Checked,
  checkEvent,
  type Delivery,
  dayBefore,
  dayOf,
  enrichEvent,
  OLDEST_EVENT,
  type Rejection,
} from './prepare.ts';
import { createRoom } from './room.ts';
import { createSalts, type Salts } from './salts.ts';
import { createSites } from './site.ts';

export interface TrackResult extends Receipt {
  rejected: Rejection[];
}

/** The way in: events as they are sent → stored events and visits. */
export interface Ingest {
  /** Throws OVERLOADED where `track` would have no room for so many events: before anything is counted or done. */
  requireRoom(projectId: number, events: number): void;
  /** Waits before the refusal of a request is answered. */
  pace: Pace;
  /** Takes the events of a request, and says what became of each. The good ones are durable when it resolves. */
  track(projectId: number, inputs: readonly unknown[], delivery: Delivery): Promise<TrackResult>;
  /** Why it should get no more events now; null when it should. */
  full(): Promise<string | null>;
  /** Resolves when nothing that was taken waits in this process. */
  drain(): Promise<void>;
  salts: Salts;
}

export interface IngestOptions {
  now: () => number;
  locate: (address: string) => Geography | null;
  intake: Intake;
  /** Hosts that no project wants as referrers. */
  spam?: ReadonlySet<string>;
  /** The oldest instant of an event that is taken, in milliseconds. */
  oldest?: number;
}

export function createIngest(
  store: Store,
  { now, locate, intake, spam = new Set(), oldest = OLDEST_EVENT }: IngestOptions,
): Ingest {
  const salts = createSalts(store, now);
  const siteOf = createSites(store, spam);
  const room = createRoom(MAX_HELD);
  const turn = createTurns();
  const arrivals = createArrivals();

  function requireRoom(projectId: number, events: number): void {
    if (intake.refuses(projectId) || !room.fits(projectId, events))
      throw overloaded("More of this project's events wait than may.");
  }

  async function take(
    projectId: number,
    inputs: readonly unknown[],
    delivery: Delivery,
  ): Promise<TrackResult> {
    const site = await siteOf(projectId);
    const { receivedAt } = delivery;
    const arrival = arrivals.take(receivedAt, inputs.length);
    const sources = { projectId, locate, saltOf: salts.of, siteHostnames: site.hostnames, arrival };
    const parcel: Parcel = { projectId, receivedAt, events: [], bots: [], rejected: 0 };
    const rejected: Rejection[] = [];
    for (let from = 0; from < inputs.length; from += SLICE) {
      if (inputs.length > SMALL) await turn(projectId);
      const checked: Checked[] = [];
      for (const [offset, input] of inputs.slice(from, from + SLICE).entries()) {
        const result = checkEvent(input, from + offset, delivery, site, oldest);
        if ('code' in result) rejected.push(result);
        else checked.push(result);
      }
      await salts.ensure(daysOfHashes(checked));
      for (const each of checked) {
        const event = enrichEvent(each, delivery, sources);
        if (each.bot) {
          parcel.bots.push({ event, userAgent: each.bot.userAgent });
          rejected.push({ index: each.index, code: 'BOT', ...BOT });
        } else parcel.events.push(event);
      }
    }
    parcel.rejected = rejected.length - parcel.bots.length;
    parcel.blocked = rejected.filter(({ code }) => code === 'BLOCKED').length;
    const receipt = inputs.length > 0 ? await intake.add(parcel) : NOTHING;
    return { ...receipt, rejected: rejected.toSorted((a, b) => a.index - b.index) };
  }

  return {
    salts,
    requireRoom,
    pace: createPace(),
    full: async () => (room.level() > NEARLY ? 'more events wait than can be stored now' : intake.full()),
    drain: () => intake.drain(),
    async track(projectId, inputs, delivery) {
      if (inputs.length > MAX_EVENTS)
        throw badInput('input.events', `A request has at most ${MAX_EVENTS} events.`);
      requireRoom(projectId, inputs.length);
      room.take(projectId, inputs.length);
      try {
        return await take(projectId, inputs, delivery);
      } finally {
        room.give(projectId, inputs.length);
      }
    },
  };
}

// Of all projects: about 200 MB of prepared events at most, where many send more than is stored.
const MAX_HELD = 100_000;
// Past this part of it the server asks for no more, before it has to turn everybody's events away.
const NEARLY = 0.9;

// Preparing a hundred events takes some milliseconds: with one such slice a turn of the event loop, the statements of the
// batches that are being stored go on in between, both cores have work, and nobody waits for a whole large request.
const SMALL = 20;
const SLICE = 100;

const NOTHING: Receipt = { durability: 'STORED', accepted: 0, duplicates: 0 };
const BOT = {
  field: 'context.userAgent',
  message: 'the user agent is that of a bot: kept apart, and not counted',
};

/** The days whose salts cookieless identities need: their own, and the one before. */
function daysOfHashes(events: readonly Checked[]): Set<number> {
  const cookieless = events.filter((event) => event.cookieless);
  return new Set(cookieless.flatMap(({ timestamp }) => [dayOf(timestamp), dayBefore(dayOf(timestamp))]));
}
