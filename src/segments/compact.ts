import type pg from 'pg';
import { lockRevision } from '../ingest/sql.ts';
import { SegmentBuilder } from './build.ts';
import { streamTuples } from './copy.ts';
import { decodeSize, FORMAT, isReadable } from './format.ts';
import { blockOf, type Extent, SHAPE, type Shape } from './layout.ts';
import { type Plan, planBlock } from './plan.ts';
import * as statements from './sql.ts';

/** How far a compaction is, in blocks of days. */
export interface CompactionProgress {
  done: number;
  total: number;
}

export interface CompactionOptions {
  /** All days, the unchanged ones too. Until a day's turn comes, its former segment serves. */
  anew?: boolean;
  onProgress?: (progress: CompactionProgress) => void;
  /** Whether to stop here: asked between blocks. The next compaction goes on from there. */
  isOver?: () => boolean;
  shape?: Shape;
}

/** What came of it: another process may be at it, or it was stopped. */
export type CompactionResult = 'complete' | 'interrupted' | 'busy';

/**
 * Writes the segments of all days that changed since they were last written. Each segment is a transaction of its own and
 * is not written twice, so what is interrupted goes on where it was.
 */
export async function compactProject(
  client: pg.ClientBase,
  projectId: number,
  options: CompactionOptions = {},
): Promise<CompactionResult> {
  if (!(await statements.claimProject(client, projectId))) return 'busy';
  try {
    // What servers hold of the same revision would else stay with them.
    if (options.anew) await lockRevision(client, projectId);
    return await compactClaimed(client, projectId, options);
  } finally {
    await statements.releaseProject(client, projectId);
  }
}

async function compactClaimed(
  client: pg.ClientBase,
  projectId: number,
  { anew = false, onProgress = () => undefined, isOver = () => false, shape = SHAPE }: CompactionOptions,
): Promise<CompactionResult> {
  const state = await statements.readState(client, projectId);
  if (!state) return 'complete';
  const usable = isReadable(state.format);
  if (!usable) await statements.dropSegments(client, projectId, FORMAT);
  const since = usable && !anew ? state.complete : 0;
  const stored = byBlock(await statements.storedSegments(client, projectId));
  const changed = byBlock(
    anew
      ? await statements.allDays(client, projectId)
      : await statements.changedDays(client, projectId, since),
  );
  // Before there were blocks, each day had a segment.
  const isApart = (segments: readonly statements.StoredSegment[]): boolean =>
    segments.length > 1 && segments.reduce((sum, { visits }) => sum + visits, 0) <= shape.block;
  const blocks = new Set(changed.keys());
  for (const [block, segments] of stored) if (anew || isApart(segments)) blocks.add(block);
  const total = blocks.size;
  onProgress({ done: 0, total });
  let done = 0;
  for (const block of [...blocks].sort((a, b) => a - b)) {
    if (isOver()) return 'interrupted';
    const held = { stored: stored.get(block) ?? [], changed: changed.get(block) ?? [] };
    for (const plan of await planBlock(client, projectId, { block, ...held }, { since, anew, shape }))
      await write(client, projectId, plan, shape);
    onProgress({ done: ++done, total });
  }
  await statements.completeSegments(client, projectId, state.revision, FORMAT);
  return 'complete';
}

function byBlock<T extends { day: number }>(items: readonly T[]): Map<number, T[]> {
  const blocks = new Map<number, T[]>();
  for (const item of items) {
    const block = blockOf(item.day);
    const others = blocks.get(block);
    if (others) others.push(item);
    else blocks.set(block, [item]);
  }
  return blocks;
}

/** Writes segments in place of those that have their visits; nothing of it is seen before all of it is there. */
async function write(
  client: pg.ClientBase,
  projectId: number,
  { replaced, written }: Plan,
  shape: Shape,
): Promise<void> {
  await client.query('begin isolation level repeatable read');
  try {
    const revision = (await statements.readState(client, projectId))?.revision ?? 0;
    const removed = await statements.removeSegments(client, projectId, replaced);
    const stored: string[] = [];
    for (const { extent, visits } of written) {
      for (const part of await partsOf(client, projectId, extent, visits, shape)) {
        const columns = await readPart(client, projectId, part);
        if (columns === null) continue;
        const { day, days, firstVisit } = part;
        const key = { projectId, day, days, firstVisit, revision };
        await statements.storeSegment(client, {
          ...key,
          ...decodeSize(columns),
          columns: Buffer.from(columns),
        });
        stored.push(statements.segmentName(part));
      }
    }
    // Visits that were in no segment are known as changes, until all is complete.
    if (removed.length > 0 && removed.sort().join() !== stored.sort().join())
      await statements.raiseLayout(client, projectId, FORMAT);
    await client.query('commit');
  } catch (error) {
    // A connection that broke has rolled back already.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A part of an extent, and how its visits are read: which of the COPYs, and of which ids. */
interface Part extends Extent {
  copy: string;
  ids: [first: number, last: number];
}

// Ids that are looked at in vain for each visit of a part, before its day is read instead.
const MOST_IN_VAIN = 16;

/** Cuts an extent that has too many visits for one segment; `visits` is how many it has at most. */
async function partsOf(
  client: pg.ClientBase,
  projectId: number,
  extent: Extent,
  visits: number,
  shape: Shape,
): Promise<Part[]> {
  const isWhole = extent.firstVisit === 0 && extent.beforeVisit === Number.POSITIVE_INFINITY;
  if (isWhole && visits <= shape.segment)
    return [{ ...extent, copy: statements.VISITS_OF_DAYS, ids: [0, 0] }];
  const { firsts, last } = await statements.cutVisits(client, projectId, extent, shape.segment);
  if (isWhole && firsts.length <= 1) return [{ ...extent, copy: statements.VISITS_OF_DAYS, ids: [0, 0] }];
  return firsts.map((first, index) => {
    const next = firsts[index + 1];
    const ids: Part['ids'] = [first, next === undefined ? last : next - 1];
    const isDense = ids[1] - ids[0] < shape.segment * MOST_IN_VAIN;
    return {
      ...extent,
      // Later visits of smaller ids, which begin on the day only now, belong to the first one.
      firstVisit: index === 0 ? extent.firstVisit : first,
      beforeVisit: next ?? extent.beforeVisit,
      copy: isDense ? statements.VISITS_OF_PART_BY_ID : statements.VISITS_OF_PART,
      ids,
    };
  });
}

/** A part's columns; null where it has no visits. */
async function readPart(
  client: pg.ClientBase,
  projectId: number,
  { day, days, ids, copy }: Part,
): Promise<SharedArrayBuffer | null> {
  await statements.setScope(client, projectId, { days: [day, day + days], visits: ids });
  const builder = new SegmentBuilder(day);
  for await (const tuples of streamTuples(client, copy)) for (const tuple of tuples) builder.add(tuple);
  return builder.size === 0 ? null : builder.build();
}
