import { type RawEvent, type Visit, visitorOf } from './reference.ts';

// The definitions of docs/metrics.md of who comes back, word by word over all events in memory: plain, slow, and written
// apart from src/. Periods are told by what a calendar in the zone shows at an instant, not by where they start.

export type Period = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

/** An event that counts, with its visit. */
export interface Hit {
  event: RawEvent;
  visit: Visit;
}

export interface PeriodQuestion {
  start: number;
  end: number;
  zone: string;
  interval: Period;
}

const STEP = 5 * 60_000;
const DAY = 24 * 60 * 60_000;
const labels = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the calendar on the wall shows: equal for the instants of one period. Periods begin at whole five minutes. */
function labelOf(at: number, interval: Period, zone: string): string {
  const instant = Math.floor(at / STEP) * STEP;
  const key = `${zone} ${interval} ${instant}`;
  const known = labels.get(key);
  if (known !== undefined) return known;
  const label = readLabel(instant, interval, zone);
  labels.set(key, label);
  return label;
}

function readLabel(instant: number, interval: Period, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en', {
      ...{ timeZone: zone, hourCycle: 'h23', timeZoneName: 'longOffset' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' },
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day));
  switch (interval) {
    case 'HOUR':
      // An hour that happens twice has another offset the second time.
      return `${date} ${parts.hour} ${parts.timeZoneName}`;
    case 'DAY':
      return `${date}`;
    case 'WEEK':
      return `Monday ${date - ((new Date(date).getUTCDay() + 6) % 7) * DAY}`;
    case 'MONTH':
      return `${parts.year}-${parts.month}`;
  }
}

/** The periods of a range, with their first instants in it. */
export function periodsOf({
  start,
  end,
  zone,
  interval,
}: PeriodQuestion): { start: number; label: string }[] {
  const periods = [{ start, label: labelOf(start, interval, zone) }];
  for (let at = (Math.floor(start / STEP) + 1) * STEP; at < end; at += STEP) {
    const label = labelOf(at, interval, zone);
    if (label !== periods.at(-1)?.label) periods.push({ start: at, label });
  }
  return periods;
}

const within = (hits: readonly Hit[], { start, end }: Pick<PeriodQuestion, 'start' | 'end'>) =>
  hits.filter(({ event }) => event.at >= start && event.at < end);

const visitorsOf = (hits: readonly Hit[]): Set<string> => new Set(hits.map(({ event }) => visitorOf(event)));

/** Cohorts: of those who start, and of those of them who come back. */
export function retentionOf(
  question: PeriodQuestion,
  starting: readonly Hit[],
  returning: readonly Hit[],
): { start: number; size: number; returning: number[] }[] {
  const periods = periodsOf(question);
  const periodOf = ({ event }: Hit) =>
    periods.findIndex(({ label }) => label === labelOf(event.at, question.interval, question.zone));
  const starts = within(starting, question);
  const returns = within(returning, question);
  const cohort = new Map<string, number>();
  for (const visitor of visitorsOf(starts)) {
    const own = starts.filter(({ event }) => visitorOf(event) === visitor);
    cohort.set(visitor, Math.min(...own.map(periodOf)));
  }
  return periods.map(({ start }, index) => {
    const members = [...cohort].filter(([, first]) => first === index).map(([visitor]) => visitor);
    const cameBack = (later: number) =>
      members.filter((visitor) =>
        returns.some((hit) => visitorOf(hit.event) === visitor && periodOf(hit) === index + later),
      ).length;
    return {
      start,
      size: members.length,
      returning: Array.from({ length: periods.length - index }, (_, later) => cameBack(later)),
    };
  });
}

/** The stages of each period; `history` are the events of all time that match. */
export function lifecycleOf(question: PeriodQuestion, history: readonly Hit[]) {
  const { interval, zone } = question;
  const periods = periodsOf(question);
  const label = (at: number) => labelOf(at, interval, zone);
  let before = question.start;
  while (label(before) === label(question.start)) before -= STEP;
  const previous = visitorsOf(
    history.filter(
      ({ event }) =>
        event.at < question.start && [label(question.start), label(before)].includes(label(event.at)),
    ),
  );
  const active = periods.map(({ label: own }) =>
    visitorsOf(within(history, question).filter(({ event }) => label(event.at) === own)),
  );
  const isNew = (visitor: string, index: number): boolean => {
    const first = Math.min(
      ...history.filter(({ event }) => visitorOf(event) === visitor).map(({ event }) => event.at),
    );
    const end = periods[index + 1]?.start ?? question.end;
    return first >= (periods[index]?.start ?? 0) && first < end;
  };
  return periods.map(({ start }, index) => {
    const now = [...(active[index] ?? [])];
    const last = index === 0 ? previous : (active[index - 1] ?? new Set<string>());
    const old = now.filter((visitor) => !isNew(visitor, index));
    return {
      start,
      new: now.length - old.length,
      returning: old.filter((visitor) => last.has(visitor)).length,
      resurrected: old.filter((visitor) => !last.has(visitor)).length,
      dormant: [...last].filter((visitor) => !now.includes(visitor)).length,
    };
  });
}

/** How many visitors are active in exactly one period, in two, and so on. */
export function stickinessOf(question: PeriodQuestion, history: readonly Hit[]) {
  const hits = within(history, question);
  const periods = periodsOf(question);
  const counts = [...visitorsOf(hits)].map(
    (visitor) =>
      new Set(
        hits
          .filter(({ event }) => visitorOf(event) === visitor)
          .map(({ event }) => labelOf(event.at, question.interval, question.zone)),
      ).size,
  );
  return {
    average: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    steps: periods.map((_, index) => ({
      periods: index + 1,
      visitors: counts.filter((count) => count === index + 1).length,
    })),
  };
}

/** The visitors of a range by whether they have any event before it. */
export function audienceOf(
  question: Pick<PeriodQuestion, 'start' | 'end'>,
  history: readonly Hit[],
  events: readonly RawEvent[],
) {
  const visitors = [...visitorsOf(within(history, question))];
  const before = new Set(events.filter(({ at }) => at < question.start).map(visitorOf));
  return {
    newVisitors: visitors.filter((visitor) => !before.has(visitor)).length,
    returningVisitors: visitors.filter((visitor) => before.has(visitor)).length,
  };
}

export interface AttributionRow {
  value: string | null;
  conversions: number;
  visitors: number;
  revenue: { currency: string; cents: number }[];
}

/** Conversions by what the visit has that each is credited to; `numberOf` orders visits that start at one instant. */
export function attributionOf(
  { start, end, model, lookback }: { start: number; end: number; model: string; lookback: number },
  history: readonly Hit[],
  visits: readonly Visit[],
  numberOf: (visit: Visit) => number,
  dimensionOf: (visit: Visit) => string | null,
): AttributionRow[] {
  const conversions = within(history, { start, end }).filter(({ event }) => event.revenue !== null);
  const credited = conversions.map(({ event, visit }) => {
    const touches = visits
      .filter((touch) => touch.events.some((other) => visitorOf(other) === visitorOf(event)))
      .filter((touch) => touch.start <= event.at && touch.start >= event.at - lookback)
      .toSorted((a, b) => a.start - b.start || numberOf(a) - numberOf(b));
    const withSource = touches.filter((touch) => touch.utmSource !== null || touch.referrer !== null);
    const touch = model === 'FIRST_TOUCH' ? touches[0] : (withSource.at(-1) ?? touches.at(-1));
    return { event, value: dimensionOf(touch ?? visit) };
  });
  const rows = [...new Set(credited.map(({ value }) => value))].map((value): AttributionRow => {
    const own = credited.filter((one) => one.value === value).map(({ event }) => event);
    const currencies = [...new Set(own.map(({ revenue }) => revenue?.currency ?? ''))].toSorted();
    return {
      value,
      conversions: own.length,
      visitors: new Set(own.map(visitorOf)).size,
      revenue: currencies.map((currency) => ({
        currency,
        cents: own.reduce(
          (sum, { revenue }) => sum + (revenue?.currency === currency ? revenue.cents : 0),
          0,
        ),
      })),
    };
  });
  return rows.toSorted(
    (a, b) =>
      b.conversions - a.conversions ||
      Number(a.value === null) - Number(b.value === null) ||
      (String(a.value) < String(b.value) ? -1 : 1),
  );
}
