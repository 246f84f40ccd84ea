import type { PreparedEvent } from './event.ts';
import type { AssignedEvent } from './joins.ts';
import type { Placement } from './place.ts';
import { pairKey, type Terms, type VisitTerms } from './terms.ts';

// Rows by the tables' own column names. What one does not have stays out of it: as JSON it is shorter by half, for both ends.

/** The rows of new events, with the visit of each by event id. */
export function eventRows(
  projectId: number,
  visitIds: ReadonlyMap<string, string>,
  events: readonly AssignedEvent[],
  terms: Terms,
): Record<string, unknown>[] {
  return events.map(({ event, visitorId, anonymousId }) => ({
    project_id: projectId,
    timestamp: new Date(event.timestamp),
    id: event.id,
    visit_id: visitIds.get(event.id),
    visitor_id: visitorId,
    anonymous_id: anonymousId ?? undefined,
    type: event.type,
    name: terms.id('name', event.name),
    hostname: event.hostname === null ? undefined : terms.id('hostname', event.hostname),
    path: event.path === null ? undefined : terms.id('path', event.path),
    origin: terms.id('origin', event.origin),
    client: terms.id('client', event.client),
    received_at: microsecondsOf(event.receivedAt),
    event_id: event.eventId ?? undefined,
    session_id: event.sessionId ?? undefined,
    url: event.url ?? urlOf(event, terms),
    referrer: event.referrer ?? undefined,
    title: event.title ?? undefined,
    revenue: event.revenue?.amount,
    currency: event.revenue?.currency,
    properties: event.properties ?? undefined,
    sent_name: terms.isOther('name', event.name) ? event.name : undefined,
  }));
}

/** An instant as text, to the microsecond. */
function microsecondsOf(at: number): string {
  const microseconds = Math.round(at * 1000);
  const text = new Date(Math.floor(microseconds / 1000)).toISOString();
  return `${text.slice(0, -1)}${String(microseconds % 1000).padStart(3, '0')}Z`;
}

/** The URL of an event whose host name and path do not say it. */
function urlOf({ hostname, path }: PreparedEvent, terms: Terms): string | undefined {
  if (hostname === null || path === null) return undefined;
  return terms.isOther('hostname', hostname) || terms.isOther('path', path)
    ? `https://${hostname}${path}`
    : undefined;
}

const toDate = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

/**
 * The rows of visits.
 *
 * @param columns what their origins and clients stand for, by `pairKey`
 */
export function visitRows(
  projectId: number,
  revision: string,
  visits: Placement['visits'],
  columns: ReadonlyMap<string, VisitTerms>,
): Record<string, unknown>[] {
  return visits.map(({ id, visitorId, sessionId, summary, steps }) => ({
    project_id: projectId,
    id,
    revision,
    visitor_id: visitorId,
    session_id: sessionId ?? undefined,
    started_at: new Date(summary.startedAt),
    ended_at: new Date(summary.endedAt),
    entry_at: toDate(summary.entryAt),
    exit_at: toDate(summary.exitAt),
    events: summary.events,
    pageviews: summary.pageviews,
    origin: summary.origin,
    client: summary.client,
    entry_path: summary.entryPath ?? undefined,
    exit_path: summary.exitPath ?? undefined,
    ...columns.get(pairKey(summary)),
    steps: steps && `\\x${steps.toString('hex')}`,
  }));
}

/** Which names the events count by, and when each was seen. */
export function namesSeen(
  events: readonly PreparedEvent[],
  terms: Terms,
): { name: string; first: number; last: number }[] {
  const seen = new Map<string, { name: string; first: number; last: number }>();
  for (const { name: sent, timestamp } of events) {
    const name = terms.countedAs('name', sent);
    const former = seen.get(name) ?? { name, first: timestamp, last: timestamp };
    seen.set(name, {
      name,
      first: Math.min(former.first, timestamp),
      last: Math.max(former.last, timestamp),
    });
  }
  return [...seen.values()];
}
