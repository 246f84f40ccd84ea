import type pg from 'pg';
import { lockRevision } from '../ingest/sql.ts';
import { buildSegment, type VisitTuple } from './build.ts';
import { copyTuples } from './copy.ts';
import { decodeSegment, FORMAT } from './format.ts';
import * as statements from './sql.ts';

/** How far a compaction is. */
export interface CompactionProgress {
  done: number;
  total: number;
}

export interface CompactionOptions {
  /** All days, the unchanged ones too. Until a day's turn comes, its former segment serves. */
  anew?: boolean;
  onProgress?: (progress: CompactionProgress) => void;
}

/**
 * Writes the segments of all days that changed since they were last written. Each day is a transaction of its own and
 * is not written twice, so what is interrupted goes on where it was. False when another process is at it.
 */
export async function compactProject(
  client: pg.ClientBase,
  projectId: number,
  { anew = false, onProgress = () => undefined }: CompactionOptions = {},
): Promise<boolean> {
  if (!(await statements.claimProject(client, projectId))) return false;
  try {
    // What servers hold of the same revision would else stay with them.
    if (anew) await lockRevision(client, projectId);
    const state = await statements.readState(client, projectId);
    if (!state) return true;
    const usable = state.format === null || state.format === FORMAT;
    if (!usable) await statements.dropSegments(client, projectId);
    const days = anew
      ? await statements.allDays(client, projectId)
      : await statements.changedDays(client, projectId, usable ? state.complete : 0);
    onProgress({ done: 0, total: days.length });
    for (const [done, day] of days.entries()) {
      await compactDay(client, projectId, day);
      onProgress({ done: done + 1, total: days.length });
    }
    await statements.completeSegments(client, projectId, state.revision, FORMAT);
    return true;
  } finally {
    await statements.releaseProject(client, projectId);
  }
}

async function compactDay(client: pg.ClientBase, projectId: number, day: number): Promise<void> {
  const { revision, tuples } = await readDay(client, projectId, day);
  const columns = buildSegment(day, tuples);
  const { visits, events } = decodeSegment(columns);
  await statements.storeSegment(client, {
    projectId,
    day,
    revision,
    visits,
    events,
    columns: Buffer.from(columns),
  });
}

/** The visits of a day, and the revision as of which they are that. */
async function readDay(
  client: pg.ClientBase,
  projectId: number,
  day: number,
): Promise<{ revision: number; tuples: VisitTuple[] }> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const state = await statements.readState(client, projectId);
    await statements.setScope(client, projectId, { days: [day] });
    return { revision: state?.revision ?? 0, tuples: await copyTuples(client, statements.VISITS_OF_DAY) };
  } finally {
    await client.query('commit');
  }
}
