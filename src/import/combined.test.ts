import { describe, expect, it } from 'vitest';
import { parseCombined } from './combined.ts';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';

/** A line with one part replaced. */
function line(
  change: Partial<Record<'client' | 'time' | 'request' | 'status' | 'referrer' | 'agent', string>>,
): string {
  const {
    client = '192.0.2.1 - -',
    time = '21/Nov/2026:09:30:00 +0000',
    request = 'GET /pricing HTTP/1.1',
    status = '200 5120',
    referrer = 'https://example.org/',
    agent = CHROME,
  } = change;
  return `${client} [${time}] "${request}" ${status} "${referrer}" "${agent}"`;
}

describe('parseCombined', () => {
  it('reads the example of the Apache manual', () => {
    // https://httpd.apache.org/docs/2.4/logs.html#combined
    const text =
      '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326 "http://www.example.com/start.html" "Mozilla/4.08 [en] (Win98; I ;Nav)"';
    expect(parseCombined(text)).toEqual({
      host: null,
      address: '127.0.0.1',
      time: new Date('2000-10-10T20:55:36Z'),
      method: 'GET',
      target: '/apache_pb.gif',
      status: 200,
      bytes: 2326,
      referrer: 'http://www.example.com/start.html',
      userAgent: 'Mozilla/4.08 [en] (Win98; I ;Nav)',
      text,
    });
  });

  it('takes a dash as absent', () => {
    expect(parseCombined(line({ status: '304 -', referrer: '-', agent: '-' }))).toMatchObject({
      bytes: null,
      referrer: null,
      userAgent: null,
    });
    expect(parseCombined(line({ referrer: '', agent: '' }))).toMatchObject({
      referrer: null,
      userAgent: null,
    });
  });

  it.each([
    ['21/Nov/2026:09:30:00 +0000', '2026-11-21T09:30:00Z'],
    ['01/Jan/2027:00:15:00 +0530', '2026-12-31T18:45:00Z'],
    ['28/Feb/2026:22:00:00 -0330', '2026-03-01T01:30:00Z'],
    ['31/Dec/2016:23:59:60 +0000', '2017-01-01T00:00:00Z'],
  ])('reads the time %s as %s', (time, instant) => {
    expect(parseCombined(line({ time }))?.time).toEqual(new Date(instant));
  });

  it.each([
    '31/Feb/2026:09:30:00 +0000',
    '21/Foo/2026:09:30:00 +0000',
    '21/Nov/2026:24:00:00 +0000',
    '2026-11-21 09:30',
  ])('refuses the time %s', (time) => expect(parseCombined(line({ time }))).toBeNull());

  it.each([
    ['2001:db8::1 - -', '2001:db8::1', null],
    ['::1 - john doe', '::1', null],
    ['2001:db8::1 - john doe', '2001:db8::1', null],
    ['host-7.example.net - frank', 'host-7.example.net', null],
    ['www.example.com:443 192.0.2.1 - -', '192.0.2.1', 'www.example.com'],
    ['www.example.com:80 2001:db8::1 - john doe', '2001:db8::1', 'www.example.com'],
  ])('reads the client in "%s"', (client, address, host) => {
    expect(parseCombined(line({ client }))).toMatchObject({ address, host });
  });

  it.each([
    ['GET / HTTP/2.0', 'GET', '/'],
    ['GET / HTTP/3', 'GET', '/'],
    ['GET /old', 'GET', '/old'],
    ['GET /two words HTTP/1.1', 'GET', '/two words'],
    ['POST http://example.org/x HTTP/1.1', 'POST', 'http://example.org/x'],
    [String.raw`GET /caf\xc3\xa9?q=\"a\" HTTP/1.1`, 'GET', '/café?q="a"'],
    [String.raw`GET /a\\x41 HTTP/1.1`, 'GET', '/a\\x41'],
    [String.raw`\x16\x03\x01\x02`, null, null],
    ['-', null, null],
    ['', null, null],
  ])('reads the request "%s"', (request, method, target) => {
    expect(parseCombined(line({ request }))).toMatchObject({ method, target });
  });

  it('undoes escapes in the referrer and the user agent', () => {
    const entry = parseCombined(
      line({
        referrer: String.raw`https://example.org/?q=\"quoted\"\x22`,
        agent: String.raw`a \"b\" \\ c\td \xff`,
      }),
    );
    expect(entry).toMatchObject({
      referrer: 'https://example.org/?q="quoted""',
      userAgent: 'a "b" \\ c\td \uFFFD',
    });
  });

  it('leaves alone what follows the user agent', () => {
    expect(parseCombined(`${line({})} "198.51.100.7" 0.004\r`)).toEqual(parseCombined(line({})));
  });

  it.each([
    ['the common format', line({}).replace(/ "[^"]*" "[^"]*"$/, '')],
    ['a line that was cut off', line({}).slice(0, -10)],
    ['JSON', '{"remote_addr":"192.0.2.1"}'],
    ['nothing', ''],
    ['a status that is none', line({ status: '2000 10' })],
  ])('refuses %s', (_, text) => expect(parseCombined(text)).toBeNull());
});
