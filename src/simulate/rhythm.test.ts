import { expect, it } from 'vitest';
import { rhythmOf } from './rhythm.ts';
import { shop } from './shop.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// A Monday.
const FROM = Date.parse('2026-06-01T00:00:00Z');

/** The mean of a rhythm over hours of many weeks, each an offset in hours from Monday 00:00 UTC. */
function level(offsets: readonly number[], timeZone = 'UTC', seed = 1): number {
  const rhythm = rhythmOf(shop, seed, timeZone);
  const levels = offsets.flatMap((offset) =>
    Array.from({ length: 26 }, (_, week) => rhythm(FROM + week * 7 * DAY + offset * HOUR)),
  );
  return levels.reduce((sum, value) => sum + value, 0) / levels.length;
}

const WEEK = Array.from({ length: 7 * 24 }, (_, hour) => hour);
const ofDay = (hour: number) => WEEK.filter((offset) => offset % 24 === hour);
const ofWeek = (day: number) => WEEK.filter((offset) => Math.floor(offset / 24) === day);

it('is 1 on average', () => {
  expect(level(WEEK)).toBeCloseTo(1, 1);
});

it('has the hours and the days of its site', () => {
  // The shop's hours have the mean 36.333; at 20:00 it is 78, at 3:00 it is 2. Its days have the mean 100.
  expect(level(ofDay(20))).toBeCloseTo(78 / 36.333, 1);
  expect(level(ofDay(3))).toBeCloseTo(2 / 36.333, 1);
  expect(level(ofWeek(6)) / level(ofWeek(5))).toBeCloseTo(110 / 90, 1);
});

it('follows the clock on the wall, and its changes', () => {
  const rhythm = rhythmOf(shop, 1, 'America/New_York');
  const busiest = (day: string) => {
    const from = Date.parse(`${day}T12:00:00Z`);
    const hours = Array.from({ length: 24 }, (_, hour) => from + hour * HOUR);
    return new Date(hours.toSorted((a, b) => rhythm(b) - rhythm(a))[0] ?? 0).getUTCHours();
  };
  // The busiest hour is 20:00: 0:00 UTC in summer, 1:00 UTC in winter.
  expect(busiest('2026-07-07')).toBe(0);
  expect(busiest('2026-12-08')).toBe(1);
});

it('has another weather with another seed, and the same with the same', () => {
  const at = FROM + 20 * HOUR;
  expect(rhythmOf(shop, 1, 'UTC')(at)).toBe(rhythmOf(shop, 1, 'UTC')(at));
  expect(rhythmOf(shop, 1, 'UTC')(at)).not.toBe(rhythmOf(shop, 2, 'UTC')(at));
});
