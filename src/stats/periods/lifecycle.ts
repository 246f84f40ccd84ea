import { highestVisitor } from './visitors.ts';

/** How the visitors of a period stand to the ones before. */
export interface Stages {
  /** Active for the first time ever. */
  new: number;
  /** Active in the period before too. */
  returning: number;
  /** Active before, but not in the period before. */
  resurrected: number;
  /** Active in the period before, and no longer. */
  dormant: number;
}

const NEVER = 0;
const LONG_AGO = 1;
const BEFORE = 2;

/**
 * The stages of successive periods. `before` are the visitors of the period before the first one; `known` at least those
 * of `active` whose first activity ever lies before the first period. Visitors are distinct within a list and numbered
 * densely from 1.
 */
export function lifecycle(before: Int32Array, active: readonly Int32Array[], known: Int32Array): Stages[] {
  // When each visitor was active last: NEVER, LONG_AGO, BEFORE, or BEFORE + 1 for the first of the periods.
  const last = new Uint16Array(highestVisitor([before, known, ...active]) + 1);
  for (const visitor of known) last[visitor] = LONG_AGO;
  for (const visitor of before) last[visitor] = BEFORE;

  let previously = before.length;
  return active.map((visitors, index) => {
    const period = BEFORE + 1 + index;
    const stages: Stages = { new: 0, returning: 0, resurrected: 0, dormant: 0 };
    for (const visitor of visitors) {
      const seen = last[visitor];
      if (seen === NEVER) stages.new++;
      else if (seen === period - 1) stages.returning++;
      else stages.resurrected++;
      last[visitor] = period;
    }
    stages.dormant = previously - stages.returning;
    previously = visitors.length;
    return stages;
  });
}
