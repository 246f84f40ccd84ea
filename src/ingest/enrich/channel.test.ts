import { describe, expect, it } from 'vitest';
import { type Arrival, type Channel, channelOf } from './channel.ts';

/** A tagged link: source, medium, campaign. */
const tagged = (
  source: string | null,
  medium: string | null = null,
  campaign: string | null = null,
): Arrival => ({
  source,
  utmSource: source,
  utmMedium: medium,
  utmCampaign: campaign,
  clickId: null,
});

/** A plain link on another site, or none. */
const untagged = (source: string | null, clickId: Arrival['clickId'] = null): Arrival => ({
  source,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  clickId,
});

describe('channelOf', () => {
  // Google's table, "Channels for manual traffic", row by row.
  it.each<[Channel, Arrival]>([
    ['Direct', tagged('(direct)', '(none)')],
    ['Direct', tagged('direct', '(not set)')],
    ['Cross-network', tagged('google', 'cpc', 'summer Cross-network 1')],
    ['Paid Shopping', tagged('ebay', 'cpc')],
    ['Paid Shopping', tagged('partner', 'ppc', 'eshop 2026')],
    ['Paid Shopping', tagged('partner', 'paid', 'Shopping')],
    ['Paid Search', tagged('google', 'cpc')],
    ['Paid Search', tagged('Bing', 'CPC')],
    ['Paid Search', tagged('duckduckgo', 'ppc')],
    ['Paid Social', tagged('facebook', 'paid_social')],
    ['Paid Social', tagged('ig', 'retargeting')],
    ['Paid Video', tagged('youtube', 'cpv')],
    ['Paid Video', tagged('youtube.com', 'cpc')],
    ['Display', tagged('partner', 'banner')],
    ['Display', tagged('partner', 'cpm')],
    ['Paid Search', tagged('google', 'cpm')],
    ['Paid Other', tagged('partner', 'cpc')],
    ['Paid Other', tagged('chatgpt.com', 'cpc')],
    ['Organic Shopping', tagged('amazon')],
    ['Organic Shopping', tagged('partner', null, 'shop')],
    ['Unassigned', tagged('partner', null, 'workshop')],
    ['Organic Social', tagged('fb')],
    ['Organic Social', tagged('partner', 'social-media')],
    ['Organic Video', tagged('vimeo')],
    ['Organic Video', tagged('partner', 'product-video')],
    ['Organic Search', tagged('google')],
    ['Organic Search', tagged('partner', 'organic')],
    ['Referral', tagged('partner', 'link')],
    ['Referral', tagged('partner', 'app')],
    ['Email', tagged('partner', 'e-mail')],
    ['Email', tagged('e_mail')],
    ['Affiliates', tagged('partner', 'affiliate')],
    ['Audio', tagged('spotify', 'audio')],
    ['SMS', tagged('sms', 'campaign')],
    ['SMS', tagged('partner', 'sms')],
    ['Mobile Push Notifications', tagged('onesignal', 'web-push')],
    ['Mobile Push Notifications', tagged('partner', 'in-app notification')],
    ['Mobile Push Notifications', tagged('partner', 'mobile')],
    ['Unassigned', tagged('partner')],
    ['Unassigned', tagged(null, 'qr')],
    ['Direct', untagged(null)],
    ['Referral', untagged('news.example')],
  ])('%s: %o', (channel, arrival) => {
    expect(channelOf(arrival)).toBe(channel);
  });

  it.each<[Channel, string]>([
    ['Organic Search', 'google.co.uk'],
    ['Organic Search', 'google.com.br'],
    ['Organic Search', 'fr.search.yahoo.com'],
    ['Organic Search', 'yahoo.co.jp'],
    ['Organic Search', 'cn.bing.com'],
    ['Organic Search', 'yandex.com.tr'],
    ['Organic Search', 'r.duckduckgo.com'],
    ['Organic Search', 'search.brave.com'],
    ['Organic Search', 'com.google.android.googlequicksearchbox'],
    ['Organic Social', 't.co'],
    ['Organic Social', 'lnkd.in'],
    ['Organic Social', 'lm.facebook.com'],
    ['Organic Social', 'm.me'],
    ['Organic Social', 'out.reddit.com'],
    ['Organic Social', 'br.pinterest.com'],
    ['Organic Social', 'pinterest.co.uk'],
    ['Organic Social', 'news.ycombinator.com'],
    ['Organic Social', 'com.Slack'],
    ['Organic Video', 'm.youtube.com'],
    ['Organic Shopping', 'amazon.de'],
    ['AI Assistants', 'chatgpt.com'],
    ['AI Assistants', 'gemini.google.com'],
    ['AI Assistants', 'copilot.microsoft.com'],
    ['AI Assistants', 'chat.deepseek.com'],
    ['AI Assistants', 'www.perplexity.ai'],
    ['Email', 'mail.google.com'],
    ['Email', 'com.google.android.gm'],
    ['Referral', 'docs.google.com'],
    ['Referral', 'finance.yahoo.com'],
  ])('%s from %s', (channel, host) => {
    expect(channelOf(untagged(host))).toBe(channel);
  });

  it('counts the tag that ChatGPT puts on its links', () => {
    expect(channelOf(tagged('chatgpt.com'))).toBe('AI Assistants');
  });

  it.each<[Channel, string]>([
    ['Paid Social', 'facebook_ads'],
    ['Paid Social', 'fb-ad'],
    ['Paid Search', 'Google Ads'],
    ['Paid Search', 'adwords'],
    ['Paid Video', 'yt-ads'],
    ['Organic Social', 'threads'],
    ['Unassigned', 'leads'],
    ['Unassigned', 'ads'],
    ['Email', 'newsletter'],
    ['Email', 'weekly-newsletter'],
    ['Email', 'mailchimp'],
  ])('%s of utm_source=%s', (channel, source) => {
    expect(channelOf(tagged(source))).toBe(channel);
  });

  it.each<[Channel, string | null, Arrival['clickId']]>([
    ['Paid Search', 'google.com', 'gclid'],
    ['Paid Search', 'google', 'wbraid'],
    ['Paid Search', 'bing.com', 'msclkid'],
    ['Paid Search', 'duckduckgo.com', 'msclkid'],
    ['Paid Video', 'youtube.com', 'gclid'],
    ['Paid Social', 't.co', 'twclid'],
    ['Paid Search', null, 'gclid'],
    ['Paid Social', null, 'ttclid'],
    ['Organic Social', 'reddit.com', 'gclid'],
    ['Referral', 'news.example', 'gclid'],
    ['Organic Search', 'google.com', 'msclkid'],
    ['Organic Social', 'facebook.com', 'fbclid'],
    ['Direct', null, 'fbclid'],
  ])('%s from %s with %s', (channel, source, clickId) => {
    expect(channelOf(untagged(source, clickId))).toBe(channel);
  });
});
