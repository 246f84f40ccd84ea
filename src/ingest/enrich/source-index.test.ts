import { describe, expect, it } from 'vitest';
import { sourceIndex } from './source-index.ts';
import { SOURCES } from './sources.ts';

const find = sourceIndex({
  social: 'fb facebook.com com.slack',
  search: 'google google.* naver.com',
  blog: 'blog.naver.com',
});

describe('sourceIndex', () => {
  it.each([
    ['fb', 'social'],
    ['FB', 'social'],
    ['facebook.com', 'social'],
    ['l.facebook.com', 'social'],
    ['com.slack', 'social'],
    ['google', 'search'],
    ['google.co.uk', 'search'],
    ['www.google.com.br', 'search'],
    ['m.google.de', 'search'],
    ['m.naver.com', 'search'],
    ['m.blog.naver.com', 'blog'],
  ])('%s is of the list %s', (source, kind) => {
    expect(find(source)).toBe(kind);
  });

  it.each([
    'notfacebook.com',
    'facebook.com.evil.example',
    'docs.google.com',
    'google.evil.example',
    'com',
    '',
    'constructor',
  ])('%s is of no list', (source) => {
    expect(find(source)).toBeNull();
  });

  it('has each source of the data in one list only', () => {
    const entries = Object.values(SOURCES).flatMap((list) => [...new Set(list.trim().split(/\s+/))]);
    const twice = entries.filter((entry, i) => entries.indexOf(entry) !== i);
    expect(twice).toEqual([]);
    expect(entries.filter((entry) => entry !== entry.toLowerCase())).toEqual([]);
  });
});
