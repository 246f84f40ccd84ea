import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOfNumber, parseHttpDate, parseInstant, parseIsoInstant } from './instant.ts';

// Expected values are Temporal's, which is stricter than Date, or follow from the grammar of RFC 3339.

const RUNS = { numRuns: 2_000 };
const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => String(n).padStart(4, '0');
const upTo = (max: number, min = 0) => fc.integer({ min, max });

/** Parts of a date-time, also such as there are none of. */
const parts = fc.record({
  year: fc.oneof(upTo(9999), fc.constantFrom(0, 1, 99, 1900, 2000, 2024, 2025, 2100)),
  month: upTo(13),
  day: fc.oneof(upTo(32), fc.constantFrom(28, 29, 30, 31)),
  hour: upTo(25),
  minute: upTo(60),
  second: upTo(61),
  fraction: fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: null }),
  sign: fc.constantFrom('+', '-'),
  offsetHour: upTo(25),
  offsetMinute: upTo(60),
  zulu: fc.constantFrom('Z', 'z', null, null),
  t: fc.constantFrom('T', 't'),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** The instant by Temporal; null where RFC 3339 has no such one. */
function byTemporal(p: Parts): number | null {
  // Temporal takes a leap second for the second before it, 24:00 it does not take.
  if (p.second > 59 || (p.zulu === null && (p.offsetHour > 23 || p.offsetMinute > 59))) return null;
  try {
    const { year, month, day, hour, minute, second } = p;
    const local = Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second, millisecond: Number(`${p.fraction ?? 0}000`.slice(0, 3)) },
      { overflow: 'reject' },
    );
    const utc = local.toZonedDateTime('UTC').epochMilliseconds;
    if (p.zulu !== null) return utc;
    return utc - (p.sign === '-' ? -1 : 1) * (p.offsetHour * 60 + p.offsetMinute) * 60_000;
  } catch {
    return null;
  }
}

const fractionOf = ({ fraction }: Parts, point = '.') => (fraction === null ? '' : `${point}${fraction}`);
const dateOf = ({ year, month, day }: Parts) => `${four(year)}-${two(month)}-${two(day)}`;
const timeOf = ({ hour, minute, second }: Parts) => `${two(hour)}:${two(minute)}:${two(second)}`;
const offsetOf = (p: Parts) => p.zulu ?? `${p.sign}${two(p.offsetHour)}:${two(p.offsetMinute)}`;

describe('RFC 3339', () => {
  it('is what Temporal reads, and nothing else', () => {
    fc.assert(
      fc.property(parts, (p) => {
        const text = `${dateOf(p)}${p.t}${timeOf(p)}${fractionOf(p)}${offsetOf(p)}`;
        expect(parseInstant(text)?.getTime() ?? null, text).toBe(byTemporal(p));
        expect(parseIsoInstant(text)?.getTime() ?? null, text).toBe(byTemporal(p));
      }),
      RUNS,
    );
  });

  it('has every day of the calendar, and no other', () => {
    for (const year of [1900, 2000, 2023, 2024])
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= 31; day++) {
          const text = `${year}-${two(month)}-${two(day)}T12:00:00Z`;
          const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
          expect(parseInstant(text) !== null, text).toBe(day <= days);
        }
  });

  it.each([
    '',
    'now',
    '2026-11-21',
    '2026-11-21T09:30Z',
    '2026-11-21T09:30:00',
    '2026-11-21 09:30:00Z',
    '2026-11-21T09:30:00+0100',
    '2026-11-21T09:30:00+01',
    '2026-11-21T09:30:00.Z',
    '2026-11-21T09:30:00,5Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T23:59:60Z',
    '+002026-11-21T09:30:00Z',
    '-000001-11-21T09:30:00Z',
    '2026-11-21T09:30:00Z ',
    '2026-11-21T09:30:00Z\n',
    '2026-W47-6T09:30:00Z',
    '1762164000',
  ])('is not %j', (text) => expect(parseInstant(text)).toBeNull());

  it('is cut to milliseconds, however many digits there are', () => {
    const text = `2026-11-21T09:30:00.${'123456789'.repeat(20)}Z`;
    expect(parseInstant(text)?.toISOString()).toBe('2026-11-21T09:30:00.123Z');
  });
});

describe('ISO 8601 as SDKs write it', () => {
  it('is the same instant in every spelling', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('T', 't', ' '), fc.constantFrom('.', ','), (p, between, point) => {
        const local = `${dateOf(p)}${between}${timeOf(p)}${fractionOf(p, point)}`;
        const utc = byTemporal({ ...p, zulu: 'Z' });
        expect(parseIsoInstant(local)?.getTime() ?? null, local).toBe(utc);
        const short = `${local}${p.sign}${two(p.offsetHour)}${two(p.offsetMinute)}`;
        expect(parseIsoInstant(short)?.getTime() ?? null, short).toBe(byTemporal({ ...p, zulu: null }));
        const hours = `${local}${p.sign}${two(p.offsetHour)}`;
        const whole = byTemporal({ ...p, zulu: null, offsetMinute: 0 });
        expect(parseIsoInstant(hours)?.getTime() ?? null, hours).toBe(whole);
      }),
      RUNS,
    );
  });

  it.each([
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21T09:30', '2026-11-21T09:30:00.000Z'],
    ['2026-11-21 09:30+01', '2026-11-21T08:30:00.000Z'],
    ['2026-11-21 09:30:00.123456+00', '2026-11-21T09:30:00.123Z'],
    ['2026-11-21T09:30:00.123456789-0330', '2026-11-21T13:00:00.123Z'],
  ])('%s', (text, expected) => expect(parseIsoInstant(text)?.toISOString()).toBe(expected));

  // V8 reads each of them, most in the time zone of the process.
  it.each([
    'Nov 3, 2025',
    '11/03/2025',
    '2025/11/03',
    '2025-11-3',
    '3 Nov 2025',
    '1',
    '0',
    '1/1',
    '2025',
    '2025-11',
    '1762164000',
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2025-02-29',
    '2026-11-21T09',
    '2026-11-21T09:30.5',
    '2026-11-21+01:00',
    '2026-11-21T09:30:00 GMT',
    '2026-11-21T09:30:00 +01:00',
    'Sat, 21 Nov 2026 09:30:00 GMT',
  ])('is not %j', (text) => expect(parseIsoInstant(text)).toBeNull());
});

it.each([1_762_164_000, 1_762_164_000_000, 1_762_164_000_000_000, 1_762_164_000_000_000_000])(
  'a number says its unit by its size: %d',
  (value) => expect(instantOfNumber(value)?.toISOString()).toBe('2025-11-03T10:00:00.000Z'),
);

it('a number that no unit makes an instant is none', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e300])
    expect(instantOfNumber(value)).toBeNull();
});

describe("HTTP's dates", () => {
  it('are those that Date writes as UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          date.setUTCMilliseconds(0);
          expect(parseHttpDate(date.toUTCString())).toEqual(date);
        },
      ),
    );
  });

  it.each([
    'Fri, 31 Nov 1999 23:59:59 GMT',
    'Fri, 31 Dec 1999 24:00:00 GMT',
    '31 Dec 1999',
    'Dec 31, 1999',
    '5',
    '',
  ])('are not %j', (text) => expect(parseHttpDate(text)).toBeNull());
});
