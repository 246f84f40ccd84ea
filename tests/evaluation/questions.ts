import {
  breakdown,
  type Predicate,
  type RawEvent,
  totals,
  type Visit,
  visitorOf,
} from '../support/reference.ts';
import { audienceOf, retentionOf } from '../support/reference-periods.ts';
import { funnelOf, pathsOf } from '../support/reference-sequences.ts';
import { type Data, NOW, ZONE } from './data.ts';

/** A call that leads to the answer: the question asked, and what of its variables matters. */
export interface Call {
  question: string;
  variables: Record<string, unknown>;
}

export interface Asked {
  id: string;
  text: string;
  /** Any of these is right. */
  calls: readonly Call[];
  /** What the answer must state, from the raw events. */
  numbers: (data: Data) => readonly number[];
}

// --- ranges: as a person means them, in milliseconds ---

interface Span {
  start: number;
  end: number;
}
const midnight = (date: string): number => Date.parse(`${date}T00:00:00+01:00`);
const now = Date.parse(NOW);
const span = (from: string, before: string): Span => ({ start: midnight(from), end: midnight(before) });
const YESTERDAY = span('2026-11-20', '2026-11-21');
const DAY_BEFORE = span('2026-11-19', '2026-11-20');
const WEEK = { start: midnight('2026-11-15'), end: now };
const WEEK_BEFORE = span('2026-11-08', '2026-11-15');
const MONTH = { start: midnight('2026-11-01'), end: now };

const range = ({ start, end }: Span) => ({
  range: { between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() } },
});

// --- numbers ---

const ANY: Predicate = () => true;
const named =
  (name: string): Predicate =>
  (event) =>
    event.name === name;
const onPath =
  (path: string): Predicate =>
  (event) =>
    event.path === path;
const of = ({ visits }: Data, when: Span, matches = ANY) => totals(visits, { ...when, matches });
const within = ({ events }: Data, when: Span, name: string): RawEvent[] =>
  events.filter((event) => event.at >= when.start && event.at < when.end && event.name === name);
const values = (data: Data, when: Span, name: string, property: string): number[] =>
  within(data, when, name).flatMap(({ properties }) => {
    const value = properties[property];
    return typeof value === 'number' ? [value] : [];
  });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
const highest = (
  { visits }: Data,
  when: Span,
  dimension: (event: RawEvent, visit: Visit) => string | null,
  metric: 'visitors' | 'visits' | 'pageviews',
  count = 1,
): number[] =>
  breakdown(visits, { ...when, matches: ANY }, dimension)
    .filter(({ value }) => value !== null)
    .map(({ metrics }) => metrics[metric])
    .toSorted((a, b) => b - a)
    .slice(0, count);
const parts = (when: Span, length: number): Span[] =>
  Array.from({ length: Math.ceil((when.end - when.start) / length) }, (_, index) => ({
    start: when.start + index * length,
    end: Math.min(when.end, when.start + (index + 1) * length),
  }));
const HOUR = 3_600_000;
const euros = (data: Data, when: Span): number =>
  Number(of(data, when).revenue.find(({ currency }) => currency === 'EUR')?.amount ?? 0);
const funnel = ({ visits }: Data, when: Span, steps: readonly Predicate[], window: number | null = null) =>
  funnelOf(visits, { ...when, matches: ANY }, steps, window, 'ORDERED');
const FIRST_WEEKS = span('2026-11-02', '2026-11-16');
const comeback = ({ visits }: Data) => {
  const hits = visits.flatMap((visit) => visit.events.map((event) => ({ event, visit })));
  const [first] = retentionOf({ ...FIRST_WEEKS, zone: ZONE, interval: 'WEEK' }, hits, hits);
  return { size: first?.size ?? 0, back: first?.returning[1] ?? 0 };
};
const audience = (data: Data) => {
  const hits = data.visits.flatMap((visit) => visit.events.map((event) => ({ event, visit })));
  return audienceOf(WEEK, hits, data.events);
};
const flow = ({ visits }: Data, startingAt: string) =>
  pathsOf(visits, { ...MONTH, matches: ANY }, startingAt, 2, 10);
const PURCHASES = ['add_to_cart', 'begin_checkout', 'purchase'].map(named);
const steps = ['add_to_cart', 'begin_checkout', 'purchase'].map((name) => ({ match: { name } }));
const isName = (name: string) => ({ filter: { name: { eq: name } } });

const stats = (when: Span, more: object = {}): Call => ({
  question: 'stats',
  variables: { ...range(when), ...more },
});
const measure = (when: Span, event: string, aggregate: string, property?: string): Call => ({
  question: 'measure',
  variables: { ...range(when), event, aggregate, ...(property ? { property } : {}) },
});
const call = (question: string, variables: object): Call => ({ question, variables: { ...variables } });
const present = (value: number | null | undefined): number[] => (value == null ? [] : [value]);

/** Forty questions with known answers. */
export const QUESTIONS: readonly Asked[] = [
  {
    id: 'visits-yesterday',
    text: 'How many visits did we have yesterday?',
    calls: [stats(YESTERDAY)],
    numbers: (data) => [of(data, YESTERDAY).visits],
  },
  {
    id: 'visitors-yesterday',
    text: 'And how many different people came yesterday?',
    calls: [stats(YESTERDAY)],
    numbers: (data) => [of(data, YESTERDAY).visitors],
  },
  {
    id: 'pageviews-week',
    text: 'How many pages were viewed in the last 7 days?',
    calls: [stats(WEEK)],
    numbers: (data) => [of(data, WEEK).pageviews],
  },
  {
    id: 'bounce-rate',
    text: 'What is our bounce rate this month?',
    calls: [stats(MONTH)],
    numbers: (data) => present(of(data, MONTH).bounceRate),
  },
  {
    id: 'duration',
    text: 'How long do people stay on average, this month?',
    calls: [stats(MONTH)],
    numbers: (data) => present(of(data, MONTH).visitDuration),
  },
  {
    id: 'views-per-visit',
    text: 'Wie viele Seiten pro Besuch sind es diesen Monat?',
    calls: [stats(MONTH)],
    numbers: (data) => present(of(data, MONTH).viewsPerVisit),
  },
  {
    id: 'revenue',
    text: 'How much revenue in euros did we make this month?',
    calls: [stats(MONTH)],
    numbers: (data) => [euros(data, MONTH)],
  },
  {
    id: 'events-of-a-day',
    text: 'How many events were recorded on 10 November 2026?',
    calls: [stats(span('2026-11-10', '2026-11-11')), call('events', range(span('2026-11-10', '2026-11-11')))],
    numbers: (data) => [of(data, span('2026-11-10', '2026-11-11')).events],
  },
  {
    id: 'visitors-of-a-country',
    text: 'How many visitors came from Germany this month?',
    calls: [stats(MONTH, { filter: { country: { eq: 'DE' } } }), stats(MONTH, { by: 'COUNTRY' })],
    numbers: (data) => [of(data, MONTH, (_event, visit) => visit.country === 'DE').visitors],
  },
  {
    id: 'top-page',
    text: 'What is the most viewed page this month, and how often was it viewed?',
    calls: [stats(MONTH, { by: 'PATH' })],
    numbers: (data) => highest(data, MONTH, (event) => event.path, 'pageviews'),
  },
  {
    id: 'views-of-a-page',
    text: 'How often was /cart viewed in the last 7 days?',
    calls: [stats(WEEK, { filter: { path: { eq: '/cart' } } }), stats(WEEK, { by: 'PATH' })],
    numbers: (data) => [of(data, WEEK, onPath('/cart')).pageviews],
  },
  {
    id: 'purchases',
    text: 'How many purchases were there this month?',
    calls: [
      stats(MONTH, isName('purchase')),
      stats(MONTH, { by: 'EVENT_NAME' }),
      measure(MONTH, 'purchase', 'COUNT'),
      call('events', { ...range(MONTH), ...isName('purchase') }),
    ],
    numbers: (data) => [within(data, MONTH, 'purchase').length],
  },
  {
    id: 'average-of-a-property',
    text: 'How many results does a search have on average this month?',
    calls: [measure(MONTH, 'search', 'AVG', 'results')],
    numbers: (data) => {
      const results = values(data, MONTH, 'search', 'results');
      return [sum(results) / results.length];
    },
  },
  {
    id: 'maximum-of-a-property',
    text: 'What is the highest price of anything that was put into a cart this month?',
    calls: [measure(MONTH, 'add_to_cart', 'MAX', 'price')],
    numbers: (data) => [Math.max(...values(data, MONTH, 'add_to_cart', 'price'))],
  },
  {
    id: 'sum-of-a-property',
    text: 'What were all carts worth together when checkouts began, this month?',
    calls: [measure(MONTH, 'begin_checkout', 'SUM', 'value')],
    numbers: (data) => [sum(values(data, MONTH, 'begin_checkout', 'value'))],
  },
  {
    id: 'median-of-a-property',
    text: 'What is the median price of what was put into carts in the last 7 days?',
    calls: [measure(WEEK, 'add_to_cart', 'P50', 'price')],
    numbers: (data) => [median(values(data, WEEK, 'add_to_cart', 'price'))],
  },
  {
    id: 'people-who-searched',
    text: 'How many people used the search this month?',
    calls: [
      measure(MONTH, 'search', 'UNIQUE'),
      stats(MONTH, isName('search')),
      stats(MONTH, { by: 'EVENT_NAME' }),
    ],
    numbers: (data) => [new Set(within(data, MONTH, 'search').map(visitorOf)).size],
  },
  {
    id: 'visitors-of-a-referrer',
    text: 'How many visitors did google.com send us this month, ads included?',
    calls: [stats(MONTH, { filter: { referrer: { eq: 'google.com' } } }), stats(MONTH, { by: 'REFERRER' })],
    numbers: (data) => [of(data, MONTH, (_event, visit) => visit.referrer === 'google.com').visitors],
  },
  {
    id: 'visits-of-a-campaign',
    text: 'How many visits came with utm_source newsletter this month?',
    calls: [
      stats(MONTH, { filter: { utmSource: { eq: 'newsletter' } } }),
      stats(MONTH, { by: 'UTM_SOURCE' }),
    ],
    numbers: (data) => [of(data, MONTH, (_event, visit) => visit.utmSource === 'newsletter').visits],
  },
  {
    id: 'change-of-a-day',
    text: 'By how many percent did visits change yesterday, compared with the day before?',
    calls: [stats(YESTERDAY, { previous: range(DAY_BEFORE).range })],
    numbers: (data) => [of(data, YESTERDAY).visits / of(data, DAY_BEFORE).visits - 1],
  },
  {
    id: 'change-of-a-week',
    text: 'How many visitors did we have in the last 7 days, and how many in the 7 days before?',
    calls: [stats(WEEK, { previous: range(WEEK_BEFORE).range })],
    numbers: (data) => [of(data, WEEK).visitors, of(data, WEEK_BEFORE).visitors],
  },
  {
    id: 'difference-of-a-week',
    text: 'How many pageviews more or fewer than in the week before were there in the last 7 days?',
    calls: [stats(WEEK, { previous: range(WEEK_BEFORE).range })],
    numbers: (data) => [of(data, WEEK).pageviews - of(data, WEEK_BEFORE).pageviews],
  },
  {
    id: 'best-day',
    text: 'How many visits did the best day of this month have?',
    calls: [stats(MONTH, { interval: 'DAY' })],
    numbers: (data) => [Math.max(...parts(MONTH, 24 * HOUR).map((day) => of(data, day).visits))],
  },
  {
    id: 'best-hour',
    text: 'How many pageviews did the busiest hour of 12 November 2026 have?',
    calls: [stats(span('2026-11-12', '2026-11-13'), { interval: 'HOUR' })],
    numbers: (data) => [
      Math.max(...parts(span('2026-11-12', '2026-11-13'), HOUR).map((hour) => of(data, hour).pageviews)),
    ],
  },
  {
    id: 'top-entry',
    text: 'On which page do most visits begin this month, and how many?',
    calls: [stats(MONTH, { by: 'ENTRY_PATH' })],
    numbers: (data) => highest(data, MONTH, (_event, visit) => visit.entryPath, 'visits'),
  },
  {
    id: 'top-exit',
    text: 'On which page do most visits end this month, and how many?',
    calls: [stats(MONTH, { by: 'EXIT_PATH' })],
    numbers: (data) => highest(data, MONTH, (_event, visit) => visit.exitPath, 'visits'),
  },
  {
    id: 'top-countries',
    text: 'Which three countries have the most visitors this month, and how many?',
    calls: [stats(MONTH, { by: 'COUNTRY' })],
    numbers: (data) => highest(data, MONTH, (_event, visit) => visit.country, 'visitors', 3),
  },
  {
    id: 'share-of-a-country',
    text: 'Which share of our visitors this month is from Germany?',
    calls: [stats(MONTH, { by: 'COUNTRY' })],
    numbers: (data) => [
      of(data, MONTH, (_event, visit) => visit.country === 'DE').visitors / of(data, MONTH).visitors,
    ],
  },
  {
    id: 'events-by-name',
    text: 'How often was something put into a cart this month?',
    calls: [
      stats(MONTH, { by: 'EVENT_NAME' }),
      stats(MONTH, isName('add_to_cart')),
      measure(MONTH, 'add_to_cart', 'COUNT'),
      call('events', { ...range(MONTH), ...isName('add_to_cart') }),
    ],
    numbers: (data) => [within(data, MONTH, 'add_to_cart').length],
  },
  {
    id: 'funnel-conversion',
    text: 'Of the visitors who put something into the cart this month, how many begin a checkout and then purchase, and what is the conversion rate?',
    calls: [call('funnel', { ...range(MONTH), steps })],
    numbers: (data) => {
      const [first, , last] = funnel(data, MONTH, PURCHASES);
      return [last?.visitors ?? 0, (last?.visitors ?? 0) / (first?.visitors ?? 1)];
    },
  },
  {
    id: 'funnel-drop-off',
    text: 'How many visitors did we lose between add_to_cart and begin_checkout this month?',
    calls: [
      call('funnel', { ...range(MONTH), steps: steps.slice(0, 2) }),
      call('funnel', { ...range(MONTH), steps }),
    ],
    numbers: (data) => present(funnel(data, MONTH, PURCHASES)[1]?.dropOff),
  },
  {
    id: 'funnel-window',
    text: 'How many visitors get from the home page to the cart page within half an hour, this month?',
    calls: [
      call('funnel', {
        ...range(MONTH),
        window: 'PT30M',
        steps: [{ match: { path: '/' } }, { match: { path: '/cart' } }],
      }),
    ],
    numbers: (data) => present(funnel(data, MONTH, [onPath('/'), onPath('/cart')], HOUR / 2)[1]?.visitors),
  },
  {
    id: 'retention',
    text: 'How many of the visitors of the week from 2 November 2026 came back in the week after it?',
    calls: [call('retention', { ...range(FIRST_WEEKS), period: 'WEEK' })],
    numbers: (data) => [comeback(data).back],
  },
  {
    id: 'retention-rate',
    text: 'Which percentage of the visitors of the week from 2 November 2026 came back in the week after it?',
    calls: [call('retention', { ...range(FIRST_WEEKS), period: 'WEEK' })],
    numbers: (data) => [comeback(data).back / comeback(data).size],
  },
  {
    id: 'paths-from-home',
    text: 'Where do most visitors go after the home page this month, and how many?',
    calls: [call('paths', { ...range(MONTH), startingAt: '/' })],
    numbers: (data) => {
      const onward = flow(data, '/').links.filter(({ step, target }) => step === 1 && target !== 'other');
      return [Math.max(...onward.map(({ visitors }) => visitors))];
    },
  },
  {
    id: 'paths-from-event',
    text: 'Which page do most visitors look at right after a search this month, and how many?',
    calls: [call('paths', { ...range(MONTH), startingAt: 'search' })],
    numbers: (data) => {
      const onward = flow(data, 'search').links.filter(
        ({ step, target }) => step === 1 && target !== 'other',
      );
      return [Math.max(...onward.map(({ visitors }) => visitors))];
    },
  },
  {
    id: 'signups-ever',
    text: 'How many newsletter signups have there ever been?',
    calls: [
      call('events', { ...range(MONTH), ...isName('newsletter_signup') }),
      stats(MONTH, isName('newsletter_signup')),
      measure(MONTH, 'newsletter_signup', 'COUNT'),
      stats(MONTH, { by: 'EVENT_NAME' }),
    ],
    numbers: (data) => [within(data, MONTH, 'newsletter_signup').length],
  },
  {
    id: 'latest-purchase',
    text: 'How much was the latest purchase?',
    calls: [call('events', isName('purchase'))],
    numbers: (data) => [(within(data, MONTH, 'purchase').at(-1)?.revenue?.cents ?? 0) / 100],
  },
  {
    id: 'volume-of-an-event',
    text: 'What do we track, and how often did begin_checkout happen in the last 30 days?',
    calls: [call('definitions', {})],
    numbers: (data) => [within(data, MONTH, 'begin_checkout').length],
  },
  {
    id: 'new-and-returning',
    text: 'How many of the visitors of the last 7 days are new, and how many have been here before?',
    calls: [stats(WEEK, { newVisitors: true })],
    numbers: (data) => [audience(data).newVisitors, audience(data).returningVisitors],
  },
];
