import { pick, popular, type Random } from './random.ts';
import { type Item, LEAVE, type Site, type State, type Walk } from './site.ts';

const CATEGORIES = ['shoes', 'jackets', 'bags', 'shirts', 'trousers', 'hats', 'socks', 'outlet'] as const;
const MODELS = [
  'alba',
  'birk',
  'cove',
  'dune',
  'elm',
  'fjord',
  'gale',
  'heath',
  'isle',
  'juno',
  'kite',
  'lark',
];
const FROM_CENTS = [6900, 11900, 4900, 2900, 5900, 1900, 900, 1500];
const GUIDES = ['how-to-choose-shoes', 'care-for-wool', 'what-to-pack', 'waterproof-or-not', 'our-materials'];
const SEARCHES = ['shoes', 'rain jacket', 'alba', 'wool', 'backpack', 'sale', 'black', 'gift'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Every product, the most popular first: of each category in turn. */
const PRODUCTS: readonly Item[] = MODELS.flatMap((model, m) =>
  CATEGORIES.map((category, c): Item => {
    const cents = (FROM_CENTS[c] ?? 0) + ((m * 7 + c * 3) % 5) * 1000;
    const sku = `${category.slice(0, 2).toUpperCase()}-${String(m + 1).padStart(3, '0')}`;
    return {
      path: `/products/${model}-${category}`,
      title: `${capital(model)} ${category}`,
      properties: { sku, category, price: cents / 100 },
      cents,
    };
  }),
);

const total = (cart: readonly Item[]): number => cart.reduce((sum, { cents }) => sum + cents, 0);
const cartOf = ({ cart }: Walk) => ({ items: cart.length, value: total(cart) / 100 });

const states: Record<string, State> = {
  home: {
    does: () => ({ path: '/', title: 'Clothes for outside' }),
    next: { category: 46, search: 11, product: 18, guide: 5, [LEAVE]: 20 },
  },
  category: {
    does: ({ random }) => {
      const category = popular(random, CATEGORIES);
      return { path: `/${category}`, title: capital(category), properties: { category } };
    },
    next: { product: 60, category: 18, search: 5, [LEAVE]: 17 },
  },
  search: {
    does: ({ random }) => ({
      name: 'search',
      properties: { query: popular(random, SEARCHES), results: Math.floor(random() * 40) },
    }),
    next: { product: 64, search: 12, category: 8, [LEAVE]: 16 },
  },
  product: {
    does: (walk) => {
      walk.item = popular(walk.random, PRODUCTS);
      const { path, title, properties } = walk.item;
      return { path, title, properties };
    },
    next: { addToCart: 6, product: 34, category: 24, [LEAVE]: 36 },
  },
  guide: {
    does: ({ random }) => {
      const guide = popular(random, GUIDES);
      return { path: `/guides/${guide}`, title: capital(guide.replaceAll('-', ' ')) };
    },
    next: { product: 18, guide: 16, category: 12, newsletter: 3, [LEAVE]: 51 },
  },
  newsletter: {
    does: () => ({ name: 'newsletter_signup', properties: { place: 'footer' } }),
    next: { home: 15, category: 15, [LEAVE]: 70 },
  },
  addToCart: {
    does: ({ item, cart, random }) => {
      cart.push(item);
      const size = pick(random, ['S', 'M', 'L', 'XL'], () => 1);
      return { name: 'add_to_cart', properties: { ...item.properties, size } };
    },
    next: { cart: 55, product: 22, category: 13, [LEAVE]: 10 },
  },
  cart: {
    does: () => ({ path: '/cart', title: 'Cart' }),
    next: { beginCheckout: 55, product: 14, category: 6, [LEAVE]: 25 },
  },
  beginCheckout: {
    does: (walk) => ({ name: 'begin_checkout', properties: cartOf(walk) }),
    next: { checkout: 97, [LEAVE]: 3 },
  },
  checkout: {
    does: () => ({ path: '/checkout', title: 'Checkout' }),
    next: { purchase: 66, cart: 6, [LEAVE]: 28 },
  },
  purchase: {
    does: (walk) => {
      const { cart, item, random } = walk;
      const step = {
        name: 'purchase',
        properties: {
          ...(cart[0] ?? item).properties,
          ...cartOf(walk),
          payment: pick(random, ['card', 'paypal', 'invoice'], () => 1),
          shipping: random() < 0.15 ? 'express' : 'standard',
        },
        cents: total(cart),
      };
      cart.length = 0;
      return step;
    },
    next: { thanks: 98, [LEAVE]: 2 },
  },
  thanks: {
    does: () => ({ path: '/checkout/thanks', title: 'Thank you' }),
    next: { newsletter: 8, home: 8, [LEAVE]: 84 },
  },
};

const BROWSE = { home: 60, category: 30, product: 10 };
const FIND = { product: 55, category: 20, guide: 15, home: 10 };

/** A shop for clothes. */
export const shop: Site = {
  name: 'Demo shop',
  domain: 'shop.example',
  hours: [9, 5, 3, 2, 2, 4, 11, 22, 32, 40, 46, 49, 52, 50, 47, 46, 48, 53, 60, 70, 78, 72, 48, 23],
  days: [106, 101, 99, 100, 94, 90, 110],
  states,
  wanted: ['addToCart'],
  goal: 'purchase',
  choose: (random: Random) => popular(random, PRODUCTS),
  origins: [
    { first: 18, again: 46, landing: BROWSE, intent: 1.3 },
    { first: 33, again: 14, referrer: 'https://www.google.com/', landing: FIND, intent: 1.1 },
    {
      first: 15,
      again: 8,
      referrer: 'https://www.google.com/',
      query: 'utm_source=google&utm_medium=cpc&utm_campaign=shopping',
      landing: { product: 90, category: 10 },
      intent: 1.1,
    },
    {
      first: 2,
      again: 16,
      query: 'utm_source=newsletter&utm_medium=email&utm_campaign=weekly',
      landing: { category: 60, product: 40 },
      intent: 2,
    },
    {
      first: 10,
      again: 4,
      referrer: 'https://www.instagram.com/',
      query: 'utm_source=instagram&utm_medium=paid_social&utm_campaign=lookbook',
      landing: { category: 70, product: 30 },
      intent: 0.4,
    },
    { first: 5, again: 3, referrer: 'https://www.facebook.com/', landing: BROWSE, intent: 0.5 },
    { first: 4, again: 2, referrer: 'https://www.bing.com/', landing: FIND, intent: 1.2 },
    { first: 3, again: 2, referrer: 'https://duckduckgo.com/', landing: FIND, intent: 1.1 },
    { first: 4, again: 2, referrer: 'https://chatgpt.com/', landing: FIND, intent: 1.4 },
    { first: 3, again: 1, referrer: 'https://www.pinterest.com/', landing: FIND, intent: 0.5 },
    { first: 3, again: 2, referrer: 'https://hikers.example.org/gear', landing: FIND, intent: 0.9 },
  ],
  spike: {
    first: 1,
    again: 1,
    referrer: 'https://www.reddit.com/',
    landing: { guide: 100 },
    intent: 0.1,
  },
  campaign: {
    first: 1,
    again: 1,
    query: 'utm_source=partner&utm_medium=cpc&utm_campaign=special',
    landing: { category: 70, product: 30 },
    intent: 1.2,
  },
};
