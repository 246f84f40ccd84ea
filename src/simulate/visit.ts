import type { Person } from './people.ts';
import { normal, pick, type Random, randomOf, uuidOf } from './random.ts';
import { LEAVE, type Origin, type Site, type State, type Step, type Walk } from './site.ts';

const SECOND = 1_000;
/** No visit of the simulation takes longer, in milliseconds. */
export const LONGEST_VISIT = 600 * SECOND;
// The time on a page is log-normal: the median in seconds, the deviation of the logarithm, and an upper bound.
const READING = { median: 18, deviation: 1, most: 300 };
const PEOPLE_WITH_CARTS = 1.2;
const PHONES = 0.75;

/** An event in the form of the API's EventInput. */
export interface SentEvent {
  id: string;
  name?: string;
  timestamp: string;
  visitorId: string;
  userId?: string;
  url: string;
  referrer?: string;
  title?: string;
  properties?: Readonly<Record<string, string | number>>;
  revenue?: { currency: string; amount: string };
  context: { userAgent: string; language: string; screenWidth: number; library: string };
}

/** A simulated event: when it happens, in milliseconds, in which country, and what is sent. */
export interface TrafficEvent {
  at: number;
  country: string;
  input: SentEvent;
}

/** Somebody comes to the site, from somewhere, at an instant in milliseconds. */
export interface Arrival {
  key: string;
  at: number;
  person: Person;
  /** Whether the person has been here before. */
  again: boolean;
  origin: Origin;
}

/** A step of a visit: when, in milliseconds, which one from 0, and on which page. */
export interface Moment {
  at: number;
  index: number;
  path: string;
  step: Step;
}

/** What a visitor does, in order. */
export function momentsOf(site: Site, arrival: Arrival): Moment[] {
  const random = randomOf(`${arrival.key}/walk`);
  const walk: Walk = { random, person: arrival.person, item: site.choose(random), cart: [] };
  const intent = intentOf(arrival);
  const moments: Moment[] = [];
  let path = '/';
  let at = arrival.at;
  let name = next(random, arrival.origin.landing);
  while (name !== LEAVE && at < arrival.at + LONGEST_VISIT) {
    const state = stateOf(site, name);
    const step = state.does(walk);
    path = step.path ?? path;
    moments.push({ at, index: moments.length, path, step });
    at += reading(random);
    name = next(random, state.next, (state) => (site.wanted.includes(state) ? intent : 1));
  }
  return moments;
}

function intentOf({ origin, person, again }: Arrival): number {
  return origin.intent * (person.mobile ? PHONES : 1) * (again || person.userId ? PEOPLE_WITH_CARTS : 1);
}

function stateOf(site: Site, name: string): State {
  const state = site.states[name];
  if (!state) throw new Error(`${site.name} has no state ${name}`);
  return state;
}

function next(
  random: Random,
  weights: Readonly<Record<string, number>>,
  factor: (state: string) => number = () => 1,
): string {
  return pick(random, Object.keys(weights), (state) => (weights[state] ?? 0) * factor(state));
}

function reading(random: Random): number {
  const seconds = READING.median * Math.exp(READING.deviation * normal(random));
  return Math.round(SECOND * Math.min(READING.most, 1 + seconds));
}

/** The event that tells of a moment; the one that a visit begins with tells where it came from, too. */
export function eventOf(site: Site, arrival: Arrival, moment: Moment, isLanding: boolean): TrafficEvent {
  const { userId, visitorId, userAgent, language, screenWidth, country, currency } = arrival.person;
  const { name, title, properties, cents } = moment.step;
  const { query, referrer } = isLanding ? arrival.origin : NOWHERE;
  const input: SentEvent = {
    id: uuidOf(`${arrival.key}/event/${moment.index}`),
    ...(name === undefined ? {} : { name }),
    timestamp: new Date(moment.at).toISOString(),
    visitorId,
    ...(userId === null ? {} : { userId }),
    url: `https://${site.domain}${moment.path}${query === undefined ? '' : `?${query}`}`,
    ...(referrer === undefined ? {} : { referrer }),
    ...(title === undefined ? {} : { title: `${title} | ${site.name}` }),
    ...(properties === undefined ? {} : { properties }),
    ...(cents === undefined ? {} : { revenue: { currency, amount: (cents / 100).toFixed(2) } }),
    context: { userAgent, language, screenWidth, library: 'simulate' },
  };
  return { at: moment.at, country, input };
}

const NOWHERE: Pick<Origin, 'query' | 'referrer'> = {};
