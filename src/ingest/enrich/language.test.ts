import { expect, it } from 'vitest';
import { primaryLanguage } from './language.ts';

it.each([
  ['de-DE', 'de-DE'],
  ['de', 'de'],
  ['en-us', 'en-US'],
  ['en_GB', 'en-GB'],
  ['EN', 'en'],
  ['iw', 'he'],
  ['zh-Hant-TW', 'zh-TW'],
  ['es-419', 'es-419'],
  ['de-DE-u-co-phonebk', 'de-DE'],
  ['da, en-gb;q=0.8, en;q=0.7', 'da'],
  ['en;q=0.7,fr-FR;q=0.9,de;q=0.8', 'fr-FR'],
  ['fr;q=0.5, de;q=0.5', 'fr'],
  ['*;q=1, pl;q=0.3', 'pl'],
  ['klingon!, sv;q=0.2', 'sv'],
  ['de;q=0, en;q=0.001', 'en'],
  ['de ; q=0.4 , nl ; q=1.0', 'nl'],
])('%s prefers %s', (header, language) => {
  expect(primaryLanguage(header)).toBe(language);
});

it.each([
  null,
  '',
  '*',
  'und',
  'C',
  'english',
  'junk',
  'x-klingon',
  '123',
  ',;,',
  'de;q=0',
  'de;q=2',
  '<script>',
])('%s is no language', (header) => {
  expect(primaryLanguage(header)).toBeNull();
});
