import { expect, it } from 'vitest';
import { linksIn } from './links.ts';

it.each([
  'See [the report](https://evil.example/?q=1).',
  '![visits](//evil.example/p.png)',
  'Go to https://evil.example now.',
  'Go to www.evil.example now.',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  // Without a scheme, and by reference.
  '![report][r]',
  '[r]: //evil.example/leak',
  '[b]: /\\evil.example',
  '[b]:\\\\evil.example',
  '[c]: <evil.example>',
  '[^1]: evil.example',
  'See [the report] [r].',
  'Go to //evil.example/leak now.',
  '//intranet',
  '\\\\evil.example\\share',
  '/\\evil.example',
  // Other schemes.
  'mailto:a@evil.example',
  'vbscript:msgbox(1)',
  'Data:text/html,x',
  'custom+app://evil',
  'tel:+491234',
  'Write to somebody@evil.example.',
  // As Markdown writes characters that would be seen otherwise.
  'https\\://evil.example',
  'https&#58;//evil.example',
  'https&#x3A;//evil.example',
  'https&colon;//evil.example',
  'www&period;evil.example',
  '&#91;x](y)',
  '<?xml?>',
])('finds the link of %s', (text) => {
  expect(linksIn(text)).not.toEqual([]);
});

it.each([
  'Visits to `/blog/[id]` rose (by 12 %).',
  'example.com sent 3 < 5 visits.',
  'Ratio: 2:1',
  'Between 10:30 and 11:00, /a/b//c had 12 visits.',
  'Tom &amp; Jerry: 5 * 3 = 15, and 4 / 2 = 2.',
  'The funnel (sign up [step 2]) lost 20 %.',
  '**Sources:** google, *newsletter*: 12 of 40.',
])('finds none in %s', (text) => {
  expect(linksIn(text)).toEqual([]);
});
