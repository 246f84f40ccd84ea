import { pairKey, type VisitTerms } from '../ingest/terms.ts';
import { gapOf, type PlannedVisit, planVisits } from '../ingest/visits.ts';
import type { RawEvent, VisitRow } from './sql.ts';

/** A visit as it should be stored, but for the columns that spell out its origin and client. */
export interface RebuiltVisit extends PlannedVisit {
  id: string;
  visitorId: number;
  sessionId: string | null;
}

/**
 * The visits of whole visitors' events, by the definition that the writer follows (planVisits). An event's visit counts
 * as its own where it is a visit of that visitor and session, or nobody's: else an id that is wrong would be kept.
 *
 * @param events each with the visit that it is stored in; changed to its own one, or null
 * @param stored the stored visits of these visitors, by id
 * @param taken ids of other visitors' visits
 * @param highest no visit has a higher id
 */
export function rebuildVisits(
  events: readonly RawEvent[],
  stored: ReadonlyMap<string, VisitRow>,
  taken: ReadonlySet<string>,
  highest: bigint,
): RebuiltVisit[] {
  const claims = new Map<string, string>(
    [...stored].map(([id, row]) => [id, groupKey(row.visitor_id, row.session_id)]),
  );
  let lastId = highest;
  const visits: RebuiltVisit[] = [];
  for (const [key, group] of groupEvents(events)) {
    const [first] = group;
    if (!first) continue;
    const { visitorId, sessionId } = first;
    const ownId = (id: string | null): string | null => {
      if (id === null || taken.has(id)) return null;
      const holder = claims.get(id) ?? key;
      claims.set(id, holder);
      return holder === key ? id : null;
    };
    for (const event of group) event.visitId = ownId(event.visitId);
    const plan = planVisits([], group, gapOf(sessionId));
    if (plan.kind !== 'write') throw new Error('visits without summaries cannot be opened');
    for (const visit of plan.visits)
      visits.push({ ...visit, id: visit.id ?? String(++lastId), visitorId, sessionId });
  }
  return visits;
}

const groupKey = (visitorId: number, sessionId: string | null): string =>
  sessionId === null ? String(visitorId) : `${visitorId} ${sessionId}`;

function groupEvents(events: readonly RawEvent[]): Map<string, RawEvent[]> {
  const groups = new Map<string, RawEvent[]>();
  for (const event of events) {
    const key = groupKey(event.visitorId, event.sessionId);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}

/** The visit's row, given the columns of each pair of origin and client. */
export function rowOf(visit: RebuiltVisit, columns: ReadonlyMap<string, VisitTerms>): VisitRow {
  const { summary } = visit;
  const terms = columns.get(pairKey(summary)) ?? {};
  return {
    id: visit.id,
    visitor_id: visit.visitorId,
    session_id: visit.sessionId,
    started_at: summary.startedAt,
    ended_at: summary.endedAt,
    entry_at: summary.entryAt,
    exit_at: summary.exitAt,
    events: summary.events,
    pageviews: summary.pageviews,
    origin: summary.origin,
    client: summary.client,
    entry_path: summary.entryPath,
    exit_path: summary.exitPath,
    referrer: terms.referrer ?? null,
    source: terms.source ?? null,
    channel: terms.channel ?? null,
    utm_source: terms.utm_source ?? null,
    utm_medium: terms.utm_medium ?? null,
    utm_campaign: terms.utm_campaign ?? null,
    utm_term: terms.utm_term ?? null,
    utm_content: terms.utm_content ?? null,
    country: terms.country ?? null,
    region: terms.region ?? null,
    city: terms.city ?? null,
    device: terms.device ?? null,
    browser: terms.browser ?? null,
    os: terms.os ?? null,
    language: terms.language ?? null,
    steps: visit.steps,
  };
}
