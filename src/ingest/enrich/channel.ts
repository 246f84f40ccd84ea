import { sourceIndex } from './source-index.ts';
import { CLICK_ID_NETWORKS, type ClickId, SOURCES, type SourceKind } from './sources.ts';

/** GA4's default channel group, and AI Assistants. */
export type Channel =
  | 'Direct'
  | 'Cross-network'
  | 'Paid Shopping'
  | 'Paid Search'
  | 'Paid Social'
  | 'Paid Video'
  | 'Display'
  | 'Paid Other'
  | 'AI Assistants'
  | 'Organic Shopping'
  | 'Organic Social'
  | 'Organic Video'
  | 'Organic Search'
  | 'Referral'
  | 'Email'
  | 'Affiliates'
  | 'Audio'
  | 'SMS'
  | 'Mobile Push Notifications'
  | 'Unassigned';

/** What is known of how a visitor came. `source` is the visit's source: a tag's, else the referrer's host. */
export type Arrival = {
  source: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  clickId: ClickId | null;
};

type Clues = { source: string; medium: string; campaign: string; kind: SourceKind | null; paid: boolean };

const kindOf = sourceIndex(SOURCES);
const networkOf = Object.fromEntries(
  Object.entries(CLICK_ID_NETWORKS).map(([id, sources]) => [id, sourceIndex({ network: sources })]),
);

// The patterns are those of Google's definition, but for newsletters, which GA4 leaves unassigned.
const PAID_MEDIUM = /^(?:.*cp.*|ppc|retargeting|paid.*)$/;
const SHOP_CAMPAIGN = /(?:[^a-df-z]|^)shop|shopping/;
const EMAIL = /^e[-_ ]?mail$|newsletter/;
const DISPLAY_MEDIA = ['display', 'banner', 'expandable', 'interstitial', 'cpm'];
const SOCIAL_MEDIA = ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'];

/** The first rule that holds names the channel: GA4's definitions for manually tagged traffic, in GA4's order. */
const RULES: readonly [Channel, (clues: Clues) => boolean][] = [
  ['Direct', (c) => /^\(?direct\)?$/.test(c.source) && ['', '(none)', '(not set)'].includes(c.medium)],
  ['Cross-network', (c) => c.campaign.includes('cross-network')],
  ['Paid Shopping', (c) => c.paid && (c.kind === 'shopping' || SHOP_CAMPAIGN.test(c.campaign))],
  ['Paid Search', (c) => c.paid && c.kind === 'search'],
  ['Paid Social', (c) => c.paid && c.kind === 'social'],
  ['Paid Video', (c) => c.paid && c.kind === 'video'],
  ['Display', (c) => DISPLAY_MEDIA.includes(c.medium)],
  ['Paid Other', (c) => c.paid],
  ['AI Assistants', (c) => c.kind === 'assistant' || c.medium === 'ai-assistant'],
  ['Organic Shopping', (c) => c.kind === 'shopping' || SHOP_CAMPAIGN.test(c.campaign)],
  ['Organic Social', (c) => c.kind === 'social' || SOCIAL_MEDIA.includes(c.medium)],
  ['Organic Video', (c) => c.kind === 'video' || c.medium.includes('video')],
  ['Organic Search', (c) => c.kind === 'search' || c.medium === 'organic'],
  ['Referral', (c) => ['referral', 'app', 'link'].includes(c.medium)],
  ['Email', (c) => c.kind === 'email' || EMAIL.test(c.source) || EMAIL.test(c.medium)],
  ['Affiliates', (c) => /^affiliates?$/.test(c.medium)],
  ['Audio', (c) => c.medium === 'audio'],
  ['SMS', (c) => c.source === 'sms' || c.medium === 'sms'],
  ['Mobile Push Notifications', (c) => /push$|mobile|notification/.test(c.medium) || c.source === 'firebase'],
];

/**
 * The acquisition channel of a visit, by GA4's default channel group (support.google.com/analytics/answer/9756891),
 * case-insensitively. Where no rule holds: a tagged link is Unassigned, another site a Referral, and no source Direct.
 *
 * GA4 learns from Google Ads which clicks were paid; here an advertisement's click id tells (gclid from Google, msclkid from Bing,
 * as Plausible does) or a source that says so (`facebook_ads`). A click id counts only where its own network is the source,
 * or none is known: an address with a gclid that someone posts elsewhere is not an advertisement.
 */
export function channelOf(arrival: Arrival): Channel {
  const clues = read(arrival);
  const rule = RULES.find(([, holds]) => holds(clues));
  if (rule) return rule[0];
  if (arrival.utmSource || arrival.utmMedium) return 'Unassigned';
  return arrival.source ? 'Referral' : 'Direct';
}

function read({ source, utmMedium, utmCampaign, clickId }: Arrival): Clues {
  const text = (source ?? '').toLowerCase();
  const medium = (utmMedium ?? '').toLowerCase();
  const advertiser = advertiserIn(text) ?? (clickId && advertiserOf(clickId, text));
  return {
    source: text,
    medium,
    campaign: (utmCampaign ?? '').toLowerCase(),
    kind: kindOf(advertiser ?? text),
    paid: advertiser !== null || PAID_MEDIUM.test(medium),
  };
}

/** `facebook` of `facebook_ads`, `google` of `adwords`; null of a source that does not speak of advertisements. */
function advertiserIn(source: string): string | null {
  if (source === 'adwords' || source === 'gads') return 'google';
  const advertiser = /^(.+?)[-_ .]*ads?$/.exec(source)?.[1];
  return advertiser && kindOf(advertiser) ? advertiser : null;
}

/** The network of an advertisement's click id, if the source is that network or is not known. */
function advertiserOf(clickId: ClickId, source: string): string | null {
  const [first] = CLICK_ID_NETWORKS[clickId].split(' ');
  if (!first) return null;
  if (source === '') return first;
  return networkOf[clickId]?.(source) ? source : null;
}
