/** As many values as are compared with: two months of five-minute steps, nearly two years of hours. */
const CAPACITY = 16_384;

/** Fewer values say nothing of what is rare. */
const WARM_UP = 20;

/** A record counts as up to a thousand times rarer than its rank, by how far it exceeds the former record. */
const RECORD_GAIN = 10;
const RECORD_LIMIT = 3;

/** The latest values of a stream, in order of size; a value is added and ranked in microseconds. */
export class History {
  readonly #sorted: Float64Array;
  readonly #arrived: Float64Array;
  #size = 0;
  #added = 0;

  constructor(capacity: number = CAPACITY) {
    this.#sorted = new Float64Array(capacity);
    this.#arrived = new Float64Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** The largest value; 0 without any. */
  get largest(): number {
    return this.#size === 0 ? 0 : (this.#sorted[this.#size - 1] ?? 0);
  }

  /** How many values are at least as large. */
  atLeast(value: number): number {
    return this.#size - this.#position(value);
  }

  /** Adds a value; beyond the capacity the oldest one goes. */
  add(value: number): void {
    const slot = this.#added % this.#arrived.length;
    if (this.#size === this.#arrived.length) {
      const oldest = this.#position(this.#arrived[slot] ?? 0);
      this.#sorted.copyWithin(oldest, oldest + 1, this.#size);
      this.#size -= 1;
    }
    const position = this.#position(value);
    this.#sorted.copyWithin(position + 1, position, this.#size);
    this.#sorted[position] = value;
    this.#arrived[slot] = value;
    this.#size += 1;
    this.#added += 1;
  }

  #position(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * How rare a value of zero or more is among those before it, in powers of ten: 3 is once in a thousand.
 * Beyond the record rank says no more, so the distance to the record is added.
 */
export function surprise(history: History, value: number): number {
  if (history.size < WARM_UP) return 0;
  const rank = Math.log10((history.size + 1) / (history.atLeast(value) + 1));
  if (value <= history.largest) return rank;
  const excess = history.largest === 0 ? Number.POSITIVE_INFINITY : value / history.largest - 1;
  return rank + Math.min(RECORD_LIMIT, Math.log10(1 + RECORD_GAIN * excess));
}
