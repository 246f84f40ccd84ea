import type { Hits, View } from '../../segments/scan/selection.ts';
import type { FunnelEvents } from './sequences.ts';

/** Collects the events of the visitors who have the first step (bit 0 of `had`), part by part. */
export class Candidates {
  private readonly had: Uint16Array;
  private visitors = new Int32Array(1 << 16);
  private times = new Float64Array(1 << 16);
  private matches = new Uint16Array(1 << 16);
  private count = 0;
  /** The steps that each event of a part takes; all 0 between parts. */
  private taken = new Uint16Array(0);

  constructor(had: Uint16Array) {
    this.had = had;
  }

  /** A part's events by the steps that they take, and those that count between steps where these do. */
  add(view: View, steps: readonly Hits[], between: Hits | null): void {
    if (this.taken.length < view.events) this.taken = new Uint16Array(view.events);
    const taken = this.taken;
    for (const [step, hits] of steps.entries()) mark(hits, 1 << step, taken);
    // An event is one, whatever it takes: it comes with the first of its steps.
    for (const [step, hits] of steps.entries()) this.take(view, hits, (1 << step) - 1);
    if (between !== null) this.take(view, between, 0xffff);
    for (const { events } of steps) for (let h = 0; h < events.length; h++) taken[events[h] ?? 0] = 0;
  }

  /** What was added. */
  columns(): FunnelEvents {
    return {
      visitors: this.visitors.subarray(0, this.count),
      times: this.times.subarray(0, this.count),
      matches: this.matches.subarray(0, this.count),
    };
  }

  /** Takes the events that take none of some steps. */
  private take({ visitor, at, base }: View, { rows, events, inRange }: Hits, none: number): void {
    this.makeRoom(events.length + 1);
    const had = this.had;
    const { taken, visitors, times, matches } = this;
    let { count } = this;
    for (let h = 0; h < events.length; h++) {
      if (inRange !== null && inRange[h] === 0) continue;
      const j = events[h] ?? 0;
      const v = visitor[rows[h] ?? 0] ?? 0;
      const steps = taken[j] ?? 0;
      visitors[count] = v;
      times[count] = base + (at[j] ?? 0);
      matches[count] = steps;
      // (x - 1) >>> 31 is 1 for 0, and 0 for the greater ones.
      count += (had[v] ?? 0) & (((steps & none) - 1) >>> 31);
    }
    this.count = count;
  }

  private makeRoom(more: number): void {
    const size = this.visitors.length;
    if (this.count + more <= size) return;
    const larger = Math.max(size * 2, this.count + more);
    this.visitors = grown(this.visitors, new Int32Array(larger));
    this.times = grown(this.times, new Float64Array(larger));
    this.matches = grown(this.matches, new Uint16Array(larger));
  }
}

function mark({ events, inRange }: Hits, bit: number, taken: Uint16Array): void {
  for (let h = 0; h < events.length; h++) {
    const j = events[h] ?? 0;
    taken[j] = (taken[j] ?? 0) | (inRange === null || inRange[h] === 1 ? bit : 0);
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
