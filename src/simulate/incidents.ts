import type { Moment } from './visit.ts';

/**
 * Something out of the ordinary, from the instant `from` until before `to`, in milliseconds.
 *
 * | kind | what happens | size |
 * | --- | --- | --- |
 * | outage | visits break off, or do not come about | the share of visits |
 * | brokenCheckout | visits break off where the money would come in | the share of visits |
 * | trackingLoss | what browsers send gets lost; what the site's server sends, purchases, does not | the share of visits |
 * | spike | visits come in addition, from one link to one kind of page, and hardly anybody buys | their number / that of the usual ones |
 * | campaign | visits come in addition, through advertisements, and buy | their number / that of the usual ones |
 * | drift | visits become more (or fewer: below 0) from `from` to `to`, and stay as many | the change, as a share |
 */
export interface Incident {
  kind: 'outage' | 'brokenCheckout' | 'trackingLoss' | 'spike' | 'campaign' | 'drift';
  from: number;
  to: number;
  size: number;
}

const during = ({ from, to }: Incident, at: number): boolean => from <= at && at < to;

/** What drifts have made of the number of visits at an instant. */
export function driftAt(incidents: readonly Incident[], at: number): number {
  const drifts = incidents.filter(({ kind, from }) => kind === 'drift' && from <= at);
  return drifts.reduce((factor, { from, to, size }) => {
    const part = to > from ? Math.min(1, (at - from) / (to - from)) : 1;
    return factor * Math.max(0, 1 + size * part);
  }, 1);
}

/**
 * What is left of a visit.
 *
 * @param luck how lucky the visit is with each incident, from 0 to 1: that many incidents pass it by
 */
export function survivors(
  moments: readonly Moment[],
  incidents: readonly Incident[],
  goal: string,
  luck: (incident: number) => number,
): readonly Moment[] {
  return incidents.reduce((left, incident, index) => {
    const strikes = LOSSES[incident.kind];
    if (!strikes || luck(index) >= incident.size) return left;
    return strikes(left, ({ at }) => during(incident, at), goal);
  }, moments);
}

type Loss = (
  moments: readonly Moment[],
  isDuring: (moment: Moment) => boolean,
  goal: string,
) => readonly Moment[];

const LOSSES: Partial<Record<Incident['kind'], Loss>> = {
  outage: (moments, isDuring) => until(moments, isDuring),
  brokenCheckout: (moments, isDuring, goal) =>
    until(moments, (moment) => moment.step.name === goal && isDuring(moment)),
  trackingLoss: (moments, isDuring, goal) =>
    moments.filter((moment) => moment.step.name === goal || !isDuring(moment)),
};

function until(moments: readonly Moment[], isEnd: (moment: Moment) => boolean): readonly Moment[] {
  const end = moments.findIndex(isEnd);
  return end === -1 ? moments : moments.slice(0, end);
}
