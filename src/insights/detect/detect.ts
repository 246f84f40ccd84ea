import { type Learn, latest, learnNow, type Surprise } from './anomaly.ts';
import type { Series } from './finding.ts';
import { benjaminiHochberg } from './multiplicity.ts';
import { shift } from './shift.ts';
import { type Finding, findingsOf } from './story.ts';
import { trend } from './trend.ts';
import { latestOfYoung } from './young.ts';

/** A series that is watched. */
export interface Watched {
  metric: string;
  /** TRAFFIC: how many come, and look. EVENT: how often something happens. RATE: the share of something. */
  what: 'TRAFFIC' | 'EVENT' | 'RATE';
  /** Whose it is, where not everybody's. */
  part?: { dimension: string; value: string };
  series: Series;
}

/** A number that is not what was to be expected. */
export interface Evidence extends Omit<Surprise, 'core'> {
  kind: 'ANOMALY' | 'SHIFT' | 'TREND';
  watched: Omit<Watched, 'series'>;
  end: number;
  /** When, of this span, it began and ended, as far as its steps tell by themselves. */
  core: { start: number; end: number };
  /** The p-value, corrected for everything that was looked at (Benjamini and Hochberg). */
  adjusted: number;
  /** Where the project is too young for a season: how many days before it was compared with. */
  daysBefore?: number;
}

const HOURS = [1, 3, 6, 12, 24];
const HOURS_OF_PARTS = [3, 12];
const DAYS = [1, 3];
const SHIFTS = [7, 14];
// Whatever chance says, smaller changes are nobody's concern.
const LEAST_EFFECT = 0.1;
// A week without anything in it has a chance of one in twenty, at most, to be told something about: half of it by hours, half by days.
const ERROR_OF_WEEK = 0.05 / 2;
const LOOKS_OF_WEEK = { HOUR: 168, DAY: 7 };

/**
 * What there is to tell after the last step of these series, hours or days, all of one project: everything that one look
 * looks at goes in at once, as it is what the p-values are corrected for. The error of a week is shared by the looks of a
 * week.
 *
 * @param learnedOf for who looks often: what was learned of a series up to a step is the same all day
 */
export function detect(
  watched: readonly Watched[],
  learnedOf: (watched: Watched) => Learn = () => learnNow,
): Finding[] {
  const interval = watched[0]?.series.interval ?? 'HOUR';
  const seasonal = watched.flatMap((one) =>
    interval === 'HOUR' ? looksAtHours(one, learnedOf(one)) : looksAtDays(one, learnedOf(one)),
  );
  const looked = seasonal.some(isTraffic) ? seasonal : [...seasonal, ...watched.flatMap(looksAtYoung)];
  const level = ERROR_OF_WEEK / LOOKS_OF_WEEK[interval];
  const told = corrected(looked).filter(
    (one) => one.adjusted <= level && Math.abs(one.effect) >= LEAST_EFFECT,
  );
  return findingsOf(told);
}

/**
 * Kinds share the error evenly, and so do totals and parts within each. They are corrected apart from each other: the many numbers that
 * one outage moves are no reason to believe a doubtful trend.
 */
function corrected(looked: readonly Evidence[]): Evidence[] {
  const nameOf = ({ kind, watched }: Evidence) => `${kind} ${watched.part ? 'parts' : 'totals'}`;
  const families = [...new Set(looked.map(nameOf))].map((name) =>
    looked.filter((one) => nameOf(one) === name),
  );
  return families.flatMap((family) => {
    const adjusted = benjaminiHochberg(family.map(({ pValue }) => pValue));
    return family.map((one, i) => ({
      ...one,
      adjusted: Math.min(1, (adjusted[i] ?? 1) * families.length),
    }));
  });
}

function looksAtHours(watched: Watched, learned: Learn): Evidence[] {
  const lengths = watched.part ? HOURS_OF_PARTS : HOURS;
  return latest(watched.series, lengths, learned).map((one) => evidence(watched, 'ANOMALY', one));
}

/** Of a project whose traffic has no model yet. What is new to an older one is not looked at: many events are meant to end. */
function looksAtYoung(watched: Watched): Evidence[] {
  const { series, what, part } = watched;
  if (series.interval !== 'HOUR' || what === 'RATE' || part) return [];
  return latestOfYoung(series, HOURS).map(({ daysBefore, ...found }) => ({
    ...evidence(watched, 'ANOMALY', found),
    daysBefore,
  }));
}

const isTraffic = ({ watched: { what, part } }: Evidence): boolean => what === 'TRAFFIC' && !part;

function looksAtDays(watched: Watched, learned: Learn): Evidence[] {
  const { series, part } = watched;
  const days = latest(series, DAYS, learned).map((one) => evidence(watched, 'ANOMALY', one));
  if (part) return days;
  const shifts = SHIFTS.flatMap((last) => {
    const found = shift(series, { last });
    return found ? [evidence(watched, 'SHIFT', { ...found, ...lastly(series, last) })] : [];
  });
  const found = trend(series);
  const all = found ? [evidence(watched, 'TREND', { ...found, ...lastly(series, 56) })] : [];
  return [...days, ...shifts, ...all];
}

function lastly({ starts }: Series, most: number): Pick<Surprise, 'start' | 'steps' | 'core'> {
  const steps = Math.min(most, starts.length);
  return { start: starts[starts.length - steps] ?? 0, steps, core: { from: 0, to: steps } };
}

function evidence({ series, ...watched }: Watched, kind: Evidence['kind'], found: Surprise): Evidence {
  const [before = 0, last = 0] = series.starts.slice(-2);
  const { core, ...told } = found;
  const end = last + (last - before);
  const startOf = (step: number) => series.starts[series.starts.length - found.steps + step] ?? end;
  return {
    ...told,
    kind,
    watched,
    end,
    core: { start: startOf(core.from), end: startOf(core.to) },
    adjusted: 1,
  };
}
