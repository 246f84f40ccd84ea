/** A series over time, in equal steps of the clock of its zone; the last value is the latest. */
export interface Series {
  /** When each step begins, in milliseconds since 1970, ascending. */
  starts: readonly number[];
  values: readonly number[];
  /** For a rate: of how many each value is the share. Absent for counts. */
  trials?: readonly number[];
  interval: 'HOUR' | 'DAY';
  /** Where hours of the day and days of the week are told. */
  zone: string;
}

/** What a detector found, in numbers. */
export interface Estimate {
  observed: number;
  expected: number;
  /** The 95 % interval: of what was to be expected; of a trend and of a comparison, the one of `effect`. */
  low: number;
  high: number;
  /** How large it is in terms that people compare: a relative change, a difference of shares. */
  effect: number;
  pValue: number;
}
