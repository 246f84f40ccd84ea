import type { Collected } from './collect.ts';
import { detect, type Watched } from './detect/detect.ts';
import { remembered } from './detect/remembered.ts';
import { continues, type Finding, joined } from './detect/story.ts';

/**
 * What there was to tell after each of the latest `looks` steps, as one who looked each time would have told it: what goes
 * on is one finding. The surest first.
 */
export function findingsOfLooks(collected: readonly Collected[], looks: number): Finding[] {
  const learned = remembered();
  const length = collected[0]?.series.values.length ?? 0;
  const told: Finding[] = [];
  for (let until = Math.max(1, length - looks + 1); until <= length; until++) {
    for (const finding of detect(
      collected.map((one) => asOf(one, until)),
      learned,
    )) {
      const former = told.findLastIndex((one) => continues(one, finding));
      const known = told[former];
      if (known) told[former] = joined(known, finding);
      else told.push(finding);
    }
  }
  return told.sort((a, b) => a.lead.pValue - b.lead.pValue);
}

/** A series as it was known when so many steps were over. */
function asOf(one: Collected, steps: number): Watched {
  const { series, what } = one;
  // A visit is over within the next hour, mostly: shares of visits are looked at then.
  const known = what === 'RATE' && series.interval === 'HOUR' ? steps - 1 : steps;
  const { trials } = series;
  return {
    ...one,
    series: {
      ...series,
      starts: series.starts.slice(0, known),
      values: series.values.slice(0, known),
      ...(trials ? { trials: trials.slice(0, known) } : {}),
    },
  };
}
