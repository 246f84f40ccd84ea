import { setTimeout as delay } from 'node:timers/promises';
import { ProjectGoneError } from '../ingest/batch.ts';
import * as ingest from '../ingest/sql.ts';
import { pairKey, Terms, termCache, visitTermsCache } from '../ingest/terms.ts';
import { type CompactionProgress, compactProject } from '../segments/compact.ts';
import { dayOf } from '../segments/fields.ts';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import * as statements from './sql.ts';
import { rebuildVisits, rowOf } from './visits.ts';

/** What can be rebuilt: visits with all else that comes from events; segments, which come from visits. */
export type Part = 'visits' | 'segments';

/** What a rebuild has read and mended. */
export interface RebuildCounts {
  events: number;
  visits: number;
  /** Visits that were missing or wrong. */
  written: number;
  /** Visits that no event is in. */
  removed: number;
  /** Events that were in a wrong visit. */
  moved: number;
  /** Event ids that were not claimed. */
  keys: number;
}

/** How far a rebuild is: parts of the stage's whole, and events that it has read in this stage. */
export interface RebuildProgress {
  stage: 'visits' | 'event ids and names' | 'segments';
  done: number;
  total: number;
  events: number;
}

export interface RebuildOptions {
  parts: readonly Part[];
  onProgress?: (progress: RebuildProgress) => void;
  /** Stops it behind the step that it is at; the next rebuild goes on from there. */
  signal?: AbortSignal;
}

// Events of one transaction, for which the project's writers wait.
const CHUNK = 20_000;
// Events of one statement that keeps nobody waiting.
const SLICE = 100_000;
// Milliseconds between attempts while a server writes segments.
const WAIT = 200;

/**
 * Rebuilds what is derived from a project's events, while servers answer and store: visits, the visit of each event,
 * the claims of event ids, when event names were seen, and segments. It writes only what is not right already, and goes
 * on where a rebuild that was interrupted stopped. Throws ProjectGoneError.
 */
export async function rebuildProject(
  store: Store,
  projectId: number,
  options: RebuildOptions,
): Promise<RebuildCounts> {
  const counts: RebuildCounts = { events: 0, visits: 0, written: 0, removed: 0, moved: 0, keys: 0 };
  if (options.parts.includes('visits')) {
    await rebuildAllVisits(store, projectId, counts, options);
    await rebuildKeysAndNames(store, projectId, counts, options);
    if (!options.signal?.aborted) await statements.endRebuild(store.pool, projectId);
  }
  if (options.parts.includes('segments') && !options.signal?.aborted)
    await rebuildSegments(store, projectId, options);
  return counts;
}

/** Writes every segment anew; the former ones serve until then. */
async function rebuildSegments(
  { pool }: Store,
  projectId: number,
  { onProgress, signal }: RebuildOptions,
): Promise<void> {
  const client = await pool.connect();
  const report = (days: CompactionProgress) => onProgress?.({ stage: 'segments', ...days, events: 0 });
  const isOver = () => signal?.aborted ?? false;
  try {
    while ((await compactProject(client, projectId, { anew: true, onProgress: report, isOver })) === 'busy')
      await delay(WAIT);
  } finally {
    client.release();
  }
}

async function rebuildAllVisits(
  store: Store,
  projectId: number,
  counts: RebuildCounts,
  { onProgress, signal }: RebuildOptions,
): Promise<void> {
  const caches = { terms: termCache(), visitTerms: visitTermsCache() };
  // Visitors that are added meanwhile have the visits that the writer gave them.
  const total = await statements.lastVisitor(store.pool, projectId);
  let next = await statements.beginRebuild(store.pool, projectId);
  while (next <= total && !signal?.aborted) {
    const from = next;
    const { chunk, terms } = await store.transaction(async (db) => {
      const terms = new Terms(db, projectId, caches);
      const chunk = await rebuildChunk(db, projectId, from, terms);
      await statements.noteProgress(db, projectId, chunk.next ?? total + 1);
      return { chunk, terms };
    });
    terms.publish();
    next = chunk.next ?? total + 1;
    for (const key of ['events', 'visits', 'written', 'removed', 'moved'] as const) counts[key] += chunk[key];
    onProgress?.({ stage: 'visits', done: next - 1, total, events: counts.events });
  }
}

interface Chunk extends Omit<RebuildCounts, 'keys'> {
  /** The visitor that the next chunk begins with; null behind the last one. */
  next: number | null;
}

/** Rebuilds the visits of the visitors from `from` on, as many as have CHUNK events. */
async function rebuildChunk(db: Queryable, projectId: number, from: number, terms: Terms): Promise<Chunk> {
  if (!(await statements.lockProject(db, projectId)))
    throw new ProjectGoneError(`project ${projectId} does not exist`);
  const { events, next } = await readEvents(db, projectId, from);
  const stored = await statements.storedVisits(db, projectId, from, next);
  return { ...(await rebuildVisitors(db, projectId, events, stored, terms)), next };
}

/**
 * Rebuilds the visits of some visitors in a transaction that has locked the project.
 *
 * @param events all of theirs, visitor by visitor
 * @param rows their visits as they are stored
 */
export async function rebuildVisitors(
  db: Queryable,
  projectId: number,
  events: readonly statements.RawEvent[],
  rows: readonly statements.VisitRow[],
  terms: Terms,
): Promise<Omit<RebuildCounts, 'keys'>> {
  const stored = new Map(rows.map((row) => [row.id, row]));
  const visits = await planChunk(db, projectId, events, stored);
  const pairs = new Map(visits.map(({ summary }) => [pairKey(summary), summary]));
  const columns = await terms.ofVisits([...pairs.values()]);
  const wanted = visits.map((visit) => rowOf(visit, columns));

  const wrong = wanted.filter((row) => !statements.sameVisit(row, stored.get(row.id)));
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = [...stored.values()].filter(({ id }) => !kept.has(id));
  const moves = visits.flatMap(({ id, joined }) => joined.map(({ key, at }) => ({ key, at, visitId: id })));
  if (wrong.length + gone.length + moves.length > 0) {
    const onOtherDay = wrong.flatMap(({ id, started_at }) => {
      const before = stored.get(id);
      return before && dayOf(before.started_at) !== dayOf(started_at) ? [before] : [];
    });
    await write(db, projectId, { wrong, gone, moves, left: [...gone, ...onOtherDay] });
  }
  return {
    events: events.length,
    visits: visits.length,
    written: wrong.length,
    removed: gone.length,
    moved: moves.length,
  };
}

/** All events of some visitors, and the visitor that comes behind them. */
async function readEvents(
  db: Queryable,
  projectId: number,
  from: number,
): Promise<{ events: statements.RawEvent[]; next: number | null }> {
  const events = await statements.eventsFrom(db, projectId, from, CHUNK + 1);
  const last = events.at(-1);
  if (!last || events.length <= CHUNK) return { events, next: null };
  // The last visitor may have more of them.
  const whole = events.filter(({ visitorId }) => visitorId < last.visitorId);
  if (whole.length > 0) return { events: whole, next: last.visitorId };
  return {
    events: await statements.eventsFrom(db, projectId, last.visitorId, null),
    next: last.visitorId + 1,
  };
}

async function planChunk(
  db: Queryable,
  projectId: number,
  events: readonly statements.RawEvent[],
  stored: ReadonlyMap<string, statements.VisitRow>,
) {
  const ids = new Set(events.flatMap(({ visitId }) => visitId ?? []));
  const unknown = [...ids].filter((id) => !stored.has(id));
  const taken = unknown.length > 0 ? await statements.takenIds(db, projectId, unknown) : [];
  const highest = unknown.reduce(
    (highest, id) => (BigInt(id) > highest ? BigInt(id) : highest),
    await ingest.highestVisitId(db, projectId),
  );
  return rebuildVisits(events, stored, new Set(taken), highest);
}

async function write(
  db: Queryable,
  projectId: number,
  {
    wrong,
    gone,
    moves,
    left,
  }: {
    wrong: readonly statements.VisitRow[];
    gone: readonly statements.VisitRow[];
    moves: { key: string; at: number; visitId: string }[];
    /** As they were: visits that are no more, or begin on another day. */
    left: readonly statements.VisitRow[];
  },
): Promise<void> {
  const locked = await ingest.lockRevision(db, projectId);
  if (locked === null) throw new ProjectGoneError(`project ${projectId} does not exist`);
  const { revision } = locked;
  if (gone.length > 0)
    await ingest.removeVisits(
      db,
      projectId,
      gone.map(({ id }) => id),
    );
  if (wrong.length > 0) {
    await ingest.upsertVisits(
      db,
      wrong.map((row) => statements.visitRecord(row, projectId, revision)),
    );
    await ingest.noteChanges(
      db,
      projectId,
      revision,
      wrong.map(({ id }) => id),
    );
  }
  if (moves.length > 0) await ingest.moveEvents(db, projectId, moves);
  if (left.length > 0)
    await ingest.noteRemovals(
      db,
      projectId,
      revision,
      left.map((row) => ({ id: row.id, startedAt: row.started_at })),
    );
}

/** The end of a stretch of about SLICE events; null where they end before. */
async function sliceEnd(db: Queryable, projectId: number, from: Date): Promise<Date | null> {
  const end = await statements.eventAfter(db, projectId, from, SLICE);
  // Timestamps are whole milliseconds, and a slice has all events of its own.
  return end && new Date(Math.max(end.getTime(), from.getTime() + 1));
}

/** What is derived from events one by one: read in the order of time, without keeping anybody waiting. */
async function rebuildKeysAndNames(
  store: Store,
  projectId: number,
  counts: RebuildCounts,
  { onProgress, signal }: RebuildOptions,
): Promise<void> {
  const { pool } = store;
  const since = (await ingest.revisionOf(pool, projectId)) ?? '0';
  const time = await statements.timeOfEvents(pool, projectId);
  const seen: statements.SeenName[] = [];
  let events = 0;
  for (let from = time?.first ?? null; from && time; ) {
    if (signal?.aborted) return;
    const to = await sliceEnd(pool, projectId, from);
    counts.keys += await statements.claimMissingKeys(pool, projectId, from, to);
    const names = await statements.namesBetween(pool, projectId, from, to);
    seen.push(...names);
    events += names.reduce((sum, name) => sum + name.events, 0);
    onProgress?.({
      stage: 'event ids and names',
      done: (to ?? time.last).getTime() - time.first.getTime(),
      total: time.last.getTime() - time.first.getTime(),
      events,
    });
    from = to;
  }
  await store.transaction(async (db) => {
    if (!(await statements.lockProject(db, projectId)))
      throw new ProjectGoneError(`project ${projectId} does not exist`);
    // Those that were stored while this was reading, behind the place where it was.
    seen.push(...(await statements.namesSince(db, projectId, since)));
    await statements.setSeen(db, projectId, seen);
  });
}
