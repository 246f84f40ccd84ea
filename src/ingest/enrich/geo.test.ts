import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mmdb } from '../../../tests/support/mmdb.ts';
import { ConfigurationError } from '../../env.ts';
import { geoFromHeaders, openGeoDatabase } from './geo.ts';

const from = (headers: Record<string, string>) => geoFromHeaders(new Headers(headers));

describe('geoFromHeaders', () => {
  it.each([
    [
      'Cloudflare',
      { 'CF-IPCountry': 'DE', 'CF-Region': 'Bavaria', 'CF-Region-Code': 'BY', 'CF-IPCity': 'Munich' },
      { country: 'DE', region: 'DE-BY', city: 'Munich' },
    ],
    [
      'Cloudflare without a code',
      { 'CF-IPCountry': 'DE', 'CF-Region': 'Bavaria' },
      { country: 'DE', region: 'Bavaria', city: null },
    ],
    [
      'Vercel',
      {
        'X-Vercel-IP-Country': 'BR',
        'X-Vercel-IP-Country-Region': 'SP',
        'X-Vercel-IP-City': 'S%C3%A3o%20Paulo',
      },
      { country: 'BR', region: 'BR-SP', city: 'São Paulo' },
    ],
    [
      'CloudFront',
      {
        'CloudFront-Viewer-Country': 'US',
        'CloudFront-Viewer-Country-Region': 'MI',
        'CloudFront-Viewer-Country-Region-Name': 'Michigan',
        'CloudFront-Viewer-City': 'Ann Arbor',
      },
      { country: 'US', region: 'US-MI', city: 'Ann Arbor' },
    ],
    [
      'App Engine',
      { 'X-AppEngine-Country': 'US', 'X-AppEngine-Region': 'ca', 'X-AppEngine-City': '?' },
      { country: 'US', region: 'US-CA', city: null },
    ],
    ['bunny.net', { 'CDN-RequestCountryCode': 'fr' }, { country: 'FR', region: null, city: null }],
    [
      'any proxy',
      { 'X-Geo-Country': 'GB', 'X-Geo-Region': 'GB-ENG', 'X-Geo-City': 'Leeds' },
      { country: 'GB', region: 'GB-ENG', city: 'Leeds' },
    ],
    ['a country only', { 'X-Country-Code': 'NZ' }, { country: 'NZ', region: null, city: null }],
    ['Netlify', { 'X-Country': 'SE' }, { country: 'SE', region: null, city: null }],
  ])('reads %s', (_, headers, geo) => {
    expect(from(headers)).toEqual(geo);
  });

  it.each([
    {},
    { 'CF-IPCountry': 'XX' },
    { 'CF-IPCountry': 'T1' },
    { 'X-AppEngine-Country': 'ZZ' },
    { 'Fly-Region': 'fra' },
  ])('finds no country in %o', (headers) => {
    expect(from(headers)).toBeNull();
  });

  it('asks the next proxy when one knows no country', () => {
    expect(from({ 'CF-IPCountry': 'XX', 'CF-IPCity': 'Nowhere', 'X-Geo-Country': 'CH' })).toEqual({
      country: 'CH',
      region: null,
      city: null,
    });
  });

  it('reads names in UTF-8, in Latin-1 and with a stray percent sign', () => {
    const city = (bytes: Buffer) =>
      from({ 'CF-IPCountry': 'DE', 'CF-IPCity': bytes.toString('latin1') })?.city;
    expect(city(Buffer.from('Düsseldorf', 'utf8'))).toBe('Düsseldorf');
    expect(city(Buffer.from('Düsseldorf', 'latin1'))).toBe('Düsseldorf');
    expect(city(Buffer.from('100% City'))).toBe('100% City');
  });
});

describe('openGeoDatabase', () => {
  let folder: string;
  const store = async (name: string, content: Buffer) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'geo-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const names = (en: string) => ({ names: { en, de: `${en} (de)` } });
  const munich = {
    city: { geoname_id: 2867714, ...names('Munich') },
    country: { geoname_id: 2921044, iso_code: 'DE', ...names('Germany') },
    subdivisions: [{ geoname_id: 2951839, iso_code: 'BY', ...names('Bavaria') }],
  };

  it('finds places in a City database', async () => {
    const path = await store(
      'city.mmdb',
      mmdb(
        {
          '198.51.100.0/25': munich,
          '198.51.100.128/25': {
            ...munich,
            subdivisions: [names('Land of a name longer than twenty-nine bytes')],
          },
          '203.0.113.7/32': { country: { iso_code: 'NZ' } },
          '203.0.113.8/32': { registered_country: { iso_code: 'NZ' } },
          '10.0.0.0/8': munich,
          '2001:db8:0:0:0:0:0:0/32': { ...munich, city: names('Fürth') },
        },
        'GeoLite2-City',
      ),
    );
    const find = await openGeoDatabase(path);
    const germany = { country: 'DE', region: 'DE-BY', city: 'Munich' };
    expect(find('198.51.100.1')).toEqual(germany);
    expect(find('::ffff:198.51.100.1')).toEqual(germany);
    expect(find('198.51.100.200')).toEqual({
      ...germany,
      region: 'Land of a name longer than twenty-nine bytes',
    });
    expect(find('203.0.113.7')).toEqual({ country: 'NZ', region: null, city: null });
    expect(find('2001:db8:ffff::1')).toEqual({ ...germany, city: 'Fürth' });
  });

  it('knows nothing of addresses that are private, invalid or not in it', async () => {
    const find = await openGeoDatabase(join(folder, 'city.mmdb'));
    for (const ip of [
      '10.1.2.3',
      '127.0.0.1',
      '::1',
      '',
      'localhost',
      '999.1.1.1',
      '8.8.8.8',
      '2001:db9::1',
      '203.0.113.8',
    ]) {
      expect(find(ip), ip).toBeNull();
    }
  });

  it('finds countries in a Country database of IPv4 alone', async () => {
    const networks = { '198.51.100.0/24': { country: { iso_code: 'AT' } } };
    const find = await openGeoDatabase(await store('country.mmdb', mmdb(networks, 'DBIP-Country-Lite', 4)));
    expect(find('198.51.100.9')).toEqual({ country: 'AT', region: null, city: null });
    expect(find('c633:6400::1')).toBeNull();
  });

  it.each([
    ['is absent', null, /there is no such file/],
    ['is text', Buffer.from('not a database'), /not a readable MMDB file/],
    ['is empty', Buffer.alloc(0), /not a readable MMDB file/],
    ['is still compressed', gzipSync(mmdb({}, 'GeoLite2-City')), /not a readable MMDB file.*gzip/],
    [
      'has no places',
      mmdb({ '8.8.8.0/24': { autonomous_system_number: 15169 } }, 'GeoLite2-ASN'),
      /GeoLite2-ASN database/,
    ],
  ])('says how to mend GEOIP_DB when the file %s', async (state, content, reason) => {
    const name = `${state.replaceAll(' ', '-')}.mmdb`;
    const path = content ? await store(name, content) : join(folder, name);
    const opening = openGeoDatabase(path);
    await expect(opening).rejects.toThrow(ConfigurationError);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.toThrow(`GEOIP_DB names ${path}`);
    await expect(opening).rejects.toThrow('or unset GEOIP_DB');
  });

  it('says so when GEOIP_DB is a folder', async () => {
    await expect(openGeoDatabase(folder)).rejects.toThrow(/GEOIP_DB.*EISDIR/);
  });
});
