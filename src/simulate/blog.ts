import { popular, type Random } from './random.ts';
import { type Item, LEAVE, type Site, type State } from './site.ts';

const SUBJECTS = ['sourdough', 'fermenting', 'knives', 'coffee', 'seasons', 'soups', 'pickles', 'breakfast'];
const ANGLES = [
  'for-beginners',
  'in-an-hour',
  'mistakes',
  'explained',
  'from-scratch',
  'revisited',
  'faq',
  'notes',
];

const sentence = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** Every article, the most popular first. */
const ARTICLES: readonly Item[] = ANGLES.flatMap((angle, a) =>
  SUBJECTS.map(
    (subject, s): Item => ({
      path: `/${subject}-${angle}`,
      title: sentence(`${subject}-${angle}`),
      properties: { category: subject, author: ['Ada', 'Bob', 'Cyd'][(a + s) % 3] ?? 'Ada' },
      cents: 0,
    }),
  ),
);

const PLANS = [
  { plan: 'monthly', cents: 500 },
  { plan: 'yearly', cents: 4900 },
] as const;

const states: Record<string, State> = {
  home: {
    does: () => ({ path: '/', title: 'What we cook' }),
    next: { article: 66, tag: 9, membership: 1, [LEAVE]: 24 },
  },
  article: {
    does: (walk) => {
      walk.item = popular(walk.random, ARTICLES);
      const { path, title, properties } = walk.item;
      return { path, title, properties };
    },
    next: { article: 33, home: 9, tag: 5, newsletter: 1.5, share: 1.5, membership: 1, [LEAVE]: 49 },
  },
  tag: {
    does: ({ random }) => {
      const subject = popular(random, SUBJECTS);
      return { path: `/tag/${subject}`, title: sentence(subject) };
    },
    next: { article: 62, tag: 8, [LEAVE]: 30 },
  },
  newsletter: {
    does: ({ item }) => ({ name: 'newsletter_signup', properties: item.properties }),
    next: { article: 35, [LEAVE]: 65 },
  },
  share: {
    does: ({ random, item }) => ({
      name: 'share',
      properties: { ...item.properties, to: popular(random, ['copy', 'mail', 'mastodon', 'whatsapp']) },
    }),
    next: { article: 30, [LEAVE]: 70 },
  },
  membership: {
    does: () => ({ path: '/membership', title: 'Membership' }),
    next: { beginCheckout: 25, article: 25, [LEAVE]: 50 },
  },
  beginCheckout: {
    does: () => ({ name: 'begin_checkout' }),
    next: { subscribe: 60, [LEAVE]: 40 },
  },
  subscribe: {
    does: ({ random }) => {
      const { plan, cents } = popular(random, PLANS);
      return { name: 'subscribe', properties: { plan, price: cents / 100 }, cents };
    },
    next: { welcome: 97, [LEAVE]: 3 },
  },
  welcome: {
    does: () => ({ path: '/membership/welcome', title: 'Welcome' }),
    next: { article: 55, [LEAVE]: 45 },
  },
};

const READ = { article: 94, tag: 6 };
const BROWSE = { home: 75, article: 25 };

/** A magazine that sells memberships. */
export const blog: Site = {
  name: 'Demo blog',
  domain: 'blog.example',
  hours: [14, 9, 7, 6, 7, 10, 22, 40, 52, 60, 62, 58, 60, 56, 52, 50, 48, 47, 46, 50, 54, 50, 38, 24],
  days: [110, 114, 113, 110, 98, 76, 79],
  states,
  wanted: ['membership', 'newsletter'],
  goal: 'subscribe',
  choose: (random: Random) => popular(random, ARTICLES),
  origins: [
    { first: 16, again: 44, landing: BROWSE, intent: 1.5 },
    { first: 44, again: 16, referrer: 'https://www.google.com/', landing: READ, intent: 0.7 },
    {
      first: 3,
      again: 24,
      query: 'utm_source=newsletter&utm_medium=email&utm_campaign=weekly',
      landing: READ,
      intent: 2,
    },
    { first: 9, again: 4, referrer: 'https://www.reddit.com/', landing: READ, intent: 0.4 },
    { first: 7, again: 3, referrer: 'https://www.pinterest.com/', landing: READ, intent: 0.5 },
    { first: 6, again: 3, referrer: 'https://mastodon.social/', landing: READ, intent: 0.9 },
    { first: 5, again: 2, referrer: 'https://duckduckgo.com/', landing: READ, intent: 0.8 },
    { first: 5, again: 2, referrer: 'https://chatgpt.com/', landing: READ, intent: 0.8 },
    { first: 5, again: 2, referrer: 'https://kitchen.example.org/links', landing: READ, intent: 1.1 },
  ],
  spike: {
    first: 1,
    again: 1,
    referrer: 'https://news.ycombinator.com/',
    landing: { article: 100 },
    intent: 0.1,
  },
  campaign: {
    first: 1,
    again: 1,
    query: 'utm_source=partner&utm_medium=cpc&utm_campaign=special',
    landing: { membership: 60, article: 40 },
    intent: 1.2,
  },
};
