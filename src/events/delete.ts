import { ProjectGoneError, type StoredBatch } from '../ingest/batch.ts';
import * as ingest from '../ingest/sql.ts';
import { Terms, termCache, visitTermsCache } from '../ingest/terms.ts';
import { rebuildVisitors } from '../rebuild/rebuild.ts';
import { eventsOfVisitors, lockProject, visitsOfVisitors } from '../rebuild/sql.ts';
import { EARLIEST_MS } from '../stats/range.ts';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { deleteEventsOf, type EventList, visitorsOfEvents } from './sql.ts';

/** Events that one deletion takes, but for those of its last visitors. */
export const MAX_DELETED = 100_000;
// Events and visitors of one transaction, for which the project's writers wait.
const CHUNK = 10_000;
const MAX_VISITORS = 1_000;

/** What was deleted. */
export interface Deletion {
  events: number;
  /** Whether others match still. */
  more: boolean;
}

/**
 * Deletes the events of a list, visitor by visitor: after each transaction the visits are what the definition says of the
 * events that are left. Their ids stay taken: what is sent again is not stored.
 *
 * @param reading where the visitors are looked up
 * @param onChange told of each transaction, as of a batch of events
 */
export async function deleteEvents(
  store: Store,
  reading: Queryable,
  list: EventList,
  onChange: (batch: StoredBatch) => void,
): Promise<Deletion> {
  const caches = { terms: termCache(), visitTerms: visitTermsCache() };
  const found = await visitorsOfEvents(reading, list, MAX_DELETED + 1);
  let events = 0;
  for (let next = 0; next < found.length; ) {
    if (events >= MAX_DELETED) return { events, more: true };
    const visitors = firstOf(found.slice(next, next + MAX_VISITORS));
    const { deleted, revision, terms } = await store.transaction((db) =>
      deleteChunk(db, list, visitors, caches),
    );
    terms.publish();
    if (deleted > 0) onChange({ revision, events: [], touched: EVERYTHING });
    events += deleted;
    next += visitors.length;
  }
  return { events, more: false };
}

// Which numbers have changed is not worked out.
const EVERYTHING: StoredBatch['touched'] = {
  spans: [{ start: EARLIEST_MS, end: Date.parse('9999-12-31T00:00:00Z') }],
  values: {},
  fresh: {},
};

/** The first visitors, as many as have CHUNK events together; one at least. */
function firstOf(found: readonly { visitor: number; events: number }[]): number[] {
  const visitors: number[] = [];
  let all = 0;
  for (const { visitor, events } of found) {
    all += events;
    if (all > CHUNK && visitors.length > 0) break;
    visitors.push(visitor);
  }
  return visitors;
}

async function deleteChunk(
  db: Queryable,
  list: EventList,
  visitors: readonly number[],
  caches: ConstructorParameters<typeof Terms>[2],
): Promise<{ deleted: number; revision: number; terms: Terms }> {
  const { projectId } = list;
  if (!(await lockProject(db, projectId))) throw new ProjectGoneError(`project ${projectId} does not exist`);
  const terms = new Terms(db, projectId, caches);
  const stored = await visitsOfVisitors(db, projectId, visitors);
  const deleted = await deleteEventsOf(db, list, visitors);
  const left = await eventsOfVisitors(db, projectId, visitors);
  await rebuildVisitors(db, projectId, left, stored, terms);
  return { deleted, revision: Number(await ingest.revisionOf(db, projectId)), terms };
}
