import { pick, type Random, randomOf, uuidOf } from './random.ts';

/** Somebody who visits the site. */
export interface Person {
  visitorId: string;
  /** Of those who have an account, and are signed in whenever they come. */
  userId: string | null;
  /** ISO 3166-1 code. */
  country: string;
  currency: 'EUR' | 'USD';
  language: string;
  userAgent: string;
  screenWidth: number;
  mobile: boolean;
}

interface Country {
  code: string;
  weight: number;
  languages: readonly string[];
}

const COUNTRIES: readonly Country[] = [
  { code: 'DE', weight: 36, languages: ['de-DE', 'de-DE', 'de-DE', 'en-US', 'tr-TR'] },
  { code: 'US', weight: 15, languages: ['en-US', 'en-US', 'en-US', 'es-US'] },
  { code: 'AT', weight: 9, languages: ['de-AT', 'de-DE'] },
  { code: 'GB', weight: 9, languages: ['en-GB', 'en-GB', 'en-US'] },
  { code: 'CH', weight: 7, languages: ['de-CH', 'fr-CH', 'de-DE'] },
  { code: 'FR', weight: 7, languages: ['fr-FR'] },
  { code: 'NL', weight: 6, languages: ['nl-NL', 'en-US'] },
  { code: 'IT', weight: 4, languages: ['it-IT'] },
  { code: 'ES', weight: 3, languages: ['es-ES', 'ca-ES'] },
  { code: 'SE', weight: 2, languages: ['sv-SE', 'en-US'] },
  { code: 'PL', weight: 2, languages: ['pl-PL'] },
];

interface Client {
  weight: number;
  userAgent: string;
  screenWidth: number;
  mobile: boolean;
}

const desktop = (weight: number, screenWidth: number, userAgent: string): Client => ({
  weight,
  screenWidth,
  userAgent,
  mobile: false,
});
const mobile = (weight: number, screenWidth: number, userAgent: string): Client => ({
  ...desktop(weight, screenWidth, userAgent),
  mobile: true,
});

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

const CLIENTS: readonly Client[] = [
  desktop(24, 1920, `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36`),
  mobile(19, 393, `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`),
  mobile(17, 412, `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/141.0.0.0 Mobile Safari/537.36`),
  desktop(
    8,
    1512,
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36`,
  ),
  desktop(
    7,
    1440,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  ),
  desktop(
    6,
    1536,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  ),
  desktop(5, 1920, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'),
  mobile(
    4,
    412,
    `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ),
  desktop(3, 1920, 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'),
  mobile(3, 393, `${IPHONE} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`),
  mobile(
    2,
    393,
    `${IPHONE} Mobile/22G86 Instagram 401.0.0.31.79 (iPhone15,2; iOS 18_6; de_DE; de; scale=3.00)`,
  ),
  mobile(
    2,
    820,
    'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  ),
];

const MEMBERS = 0.15;

/** The person of a name: always the same one. */
export function personOf(name: string): Person {
  const random = randomOf(name);
  const country = pick(random, COUNTRIES, ({ weight }) => weight);
  const { userAgent, screenWidth, mobile } = pick(random, CLIENTS, ({ weight }) => weight);
  return {
    visitorId: uuidOf(name),
    userId: random() < MEMBERS ? memberId(random) : null,
    country: country.code,
    currency: country.code === 'US' ? 'USD' : 'EUR',
    language: pick(random, country.languages, () => 1),
    userAgent,
    screenWidth,
    mobile,
  };
}

const memberId = (random: Random): string => `member-${Math.floor(random() * 2 ** 40).toString(36)}`;
