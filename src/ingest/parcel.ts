import type { PreparedEvent } from './event.ts';

/** An event that is kept apart because a bot sent it. */
export interface BotEvent {
  event: PreparedEvent;
  userAgent: string | null;
}

/** What one request brought: stored whole, in one transaction, with what is counted of it. */
export interface Parcel {
  projectId: number;
  /** When it arrived, in milliseconds since 1970. */
  receivedAt: number;
  events: PreparedEvent[];
  bots: BotEvent[];
  /** How many of the request's events were rejected. */
  rejected: number;
  /** How many of those the blocklist rejected; none when absent. */
  blocked?: number | undefined;
  /** The events were taken for those of bots, and counted so, before. */
  acquitted?: true;
}

/** All events of a parcel, the rejected ones too. */
export const sizeOf = ({ events, bots, rejected }: Parcel): number => events.length + bots.length + rejected;

/** Where a parcel's events are once they are acknowledged. */
export type Durability = 'STORED' | 'QUEUED';

/** What became of a parcel's good events. */
export interface Receipt {
  durability: Durability;
  /** Stored now, or put into the queue. */
  accepted: number;
  /** Stored before, by their ids; whether a queued event was is not known yet. */
  duplicates: number;
}

/** Takes parcels: in process the writer itself, else the queue that workers write from. */
export interface Intake {
  /** Resolves when the parcel is on disk. OVERLOADED when too much waits already. */
  add(parcel: Parcel): Promise<Receipt>;
  /** Whether parcels of the project are turned away at the moment, as far as is known: preparing them is of no use then. */
  refuses(projectId: number): boolean;
  /** Why it should get no more now; null when it should. */
  full(): Promise<string | null>;
  /** Resolves when what was added here waits no more. */
  drain(): Promise<void>;
}
