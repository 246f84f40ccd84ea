import { describe, expect, it } from 'vitest';
import { nextPause, retryAfterOf } from './retry.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

describe('the pauses between attempts', () => {
  it('are nine attempts in about a day', () => {
    const { pauses } = DEFAULT_SETTINGS;
    expect(pauses).toHaveLength(8);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / HOUR;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(24);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it.each([
    { tries: 1, retryAfter: null, random: 0, pause: 5 * SECOND },
    { tries: 1, retryAfter: null, random: 1, pause: 5.5 * SECOND },
    { tries: 2, retryAfter: null, random: 0, pause: 30 * SECOND },
    { tries: 1, retryAfter: HOUR, random: 0, pause: HOUR },
    { tries: 2, retryAfter: SECOND, random: 0, pause: 30 * SECOND },
    { tries: 1, retryAfter: 1_000 * HOUR, random: 0, pause: 24 * HOUR },
    { tries: 3, retryAfter: null, random: 0, pause: null },
    { tries: 3, retryAfter: HOUR, random: 0, pause: null },
  ])('after $tries attempts, asked for $retryAfter, are $pause', ({ tries, retryAfter, random, pause }) => {
    expect(nextPause([5 * SECOND, 30 * SECOND], tries, retryAfter, () => random)).toBe(pause);
  });
});

// The first two are the examples of RFC 9110, section 10.2.3.
it.each([
  ['Fri, 31 Dec 1999 23:59:59 GMT', 59_000],
  ['120', 120_000],
  ['Fri, 31 Dec 1999 23:58:00 GMT', 0],
  ['Thu, 31 Dec 1999 23:59:60 GMT', null],
  ['Tue, 31 Nov 1999 23:59:59 GMT', null],
  ['Dec 31, 1999', null],
  ['soon', null],
  ['-5', null],
  [undefined, null],
])('Retry-After: %s at 23:59:00 is %s milliseconds', (header, milliseconds) => {
  expect(retryAfterOf(header, Date.parse('1999-12-31T23:59:00Z'))).toBe(milliseconds);
});
