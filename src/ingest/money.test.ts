import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, moneyOf, refundOf } from './money.ts';

describe('an amount', () => {
  it.each([
    [19.99, '19.99'],
    [19.99 * 3, '59.97'],
    [1.1 * 3, '3.3'],
    [0.1 + 0.2, '0.3'],
    [0.1 * 3, '0.3'],
    [4.35 * 100, '435'],
    [1.1 * 1.1, '1.21'],
    [1.005, '1.005'],
    [1e-7, '0'],
    [-1e-7, '0'],
    [-0, '0'],
    [5e-7, '0.000001'],
    [12345678.123456789, '12345678.123457'],
    [12e6, '12000000'],
    [1200, '1200'],
    [-5, '-5'],
    ['29.90', '29.90'],
    [' 29.90 ', '29.90'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['29,90', '29.90'],
    ['29,9', '29.9'],
    ['1e3', '1000'],
    ['1.5e-7', '0'],
    ['-0.00', '0.00'],
    ['007', '7'],
    ['123456789012345678.123456', '123456789012345678.123456'],
    ['123456789012345678.1234565', '123456789012345678.123457'],
  ])('%s is %s', (value, expected) => expect(decimalOf(value)).toBe(expected));

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    '$5',
    '5 EUR',
    '1,234',
    '1,234.50',
    '1.234,50',
    '1e999999999',
    `0.${'1'.repeat(200)}`,
    '0x10',
    'NaN',
    '1234567890123456789',
    '999999999999999999.9999999',
    1e21,
    1e18,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
    {},
    [5],
  ])('is not %j', (value) => expect(decimalOf(value)).toBeNull());

  it('is the nearest multiple of a millionth to what the number reads as', () => {
    const number = fc.oneof(
      fc
        .double({ min: -1e15, max: 1e15, noNaN: true })
        .filter((value) => value === 0 || Math.abs(value) > 1e-20),
      // What prices times quantities come to.
      fc
        .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 99 }))
        .map(([cents, quantity]) => (cents / 100) * quantity),
    );
    fc.assert(
      fc.property(number, (value) => {
        const decimal = decimalOf(value) ?? '';
        expect(decimal).toMatch(/^-?(?:0|[1-9]\d{0,17})(?:\.\d{0,5}[1-9])?$/);
        const distance = exact(String(value)) - exact(decimal);
        const half = 10n ** BigInt(PLACES - 6) / 2n;
        expect(distance <= half && distance >= -half, `${value} is ${decimal}`).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  // More than the numbers above have after the point.
  const PLACES = 40;

  /** A decimal number, which may have an exponent, as an integer of so many places. */
  function exact(text: string): bigint {
    const [mantissa = '', exponent = '0'] = text.replace(/^-/, '').split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    const integer = BigInt(whole + fraction) * 10n ** BigInt(PLACES + Number(exponent) - fraction.length);
    return text.startsWith('-') ? -integer : integer;
  }
});

describe('money', () => {
  it('has a code of three letters, in any case and with spaces around it', () => {
    for (const code of ['EUR', 'eur', ' EUR', 'Eur\n'])
      expect(moneyOf('5', code)).toEqual({ amount: '5', currency: 'EUR' });
  });

  it.each(['€', '', 'EURO', 'E R', '123', undefined, null, 978])('is none with the code %j', (code) =>
    expect(moneyOf('5', code)).toBeNull(),
  );

  it('is paid back with the other sign', () => {
    expect(refundOf(moneyOf('5', 'EUR'))).toEqual({ amount: '-5', currency: 'EUR' });
    expect(refundOf(moneyOf('-5', 'EUR'))).toEqual({ amount: '5', currency: 'EUR' });
    expect(refundOf(null)).toBeNull();
  });
});
