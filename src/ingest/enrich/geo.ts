import { isIP } from 'node:net';
import { type CityResponse, open } from 'maxmind';
import { ConfigurationError } from '../../env.ts';
import { type HeaderReader, isPublicAddress, parseAddress } from './address.ts';
import { countryCode } from './countries.ts';
import { label } from './label.ts';

/** Where a visitor is: ISO 3166-1 alpha-2 code, ISO 3166-2 code (else the region's name), the city's name. */
export type Geography = { country: string; region: string | null; city: string | null };

/** Finds an IP address; null of one that is private, invalid or not in the database. */
export type GeoLookup = (ip: string) => Geography | null;

type ProxyHeaders = { country: string; regionCode?: string; regionName?: string; city?: string };

// Those that say where the visitor is. Fly-Region and CF-Ray say where the proxy is.
const PROXIES: readonly ProxyHeaders[] = [
  { country: 'cf-ipcountry', regionCode: 'cf-region-code', regionName: 'cf-region', city: 'cf-ipcity' },
  { country: 'x-vercel-ip-country', regionCode: 'x-vercel-ip-country-region', city: 'x-vercel-ip-city' },
  {
    country: 'cloudfront-viewer-country',
    regionCode: 'cloudfront-viewer-country-region',
    regionName: 'cloudfront-viewer-country-region-name',
    city: 'cloudfront-viewer-city',
  },
  { country: 'x-appengine-country', regionCode: 'x-appengine-region', city: 'x-appengine-city' },
  { country: 'cdn-requestcountrycode' },
  { country: 'x-geo-country', regionCode: 'x-geo-region', city: 'x-geo-city' },
  { country: 'x-country-code' },
  { country: 'x-country' },
];

/**
 * Where the visitor is by the headers that a proxy in front adds: Cloudflare, Vercel, CloudFront, App Engine, bunny.net, and
 * X-Geo-Country (-Region, -City), X-Country-Code or X-Country, which others can be set to send. Null when none names a country.
 */
export function geoFromHeaders(headers: HeaderReader): Geography | null {
  for (const proxy of PROXIES) {
    const country = countryCode(headers.get(proxy.country));
    if (!country) continue;
    const read = (name: string | undefined) => (name ? headerText(headers.get(name)) : null);
    const region = regionCode(country, read(proxy.regionCode)) ?? read(proxy.regionName);
    return { country, region, city: read(proxy.city) };
  }
  return null;
}

/**
 * Opens a City or Country database in MMDB format (GeoLite2, DB-IP) and keeps it in memory.
 * A `ConfigurationError` that names GEOIP_DB when there is none at `path`.
 */
export async function openGeoDatabase(path: string): Promise<GeoLookup> {
  const reader = await open<CityResponse>(path).catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'ENOENT' ? 'there is no such file' : `it is not a readable MMDB file (${error.message})`;
    throw unusable(path, reason, error);
  });
  const { databaseType, ipVersion } = reader.metadata;
  if (!/City|Country|Enterprise/i.test(databaseType)) {
    throw unusable(path, `it is a ${databaseType} database, without places`);
  }
  return (ip) => {
    const address = parseAddress(ip);
    if (!address || !isPublicAddress(address) || (ipVersion === 4 && isIP(address) === 6)) return null;
    return fromRecord(reader.get(address));
  };
}

function unusable(path: string, reason: string, cause?: Error): ConfigurationError {
  return new ConfigurationError(
    `GEOIP_DB names ${path}, but ${reason}. Put a City or Country database in MMDB format there (GeoLite2 from maxmind.com, ` +
      'DB-IP Lite from db-ip.com), or unset GEOIP_DB to do without geography.',
    { cause },
  );
}

function fromRecord(record: CityResponse | null): Geography | null {
  const country = countryCode(record?.country?.iso_code);
  if (!country) return null;
  const subdivision = record?.subdivisions?.[0];
  return {
    country,
    // DB-IP Lite names its regions without a code.
    region: regionCode(country, label(subdivision?.iso_code)) ?? label(subdivision?.names?.en),
    city: label(record?.city?.names?.en),
  };
}

/** `by` of DE is `DE-BY` (ISO 3166-2: up to three letters or digits); longer text is kept as the region's name. */
function regionCode(country: string, text: string | null): string | null {
  if (!text) return null;
  const code = text.toUpperCase();
  if (/^[A-Z0-9]{1,3}$/.test(code)) return `${country}-${code}`;
  return code.startsWith(`${country}-`) ? code : text;
}

/** A place's name from a header: UTF-8, plain (Cloudflare) or percent-encoded (Vercel, CloudFront). `?` is App Engine's unknown. */
function headerText(value: string | null): string | null {
  const text = label(percentDecoded(asUtf8(value ?? '')));
  return text === '?' ? null : text;
}

/** HTTP headers arrive as one character a byte; bytes that are UTF-8 become its characters, others stay Latin-1. */
function asUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
