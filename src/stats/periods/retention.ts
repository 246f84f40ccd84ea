import { highestVisitor } from './visitors.ts';

/** The visitors of one period and how many of them came back, in the same period first. */
export interface Cohort {
  size: number;
  returning: number[];
}

/**
 * The cohorts of successive periods. `starts` are the visitors who did in each period what begins a cohort, `returns`
 * those who did what counts as coming back (the same list where the two are one): distinct within a period, and numbered
 * densely from 1. 1.2 million of them in 90 periods take 15 ms in the order of their numbers, 25 ms in none.
 */
export function retention(starts: readonly Int32Array[], returns: readonly Int32Array[]): Cohort[] {
  // A visitor's cohort, from 1: that of the first period in which they start.
  const cohortOf = new Uint16Array(highestVisitor(starts === returns ? starts : [...starts, ...returns]) + 1);
  const sizes = starts.map((visitors, period) => enter(visitors, cohortOf, period + 1));
  const counts = returns.map((visitors) => countByCohort(visitors, cohortOf, starts.length));
  return sizes.map((size, cohort) => ({
    size,
    returning: counts.slice(cohort).map((row) => row[cohort + 1] ?? 0),
  }));
}

/** Puts visitors without a cohort into this one, and returns how many they are. */
function enter(visitors: Int32Array, cohortOf: Uint16Array, cohort: number): number {
  let size = 0;
  for (let i = 0; i < visitors.length; i++) {
    const visitor = visitors[i] ?? 0;
    if (cohortOf[visitor] === 0) {
      cohortOf[visitor] = cohort;
      size++;
    }
  }
  return size;
}

/** How many of these visitors are of each cohort; at 0 stand those without one. */
function countByCohort(visitors: Int32Array, cohortOf: Uint16Array, cohorts: number): Uint32Array {
  const counts = new Uint32Array(cohorts + 1);
  for (let i = 0; i < visitors.length; i++) {
    const cohort = cohortOf[visitors[i] ?? 0] ?? 0;
    counts[cohort] = (counts[cohort] ?? 0) + 1;
  }
  return counts;
}
