import { LRUCache } from 'lru-cache';

const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

/**
 * The language a visitor prefers, from an Accept-Language header (RFC 9110, section 12.5.4) or `navigator.language`:
 * the first of the highest quality, as language and region in canonical form (`de-DE`, `zh-TW`, `es-419`, `en`).
 * Script, variants and extensions are dropped. Null when nothing in it is a language.
 */
export function primaryLanguage(acceptLanguage: string | null): string | null {
  if (!acceptLanguage) return null;
  const known = languages.get(acceptLanguage);
  if (known !== undefined) return known || null;
  const language = preferred(acceptLanguage);
  languages.set(acceptLanguage, language ?? '');
  return language;
}

// Browsers send few different ones; Intl takes some microseconds for each. Empty for none.
const languages = new LRUCache<string, string>({ max: 2000 });

// Browsers send fewer; Intl takes some microseconds for each.
const MOST_RANGES = 10;

function preferred(acceptLanguage: string): string | null {
  let best: string | null = null;
  let bestQuality = 0;
  for (const range of acceptLanguage.split(',', MOST_RANGES)) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = qualityOf(parameters);
    const language = quality > bestQuality ? canonical(tag) : null;
    if (language) [best, bestQuality] = [language, quality];
  }
  return best;
}

function qualityOf([parameter]: string[]): number {
  if (parameter === undefined) return 1;
  return Number(QUALITY.exec(parameter)?.[1] ?? 0);
}

function canonical(tag: string): string | null {
  try {
    const [locale = ''] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    const { language, region } = new Intl.Locale(locale);
    // BCP 47 reserves language subtags of four letters and more; well-formed words such as `english` are none.
    if (!/^[a-z]{2,3}$/.test(language) || language === 'und') return null;
    return region ? `${language}-${region}` : language;
  } catch {
    return null;
  }
}
