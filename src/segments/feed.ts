import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { buildSegment, idOf, revisionOf, startOf, type VisitTuple } from './build.ts';
import { copyTuples, streamTuples } from './copy.ts';
import { dayOf } from './fields.ts';
import { decodeSegment, FORMAT, type Segment } from './format.ts';
import { placeOf } from './scan/rows.ts';
import * as statements from './sql.ts';

// Past this many changed visits, reading them one by one costs more than statistics in SQL do (about 4 µs each), and
// they belong into segments.
const MOST_CHANGED = 50_000;
// A compaction writes each changed day whole: it waits until that is worth it.
export const COMPACT_VISITS = 2_000;
const COMPACT_SHARE = 0.05;
// Projects that need all the room there is can drive one another's segments out while they are loaded.
const ATTEMPTS = 3;

/** Visits to scan: a stored segment, or those visits of its day that are newer. */
export interface Part {
  /** Tells the columns from all others. */
  key: string;
  day: number;
  columns: SharedArrayBuffer;
  /** A byte for each visit, 0 where a newer part has it; null where all count. */
  alive: SharedArrayBuffer | null;
}

/** All that a question about some days reads, as of one revision. */
export interface Parts {
  parts: Part[];
  /** The state of the project that they are of. */
  revision: number;
  complete: number;
  /** The latest revision that changed any of the days: the same days with the same version hold the same visits. */
  version: number;
  /** Whether enough has changed since the segments were written to write them anew. */
  compact: boolean;
}

/** Why a question cannot be answered from segments (yet). */
export type Refusal = 'gone' | 'behind' | 'too large';

interface Base {
  revision: number;
  columns: SharedArrayBuffer;
  segment: Segment;
}

/** The stored segments that are in memory, of all projects, the least recently used dropped first. */
export type Bases = LRUCache<string, Base>;

export const createBases = (maxBytes: number, onDropped: (key: string) => void): Bases =>
  new LRUCache<string, Base>({
    maxSize: maxBytes,
    sizeCalculation: ({ columns }) => columns.byteLength,
    dispose: ({ revision }, key) => onDropped(`${key}@${revision}`),
  });

/** What changed on a day after its segment was written, by visit id. */
interface Changes {
  /** The revision of the latest change. */
  revision: number;
  visits: Map<number, VisitTuple>;
  /** Visits that left the day, and at which revision. */
  gone: Map<number, number>;
}

/**
 * One project's visits as a reader needs them: the stored segments, and over them the visits that changed since. It
 * follows the project's revision; the newest stored event is in it.
 */
export class Feed {
  private readonly pool: pg.Pool;
  private readonly projectId: number;
  private readonly bases: Bases;
  private readonly onDropped: (key: string) => void;
  private revision = -1;
  private complete = -1;
  private stored = new Map<number, statements.StoredSegment>();
  private changes = new Map<number, Changes>();
  private fresh = new Map<number, Part>();
  private masks = new Map<number, SharedArrayBuffer | null>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(pool: pg.Pool, projectId: number, bases: Bases, onDropped: (key: string) => void) {
    this.pool = pool;
    this.projectId = projectId;
    this.bases = bases;
    this.onDropped = onDropped;
  }

  /**
   * What a question about the days reads, as of the given state of the project or a later one. One at a time: each goes
   * on from where the former one left off.
   */
  parts(from: number, to: number, state: statements.ProjectState): Promise<Parts | Refusal> {
    const parts = this.turn.then(() => this.read(from, to, state));
    this.turn = parts.catch(() => undefined);
    return parts;
  }

  /** Forgets all that is held. */
  clear(): void {
    for (const { key } of this.fresh.values()) this.onDropped(key);
    for (const day of this.stored.keys()) this.bases.delete(this.baseKey(day));
    this.fresh.clear();
  }

  private reset(): void {
    this.clear();
    this.changes.clear();
    this.masks.clear();
    this.revision = -1;
  }

  private async read(from: number, to: number, state: statements.ProjectState): Promise<Parts | Refusal> {
    const usable = state.format === null || state.format === FORMAT;
    if (!usable) return 'behind';
    const current = state.revision <= this.revision && state.complete === this.complete;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if ((!current && attempt === 0) || this.missing(from, to).length > 0) {
        const refusal = await this.snapshot((client) => this.refresh(client, from, to));
        if (refusal) return refusal;
      }
      if (this.missing(from, to).length === 0) return this.collect(from, to);
    }
    return 'too large';
  }

  private async snapshot<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin isolation level repeatable read read only');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      // A COPY that was left half-way leaves the connection in no known state.
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async refresh(client: pg.PoolClient, from: number, to: number): Promise<Refusal | null> {
    const state = await statements.readState(client, this.projectId);
    if (!state) return 'gone';
    // Segments were thrown away: what was forgotten because they had it is needed again.
    if (state.complete < this.complete) this.reset();
    const since = Math.max(this.revision, state.complete);
    if (state.revision > since) {
      const changed = await statements.changedSince(client, this.projectId, since, MOST_CHANGED + 1);
      if (changed > MOST_CHANGED) return 'behind';
    }
    if (state.complete !== this.complete) await this.resync(client, state.complete);
    if (state.revision > since) {
      await statements.setScope(client, this.projectId, { since });
      const tuples = await copyTuples(client, statements.visitsSince(since));
      this.apply(await statements.removalsSince(client, this.projectId, since), tuples);
    }
    this.revision = state.revision;
    return this.load(client, from, to);
  }

  /** Segments were written since: what they hold is dropped from the changes. */
  private async resync(client: pg.PoolClient, complete: number): Promise<void> {
    const former = this.stored;
    const stored = await statements.storedSegments(client, this.projectId);
    this.stored = new Map(stored.map((segment) => [segment.day, segment]));
    this.complete = complete;
    for (const day of former.keys()) {
      const base = this.bases.peek(this.baseKey(day));
      if (base && base.revision !== this.stored.get(day)?.revision) this.bases.delete(this.baseKey(day));
    }
    for (const day of this.changes.keys()) {
      this.settle(day, Math.max(complete, this.stored.get(day)?.revision ?? 0));
    }
  }

  private apply(removals: readonly { day: number; id: number; revision: number }[], tuples: VisitTuple[]) {
    for (const { day, id, revision } of removals) {
      const changes = this.changed(day, revision);
      changes.visits.delete(id);
      changes.gone.set(id, revision);
    }
    for (const tuple of tuples)
      this.changed(dayOf(startOf(tuple)), revisionOf(tuple)).visits.set(idOf(tuple), tuple);
  }

  private changed(day: number, revision: number): Changes {
    const changes = this.changes.get(day) ?? { revision, visits: new Map(), gone: new Map() };
    changes.revision = Math.max(changes.revision, revision);
    this.changes.set(day, changes);
    this.outdate(day);
    return changes;
  }

  /** Forgets the changes that the day's segment has. */
  private settle(day: number, until: number): void {
    const changes = this.changes.get(day);
    if (changes) {
      for (const [id, tuple] of changes.visits) if (revisionOf(tuple) <= until) changes.visits.delete(id);
      for (const [id, revision] of changes.gone) if (revision <= until) changes.gone.delete(id);
      if (changes.revision <= until) this.changes.delete(day);
    }
    this.outdate(day);
  }

  private outdate(day: number): void {
    const part = this.fresh.get(day);
    if (part) this.onDropped(part.key);
    this.fresh.delete(day);
    this.masks.delete(day);
  }

  private baseKey = (day: number): string => `${this.projectId}/${day}`;

  /** The days that have stored segments which are not in memory. */
  private missing(from: number, to: number): number[] {
    return [...this.stored.keys()].filter(
      (day) => day >= from && day <= to && !this.bases.has(this.baseKey(day)),
    );
  }

  private async load(client: pg.PoolClient, from: number, to: number): Promise<Refusal | null> {
    const needed = [...this.stored.values()].filter(({ day }) => day >= from && day <= to);
    if (needed.reduce((sum, { bytes }) => sum + bytes, 0) > this.bases.maxSize) return 'too large';
    // Those that are held are used now: others go first.
    for (const { day } of needed) this.bases.get(this.baseKey(day));
    const days = this.missing(from, to);
    const gone = new Set(days);
    if (days.length > 0) {
      await statements.setScope(client, this.projectId, { days });
      for await (const tuples of streamTuples(client, statements.SEGMENTS_OF_DAYS))
        for (const tuple of tuples) gone.delete(this.hold(tuple));
    }
    // Written anew since, and without visits.
    for (const day of gone) this.stored.delete(day);
    return null;
  }

  /** Returns the day. Fields: day (4 bytes), revision (8), columns, each after its length. */
  private hold(tuple: Buffer): number {
    const day = tuple.readInt32BE(4);
    const revision = Number(tuple.readBigInt64BE(12));
    const bytes = tuple.subarray(24);
    const columns = new SharedArrayBuffer(bytes.length);
    new Uint8Array(columns).set(bytes);
    this.bases.set(this.baseKey(day), { revision, columns, segment: decodeSegment(columns) });
    // It can be newer than `complete`: another process is writing segments day by day.
    this.settle(day, revision);
    return day;
  }

  private collect(from: number, to: number): Parts {
    const parts: Part[] = [];
    let version = 0;
    let [changed, held] = [0, 0];
    for (const { visits } of this.changes.values()) changed += visits.size;
    for (const day of new Set([...this.stored.keys(), ...this.changes.keys()])) {
      const changes = this.changes.get(day);
      if (changes) held += this.stored.get(day)?.visits ?? 0;
      if (day < from || day > to) continue;
      const base = this.bases.get(this.baseKey(day));
      const revisions = [changes?.revision, base?.revision, this.stored.get(day)?.revision];
      version = Math.max(version, ...revisions.map((revision) => revision ?? 0));
      if (base) {
        const key = `${this.baseKey(day)}@${base.revision}`;
        parts.push({ key, day, columns: base.columns, alive: this.mask(day, base, changes) });
      }
      if (changes && changes.visits.size > 0) parts.push(this.freshPart(day, changes));
    }
    parts.sort((a, b) => a.day - b.day);
    const { revision, complete } = this;
    return {
      parts,
      revision,
      complete,
      version,
      compact: changed > Math.max(COMPACT_VISITS, held * COMPACT_SHARE),
    };
  }

  private freshPart(day: number, changes: Changes): Part {
    const held = this.fresh.get(day);
    if (held) return held;
    const columns = buildSegment(day, [...changes.visits.values()]);
    // The same day at the same revision is built again when segments were written: a revision would not tell the two.
    const part: Part = { key: `${this.baseKey(day)}+${randomUUID()}`, day, columns, alive: null };
    this.fresh.set(day, part);
    return part;
  }

  private mask(day: number, { segment }: Base, changes: Changes | undefined): SharedArrayBuffer | null {
    if (!changes) return null;
    const known = this.masks.get(day);
    if (known !== undefined) return known;
    let mask: Uint8Array | null = null;
    for (const ids of [changes.visits.keys(), changes.gone.keys()]) {
      for (const id of ids) {
        const row = rowOf(segment, id);
        if (row === null) continue;
        mask ??= new Uint8Array(new SharedArrayBuffer(segment.visits)).fill(1);
        mask[row] = 0;
      }
    }
    const shared = mask && (mask.buffer as SharedArrayBuffer);
    this.masks.set(day, shared);
    return shared;
  }
}

/** The row of a visit; null where the segment does not have it. */
const rowOf = ({ ids, idRows, firstId }: Segment, id: number): number | null =>
  idRows[placeOf(ids, id - firstId)] ?? null;
