import { describe, expect, it } from 'vitest';
import {
  type Blocked,
  createBlocklist,
  isAddressOrNetwork,
  parseSpamList,
  type Sender,
} from './blocklist.ts';

const NOTHING: Blocked = {
  blockedAddresses: [],
  blockedUserAgents: [],
  blockedReferrers: [],
  blockedHostnames: [],
};
const SENDER: Sender = {
  address: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (X11) Firefox/140.0',
  referrer: 'https://news.example/today',
  hostname: 'shop.example',
};
const verdict = (blocked: Partial<Blocked>, sender: Partial<Sender> = {}, spam = new Set<string>()) =>
  createBlocklist({ ...NOTHING, ...blocked }, spam)({ ...SENDER, ...sender });

it('blocks nothing where nothing is listed', () => {
  expect(verdict({})).toBeNull();
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['2001:db8::/32', '2001:db8:1::5', true],
    ['2001:db8::/32', '2001:db9::5', false],
    ['2001:db8::1', '192.0.2.7', false],
    ['192.0.2.7', '::ffff:192.0.2.7', true],
    [' 192.0.2.7 ', '192.0.2.7', true],
    // Every address of one family is none of the other's.
    ['::/0', '2001:db8::1', true],
    ['::/0', '192.0.2.7', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::ffff:192.0.2.0/120', '192.0.2.9', true],
    ['::ffff:192.0.2.0/120', '192.0.3.9', false],
    ['::ffff:192.0.2.7', '192.0.2.7', true],
    ['::/64', '192.0.2.7', false],
  ])('%s in the list, %s sent: %s', (listed, address, blocked) => {
    expect(verdict({ blockedAddresses: [listed] }, { address })).toBe(blocked ? 'address' : null);
  });

  it('that is not known is not blocked', () => {
    expect(verdict({ blockedAddresses: ['0.0.0.0/0'] }, { address: null })).toBeNull();
  });
});

it.each([
  ['firefox', 'userAgent'],
  ['FIREFOX/140', 'userAgent'],
  ['Chrome', null],
])('a user agent with %s: %s', (part, field) => {
  expect(verdict({ blockedUserAgents: [part] })).toBe(field);
});

it.each([
  ['news.example', 'https://news.example/today', 'referrer'],
  ['news.example', 'https://www.news.example', 'referrer'],
  ['www.news.example', 'https://www.news.example/', 'referrer'],
  ['www.news.example', 'https://a.www.news.example/', 'referrer'],
  ['www.news.example', 'https://news.example', null],
  ['www.google.com', 'https://news.google.com', null],
  ['www.com', 'https://any.com', null],
  ['www.com', 'https://www.com', 'referrer'],
  ['www.nhs.uk', 'https://leeds.nhs.uk', null],
  ['news.example', 'https://news.example./', 'referrer'],
  ['News.Example', 'https://deep.news.example:8080/?q', 'referrer'],
  ['news.example', 'https://badnews.example', null],
  ['deep.news.example', 'https://news.example', null],
  ['news.example', 'not a URL', null],
  ['bücher.example', 'https://bücher.example/', 'referrer'],
])('the referrer %s in the list, %s sent: %s', (listed, referrer, field) => {
  expect(verdict({ blockedReferrers: [listed] }, { referrer })).toBe(field);
});

it.each([
  ['shop.example', 'shop.example', 'hostname'],
  ['example', 'shop.example', 'hostname'],
  ['www.shop.example', 'www.shop.example', 'hostname'],
  ['www.shop.example', 'a.www.shop.example', 'hostname'],
  ['www.shop.example', 'shop.example', null],
  ['www.shop.example', 'app.shop.example', null],
  ['www.com', 'shop.com', null],
  ['bücher.example', 'xn--bcher-kva.example', 'hostname'],
  ['shop.example', 'staging.shop.example', 'hostname'],
  ['staging.shop.example', 'shop.example', null],
  ['shop.example', null, null],
])('the host name %s in the list, %s sent: %s', (listed, hostname, field) => {
  expect(verdict({ blockedHostnames: [listed] }, { hostname })).toBe(field);
});

it('spam is blocked for everybody', () => {
  const spam = parseSpamList('# a list\nspam.example\r\n\n  www.worse.example \n');
  expect([...spam]).toEqual(['spam.example', 'www.worse.example']);
  // What everybody's names end with is nobody's alone.
  expect([...parseSpamList('com\nwww.com\nco.uk\nspam.co.uk\nseo.github.io\nnot a host')]).toEqual([
    'www.com',
    'spam.co.uk',
    'seo.github.io',
  ]);
  expect(verdict({}, { referrer: 'http://get.spam.example/' }, spam)).toBe('referrer');
  expect(verdict({}, {}, spam)).toBeNull();
});

it.each([
  ['192.0.2.7', true],
  [' 192.0.2.7 ', true],
  ['192.0.2.0/24', true],
  ['192.0.2.0/33', false],
  ['192.0.2.0/', false],
  ['192.0.2.0/24/24', false],
  ['192.0.2', false],
  ['2001:db8::/128', true],
  ['2001:db8::/129', false],
  ['example.com', false],
  ['', false],
])('%s is an address or a network: %s', (entry, expected) => {
  expect(isAddressOrNetwork(entry)).toBe(expected);
});
