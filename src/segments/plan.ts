import type { Queryable } from '../store/sql.ts';
import { BLOCK_DAYS, type Extent, type Shape, wholeDays } from './layout.ts';
import type { ChangedDay, StoredSegment } from './sql.ts';
import * as statements from './sql.ts';

// Which segments a compaction writes.

/** Segments to write in one step. */
export interface Plan {
  /** The visits whose former segments go. */
  replaced: Extent;
  /** Each with how many visits it has at most. */
  written: { extent: Extent; visits: number }[];
}

/** What is known of a block before it is written. */
export interface Block {
  block: number;
  stored: readonly StoredSegment[];
  changed: readonly ChangedDay[];
}

interface PlanOptions {
  /** The revision of which all changes are in segments. */
  since: number;
  anew: boolean;
  shape: Shape;
}

const ALWAYS = Number.POSITIVE_INFINITY;

/** What to write of a block: nothing where its segments have all changes already. */
export async function planBlock(
  db: Queryable,
  projectId: number,
  { block, stored, changed }: Block,
  { since, anew, shape }: PlanOptions,
): Promise<Plan[]> {
  const whole = wholeDays(block, BLOCK_DAYS);
  const together = stored.length > 0 && stored.every(({ days }) => days === BLOCK_DAYS);
  const latest = anew ? ALWAYS : Math.max(0, ...changed.map(({ revision }) => revision));
  if (together && stored.every(({ revision }) => revision >= latest)) return [];
  const most = visitsOf(stored) + visitsOf(changed);
  if (await isSparse(db, projectId, whole, stored, most, shape)) {
    const isThere = stored.length === 1 && stored[0]?.firstVisit === 0 && latest === 0;
    return isThere && together ? [] : [{ replaced: whole, written: [{ extent: whole, visits: most }] }];
  }
  // What was together comes apart: each day for itself, in one step.
  if (together) {
    const days = Array.from({ length: BLOCK_DAYS }, (_, day) => wholeDays(block + day, 1));
    return [{ replaced: whole, written: days.map((extent) => ({ extent, visits: most })) }];
  }
  const days = new Map(changed.map((day) => [day.day, day]));
  if (anew) for (const { day } of stored) if (!days.has(day)) days.set(day, { day, revision: 0, visits: 0 });
  const plans: Plan[] = [];
  for (const day of [...days.values()].sort((a, b) => a.day - b.day)) {
    const parts = stored.filter((segment) => segment.day === day.day);
    plans.push(...(await planDay(db, projectId, day, parts, { since, anew, shape })));
  }
  return plans;
}

const visitsOf = (items: readonly { visits: number }[]): number =>
  items.reduce((sum, { visits }) => sum + visits, 0);

/** Whether a block has few enough visits for one segment; a visit that is in none of its segments has changed. */
async function isSparse(
  db: Queryable,
  projectId: number,
  whole: Extent,
  stored: readonly StoredSegment[],
  most: number,
  { block }: Shape,
): Promise<boolean> {
  if (most <= block) return true;
  // Visits seldom go away: days that were apart are not counted each time.
  if (stored.length > 1 && visitsOf(stored) > 2 * block) return false;
  return (await statements.countVisits(db, projectId, whole, block + 1)) <= block;
}

async function planDay(
  db: Queryable,
  projectId: number,
  { day, revision, visits }: ChangedDay,
  parts: readonly StoredSegment[],
  { since, anew }: PlanOptions,
): Promise<Plan[]> {
  const whole = wholeDays(day, 1);
  if (anew || parts.length <= 1) {
    if (!anew && (parts[0]?.revision ?? -1) >= revision) return [];
    return [{ replaced: whole, written: [{ extent: whole, visits: visitsOf(parts) + visits }] }];
  }
  const firstVisits = parts.map(({ firstVisit }) => firstVisit);
  const changed = await statements.changedParts(db, projectId, { since, day, firstVisits });
  return parts.flatMap((part, index): Plan[] => {
    const latest = changed.get(index);
    if (latest === undefined || latest <= part.revision) return [];
    const { firstVisit, beforeVisit } = part;
    const extent: Extent = { day, days: 1, firstVisit, beforeVisit };
    return [{ replaced: extent, written: [{ extent, visits: part.visits + visits }] }];
  });
}
