import { expect, it } from 'vitest';
import { linksIn } from './links.ts';

it.each([
  'See [the report](https://evil.example/?q=1).',
  '![visits](//evil.example/p.png)',
  'Go to https://evil.example now.',
  'Go to www.evil.example now.',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
])('finds the link of %s', (text) => {
  expect(linksIn(text)).not.toEqual([]);
});

it.each(['Visits to `/blog/[id]` rose (by 12 %).', 'example.com sent 3 < 5 visits.', 'Ratio: 2:1'])(
  'finds none in %s',
  (text) => {
    expect(linksIn(text)).toEqual([]);
  },
);
