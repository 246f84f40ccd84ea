import type { LRUCache } from 'lru-cache';
import { type Touched, touchedBy } from '../live/touched.ts';
import type { Queryable } from '../store/sql.ts';
import type { TermBounds } from './bounds.ts';
import type { PreparedEvent } from './event.ts';
import { resolveVisitors } from './identity.ts';
import { type Memory, Recollection } from './memory.ts';
import { type Placement, placeEvents } from './place.ts';
import { eventRows, namesSeen, visitRows } from './rows.ts';
import * as statements from './sql.ts';
import { type TermCache, Terms, type VisitTermsCache } from './terms.ts';
import type { BatchRows } from './write.sql.ts';

/** What a process remembers of committed batches. */
export interface WriterCaches {
  terms: TermCache;
  visitTerms: VisitTermsCache;
  visitors: LRUCache<string, number>;
  memory: Memory;
  /** Months whose partitions are there. */
  months: Set<string>;
  /** How many of a project's next batches are not tried in one statement (batch.ts). */
  doubts: LRUCache<number, number>;
  /** How many texts of a kind a project may have; as bounds.ts says when absent. */
  bounds?: TermBounds;
}

/** All that storing some events comes to, worked out before any of it is written. */
export interface Plan {
  rows: Omit<BatchRows, 'counts'> & { revision: string };
  /** What is rarely there, and written behind the rows. */
  rest: Pick<Placement, 'moves' | 'removed' | 'left'> & {
    joins: statements.Join[];
    adopted: statements.Adopted[];
  };
  touched: Touched;
  /** Remembers it; call it after the commit. */
  publish: () => void;
}

/**
 * Works out what storing new events comes to. It is right where `db` reads the project as it was before `revision`: in the
 * transaction that has locked it, or where the write finds it so. Throws where it has to be locked and is not.
 */
export async function planBatch(
  db: Queryable,
  projectId: number,
  revision: string,
  events: readonly PreparedEvent[],
  caches: WriterCaches,
  { locked }: { locked: boolean },
): Promise<Plan> {
  const terms = new Terms(db, projectId, caches, locked);
  const memory = new Recollection(caches.memory, projectId, revision);
  const kept = events.filter(({ joinsOnly }) => !joinsOnly);
  await terms.resolveEvents(kept);
  const visitors = await resolveVisitors(db, projectId, events, caches.visitors, memory);
  const assigned = visitors.assigned.filter(({ event }) => !event.joinsOnly);
  const highest = memory.highest?.visit ?? (await statements.highestVisitId(db, projectId));
  const { adopted } = visitors;
  const placed = await placeEvents(db, projectId, { assigned, adopted }, terms, memory, highest);
  const summaries = placed.visits.map(({ summary }) => summary);
  const columns = await terms.ofVisits(summaries);
  const whole = placed.visits.filter(({ goesOn }) => !goesOn);
  const grown = placed.visits.filter(({ goesOn }) => goesOn);
  const { moves, removed, left } = placed;
  return {
    rows: {
      visitors: visitors.added,
      events: eventRows(projectId, placed.visitIds, assigned, terms),
      visits: visitRows(projectId, revision, whole, columns),
      grown,
      seen: namesSeen(kept, terms),
      revision,
    },
    rest: { moves, removed, left, joins: visitors.joins, adopted },
    touched: touchedBy(
      summaries,
      kept.map(({ name, path, hostname }) => ({
        name: terms.countedAs('name', name),
        path: path && terms.countedAs('path', path),
        hostname: hostname && terms.countedAs('hostname', hostname),
      })),
      (part, id) => terms.textsOf(part, id),
      adopted.length === 0 && keptAttributes(placed, kept, highest),
    ),
    publish: () => {
      terms.publish();
      visitors.publish();
      memory.publish(projectId, revision, { visit: placed.highest, visitor: visitors.highest });
    },
  };
}

/**
 * Whether every visit has the attributes that it had before: they are its first event's, which is another where visits were
 * cut anew, or one that was there begins with a new event.
 */
function keptAttributes(
  { visits, visitIds, moves, removed }: Placement,
  events: readonly PreparedEvent[],
  highest: bigint,
): boolean {
  if (moves.length > 0 || removed.length > 0) return false;
  const starts = new Map(visits.map(({ id, summary }) => [id, summary.startedAt]));
  return events.every(({ id, timestamp }) => {
    const visitId = visitIds.get(id) ?? '';
    return starts.get(visitId) !== timestamp || BigInt(visitId) > highest;
  });
}
