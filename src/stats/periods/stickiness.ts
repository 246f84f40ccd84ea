import { highestVisitor } from './visitors.ts';

/** In how many periods visitors were active. */
export interface Stickiness {
  /** Visitors who were active in exactly one period, in two, and so on to all of them. */
  visitors: number[];
  /** Mean periods of a visitor; null without visitors. */
  average: number | null;
}

/** How often visitors come: `active` are those of each period, distinct within it and numbered densely from 1. */
export function stickiness(active: readonly Int32Array[]): Stickiness {
  const periodsOf = new Uint16Array(highestVisitor(active) + 1);
  let total = 0;
  for (const visitors of active) {
    total += visitors.length;
    for (const visitor of visitors) periodsOf[visitor] = (periodsOf[visitor] ?? 0) + 1;
  }
  // At 0 stand the numbers of visitors who were never active here.
  const byPeriods = new Uint32Array(active.length + 1);
  for (const periods of periodsOf) byPeriods[periods] = (byPeriods[periods] ?? 0) + 1;
  const visitors = Array.from(byPeriods.subarray(1));
  const everyone = visitors.reduce((sum, some) => sum + some, 0);
  return { visitors, average: everyone === 0 ? null : total / everyone };
}
