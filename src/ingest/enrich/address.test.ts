import { describe, expect, it } from 'vitest';
import {
  clientAddress,
  isPublicAddress,
  LOCAL_PROXIES,
  NO_PROXIES,
  type ProxyTrust,
  parseAddress,
  proxiesOf,
} from './address.ts';

const from = (
  headers: Record<string, string>,
  socket: string | null = '10.0.0.1',
  trust: ProxyTrust = LOCAL_PROXIES,
) => clientAddress(new Headers(headers), socket, trust);

describe('clientAddress', () => {
  it('believes headers of trusted proxies only', () => {
    const headers = { 'X-Forwarded-For': '198.51.100.7', 'CF-Connecting-IP': '198.51.100.8' };
    expect(from(headers)).toBe('198.51.100.7');
    expect(from(headers, '::ffff:127.0.0.1')).toBe('198.51.100.7');
    // Whoever reaches the server itself.
    expect(from(headers, '203.0.113.77')).toBe('203.0.113.77');
    expect(from(headers, '2001:db8::77')).toBe('2001:db8::77');
    expect(from(headers, '::ffff:10.0.0.1', NO_PROXIES)).toBe('10.0.0.1');
    expect(from(headers, null)).toBeNull();
  });

  it.each([
    ['X-Forwarded-For', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
    // What the client wrote itself stands before what an honest proxy appends.
    ['X-Forwarded-For', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['X-Forwarded-For', '192.168.1.5, 203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['X-Forwarded-For', 'unknown, 198.51.100.7:51234', '198.51.100.7'],
    ['X-Forwarded-For', '198.51.100.7, unknown, 10.0.0.2', '10.0.0.2'],
    ['X-Forwarded-For', '[2001:db8::7]:51234', '2001:db8::7'],
    ['X-Forwarded-For', '"203.0.113.7"', '203.0.113.7'],
    ['X-Real-IP', '198.51.100.7', '198.51.100.7'],
    ['CF-Connecting-IP', '2001:DB8::7', '2001:db8::7'],
    ['True-Client-IP', '198.51.100.7', '198.51.100.7'],
    ['CF-Connecting-IPv6', '2001:db8::7', '2001:db8::7'],
    // The examples of RFC 7239, section 4.
    ['Forwarded', 'for=192.0.2.60;proto=http;by=203.0.113.43', '192.0.2.60'],
    ['Forwarded', 'For="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
    ['Forwarded', 'for=192.0.2.43, for=198.51.100.17', '198.51.100.17'],
    [
      'Forwarded',
      'for="_gazonk", for=unknown;by=203.0.113.43, proto=https;for=198.51.100.17',
      '198.51.100.17',
    ],
  ])('%s: %s is %s', (name, value, address) => {
    expect(from({ [name]: value })).toBe(address);
  });

  it('a single header, which clients can send too, counts in the absence of a list only', () => {
    for (const name of ['CF-Connecting-IP', 'X-Real-IP', 'True-Client-IP', 'Forwarded'])
      expect(from({ [name]: '203.0.113.9', 'X-Forwarded-For': '198.51.100.7' })).toBe('198.51.100.7');
  });

  it('a header that the operator names takes the place of all others', () => {
    const trust = { ...LOCAL_PROXIES, header: 'cf-connecting-ip' };
    const headers = { 'CF-Connecting-IP': '198.51.100.7', 'X-Forwarded-For': '203.0.113.9' };
    expect(from(headers, '10.0.0.1', trust)).toBe('198.51.100.7');
    expect(from({ 'X-Forwarded-For': '203.0.113.9' }, '10.0.0.1', trust)).toBe('10.0.0.1');
    expect(from(headers, '203.0.113.77', trust)).toBe('203.0.113.77');
  });

  it('skips listed proxies', () => {
    const trust = proxiesOf(['203.0.113.0/24', '2001:db8:1::/48', '198.51.100.1']);
    expect(from({ 'X-Forwarded-For': '192.0.2.9, 203.0.113.10' }, '10.0.0.1', trust)).toBe('192.0.2.9');
    expect(from({ 'X-Forwarded-For': '192.0.2.9, 2001:db8:1::5' }, '198.51.100.1', trust)).toBe('192.0.2.9');
    expect(from({ 'X-Forwarded-For': '192.0.2.9' }, '198.51.100.2', trust)).toBe('198.51.100.2');
    expect(() => proxiesOf(['nginx'])).toThrow('nginx is neither an IP address nor a CIDR range');
    expect(() => proxiesOf(['10.0.0.0/99'])).toThrow();
  });

  it('tells visitors apart on a private network', () => {
    expect(from({ 'X-Forwarded-For': '192.168.1.5, 10.0.0.2' })).toBe('192.168.1.5');
  });

  it("falls back on the socket's address", () => {
    expect(from({})).toBe('10.0.0.1');
    expect(from({ 'X-Forwarded-For': 'unknown', 'X-Real-IP': '999.1.1.1' })).toBe('10.0.0.1');
    expect(from({ Forwarded: 'by=203.0.113.43' })).toBe('10.0.0.1');
  });
});

describe('parseAddress', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    [' 198.51.100.7:80 ', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7'],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
  ])('%s is %s', (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each([
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4:',
    '[::1',
    '2001:db8::1::2',
    '_hidden',
  ])('"%s" is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '127.0.0.1',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    'localhost',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
