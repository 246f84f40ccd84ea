import { Temporal } from 'temporal-polyfill';
import { parseInstant } from '../instant.ts';
import { redact } from './redact.ts';

// What the model is shown of an answer: the answer, with what it would have to reckon, in the project's time, and
// without anything of persons.

/** A property's value that fewer visitors share could be somebody's name. */
const CROWD = 3;
const RARE = '[a rare value]';
const COUNTED = ['visitors', 'visits', 'pageviews', 'events'] as const;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** An answer as the model is shown it. */
export function shownAnswer(answer: Json, { timeZone, by }: { timeZone: string; by: unknown }): Json {
  const reckoned = { ...withShares(answer), ...changesOf(answer), ...ratesOf(answer) };
  return localized(by === 'PROPERTY' ? withoutRareValues(reckoned) : reckoned, timeZone) as Json;
}

function withShares(answer: Json): Json {
  const periods = ['stats', 'previous'].flatMap((name) => {
    const stats = answer[name];
    return isObject(stats) && Array.isArray(stats.breakdown) ? [[name, sharesOf(stats)]] : [];
  });
  return { ...answer, ...Object.fromEntries(periods) };
}

/** Each row's part of the totals. */
function sharesOf(stats: Json): Json {
  const totals = stats.totals as Json;
  const breakdown = listOf(stats.breakdown).map((row) => {
    const metrics = row.metrics as Json;
    const share = Object.fromEntries(
      COUNTED.flatMap((name) => (totals[name] ? [[name, Number(metrics[name]) / Number(totals[name])]] : [])),
    );
    return { ...row, share };
  });
  return { ...stats, breakdown };
}

/** How far the totals are from those of the period before. */
function changesOf({ stats, previous }: Json): Json {
  if (!isObject(stats) || !isObject(previous)) return {};
  const [now, before] = [stats.totals, previous.totals].map(numbersOf);
  const names = Object.keys(now ?? {}).filter((name) => before?.[name] !== undefined);
  const difference = names.map((name) => [name, (now?.[name] ?? 0) - (before?.[name] ?? 0)] as const);
  const change = difference.flatMap(([name, by]) => (before?.[name] ? [[name, by / before[name]]] : []));
  return { difference: Object.fromEntries(difference), change: Object.fromEntries(change) };
}

/** The numbers of totals; revenue where it is of one currency. */
function numbersOf(totals: unknown): Record<string, number> {
  if (!isObject(totals)) return {};
  const [money, ...more] = listOf(totals.revenue);
  const revenue = money && more.length === 0 ? { revenue: Number(money.amount) } : {};
  const numbers = Object.entries(totals).filter(([, value]) => typeof value === 'number');
  return { ...(Object.fromEntries(numbers) as Record<string, number>), ...revenue };
}

/** Which part of a cohort came back. */
function ratesOf({ retention }: Json): Json {
  if (!isObject(retention)) return {};
  const cohorts = listOf(retention.cohorts).map((cohort) => {
    const size = Number(cohort.size);
    const rates = size > 0 ? (cohort.returning as number[]).map((back) => back / size) : [];
    return { ...cohort, rates };
  });
  return { retention: { ...retention, cohorts } };
}

function withoutRareValues(answer: Json): Json {
  const clean = ['stats', 'previous'].flatMap((name) => {
    const stats = answer[name];
    if (!isObject(stats)) return [];
    const breakdown = listOf(stats.breakdown).map((row) =>
      Number((row.metrics as Json).visitors) < CROWD ? { ...row, value: RARE } : row,
    );
    return [[name, { ...stats, breakdown }]];
  });
  return { ...answer, ...Object.fromEntries(clean) };
}

/** Instants as the project's clocks show them, and other texts without what is personal. */
function localized(value: unknown, timeZone: string, key = ''): unknown {
  if (typeof value === 'string') {
    const instant = parseInstant(value);
    if (instant !== null) return local(instant, timeZone);
    return key === 'amount' ? value : redact(value);
  }
  if (Array.isArray(value)) return value.map((item) => localized(item, timeZone, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, localized(item, timeZone, name)]),
  );
}

const local = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
