import { setImmediate as nextTurn } from 'node:timers/promises';
import { badInput } from '../errors.ts';
import { MAX_EVENTS } from '../limits.ts';
import type { Store } from '../store/store.ts';
import type { Geography } from './enrich/geo.ts';
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
import { createSalts, type Salts } from './salts.ts';
import { createSites } from './site.ts';

export interface TrackResult extends Receipt {
  rejected: Rejection[];
}

/** The way in: events as they are sent → stored events and visits. */
export interface Ingest {
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

  return {
    salts,
    full: () => intake.full(),
    drain: () => intake.drain(),
    async track(projectId, inputs, delivery) {
      if (inputs.length > MAX_EVENTS)
        throw badInput('input.events', `A request has at most ${MAX_EVENTS} events.`);
      const site = await siteOf(projectId);
      if (inputs.length > SMALL) await turn();
      const rejected: Rejection[] = [];
      const checked: Checked[] = [];
      inputs.forEach((input, index) => {
        const result = checkEvent(input, index, delivery, site, oldest);
        if ('code' in result) rejected.push(result);
        else checked.push(result);
      });
      await salts.ensure(daysOfHashes(checked));
      const sources = { projectId, locate, saltOf: salts.of, siteHostnames: site.hostnames };
      const parcel: Parcel = {
        projectId,
        receivedAt: delivery.receivedAt,
        events: [],
        bots: [],
        rejected: rejected.length,
        blocked: rejected.filter(({ code }) => code === 'BLOCKED').length,
      };
      for (const each of checked) {
        const event = enrichEvent(each, delivery, sources);
        if (!each.bot) parcel.events.push(event);
        else {
          parcel.bots.push({ event, userAgent: each.bot.userAgent });
          rejected.push({ index: each.index, code: 'BOT', ...BOT });
        }
      }
      const receipt = inputs.length > 0 ? await intake.add(parcel) : NOTHING;
      return { ...receipt, rejected: rejected.toSorted((a, b) => a.index - b.index) };
    },
  };
}

// Preparing a hundred events takes some milliseconds: with one request a turn of the event loop, the statements of the
// batch that is being stored go on in between, and both cores have work.
const SMALL = 20;
let lastTurn: Promise<unknown> = Promise.resolve();
function turn(): Promise<unknown> {
  lastTurn = lastTurn.then(() => nextTurn());
  return lastTurn;
}

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
