import { expect, it } from 'vitest';
import { countryCode } from './countries.ts';

it.each(['DE', 'US', 'GB', 'AX', 'SS', 'XK', 'ZW'])('%s is a country', (code) => {
  expect(countryCode(` ${code.toLowerCase()} `)).toBe(code);
});

// Unknown, Tor, not countries, withdrawn, reserved, of three letters.
it.each(['XX', 'T1', 'ZZ', 'A1', 'EU', 'AP', 'UK', 'YU', 'SU', 'DEU', 'D', '', null, undefined])(
  '%s is none',
  (code) => {
    expect(countryCode(code)).toBeNull();
  },
);

it('has the 249 codes of ISO 3166-1, and Kosovo', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryCode(code));
  expect(codes).toHaveLength(250);
});
