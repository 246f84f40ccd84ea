import { expect, it } from 'vitest';
import { label } from './label.ts';

it('trims, and makes nothing of nothing', () => {
  expect(label('  spring sale \t')).toBe('spring sale');
  expect([label(null), label(undefined), label(''), label(' \n ')]).toEqual([null, null, null, null]);
});

it('drops control characters', () => {
  expect(label('a\u0000b\u0007c')).toBe('abc');
});

it('cuts to 200 characters without splitting one', () => {
  expect(label('x'.repeat(201))).toBe('x'.repeat(200));
  expect(label('😀'.repeat(201))).toBe('😀'.repeat(200));
});
