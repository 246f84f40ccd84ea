import { LRUCache } from 'lru-cache';
import { MAX_URL } from '../input.ts';
import { label } from './label.ts';
import { CLICK_IDS, type ClickId } from './sources.ts';

/** The campaign parameters of a URL, as typed. */
export type Utm = {
  source: string | null;
  medium: string | null;
  campaign: string | null;
  term: string | null;
  content: string | null;
};

/** What a page's URL tells. `ref` and `sourceParam` are the query parameters `ref` and `source`. */
export type Page = {
  hostname: string | null;
  path: string | null;
  utm: Utm;
  ref: string | null;
  sourceParam: string | null;
  clickId: ClickId | null;
};

const NO_UTM: Utm = { source: null, medium: null, campaign: null, term: null, content: null };
const NO_PAGE: Page = {
  hostname: null,
  path: null,
  utm: NO_UTM,
  ref: null,
  sourceParam: null,
  clickId: null,
};

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\//i;
// They name no page, and a dashboard that links to one would run it.
const NOT_A_PAGE = /^(?:javascript|vbscript|data|blob):/i;
const NO_HOST = 'no-host.invalid';

/**
 * Takes a page's URL apart: absolute (`https://…`, `app://host/path`), scheme-relative or a bare path (`/pricing?x=1`).
 * Null when it is not a URL; of an absent or empty one, a page with nothing known.
 *
 * The hostname is lower case, in punycode and without the port: one site on two ports is one site. The path is kept as
 * the URL standard writes it (`/café` is `/caf%C3%A9`), as in Plausible with its final slash: `/a/` and `/a` are two pages.
 */
export function parsePage(url: string | null): Page | null {
  const text = url?.trim();
  if (!text) return NO_PAGE;
  const known = pages.get(text);
  if (known) return known;
  const page = read(text);
  // What is longer than a URL is stored has its campaign read all the same; it is not worth the memory.
  if (text.length > MAX_URL)
    return page && { ...page, hostname: cutOf(page.hostname), path: cutOf(page.path) };
  if (page) pages.set(text, page);
  return page;
}

const cutOf = (text: string | null): string | null => text?.slice(0, MAX_URL) ?? null;

// A site's visitors look at the same pages; taking a URL apart costs some ten times a look-up.
const pages = new LRUCache<string, Page>({ max: 5000 });

function read(text: string): Page | null {
  const parsed = toUrl(text);
  if (!parsed) return null;
  const query = queryOf(parsed);
  return {
    hostname: parsed.hostname === NO_HOST ? null : parsed.hostname.toLowerCase().replace(/\.$/, '') || null,
    path: pathOf(parsed),
    utm: {
      source: label(query.get('utm_source')),
      medium: label(query.get('utm_medium')),
      campaign: label(query.get('utm_campaign')),
      term: label(query.get('utm_term')),
      content: label(query.get('utm_content')),
    },
    ref: label(query.get('ref')),
    sourceParam: label(query.get('source')),
    clickId: CLICK_IDS.find((name) => query.get(name)) ?? null,
  };
}

/**
 * A hostname as it is shown and told from others: lower case, without the root's final dot and without a leading `www.`. What
 * is beneath a host is told by the host itself: `www.nhs.uk` is one of many owners under nhs.uk.
 */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\.(?=[^.]+\.)/, '');
}

function toUrl(text: string): URL | null {
  const absolute = ABSOLUTE.test(text) && !NOT_A_PAGE.test(text);
  const base = `http://${NO_HOST}`;
  if (!(absolute || text.startsWith('/')) || !URL.canParse(text, base)) return null;
  return new URL(text, base);
}

/**
 * The parameters of the query and, where it does not have them, of the hash: a hash route has a query of its own
 * (`#/signup?utm_source=mail`), and a hash alone may be one (`#?ref=hn`, `#utm_source=mail`).
 */
function queryOf({ searchParams, hash }: URL): Pick<URLSearchParams, 'get'> {
  const inHash = /^#(?:!?(?:\/[^?]*)?\?(.*)|(utm_[a-z]+=.*))$/s.exec(hash);
  const more = new URLSearchParams(inHash?.[1] ?? inHash?.[2]);
  return more.size === 0 ? searchParams : { get: (name) => searchParams.get(name) ?? more.get(name) };
}

/** The path without query; a hash route (`#/x`, `#!/x`) is where a single-page application keeps its path. */
function pathOf(url: URL): string {
  const route = /^#!?\/[^?]*/.exec(url.hash)?.[0] ?? '';
  return (url.pathname || '/') + route;
}
