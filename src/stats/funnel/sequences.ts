import type { Sequence } from './chains.ts';

/** Events in any order, as columns. Bit i of `matches` is step i + 1; 0 counts in STRICT order only. */
export interface FunnelEvents {
  /** Numbers from 1, dense. */
  visitors: Int32Array;
  /** Whole milliseconds. */
  times: Float64Array;
  matches: Uint16Array;
}

/** Receives a visitor's events, overwritten by the next one's, and how many steps the visitor can reach at most. */
export type Take = (sequence: Sequence, reachable: number) => void;

// Visitors are taken 512 at a time, so that what is written stays in the processor's cache.
const GROUP_BITS = 9;
const GROUP = 1 << GROUP_BITS;

/**
 * Calls `take` for each visitor who has the first step, with their events in a funnel's order: by time, then the lowest
 * step that they match, then the highest, and so on down (those that match none last).
 */
export function eachSequence(events: FunnelEvents, steps: number, take: Take): void {
  const { starts, keys, members, matches, order, timeOf } = grouped(events, steps);
  const room = order.length;
  let size = 0;
  for (let group = 1; group < starts.length; group++) {
    size = Math.max(size, (starts[group] ?? 0) - (starts[group - 1] ?? 0));
  }
  const sorted = new Float64Array(size);
  const sequence = { times: new Float64Array(size), matches: new Uint16Array(size), count: 0 };
  const ends = new Uint32Array(GROUP + 1);
  const matched = new Uint16Array(GROUP);

  for (let group = 1; group < starts.length; group++) {
    const [from, to] = [starts[group - 1] ?? 0, starts[group] ?? 0];
    ends.fill(0);
    matched.fill(0);
    for (let i = from; i < to; i++) {
      const member = members[i] ?? 0;
      ends[member + 1] = (ends[member + 1] ?? 0) + 1;
      matched[member] = (matched[member] ?? 0) | (matches[i] ?? 0);
    }
    for (let member = 1; member <= GROUP; member++)
      ends[member] = (ends[member] ?? 0) + (ends[member - 1] ?? 0);
    for (let i = from; i < to; i++) {
      const member = members[i] ?? 0;
      const place = ends[member] ?? 0;
      ends[member] = place + 1;
      sorted[place] = keys[i] ?? 0;
    }
    for (let member = 0, start = 0; member < GROUP; member++) {
      const end = ends[member] ?? 0;
      const missing = ~(matched[member] ?? 0);
      const reachable = Math.min(31 - Math.clz32(missing & -missing), steps);
      if (reachable > 0) {
        sequence.count = end - start;
        if (reachable > 1) {
          sort(sorted, start, end);
          for (let i = start; i < end; i++) {
            const key = sorted[i] ?? 0;
            const time = Math.floor(key / room);
            sequence.times[i - start] = timeOf === null ? time : (timeOf[time] ?? 0);
            sequence.matches[i - start] = order[key - time * room] ?? 0;
          }
        }
        take(sequence, reachable);
      }
      start = end;
    }
  }
}

/**
 * The events by groups of visitors, each as one number, so that sorting is sorting numbers: the time since the first
 * event, and the place in `order` of what it matches. Such a number is exact below 2^53: 278 years of a funnel of 10
 * steps. Of a longer span, the rank of the time among all times takes its place, and `timeOf` has the time of each rank.
 */
function grouped({ visitors, times, matches }: FunnelEvents, steps: number) {
  const matched = new Uint16Array(visitors.length);
  const count = visitors.length;
  let last = 0;
  let first = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const visitor = visitors[i] ?? 0;
    if (visitor > last) last = visitor;
    const time = times[i] ?? 0;
    if (time < first) first = time;
    if (time > latest) latest = time;
  }
  // One longer, so that the first pass counts, and the second leaves in each place where its group ends.
  const starts = new Uint32Array((last >> GROUP_BITS) + 3);
  for (let i = 0; i < count; i++) {
    const group = ((visitors[i] ?? 0) >> GROUP_BITS) + 2;
    starts[group] = (starts[group] ?? 0) + 1;
  }
  for (let group = 1; group < starts.length; group++)
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);

  const { order, places } = orderOf(steps);
  const room = order.length;
  const timeOf = (latest - first) * room < Number.MAX_SAFE_INTEGER - room ? null : distinctSorted(times);
  const keys = new Float64Array(count);
  const members = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    const visitor = visitors[i] ?? 0;
    const group = (visitor >> GROUP_BITS) + 1;
    const place = starts[group] ?? 0;
    starts[group] = place + 1;
    const time = times[i] ?? 0;
    const sortable = timeOf === null ? time - first : rankOf(time, timeOf);
    keys[place] = sortable * room + (places[matches[i] ?? 0] ?? 0);
    members[place] = visitor & (GROUP - 1);
    matched[place] = matches[i] ?? 0;
  }
  return { starts: starts.subarray(0, -1), keys, members, matches: matched, order, timeOf };
}

function distinctSorted(times: Float64Array): Float64Array {
  return times
    .slice()
    .sort()
    .filter((time, i, all) => i === 0 || time !== all[i - 1]);
}

/** The place of a time among distinct, sorted ones that have it. */
function rankOf(time: number, sorted: Float64Array): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < time) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What events can match, in the order in which events of one instant count, and the place of each in it. */
function orderOf(steps: number): { order: Uint16Array; places: Uint16Array } {
  const lowest = (match: number) => (match === 0 ? 32 : 31 - Math.clz32(match & -match));
  const order = Uint16Array.from({ length: 1 << steps }, (_, match) => match).sort(
    (a, b) => lowest(a) - lowest(b) || a - b,
  );
  const places = new Uint16Array(order.length);
  order.forEach((match, place) => {
    places[match] = place;
  });
  return { order, places };
}

/** Most visitors have few events, and those in order. */
function sort(keys: Float64Array, from: number, to: number): void {
  if (to - from > 64) {
    keys.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const key = keys[i] ?? 0;
    let place = i;
    while (place > from && (keys[place - 1] ?? 0) > key) {
      keys[place] = keys[place - 1] ?? 0;
      place--;
    }
    keys[place] = key;
  }
}
