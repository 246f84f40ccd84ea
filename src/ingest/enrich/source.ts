import { getDomain, parse } from 'tldts';
import { type Channel, channelOf } from './channel.ts';
import { label } from './label.ts';
import { bareHost, type Page } from './url.ts';

/** Where a visit came from: what the first event of the visit gives to the whole of it. */
export type Origin = {
  referrer: string | null;
  source: string | null;
  channel: Channel;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
};

/**
 * Where the visitor of `page` came from. `siteHostnames` are the project's own, beside the page's.
 *
 * `referrer` is the host, without `www.`, of another site, or an Android app's package name; null when the visit is direct, when the
 * referrer is one of the site's own hosts (or any under the same registrable domain) and when it is no web address.
 * `source` is utm_source, else `source`, else `ref`, else the referrer.
 */
export function origin(page: Page, referrer: string | null, siteHostnames: readonly string[]): Origin {
  const from = referrerHost(referrer);
  const own = [page.hostname ?? '', ...siteHostnames].filter(Boolean);
  const external = from && !own.some((host) => sameSite(from.host, host)) ? from.shown : null;
  const source = page.utm.source ?? page.sourceParam ?? page.ref ?? external;
  const {
    source: utmSource,
    medium: utmMedium,
    campaign: utmCampaign,
    term: utmTerm,
    content: utmContent,
  } = page.utm;
  const channel = channelOf({ source, utmSource, utmMedium, utmCampaign, clickId: page.clickId });
  return { referrer: external, source, channel, utmSource, utmMedium, utmCampaign, utmTerm, utmContent };
}

/** The host of a referrer, and as what it is counted. */
function referrerHost(referrer: string | null): { host: string; shown: string | null } | null {
  const text = referrer?.trim() ?? '';
  if (!URL.canParse(text)) return null;
  const { protocol, hostname } = new URL(text);
  // Package names are case-sensitive: com.Slack is Slack's.
  if (protocol === 'android-app:') return { host: hostname, shown: label(hostname) };
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return { host: hostname.replace(/\.$/, ''), shown: label(bareHost(hostname)) };
}

// Private suffixes too (github.io, netlify.app): the sites beneath them have different owners.
const registrable = (host: string) => getDomain(host, { allowPrivateDomains: true });

/** Of one owner: the same host, one beneath the site's (`app.localhost`), or two of one registrable domain. */
function sameSite(host: string, site: string): boolean {
  if (bareHost(host) === bareHost(site)) return true;
  const { domain, hostname, publicSuffix, isIcann, isPrivate } = parse(site, { allowPrivateDomains: true });
  const isShared = (isIcann || isPrivate) && hostname === publicSuffix;
  return (host.endsWith(`.${site}`) && !isShared) || (domain !== null && registrable(host) === domain);
}
