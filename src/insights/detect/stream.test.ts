import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreamDetector, type StreamVerdict } from './stream.ts';
import { Expectation } from './stream-expected.ts';
import { History, surprise } from './stream-history.ts';

const HOUR = 3_600_000;
/** A Monday. */
const START = Date.UTC(2026, 0, 5);

function run(values: readonly number[], step = HOUR): StreamVerdict[] {
  const detector = createStreamDetector();
  return values.map((value, index) => detector.next(START + index * step, value));
}

/** A stand-in for noise that is the same in each run: the fractional parts of multiples of the golden ratio. */
const noise = (index: number): number => ((index * 0.6180339887) % 1) - 0.5;

const hours = (days: number, value: (hour: number, day: number, index: number) => number): number[] =>
  Array.from({ length: days * 24 }, (_, index) => value(index % 24, Math.floor(index / 24), index));

const strongest = (verdicts: readonly StreamVerdict[]): number =>
  Math.max(...verdicts.map(({ score }) => score));

describe('the rarity of a value', () => {
  const history = new History();
  for (let value = 1; value <= 99; value += 1) history.add(value);

  it('is its rank in powers of ten', () => {
    // 100 values with this one, of which 10 are at least as large: once in ten.
    expect(surprise(history, 91)).toBeCloseTo(1, 12);
    expect(surprise(history, 0)).toBe(0);
  });

  it('goes on beyond the record by the distance to it, up to a thousandfold', () => {
    expect(surprise(history, 99 * 1.9)).toBeCloseTo(2 + 1, 12);
    expect(surprise(history, 99 * 1e9)).toBe(5);
  });

  it('is nothing in a history without differences, and the utmost for the first difference', () => {
    const flat = new History();
    for (let index = 0; index < 99; index += 1) flat.add(0);
    expect(surprise(flat, 0)).toBe(0);
    expect(surprise(flat, 1e-6)).toBe(5);
  });

  it('is not told of a few values', () => {
    const young = new History();
    for (let index = 0; index < 19; index += 1) young.add(index);
    expect(surprise(young, 1000)).toBe(0);
  });

  it('forgets the oldest value beyond the capacity', () => {
    const latest = new History(3);
    for (const value of [9, 1, 2, 3]) latest.add(value);
    expect([latest.size, latest.largest, latest.atLeast(2)]).toEqual([3, 3, 2]);
  });

  it('ranks as sorting the last values would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.integer(), (values, at) => {
        const kept = new History(5);
        for (const value of values) kept.add(value);
        expect(kept.atLeast(at)).toBe(values.slice(-5).filter((value) => value >= at).length);
      }),
    );
  });
});

describe('what is expected', () => {
  it('is unknown on the first day, then the median of the hour over the days', () => {
    const expectation = new Expectation();
    expect(expectation.expected(START, 5)).toBeNull();
    [10, 12, 100].forEach((value, day) => {
      expectation.add(START + day * 24 * HOUR, value);
    });
    expect(expectation.expected(START + 3 * 24 * HOUR, 5)).toBe(12);
    expect(expectation.expected(START + 3 * 24 * HOUR + HOUR, 5)).toBeNull();
  });

  it('takes the mean of all values within the hour', () => {
    const expectation = new Expectation();
    expectation.add(START, 10);
    expectation.add(START + HOUR / 2, 30);
    expect(expectation.expected(START + 24 * HOUR, 0)).toBe(20);
  });

  it('knows weekdays after three weeks', () => {
    const expectation = new Expectation();
    for (let day = 0; day < 26; day += 1) expectation.add(START + day * 24 * HOUR, day % 7 < 5 ? 100 : 20);
    const saturday = START + 26 * 24 * HOUR;
    expect(expectation.expected(saturday, 21)).toBe(20);
    expect(expectation.expected(saturday, 99)).toBe(100);
  });
});

describe('the stream detector', () => {
  it('says nothing of a flat series, and raises an alarm at the first departure', () => {
    // Three days of five-minute steps: the mean of twelve times 20.1 is not quite 20.1 in binary.
    const verdicts = run([...Array<number>(864).fill(20.1), 20.2], HOUR / 12);
    expect(strongest(verdicts.slice(0, -1))).toBe(0);
    expect(verdicts.at(-1)).toMatchObject({ reason: 'value', expected: expect.closeTo(20.1, 9) });
    expect(verdicts.at(-1)?.score).toBeGreaterThan(0.9999);
  });

  it('finds a value that is usual at noon and strange at night', () => {
    const usual = (hour: number, _day: number, index: number) =>
      (hour > 8 && hour < 20 ? 100 : 10) + noise(index);
    const verdicts = run([
      ...hours(30, usual),
      ...hours(1, (hour, day, index) => (hour === 3 ? 100 : usual(hour, day, index))),
    ]);
    const night = verdicts.at(30 * 24 + 3);
    expect(night?.expected).toBeCloseTo(10, 0);
    expect(night?.score).toBeGreaterThan(0.9999);
    expect(night?.score).toBe(strongest(verdicts));
  });

  it('finds a drop as it finds a peak', () => {
    const usual = (_hour: number, _day: number, index: number) => 100 + 10 * noise(index);
    const verdicts = run([...hours(30, usual), 0]);
    expect(verdicts.at(-1)?.score).toBe(strongest(verdicts));
    expect(verdicts.at(-1)?.score).toBeGreaterThan(0.9999);
  });

  it('finds a stretch that is off as a whole, no value and no few of them a record', () => {
    // Ten hours up and ten down, at odds with the day: then down for three days.
    const usual = (_hour: number, _day: number, index: number) =>
      100 + (Math.floor(index / 10) % 2 === 0 ? 20 : -20) + noise(index);
    const down = (_hour: number, _day: number, index: number) => 80 + noise(index);
    const verdicts = run([...hours(60, usual), ...hours(3, down)]);
    expect(verdicts.slice(60 * 24).some(({ score, reason }) => score > 0.997 && reason === 'stretch')).toBe(
      true,
    );
  });

  it('finds peaks that come more densely than ever, each of usual height', () => {
    const peaks = (every: number) => (_hour: number, _day: number, index: number) =>
      index % every === 0 ? 50 : 1;
    const verdicts = run([...hours(60, peaks(31)), ...hours(2, peaks(5))]);
    expect(verdicts.slice(60 * 24).some(({ score, reason }) => score > 0.999 && reason === 'density')).toBe(
      true,
    );
  });

  it('is quiet after an alarm about what is no worse, and speaks up at what is', () => {
    const calm = (_hour: number, _day: number, index: number) => 100 + 20 * noise(index);
    const verdicts = run([...hours(40, calm), 150, ...hours(1, calm), 150, ...hours(1, calm), 2000]);
    const [first, second, third] = [960, 985, 1010].map((index) => verdicts[index]?.score ?? Number.NaN);
    expect(first).toBeGreaterThan(0.9999);
    expect(second).toBe(0);
    expect(third).toBeGreaterThan(first ?? 1);
  });

  it('never looks ahead: what comes later changes no score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 100, maxLength: 200 }),
        fc.nat({ max: 99 }),
        (values, length) => {
          expect(run(values.slice(0, length))).toEqual(run(values).slice(0, length));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('does not depend on the unit', () => {
    const values = hours(20, (hour, _day, index) => hour + noise(index) + (index === 300 ? 40 : 0));
    expect(run(values.map((value) => value * 1024)).map(({ score }) => score)).toEqual(
      run(values).map(({ score }) => score),
    );
  });

  it('refuses what is not a number', () => {
    const detector = createStreamDetector();
    expect(() => detector.next(START, Number.NaN)).toThrow(RangeError);
    expect(() => detector.next(Number.NaN, 1)).toThrow(RangeError);
  });
});
