import Bowser from 'bowser';
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';

export type Device = 'Desktop' | 'Mobile' | 'Tablet' | 'TV' | 'Console';

/** The visitor's client, by the names people know; null where it does not say. */
export type Agent = { device: Device | null; browser: string | null; os: string | null; bot: boolean };

const UNKNOWN: Agent = { device: null, browser: null, os: null, bot: false };

// One site's visitors share few thousand user agents; parsing one costs some fifty times a look-up.
const parsed = new LRUCache<string, Agent>({ max: 5000 });
// No browser's is longer, and what bowser's regular expressions take grows with the square of it: 3 ms for 1,000 characters. Only
// what bots say of themselves may stand behind it: isbot reads 16,000 characters, which is all that a header can have, in 0.2 ms.
const LONGEST = 400;

/** An application's own browser, and others that bowser takes for the engine they are built on. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bBarcelona \d/, 'Threads'],
  [/\bInstagram \d/, 'Instagram'],
  [/\bMessenger(?:Lite)?ForiOS|FB_IAB\/(?:Orca|MESSENGER)/, 'Messenger'],
  [/\bFBA[NV]\/|\bFB_IAB\//, 'Facebook'],
  [/musical_ly|BytedanceWebview|\btrill_/, 'TikTok'],
  [/\bLinkedInApp\b/, 'LinkedIn'],
  [/\bSnapchat\//, 'Snapchat'],
  [/\[Pinterest\//, 'Pinterest'],
  [/\bTwitter for |\bTwitterAndroid\b/, 'X'],
  [/\bReddit\//, 'Reddit'],
  [/\bLine\/\d/, 'LINE'],
  [/\bKAKAOTALK\b/i, 'KakaoTalk'],
  [/\bHuaweiBrowser\//, 'Huawei Browser'],
  [/\bOculusBrowser\//, 'Meta Quest Browser'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bXbox\b/, 'Xbox'],
  [/\bPlayStation\b/i, 'PlayStation'],
  [/\bNintendo\b/, 'Nintendo'],
  [/\bKAIOS\//, 'KaiOS'],
  [/\bFreeBSD\b/, 'FreeBSD'],
  [/\bOpenBSD\b/, 'OpenBSD'],
];

const DEVICES: readonly [RegExp, Device][] = [
  [/\b(?:Xbox|PlayStation|Nintendo)\b/i, 'Console'],
  [/\b(?:TV|SmartTV|GoogleTV|AndroidTV|HbbTV|BRAVIA|CrKey|Web0S|AFT[A-Z0-9]{1,6})\b/, 'TV'],
  [/\b(?:CrOS|(?:Free|Open)BSD)\b/, 'Desktop'],
];

const PLATFORMS: Record<string, Device> = {
  desktop: 'Desktop',
  mobile: 'Mobile',
  tablet: 'Tablet',
  tv: 'TV',
};

const RENAMED: Record<string, string> = {
  'Samsung Internet for Android': 'Samsung Internet',
  'NAVER Whale Browser': 'Whale',
  'PlayStation 4': 'PlayStation',
  'WebOS Browser': 'webOS Browser',
  Focus: 'Firefox Focus',
  Miui: 'MIUI Browser',
  WebOS: 'webOS',
};

// For anything else bowser makes a name of the text itself, and every odd client would be a browser of its own.
const NAMED_BY_BOWSER = new Set([...Object.values(Bowser.BROWSER_MAP), 'Miui', 'Opera Touch']);

// Safari on iPadOS says that it is a Mac's. iPadOS gives the width in portrait: 1032 CSS pixels on the largest iPad,
// where a Mac's screen has 1280 unless it is scaled up.
const WIDEST_IPAD = 1032;

/**
 * Reads a user agent. `screenWidth` is `screen.width` (not the window's) and tells an iPad from a Mac: without it,
 * an iPad that poses as a Mac counts as one. `secChUa` is the Sec-CH-UA header, in which alone Brave gives its name.
 * An absent user agent is unknown, not a bot.
 */
export function parseAgent(
  userAgent: string | null,
  screenWidth: number | null,
  secChUa: string | null = null,
): Agent {
  const whole = userAgent?.trim();
  if (!whole) return UNKNOWN;
  const text = whole.slice(0, LONGEST);
  let agent = parsed.get(text);
  if (!agent) {
    agent = parse(text);
    parsed.set(text, agent);
  }
  if (whole.length > LONGEST) agent = { ...agent, bot: isbot(whole) };
  const browser = /"(Brave|DuckDuckGo|Vivaldi)"/.exec(secChUa ?? '')?.[1] ?? agent.browser;
  const ipad = agent.os === 'macOS' && posesAsMac(text) && screenWidth !== null && screenWidth <= WIDEST_IPAD;
  return ipad ? { ...agent, browser, device: 'Tablet', os: 'iOS' } : { ...agent, browser };
}

// @umami/node calls itself a browser.
const NO_BROWSER = /^Mozilla\/\S+ Umami\//;

/** Whether a user agent has the form of a browser's, which no program has that does not pose as one. */
export const isBrowser = (userAgent: string | null): boolean =>
  userAgent !== null && /^\s*(?:Mozilla|Opera)\//.test(userAgent) && !NO_BROWSER.test(userAgent.trimStart());

/** All browsers of iPadOS are WebKit; Chrome and Firefox of a Mac are not, and say so. */
function posesAsMac(text: string): boolean {
  return text.includes('Macintosh') && !/Chrome\/|Firefox\//.test(text);
}

function parse(text: string): Agent {
  const { browser, os, platform } = Bowser.parse(text);
  const name = browser.name && NAMED_BY_BOWSER.has(browser.name) ? browser.name : null;
  return {
    device: named(DEVICES, text) ?? PLATFORMS[platform.type ?? ''] ?? null,
    browser: named(BROWSERS, text) ?? rename(name),
    os: named(SYSTEMS, text) ?? rename(os.name ?? null),
    bot: isbot(text),
  };
}

function named<T>(patterns: readonly [RegExp, T][], text: string): T | null {
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function rename(name: string | null): string | null {
  return name && (RENAMED[name] ?? name);
}
