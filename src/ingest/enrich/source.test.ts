import { describe, expect, it } from 'vitest';
import { origin } from './source.ts';
import { parsePage } from './url.ts';

function arrive(url: string, referrer: string | null, site: string[] = []) {
  const page = parsePage(url);
  if (!page) throw new Error(`not a URL: ${url}`);
  return origin(page, referrer, site);
}

const PAGE = 'https://shop.example.co.uk/a';

describe('origin', () => {
  it('prefers utm_source, then source, then ref, then the referrer', () => {
    const from = 'https://news.site.org/x';
    expect(arrive(`${PAGE}?utm_source=A&source=b&ref=c`, from).source).toBe('A');
    expect(arrive(`${PAGE}?source=b&ref=c`, from).source).toBe('b');
    expect(arrive(`${PAGE}?ref=c`, from).source).toBe('c');
    expect(arrive(PAGE, from).source).toBe('news.site.org');
    expect(arrive(`${PAGE}?utm_source=A`, from).referrer).toBe('news.site.org');
  });

  it('tells all of a campaign', () => {
    const url = `${PAGE}?utm_source=google&utm_medium=cpc&utm_campaign=c&utm_term=t&utm_content=n`;
    expect(arrive(url, 'https://www.google.com/')).toEqual({
      referrer: 'google.com',
      source: 'google',
      channel: 'Paid Search',
      utmSource: 'google',
      utmMedium: 'cpc',
      utmCampaign: 'c',
      utmTerm: 't',
      utmContent: 'n',
    });
  });

  it.each([
    ['https://www.Google.co.uk:443/search?q=x', 'google.co.uk'],
    ['http://l.facebook.com/l.php', 'l.facebook.com'],
    ['https://bücher.de/', 'xn--bcher-kva.de'],
    ['android-app://com.google.android.gm/', 'com.google.android.gm'],
    ['android-app://com.Slack', 'com.Slack'],
    ['https://other.co.uk/', 'other.co.uk'],
    ['https://www.com/', 'www.com'],
    ['https://www.other.co.uk./', 'other.co.uk'],
  ])('the referrer %s is %s', (referrer, host) => {
    expect(arrive(PAGE, referrer).referrer).toBe(host);
  });

  it.each([
    null,
    '',
    ' ',
    'google.com',
    'https://',
    'ftp://files.example/',
    'about:client',
    'chrome-extension://abc/x',
  ])('the referrer %s is none', (referrer) => {
    expect(arrive(PAGE, referrer)).toMatchObject({ referrer: null, source: null, channel: 'Direct' });
  });

  it.each([
    ['the same host', PAGE, 'https://shop.example.co.uk/b', []],
    ['www. of it', PAGE, 'https://www.shop.example.co.uk/', []],
    ['another host of the registrable domain', PAGE, 'https://accounts.example.co.uk/', []],
    ["the project's domain", '/a', 'https://my.site/', ['My.site']],
    ["a host beneath the project's domain", '/a', 'https://blog.my.site/', ['www.my.site']],
    ['another domain of the project', PAGE, 'https://checkout.pay.example/', ['pay.example']],
    ['the same machine', 'http://localhost:3000/a', 'http://localhost:5173/', []],
    ['a host beneath localhost', '/a', 'http://app.localhost/', ['localhost']],
    ['www. of a host that is a public suffix', 'https://nhs.uk/', 'https://www.nhs.uk/', []],
    ['the same host under a public suffix', 'https://www.nhs.uk/', 'https://www.nhs.uk/', []],
    ['the same address', 'http://10.0.0.5/a', 'http://10.0.0.5/b', []],
  ])('is direct from %s', (_, url, referrer, site) => {
    expect(arrive(url, referrer, site)).toMatchObject({ referrer: null, source: null, channel: 'Direct' });
  });

  it.each([
    ['a neighbour on a shared suffix', 'https://me.github.io/', 'https://you.github.io/', 'you.github.io'],
    [
      'a neighbour of www on a public suffix',
      'https://www.nhs.uk/',
      'https://www.guysandstthomas.nhs.uk/',
      'guysandstthomas.nhs.uk',
    ],
    [
      'a host beneath a public suffix that is one itself',
      'https://nhs.uk/',
      'https://leeds.nhs.uk/',
      'leeds.nhs.uk',
    ],
    ['a neighbour of www', 'https://www.com/', 'https://other.com/', 'other.com'],
    ['who rents at the same place', 'https://www.github.io/', 'https://you.github.io/', 'you.github.io'],
    ['a host that only ends alike', 'https://site.com/', 'https://evilsite.com/', 'evilsite.com'],
    ['another address', 'http://10.0.0.5/', 'http://10.0.0.6/', '10.0.0.6'],
  ])('is a referral from %s', (_, url, referrer, host) => {
    expect(arrive(url, referrer)).toMatchObject({ referrer: host, channel: 'Referral' });
  });

  it('counts a campaign even where the referrer is the site itself', () => {
    const visit = arrive(`${PAGE}?utm_source=newsletter`, 'https://shop.example.co.uk/b');
    expect(visit).toMatchObject({ referrer: null, source: 'newsletter', channel: 'Email' });
  });

  it('takes `ref` for the name of a site', () => {
    expect(arrive(`${PAGE}?ref=producthunt`, null)).toMatchObject({
      source: 'producthunt',
      channel: 'Organic Social',
    });
    expect(arrive(`${PAGE}?ref=some-blog`, null)).toMatchObject({ source: 'some-blog', channel: 'Referral' });
  });

  it('counts an advertisement whose referrer was withheld', () => {
    expect(arrive(`${PAGE}?gclid=1`, null)).toMatchObject({ source: null, channel: 'Paid Search' });
  });
});
