import type { Queryable } from '../store/sql.ts';
import type { Engine } from './engine.ts';
import { COMPACT_VISITS } from './feed.ts';
import { projectsBehind } from './sql.ts';

/**
 * Writes the segments of all projects that are worth it: also of those that nobody asks about now. The engine takes a few at
 * a time, each for a while, so none waits for the end of another.
 */
export async function sweepSegments(db: Queryable, engine: Engine): Promise<void> {
  const projects = await projectsBehind(db, COMPACT_VISITS);
  await Promise.all(projects.map((projectId) => engine.compact(projectId)));
}
