import type { Watched } from '../../src/insights/detect/detect.ts';
import type { Series } from '../../src/insights/detect/finding.ts';
import type { Tally } from './tally.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DIMENSIONS = { source: 6, country: 5, device: 2, path: 5 };
const TRAFFIC = ['visits', 'visitors', 'pageviews'];

/** The series of a project as they are known at an hour. */
export interface Board {
  hours: (until: number) => Watched[];
  /** By days that are over at that hour. */
  days: (until: number) => Watched[];
}

interface Column {
  watched: Omit<Watched, 'series'>;
  counts: number[];
  trials?: number[];
}

/** Which series are watched is decided by the first `history` hours. */
export function boardOf(counts: Tally['counts'], from: number, history: number, zone: string): Board {
  const columns = columnsOf(counts, history);
  const length = counts.get('visits')?.length ?? 0;
  const starts = Array.from({ length }, (_, hour) => from + hour * HOUR);
  const days = daysOf(starts, zone);
  const byDay = columns.map((column) => ({
    ...column,
    counts: sums(column.counts, days),
    ...(column.trials ? { trials: sums(column.trials, days) } : {}),
  }));
  return {
    // Visits are over an hour later: their rates are looked at then.
    hours: (until) =>
      columns.map((column) => watchedOf(column, starts, column.trials ? until - 1 : until, 'HOUR', zone)),
    days: (until) => {
      const over = days.filter(({ to }) => to <= until).length;
      const first = days.map(({ from: hour }) => starts[hour] ?? 0);
      return byDay.map((column) => watchedOf(column, first, over, 'DAY', zone));
    },
  };
}

function watchedOf(
  { watched, counts, trials }: Column,
  starts: readonly number[],
  until: number,
  interval: Series['interval'],
  zone: string,
): Watched {
  const all = counts.slice(0, until);
  const of = trials?.slice(0, until);
  const values = of ? all.map((count, i) => (of[i] ? count / of[i] : 0)) : all;
  const series = { starts: starts.slice(0, until), values, interval, zone, ...(of ? { trials: of } : {}) };
  return { ...watched, series };
}

function columnsOf(counts: Tally['counts'], history: number): Column[] {
  const known = [...counts].map(([name, values]) => {
    const hours = [...values];
    return { name, hours, total: hours.slice(0, history).reduce((sum, count) => sum + count, 0) };
  });
  const visits = [...(counts.get('visits') ?? [])];
  const isEvent = (name: string) => counts.has(`with ${name}`);
  const totals = known.flatMap(({ name, hours }): Column[] => {
    if (TRAFFIC.includes(name)) return [{ watched: { metric: name, what: 'TRAFFIC' }, counts: hours }];
    if (isEvent(name)) return [{ watched: { metric: name, what: 'EVENT' }, counts: hours }];
    if (name !== 'bounces' && !name.startsWith('with ')) return [];
    return [{ watched: { metric: name, what: 'RATE' }, counts: hours, trials: visits }];
  });
  const parts = Object.entries(DIMENSIONS).flatMap(([dimension, most]) =>
    known
      .filter(({ name }) => name.startsWith(`${dimension}=`))
      .sort((a, b) => b.total - a.total)
      .slice(0, most)
      .map(({ name, hours }): Column => {
        const part = { dimension, value: name.slice(dimension.length + 1) };
        return { watched: { metric: 'visits', what: 'TRAFFIC', part }, counts: hours };
      }),
  );
  return [...totals, ...parts];
}

/** The whole days of the zone among the hours, by index. */
function daysOf(starts: readonly number[], zone: string): { from: number; to: number }[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const dates = starts.map((start) => format.format(start));
  const firsts = dates.flatMap((date, hour) => (hour > 0 && date !== dates[hour - 1] ? [hour] : []));
  return firsts.slice(0, -1).map((from, i) => ({ from, to: firsts[i + 1] ?? from + DAY / HOUR }));
}

const sums = (hours: readonly number[], days: readonly { from: number; to: number }[]): number[] =>
  days.map(({ from, to }) => {
    let sum = 0;
    for (let hour = from; hour < to; hour++) sum += hours[hour] ?? 0;
    return sum;
  });
