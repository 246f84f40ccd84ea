import { median } from 'simple-statistics';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** One mean for each time that an hour came round, latest last, and the one that is being counted. */
interface Rounds {
  means: number[];
  round: number;
  sum: number;
  count: number;
}

/** The median of an hour over its last rounds of a day or a week: one bad day does not move it. */
class HourOf {
  readonly #hours = new Map<number, Rounds>();
  readonly #period: number;
  readonly #kept: number;
  readonly #needed: number;

  constructor(period: number, kept: number, needed: number) {
    this.#period = period;
    this.#kept = kept;
    this.#needed = needed;
  }

  /** What the rounds before this one make likely; null until there are enough. */
  expected(at: number): number | null {
    const rounds = this.#hour(at);
    return rounds.means.length < this.#needed ? null : median(rounds.means);
  }

  add(at: number, value: number): void {
    const rounds = this.#hour(at);
    rounds.sum += value;
    rounds.count += 1;
  }

  #hour(at: number): Rounds {
    const hour = Math.floor((((at % this.#period) + this.#period) % this.#period) / HOUR);
    const round = Math.floor(at / this.#period);
    let rounds = this.#hours.get(hour);
    if (rounds === undefined) {
      rounds = { means: [], round, sum: 0, count: 0 };
      this.#hours.set(hour, rounds);
    }
    if (rounds.round !== round) {
      rounds.means.push(rounds.sum / rounds.count);
      if (rounds.means.length > this.#kept) rounds.means.shift();
      Object.assign(rounds, { round, sum: 0, count: 0 });
    }
    return rounds;
  }
}

/**
 * What a value is compared with: the median of this hour over the last 14 days or, once three weeks are known,
 * of this hour on this weekday over the last 12 weeks, whichever is nearer to the value.
 */
export class Expectation {
  readonly #ofDay = new HourOf(DAY, 14, 1);
  readonly #ofWeek = new HourOf(WEEK, 12, 3);

  /** `at` is the clock of the place, in milliseconds. Null on the first day. */
  expected(at: number, value: number): number | null {
    const day = this.#ofDay.expected(at);
    const week = this.#ofWeek.expected(at);
    if (day === null || week === null) return day ?? week;
    return Math.abs(value - week) < Math.abs(value - day) ? week : day;
  }

  add(at: number, value: number): void {
    this.#ofDay.add(at, value);
    this.#ofWeek.add(at, value);
  }
}
