import { extname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { badInput, failure } from '../errors.ts';
import { Thread } from '../segments/thread.ts';
import { bucketStarts } from '../stats/buckets.ts';
import { midnight, type Range, type RangeInput, resolveRange } from '../stats/range.ts';
import { clockOf } from '../stats/schema.ts';
import type { Insight, Project } from '../store/generated/client/client.ts';
import type { InsightType } from '../store/generated/client/enums.ts';
import { type Asking, askingOf } from './asking.ts';
import { collect, type Span } from './collect.ts';
import type { Finding } from './detect/story.ts';
import { draftOf } from './incidents.ts';
import type { Draft } from './insight.ts';
import type { LookRequest } from './look-thread.ts';
import { onePerProject } from './one-per-project.ts';
import { isSummarised } from './sql.ts';
import { summarise, summaryKey } from './summary.ts';
import { type Telling, tell } from './tell.ts';

export interface Insights {
  /** Looks at a range, for some types or all; the findings, the most important first. RATE_LIMITED where another is looked at. */
  generate(project: Project, asked: Asked): Promise<Insight[]>;
  /** Looks at the hours that have just ended and, in the morning of the project's zone, at the days. */
  look(project: Project): Promise<Insight[]>;
  stop(): Promise<void>;
}

export interface Asked {
  range: RangeInput;
  types: readonly InsightType[] | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Longer ranges are looked at day by day.
const HOURLY = 8 * DAY;
// What was usual longer ago says little; the first days of a year's history tell of a drift.
const HISTORY = { HOUR: 56 * DAY, DAY: 120 * DAY };
// Looking at a day takes a fifth of a second, on the one thread that all projects share.
const MOST_LOOKS = { HOUR: 200, DAY: 100 };
const LENGTH = { HOUR, DAY };
// A summary reads the days of its period and of the one before: 24 years each.
const LONGEST_RANGE = 9_000 * DAY;
const MOST_WAITING = 16;
// More than one, for those that nobody looked at because the server was down.
const LATEST_HOURS = 3;
// By the clock of the zone: when the visits of the day before are over.
const MORNING = 3;

const LOOK_THREAD = new URL(`./look-thread${extname(import.meta.url)}`, import.meta.url);

export function createInsights(services: Pick<Context, 'ask' | 'store' | 'now'> & Telling): Insights {
  const thread = new Thread<LookRequest, Finding[]>(LOOK_THREAD, null);
  const generateOnce = onePerProject(generate);

  /** What a range's steps tell, one after the other. */
  async function incidents(asking: Asking, { interval, ...range }: Span): Promise<Draft[]> {
    const history: Span = { start: range.start - HISTORY[interval], end: range.end, interval };
    const collected = await collect(asking, history);
    const looks = bucketStarts(range, interval, asking.zone).length;
    const drafts: Draft[] = [];
    for (const finding of await thread.ask({ collected, looks }))
      drafts.push(await draftOf(asking, finding, collected, history));
    return drafts;
  }

  async function generate(project: Project, { range: input, types }: Asked): Promise<Insight[]> {
    if (thread.waiting >= MOST_WAITING)
      throw failure('OVERLOADED', 'Too many ranges are being looked at already: ask again in a minute.');
    const clock = { ...clockOf(services), zone: project.timeZone };
    const asked = await resolveRange(input, { ...clock, firstVisit: () => clock.firstVisit(project.id) });
    const range = { ...asked, start: Math.max(asked.start, Math.min(asked.end, clock.now) - LONGEST_RANGE) };
    const asking = askingOf(project, services.ask);
    const interval = range.end - range.start <= HOURLY ? 'HOUR' : 'DAY';
    const steps = complete(range, interval, clock);
    const days = complete(range, 'DAY', clock);
    if (steps === null) {
      const what = interval.toLowerCase();
      throw badInput(
        'input.range',
        `The range has no ${what} that is over: ask later, or for an earlier one.`,
      );
    }
    const looks = latestStarts(steps, interval, project.timeZone);
    const looked: Span = { start: looks[0] ?? steps.start, end: steps.end, interval };
    if (days === null && types !== null && !types.some((type) => type !== 'SUMMARY'))
      throw badInput('input.range', 'A summary is of whole days: ask for a range with one that is over.');
    const wants = (type: InsightType) => types === null || types.includes(type);
    const drafts = [
      ...(wants('ANOMALY') || wants('TREND') ? await incidents(asking, looked) : []),
      // A change that lasts shows by days only.
      ...(wants('TREND') && interval === 'HOUR' && days
        ? await incidents(asking, { start: days.end - DAY, end: days.end, interval: 'DAY' })
        : []),
      ...(wants('SUMMARY') && days ? await summarise(asking, days) : []),
    ];
    return tell(
      project,
      drafts.filter(({ type }) => wants(type)),
      services,
    );
  }

  return {
    stop: () => thread.stop(),
    generate: generateOnce,

    async look(project) {
      const asking = askingOf(project, services.ask);
      const [now, zone] = [services.now(), project.timeZone];
      const hours = complete({ start: now - (LATEST_HOURS + 1) * HOUR, end: now }, 'HOUR', { now, zone });
      const told = hours
        ? await tell(project, await incidents(asking, { ...hours, interval: 'HOUR' }), services)
        : [];
      const yesterday = dayBefore(now - MORNING * HOUR, zone);
      // Who asked for the summary before the morning did not look for incidents.
      const morning = new Date(yesterday.end + MORNING * HOUR);
      if (await isSummarised(services.store.pool, project.id, summaryKey(yesterday), morning)) return told;
      const summary = await summarise(asking, yesterday);
      // Where nobody came there is no summary that says that the days were looked at: they are in the first hour only.
      if (summary.length === 0 && now >= morning.getTime() + HOUR) return told;
      const drafts = await incidents(asking, { ...yesterday, interval: 'DAY' });
      return [...told, ...(await tell(project, [...drafts, ...summary], services))];
    },
  };
}

/** The day before the one of an instant. */
function dayBefore(time: number, zone: string): Range {
  const today = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate();
  return { start: midnight(today.subtract({ days: 1 }), zone), end: midnight(today, zone) };
}

/** Where the last steps of a range of whole ones start, as many as are looked at. */
function latestStarts(steps: Range, interval: Span['interval'], zone: string): number[] {
  const most = MOST_LOOKS[interval];
  // Two more: a day of 25 hours, and the first bucket, which starts where the look back begins.
  const start = Math.max(steps.start, steps.end - (most + 2) * LENGTH[interval]);
  return bucketStarts({ start, end: steps.end }, interval, zone).slice(-most);
}

/** The whole hours or days of a range that are over; null without any. */
export function complete(
  range: Range,
  interval: Span['interval'],
  { now, zone }: { now: number; zone: string },
): Range | null {
  const end = Math.min(range.end, now);
  if (end <= range.start) return null;
  // The first bucket starts with the range, whether a bucket does or not; the last one may still go on.
  const around = (time: number) =>
    bucketStarts({ start: time - 2 * DAY, end: time + 2 * DAY }, interval, zone);
  const first = around(range.start).find((start) => start >= range.start);
  const last = around(end).findLast((start) => start <= end);
  return first === undefined || last === undefined || last <= first ? null : { start: first, end: last };
}
