import { describe, expect, it } from 'vitest';
import { selectPageview } from './select.ts';

const select = (
  target: string | null,
  status = 200,
  method: string | null = 'GET',
  includeStatic = false,
) => {
  const selected = selectPageview({ method, target, status }, { includeStatic });
  return 'skipped' in selected ? selected.skipped : 'pageview';
};

describe('selectPageview', () => {
  it.each([
    '/',
    '/pricing',
    '/pricing/',
    '/index.html',
    '/a.php?x=style.css',
    '/docs/v1.2',
    '/docs.css/',
    '/feeding',
    '/.well-known/',
    '//double',
  ])('takes %s as a page', (target) => expect(select(target)).toBe('pageview'));

  it.each([
    '/style.css',
    '/app.js?v=3',
    '/IMAGE.PNG',
    '/favicon.ico',
    '/robots.txt',
    '/sitemap.xml',
    '/a/manual.pdf',
    '/a.tar.gz',
    '/font.eot?#iefix',
  ])('takes %s as a static file', (target) => {
    expect(select(target)).toBe('static');
    expect(select(target, 200, 'GET', true)).toBe('pageview');
  });

  it.each(['/feed', '/blog/feed/', '/news.rss', '/atom?page=2', '/index.atom'])(
    'takes %s as a feed',
    (target) => {
      expect(select(target)).toBe('feed');
      expect(select(target, 200, 'GET', true)).toBe('pageview');
    },
  );

  it.each([
    [200, 'pageview'],
    [206, 'pageview'],
    [304, 'pageview'],
    [301, 'redirect'],
    [302, 'redirect'],
    [308, 'redirect'],
    [403, 'error'],
    [404, 'error'],
    [499, 'error'],
    [500, 'error'],
    [101, 'noise'],
    [0, 'noise'],
  ])('judges the status %i: %s', (status, outcome) => expect(select('/', status)).toBe(outcome));

  it('takes GET requests only', () => {
    expect(select('/', 200, 'HEAD')).toBe('method');
    expect(select('/', 200, 'POST')).toBe('method');
  });

  it('takes paths of the site only', () => {
    expect(select(null, 400, null)).toBe('noise');
    expect(select('http://elsewhere.example/')).toBe('noise');
    expect(select('*')).toBe('noise');
  });
});
