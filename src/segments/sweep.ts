import type { Queryable } from '../store/sql.ts';
import type { Engine } from './engine.ts';
import { COMPACT_VISITS } from './feed.ts';
import { projectsBehind } from './sql.ts';

/** Writes the segments of all projects that are worth it: also of those that nobody asks about now. */
export async function sweepSegments(db: Queryable, engine: Engine): Promise<void> {
  for (const projectId of await projectsBehind(db, COMPACT_VISITS)) await engine.compact(projectId);
}
