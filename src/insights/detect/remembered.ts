import { type Learn, learnNow } from './anomaly.ts';
import type { Watched } from './detect.ts';

/** What is learned of the same history is the same, and learned once: for looks one after the other. */
export function remembered(): (watched: Watched) => Learn {
  const known = new Map<string, ReturnType<Learn>>();
  return ({ metric, what, part }) =>
    (series, before, lead) => {
      const key = JSON.stringify([metric, what, part, series.interval, before, lead]);
      const model = known.has(key) ? (known.get(key) ?? null) : learnNow(series, before, lead);
      known.set(key, model);
      return model;
    };
}
