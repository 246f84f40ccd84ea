import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHost, parsePage } from './url.ts';

const NO_UTM = { source: null, medium: null, campaign: null, term: null, content: null };
const NO_PAGE = { hostname: null, path: null, utm: NO_UTM, ref: null, sourceParam: null, clickId: null };

describe('parsePage', () => {
  it('takes a URL apart', () => {
    const url =
      'https://www.Example.com:8443/pricing/?utm_source=Google&utm_medium=cpc&utm_campaign=spring%20sale&utm_term=a+b&utm_content=c&ref=hn&source=mail&gclid=Cj0#top';
    expect(parsePage(url)).toEqual({
      hostname: 'www.example.com',
      path: '/pricing/',
      utm: { source: 'Google', medium: 'cpc', campaign: 'spring sale', term: 'a b', content: 'c' },
      ref: 'hn',
      sourceParam: 'mail',
      clickId: 'gclid',
    });
  });

  // A campaign in the query of a hash route is told as it would be in the URL's own query.
  it.each([
    ['/#/signup?utm_source=mail&utm_medium=email&ref=hn', '/#/signup'],
    ['/#!/signup?utm_source=mail&utm_medium=email&ref=hn', '/#!/signup'],
    ['/app#?utm_source=mail&utm_medium=email&ref=hn', '/app'],
    ['/app#utm_source=mail&utm_medium=email&ref=hn', '/app'],
    ['/?utm_medium=email#/signup?utm_source=mail&ref=hn&utm_medium=cpc', '/#/signup'],
    ['/?utm_source=mail&utm_medium=email&ref=hn#/signup?utm_source=other&ref=other', '/#/signup'],
    ['/?utm_source=mail&utm_medium=email&ref=hn#top', '/'],
  ])('%s has its campaign', (url, path) => {
    expect(parsePage(url)).toMatchObject({
      path,
      utm: { ...NO_UTM, source: 'mail', medium: 'email' },
      ref: 'hn',
    });
  });

  it('a click id of a hash route is one, and a hash that only looks like a query is none', () => {
    expect(parsePage('/#/signup?gclid=x')).toMatchObject({ clickId: 'gclid' });
    expect(parsePage('/#top&utm_source=a')).toMatchObject({ utm: NO_UTM });
    expect(parsePage('/#ref=hn')).toMatchObject({ ref: null });
  });

  it('knows nothing of an absent page, without fault', () => {
    expect([parsePage(null), parsePage(''), parsePage('  ')]).toEqual([NO_PAGE, NO_PAGE, NO_PAGE]);
  });

  it.each([
    ['http://example.com', 'example.com', '/'],
    ['http://localhost:3000/a', 'localhost', '/a'],
    ['http://example.com./a', 'example.com', '/a'],
    ['https://user:secret@example.com/a', 'example.com', '/a'],
    ['https://www.bücher.de/a', 'www.xn--bcher-kva.de', '/a'],
    ['https://[2001:db8::1]:80/a', '[2001:db8::1]', '/a'],
    ['//Example.com/a', 'example.com', '/a'],
    ['app://Host/path?x=1', 'host', '/path'],
    ['app://com.example.shop', 'com.example.shop', '/'],
    ['capacitor://localhost/home', 'localhost', '/home'],
    ['file:///index.html', null, '/index.html'],
    ['/pricing?x=1', null, '/pricing'],
    ['/', null, '/'],
    [' https://example.com/a ', 'example.com', '/a'],
  ])('%s is %s at %s', (url, hostname, path) => {
    expect(parsePage(url)).toMatchObject({ hostname, path });
  });

  it.each([
    ['/a', '/a'],
    ['/a/', '/a/'],
    ['/a//b', '/a//b'],
    ['/A', '/A'],
    ['/a/../b', '/b'],
    ['/a?b=/c#d', '/a'],
    ['/app#/users/1?tab=2', '/app#/users/1'],
    ['/#!/users', '/#!/users'],
    ['/#users', '/'],
    ['/caf%C3%A9', '/caf%C3%A9'],
    ['/café', '/caf%C3%A9'],
    ['/a%2Fb%3Fc', '/a%2Fb%3Fc'],
    ['/a%00b', '/a%00b'],
    ['/caf%E9', '/caf%E9'],
  ])('the path of %s is %s', (url, path) => {
    expect(parsePage(`https://example.com${url}`)?.path).toBe(path);
  });

  it.each([
    'pricing',
    'example.com/pricing',
    '?x=1',
    'https://',
    'http://exa mple.com',
    'https:/example.com',
    'mailto:a@example.com',
    'about:blank',
    'javascript://example.com/%0aalert(1)',
    'data://text/html,x',
    'blob:https://example.com/1',
  ])('%s is not a URL', (url) => {
    expect(parsePage(url)).toBeNull();
  });

  it('trims and cuts campaign parameters, and takes empty ones for absent', () => {
    const page = parsePage(
      `/?utm_source=%20x%20&utm_medium=&utm_campaign=${'y'.repeat(300)}&utm_term=a%00b&ref=%20`,
    );
    expect(page).toMatchObject({
      utm: { source: 'x', medium: null, campaign: 'y'.repeat(200), term: 'ab', content: null },
      ref: null,
    });
  });

  it.each([
    ['msclkid=1', 'msclkid'],
    ['fbclid=1', 'fbclid'],
    ['fbclid=1&gclid=2', 'gclid'],
    ['gclid=', null],
    ['clickid=1', null],
  ])('the click id of ?%s is %s', (query, clickId) => {
    expect(parsePage(`https://example.com/?${query}`)?.clickId).toBe(clickId);
  });
});

it('neither throws nor leaves a path without its slash, whatever it is given', () => {
  const anything = fc.string({ unit: fc.constantFrom(...'/.:?#%@[]&=!\\ \u0000é\ud800wC2F-') });
  fc.assert(
    fc.property(fc.constantFrom('', '/', 'https://', 'app://'), anything, (start, rest) => {
      const page = parsePage(start + rest);
      expect(page?.path ?? '/').toMatch(/^\//);
      expect(page?.hostname).not.toBe('');
    }),
  );
});

describe('bareHost', () => {
  it('drops one www. and keeps the rest', () => {
    expect(bareHost('WWW.Example.com')).toBe('example.com');
    expect(bareHost('www2.example.com')).toBe('www2.example.com');
    expect(bareHost('wwwexample.com')).toBe('wwwexample.com');
  });
});
