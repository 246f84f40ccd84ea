import type { Person } from './people.ts';
import type { Random } from './random.ts';

// A site is data: where visits come from, and what a visitor may do after what, as a Markov chain.

/** Something that a page is about, and that can be bought. */
export interface Item {
  path: string;
  title: string;
  properties: Readonly<Record<string, string | number>>;
  cents: number;
}

/** A visit as far as it has come. */
export interface Walk {
  random: Random;
  person: Person;
  /** What the visitor looked at last. */
  item: Item;
  cart: Item[];
}

/** What one step of a visit makes known. */
export interface Step {
  /** The name of a custom event; absent for a pageview. */
  name?: string;
  /** The page; absent where the visitor stays on the one they are on. */
  path?: string;
  title?: string;
  properties?: Readonly<Record<string, string | number>>;
  /** Money that came in. */
  cents?: number;
}

/** Ends a visit. */
export const LEAVE = 'leave';

export interface State {
  does: (walk: Walk) => Step;
  /** What comes next, by weight: names of states, and LEAVE. */
  next: Readonly<Record<string, number>>;
}

/** Where visits come from. */
export interface Origin {
  /** How often, in visits of people who come for the first time and of those who come again. */
  first: number;
  again: number;
  referrer?: string;
  /** The query of the landing page, such as utm_source=newsletter. */
  query?: string;
  /** The states that a visit begins with, by weight. */
  landing: Readonly<Record<string, number>>;
  /** How much likelier than usual it is that the visitor wants what the site is for. */
  intent: number;
}

export interface Site {
  name: string;
  domain: string;
  /** How busy the hours of a day are, from 0 to 23, and the days of a week from Monday, in any unit. */
  hours: readonly number[];
  days: readonly number[];
  states: Readonly<Record<string, State>>;
  /** The states that the visitor's intent makes likelier. */
  wanted: readonly string[];
  /** The event that brings the money; the site's own server sends it. */
  goal: string;
  origins: readonly Origin[];
  /** Where the visits of incidents come from. */
  spike: Origin;
  campaign: Origin;
  /** What a visitor looks at who has looked at nothing yet. */
  choose: (random: Random) => Item;
}
