import { z } from 'zod';
import type { InsightType } from '../store/generated/client/enums.ts';
import { type Queryable, rows, run, sql } from '../store/sql.ts';
import type { Draft } from './insight.ts';

// What comes again within so many hours is still the same. What lasts is measured in weeks.
const PAUSES: Record<InsightType, number> = { SUMMARY: 0, ANOMALY: 6, TREND: 14 * 24 };

/** Lets one transaction at a time tell a project's findings: of two that find the same, the second sees the first's. */
export async function lockStories(db: Queryable, projectId: number): Promise<void> {
  await db.query("select pg_advisory_xact_lock(hashtext('insights'), $1)", [projectId]);
}

/**
 * The insight that told a finding already: of the same key or, but for summaries, the same story at the same time. What lasts
 * is found again at every look, as a longer and longer period, and is told once.
 */
export async function toldBefore(
  db: Queryable,
  projectId: number,
  { type, key, story, period }: Draft,
): Promise<string | null> {
  const pause = `${PAUSES[type]} hours`;
  const [found] = await rows(
    db,
    z.object({ id: z.string() }),
    sql`select id from insights
        where project_id = ${projectId} and (key = ${key} or (
          type::text = ${type} and type <> 'SUMMARY' and metadata ->> 'story' = ${story}
          and period_start <= ${new Date(period.end)}::timestamptz + ${pause}::interval
          and greatest(period_end, (metadata ->> 'seenUntil')::timestamptz)
            >= ${new Date(period.start)}::timestamptz - ${pause}::interval))
        order by (key = ${key}) desc, generated_at desc limit 1`,
  );
  return found?.id ?? null;
}

/** Notes until when what was told has lasted. */
export async function extendStory(
  db: Queryable,
  projectId: number,
  id: string,
  { period }: Draft,
): Promise<void> {
  const until = new Date(period.end).toISOString();
  await run(
    db,
    sql`update insights set metadata = metadata || jsonb_build_object('seenUntil', ${until}::text)
        where project_id = ${projectId} and id = ${id}::uuid and type <> 'SUMMARY'
          and greatest(period_end, (metadata ->> 'seenUntil')::timestamptz) < ${until}::timestamptz`,
  );
}

/** Stores a finding; returns its id. */
export async function insertInsight(
  db: Queryable,
  projectId: number,
  draft: Draft,
  generatedAt: Date,
): Promise<string> {
  const [row] = await rows(
    db,
    z.object({ id: z.string() }),
    sql`insert into insights (project_id, type, key, title, content, evidence, model, metadata,
          period_start, period_end, generated_at)
        values (${projectId}, ${draft.type}::insight_type, ${draft.key}, ${draft.title}, ${draft.content},
          ${JSON.stringify(draft.evidence)}::jsonb, ${draft.model},
          ${JSON.stringify({ ...draft.metadata, story: draft.story })}::jsonb,
          ${new Date(draft.period.start)}, ${new Date(draft.period.end)}, ${generatedAt})
        returning id`,
  );
  if (!row) throw new Error('an insight was not stored');
  return row.id;
}

/** The projects that had visits since then. */
export async function watchedProjects(db: Queryable, since: Date): Promise<number[]> {
  const found = await rows(
    db,
    z.object({ id: z.number() }),
    sql`select p.id from projects p cross join lateral (
          select from visits v where v.project_id = p.id and v.started_at >= ${since} limit 1) v
        order by p.id`,
  );
  return found.map(({ id }) => id);
}

/** Whether a period was summed up since then. */
export async function isSummarised(
  db: Queryable,
  projectId: number,
  key: string,
  since: Date,
): Promise<boolean> {
  const found = await rows(
    db,
    z.object({}),
    sql`select from insights
        where project_id = ${projectId} and key = ${key} and generated_at >= ${since}`,
  );
  return found.length > 0;
}
