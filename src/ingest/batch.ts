import { type Touched, UNTOUCHED } from '../live/touched.ts';
import type { Queryable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { keepBots } from './bots.sql.ts';
import { countParcels } from './count.ts';
import type { PreparedEvent } from './event.ts';
import { nextRevision } from './memory.ts';
import type { Parcel } from './parcel.ts';
import { type Plan, planBatch, type WriterCaches } from './plan.ts';
import { dayOf } from './prepare.ts';
import * as statements from './sql.ts';
import { claimKeys, lockAndClaim, lockProject, writeAtOnce, writeBatch } from './write.sql.ts';

/** An event as it was stored. */
export interface StoredEvent {
  id: string;
  timestamp: number;
}

/** What a batch stored, as those who watch are told. */
export interface StoredBatch {
  /** The project's revision with it; 0 where it left that as it was. */
  revision: number;
  events: StoredEvent[];
  touched: Touched;
}

/** Told of each batch that stored something, after its commit. */
export type OnStored = (projectId: number, batch: StoredBatch) => void;

export interface BatchResult {
  /** What was stored now; the rest had been stored before. */
  stored: StoredBatch;
  /** Of each parcel, how many of its events were. */
  fresh: number[];
}

/** Parcels that are stored only if they still have to be, which the transaction finds out. */
export interface BatchOptions {
  /** Those to store, given up to where the project's queue was stored before. */
  choose?: (db: Queryable, position: string | null) => readonly Parcel[] | Promise<readonly Parcel[]>;
  /** Up to where the queue is stored with this batch. */
  position?: string;
}

/** The batch's project does not exist (any more). */
export class ProjectGoneError extends Error {}

/**
 * Stores one project's parcels in one transaction: each event id once, visits as the definition says, what is counted,
 * the project's revision raised where an event is new. Whoever returns from here is on disk.
 */
export async function storeBatch(
  store: Store,
  projectId: number,
  parcels: readonly Parcel[],
  caches: WriterCaches,
  options: BatchOptions = {},
): Promise<BatchResult> {
  await ensurePartitions(
    store.pool,
    parcels.flatMap(({ events }) => events),
    caches.months,
  );
  return (
    (options.choose ? null : await storeAtOnce(store, projectId, parcels, caches)) ??
    storeStepByStep(store, projectId, parcels, caches, options)
  );
}

/**
 * As long as nobody else writes to the project, all of it is one statement, planned before it is locked: null, and nothing
 * stored, where it turns out that somebody did, that an event is there already, or that there is more to do.
 */
async function storeAtOnce(
  { pool }: Store,
  projectId: number,
  parcels: readonly Parcel[],
  caches: WriterCaches,
): Promise<BatchResult | null> {
  const doubts = caches.doubts.get(projectId) ?? 0;
  if (doubts > 0) {
    caches.doubts.set(projectId, doubts - 1);
    return null;
  }
  const revision = nextRevision(caches.memory, projectId);
  const events = [...eventsById(parcels).values()];
  if (revision === null || events.length === 0 || parcels.some(({ bots }) => bots.length > 0)) return null;
  // What is read while somebody else writes need not fit together. An error that lasts is met again under the lock.
  const plan = await planBatch(pool, projectId, revision, events, caches, { locked: false }).catch(
    () => null,
  );
  if (plan === null || Object.values(plan.rest).some((rest) => rest.length > 0)) return null;
  const { fresh, minutes } = countParcels(parcels, events, new Set());
  const ids = events.map(({ id }) => id);
  const outcome = await writeAtOnce(pool, projectId, ids, { ...plan.rows, counts: minutes });
  if (outcome === 'outdated') caches.doubts.set(projectId, DOUBTS);
  if (outcome !== 'written') return null;
  plan.publish();
  return { stored: storedBy(plan, events), fresh: parcels.map((parcel) => fresh.get(parcel) ?? 0) };
}

// Batches that are stored step by step after one that was outdated: whoever else writes to the project goes on doing so.
const DOUBTS = 20;

async function storeStepByStep(
  store: Store,
  projectId: number,
  parcels: readonly Parcel[],
  caches: WriterCaches,
  options: BatchOptions,
): Promise<BatchResult> {
  const outcome = await store.transaction(async (db) => {
    const begun = await begin(db, projectId, parcels, options);
    if (begun === null) throw new ProjectGoneError(`project ${projectId} does not exist`);
    const { revision, left, events } = begun;
    const bots = left.flatMap((parcel) => parcel.bots);
    const kept = bots.length > 0 ? await keepBots(db, projectId, bots) : new Set<string>();
    const counted = countParcels(left, events, kept);
    const common = {
      counts: counted.minutes,
      position: left.length > 0 ? (options.position ?? null) : null,
    };
    const fresh = parcels.map((parcel) => counted.fresh.get(parcel) ?? 0);
    if (events.length === 0) {
      // Answers that are kept by the revision stay good.
      if (left.length > 0) await writeBatch(db, projectId, { ...NOTHING, ...common });
      return { stored: { revision: 0, events: [], touched: UNTOUCHED }, fresh, publish: () => undefined };
    }
    const plan = await planBatch(db, projectId, revision, events, caches, { locked: true });
    await writeBatch(db, projectId, { ...plan.rows, ...common });
    await writeRest(db, projectId, revision, plan.rest);
    return { stored: storedBy(plan, events), fresh, publish: plan.publish };
  });
  outcome.publish();
  return { stored: outcome.stored, fresh: outcome.fresh };
}

const NOTHING = { visitors: [], events: [], visits: [], grown: [], seen: [], revision: null };

async function writeRest(
  db: Queryable,
  projectId: number,
  revision: string,
  { joins, adopted, moves, removed, left }: Plan['rest'],
): Promise<void> {
  if (joins.length > 0) await statements.joinVisitors(db, projectId, joins);
  if (adopted.length > 0) await statements.adoptEvents(db, projectId, adopted);
  if (moves.length > 0) await statements.moveEvents(db, projectId, moves);
  if (removed.length > 0) await statements.removeVisits(db, projectId, removed);
  if (left.length > 0) await statements.noteRemovals(db, projectId, revision, left);
}

const storedBy = ({ rows, touched }: Plan, events: readonly PreparedEvent[]): StoredBatch => ({
  revision: Number(rows.revision),
  events: events.flatMap(({ id, timestamp, joinsOnly }) => (joinsOnly ? [] : [{ id, timestamp }])),
  touched,
});

async function ensurePartitions(
  db: Queryable,
  batch: readonly PreparedEvent[],
  known: Set<string>,
): Promise<void> {
  for (const day of new Set(batch.map(({ timestamp }) => dayOf(timestamp)))) {
    const month = new Date(day).toISOString().slice(0, 7);
    if (known.has(month)) continue;
    await statements.ensurePartition(db, new Date(day));
    known.add(month);
  }
}

/** Locks the project: its revision with this batch, the parcels that are to be stored, and their events that no one had. */
async function begin(
  db: Queryable,
  projectId: number,
  parcels: readonly Parcel[],
  { choose }: BatchOptions,
): Promise<{ revision: string; left: readonly Parcel[]; events: PreparedEvent[] } | null> {
  if (choose) {
    const locked = await lockProject(db, projectId);
    if (locked === null) return null;
    const left = await choose(db, locked.position);
    const byId = eventsById(left);
    const claimed = byId.size > 0 ? await claimKeys(db, projectId, [...byId.keys()]) : [];
    return { revision: locked.revision, left, events: only(byId, claimed) };
  }
  const byId = eventsById(parcels);
  const locked = await lockAndClaim(db, projectId, [...byId.keys()]);
  return locked && { revision: locked.revision, left: parcels, events: only(byId, locked.claimed) };
}

function eventsById(parcels: readonly Parcel[]): Map<string, PreparedEvent> {
  const byId = new Map<string, PreparedEvent>();
  for (const { events } of parcels)
    for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return byId;
}

/** The events of some ids, in the order that they came in. */
function only(byId: ReadonlyMap<string, PreparedEvent>, ids: readonly string[]): PreparedEvent[] {
  if (ids.length === byId.size) return [...byId.values()];
  const wanted = new Set(ids);
  return [...byId.values()].filter(({ id }) => wanted.has(id));
}
