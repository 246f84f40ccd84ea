import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { createSalts, type Salts } from './salts.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-21T12:00:00Z');
const dayOf = (at: number) => Math.floor(at / DAY) * DAY;

let database: TestDatabase;
let time = NOW;
let processes: [Salts, Salts];
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  time = NOW;
  await database.store.pool.query('delete from daily_salts');
  const start = () => createSalts(database.store, () => time);
  processes = [start(), start()];
});

const stored = async () => (await database.store.pool.query('select from daily_salts')).rowCount;
const hex = (salt: Uint8Array) => Buffer.from(salt).toString('hex');

describe('salts', () => {
  it('of any number of days are three rows at most, of 128 bits each, all different', async () => {
    const days = Array.from({ length: 40_000 }, (_, i) => dayOf(NOW) - i * DAY);
    days.push(Date.parse('0001-01-01T00:00:00Z'), Date.parse('0000-12-31T00:00:00Z'));
    const [salts] = processes;
    for (let from = 0; from < days.length; from += 1_000) await salts.ensure(days.slice(from, from + 1_000));
    expect(await stored()).toBe(3);
    const all = days.map((day) => hex(salts.of(day)));
    expect(new Set(all).size).toBe(days.length);
    for (const salt of all) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([0, 1, 2, 3, 400, 700_000])('of %i days ago are the same for all processes', async (ago) => {
    const day = dayOf(NOW) - ago * DAY;
    await Promise.all(processes.map((salts) => salts.ensure([day])));
    const [one, two] = processes.map((salts) => hex(salts.of(day)));
    expect(one).toBe(two);
  });

  it.each([0, 1, 2, 400])('of %i days ago are others once 48 hours are over', async (ago) => {
    const [salts] = processes;
    const day = dayOf(NOW) - ago * DAY;
    await salts.ensure([day]);
    const before = hex(salts.of(day));
    time += 3 * DAY;
    await salts.expire();
    expect(await stored()).toBe(0);
    await salts.ensure([day]);
    expect(hex(salts.of(day))).not.toBe(before);
  });

  it('of yesterday stay what they are until midnight', async () => {
    const [one, two] = processes;
    const [today, yesterday] = [dayOf(NOW), dayOf(NOW) - DAY];
    await one.ensure([today, yesterday]);
    const before = [hex(one.of(today)), hex(one.of(yesterday))];
    time = today + DAY - 1;
    await two.ensure([today, yesterday]);
    expect([hex(two.of(today)), hex(two.of(yesterday))]).toEqual(before);
    // And today's are yesterday's then.
    time = today + 2 * DAY - 1;
    await two.ensure([today]);
    expect(hex(two.of(today))).toBe(before[0]);
  });

  it('that were made ready before midnight serve after it', async () => {
    const [salts] = processes;
    const yesterday = dayOf(NOW) - DAY;
    await salts.ensure([yesterday]);
    time = dayOf(NOW) + DAY;
    expect(() => salts.of(yesterday)).not.toThrow();
  });
});
