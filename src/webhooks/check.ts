import { Temporal } from 'temporal-polyfill';
import { badInput } from '../errors.ts';
import type { EventFilter } from '../stats/filter.ts';
import { checkedFilter } from '../stats/query.ts';
import { canonical } from '../store/cache.ts';
import type { Prisma } from '../store/generated/client/client.ts';
import type { ThresholdComparison } from '../store/generated/client/enums.ts';
import { hasPortOfReceivers, leadsToPrivate, NOT_PUBLIC, PORT_RULE } from './address.ts';
import type { ThresholdMetric } from './metrics.ts';
import type { Measure } from './thresholds.sql.ts';

/** A threshold as GraphQL brings it. */
export interface GivenThreshold {
  metric: ThresholdMetric;
  currency?: string | null | undefined;
  measure?: { event: string; property?: string | null | undefined; aggregate: string } | null | undefined;
  last: string;
  filter?: EventFilter | null | undefined;
  comparison: ThresholdComparison;
  value: number;
}

type ThresholdData = Omit<Prisma.ThresholdUncheckedCreateWithoutWebhookInput, 'id' | 'passed' | 'lookedAt'>;

const FIELD = 'input.thresholds';
// A leap year: P1Y is 366 days.
const REFERENCE = Temporal.PlainDateTime.from('2024-01-01');
const MOST_MINUTES = 366 * 24 * 60;

/** Thresholds as they are stored, each once. BAD_USER_INPUT for what is wrong with one. */
export function checkedThresholds(given: readonly GivenThreshold[]): ThresholdData[] {
  const checked = given.map(checkedThreshold);
  return [...new Map(checked.map((threshold) => [definitionOf(threshold), threshold])).values()];
}

function checkedThreshold(given: GivenThreshold): ThresholdData {
  const { metric, last, comparison, value } = given;
  if ((metric === 'REVENUE') !== (given.currency != null))
    throw badInput(`${FIELD}.currency`, 'REVENUE needs a currency, and nothing else takes one.');
  if ((metric === 'MEASURE') !== (given.measure != null))
    throw badInput(`${FIELD}.measure`, 'MEASURE needs a measure, and nothing else takes one.');
  const minutes = minutesOf(last);
  if (minutes < 1 || minutes > MOST_MINUTES)
    throw badInput(`${FIELD}.last`, 'The range of a threshold is from PT1M to P366D.');
  return {
    metric,
    last,
    comparison,
    value,
    ...(given.currency ? { currency: given.currency } : {}),
    ...(given.measure ? { measure: { ...checkedMeasure(given.measure) } } : {}),
    ...(given.filter ? { filter: storable(given.filter) } : {}),
  };
}

function minutesOf(duration: string): number {
  try {
    return Temporal.Duration.from(duration).total({ unit: 'minutes', relativeTo: REFERENCE });
  } catch {
    // It ends after any date that can be written.
    return Number.POSITIVE_INFINITY;
  }
}

function checkedMeasure({ event, property, aggregate }: NonNullable<GivenThreshold['measure']>): Measure {
  if (property == null && aggregate !== 'COUNT' && aggregate !== 'UNIQUE')
    throw badInput(`${FIELD}.measure.property`, `${aggregate} needs a property.`);
  return { event, property: property ?? null, aggregate };
}

/** The filter as JSON that Postgres can keep. */
function storable(filter: EventFilter): Prisma.InputJsonObject {
  const json = JSON.stringify(filter, (_key, value: unknown) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      throw badInput(`${FIELD}.filter`, 'A text cannot have the character U+0000 or half a character.');
    return value;
  });
  checkedFilter(filter);
  return JSON.parse(json) as Prisma.InputJsonObject;
}

/** What makes a threshold the same as another. */
export const definitionOf = (threshold: {
  metric: string;
  currency?: string | null;
  measure?: unknown;
  last: string;
  filter?: unknown;
  comparison: string;
  value: number;
}): string => {
  const { metric, currency, measure, last, filter, comparison, value } = threshold;
  return canonical([metric, currency ?? null, measure ?? null, last, filter ?? null, comparison, value]);
};

/** BAD_USER_INPUT where a URL has a port of other services, or leads to an address that is not public, as far as can be seen now. */
export async function requirePublic(text: string, privateAddresses: boolean): Promise<void> {
  if (privateAddresses) return;
  const url = new URL(text);
  if (!hasPortOfReceivers(url))
    throw badInput('input.url', `This URL cannot be called: it can where ${PORT_RULE}.`);
  if (await leadsToPrivate(url)) throw badInput('input.url', `This URL cannot be called: ${NOT_PUBLIC}.`);
}
