/**
 * The distinct visitors of one bucket after another: a bit for each, and the list of those met. Hot loops add to both
 * themselves, without a branch (`list[count]` is written, and stays where the visitor is new).
 */
export class Met {
  readonly seen: Int32Array;
  readonly list: Int32Array;
  count = 0;

  constructor(maxVisitor: number) {
    this.seen = new Int32Array((maxVisitor >> 5) + 1);
    // One more than there are visitors: what is written after the last one.
    this.list = new Int32Array(maxVisitor + 2);
  }

  add(visitor: number): void {
    const former = this.seen[visitor >> 5] ?? 0;
    this.seen[visitor >> 5] = former | (1 << visitor);
    this.list[this.count] = visitor;
    this.count += ((former >>> visitor) & 1) ^ 1;
  }

  /** Those met, until `clear`. */
  visitors(): Int32Array {
    return this.list.subarray(0, this.count);
  }

  clear(): void {
    const { seen, list, count } = this;
    if (count > seen.length / 4) seen.fill(0);
    else for (let k = 0; k < count; k++) seen[(list[k] ?? 0) >> 5] = 0;
    this.count = 0;
  }
}
