import { describe, expect, it } from 'vitest';
import { clientAddress, isPublicAddress, parseAddress } from './address.ts';

const from = (headers: Record<string, string>, socket: string | null = '10.0.0.1') =>
  clientAddress(new Headers(headers), socket, true);

describe('clientAddress', () => {
  it('believes headers only behind a trusted proxy', () => {
    const headers = new Headers({ 'X-Forwarded-For': '198.51.100.7' });
    expect(clientAddress(headers, '10.0.0.1', true)).toBe('198.51.100.7');
    expect(clientAddress(headers, '::ffff:10.0.0.1', false)).toBe('10.0.0.1');
    expect(clientAddress(headers, null, false)).toBeNull();
  });

  it.each([
    ['X-Forwarded-For', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['X-Forwarded-For', '192.168.1.5, 198.51.100.7, 203.0.113.9', '198.51.100.7'],
    ['X-Forwarded-For', 'unknown, 198.51.100.7:51234', '198.51.100.7'],
    ['X-Forwarded-For', '[2001:db8::7]:51234', '2001:db8::7'],
    ['X-Real-IP', '198.51.100.7', '198.51.100.7'],
    ['CF-Connecting-IP', '2001:DB8::7', '2001:db8::7'],
    // The examples of RFC 7239, section 4.
    ['Forwarded', 'for=192.0.2.60;proto=http;by=203.0.113.43', '192.0.2.60'],
    ['Forwarded', 'For="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
    ['Forwarded', 'for=192.0.2.43, for=198.51.100.17', '192.0.2.43'],
    [
      'Forwarded',
      'for="_gazonk", for=unknown;by=203.0.113.43, proto=https;for=198.51.100.17',
      '198.51.100.17',
    ],
  ])('%s: %s is %s', (name, value, address) => {
    expect(from({ [name]: value })).toBe(address);
  });

  it("takes Cloudflare's word before what the client forwarded", () => {
    expect(from({ 'CF-Connecting-IP': '198.51.100.7', 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' })).toBe(
      '198.51.100.7',
    );
  });

  it('tells visitors apart on a private network', () => {
    expect(from({ 'X-Forwarded-For': '192.168.1.5, 10.0.0.2' })).toBe('192.168.1.5');
  });

  it("falls back on the socket's address", () => {
    expect(from({})).toBe('10.0.0.1');
    expect(
      from({ 'X-Forwarded-For': 'unknown', 'X-Real-IP': '999.1.1.1', Forwarded: 'by=203.0.113.43' }),
    ).toBe('10.0.0.1');
    expect(from({}, null)).toBeNull();
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
