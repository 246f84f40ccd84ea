import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { buildSegment, idOf, revisionOf, startOf, type VisitTuple } from './build.ts';
import { copyTuples, streamTuples } from './copy.ts';
import { dayOf } from './fields.ts';
import { FORMAT, isReadable } from './format.ts';
import { blockOf, type Extent, wholeDays } from './layout.ts';
import { type Base, CHANGE_BYTES, DAY_BYTES, LISTED_BYTES, type Memory } from './memory.ts';
import { placeOf } from './scan/rows.ts';
import * as statements from './sql.ts';

// Past this many changed visits, reading them one by one costs more than statistics in SQL do (about 4 µs each), and
// they belong into segments.
const MOST_CHANGED = 50_000;
// A compaction writes each changed segment whole: it waits until that is worth it.
export const COMPACT_VISITS = 2_000;
const COMPACT_SHARE = 0.05;
const MOST_SHARED = MOST_CHANGED / 4;
// Days of a block with no more changed visits than this share a part: parts cost more than what they hold.
const SMALL_DAY = 256;
// Projects that need all the room there is can drive one another's segments out while they are loaded.
const ATTEMPTS = 3;

/** Visits to scan: a stored segment, or visits that are newer. */
export interface Part {
  /** Tells the columns from all others. */
  key: string;
  /** The UTC day that its times are counted from. */
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

/** What changed on a day after its segment was written, by visit id. */
interface Changes {
  /** The revision of the latest change. */
  revision: number;
  visits: Map<number, VisitTuple>;
  /** What the visits take of memory. */
  bytes: number;
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
  private readonly memory: Memory;
  private readonly onDropped: (key: string) => void;
  private revision = -1;
  private complete = -1;
  private layout = -1;
  /** By their names in memory. */
  private stored = new Map<string, statements.StoredSegment>();
  private changes = new Map<number, Changes>();
  /** By day, or by block where days share one. */
  private fresh = new Map<string, Part>();
  /** By block, then by segment. */
  private masks = new Map<number, Map<string, SharedArrayBuffer | null>>();
  private turn: Promise<unknown> = Promise.resolve();
  private reading = false;
  private evicted = false;

  constructor(pool: pg.Pool, projectId: number, memory: Memory, onDropped: (key: string) => void) {
    this.pool = pool;
    this.projectId = projectId;
    this.memory = memory;
    this.onDropped = onDropped;
  }

  /**
   * What a question about the days reads, as of the given state of the project or a later one. One at a time: each goes
   * on from where the former one left off.
   */
  parts(from: number, to: number, state: statements.ProjectState): Promise<Parts | Refusal> {
    const parts = this.turn.then(async () => {
      this.reading = true;
      try {
        return await this.read(from, to, state);
      } finally {
        this.reading = false;
        if (this.evicted) this.clear();
      }
    });
    this.turn = parts.catch(() => undefined);
    return parts;
  }

  /** Forgets all that is held. */
  clear(): void {
    for (const { key } of this.fresh.values()) this.onDropped(key);
    for (const name of this.stored.keys()) this.memory.drop(name);
    this.fresh.clear();
    this.masks.clear();
    this.changes.clear();
    this.stored.clear();
    [this.revision, this.complete, this.layout] = [-1, -1, -1];
    this.evicted = false;
    this.memory.drop(this.ownName);
  }

  private async read(from: number, to: number, state: statements.ProjectState): Promise<Parts | Refusal> {
    if (!isReadable(state.format)) return 'behind';
    const current = state.revision <= this.revision && state.complete === this.complete;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if ((!current && attempt === 0) || this.revision < 0 || this.missing(from, to).length > 0) {
        const refusal = await this.snapshot((client) => this.refresh(client, from, to));
        if (refusal) return refusal;
      }
      if (this.evicted) this.clear();
      else if (this.missing(from, to).length === 0) {
        const parts = this.collect(from, to, state.format);
        // Its own changes and newest parts can be all that there is room for.
        if (this.count() && this.missing(from, to).length === 0) return parts;
      }
    }
    return 'too large';
  }

  /** Counts what is held beside stored segments; false, and all forgotten, where there is no room for it. */
  private count(): boolean {
    const bytes = this.ownBytes();
    if (bytes > this.memory.maxBytes) this.clear();
    else
      this.memory.count(this.ownName, bytes, () => {
        if (this.reading) this.evicted = true;
        else this.clear();
      });
    return this.revision >= 0 && !this.evicted;
  }

  private ownBytes(): number {
    let bytes = this.stored.size * LISTED_BYTES;
    for (const changes of this.changes.values()) bytes += DAY_BYTES + changes.bytes;
    for (const { columns } of this.fresh.values()) bytes += this.memory.sizeOf(columns.byteLength);
    for (const masks of this.masks.values())
      for (const mask of masks.values()) bytes += mask?.byteLength ?? 0;
    return bytes;
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
    if (state.complete < this.complete) this.clear();
    const since = Math.max(this.revision, state.complete);
    if (state.revision > since) {
      const changed = await statements.changedSince(client, this.projectId, since, MOST_CHANGED + 1);
      if (changed > MOST_CHANGED) return 'behind';
    }
    if (state.complete !== this.complete || state.layout !== this.layout) await this.resync(client, state);
    if (state.revision > since) {
      await statements.setScope(client, this.projectId, { since });
      const tuples = await copyTuples(client, statements.visitsSince(since));
      this.apply(await statements.removalsSince(client, this.projectId, since), tuples);
    }
    this.revision = state.revision;
    return this.load(client, from, to);
  }

  /** Segments were written since: what they hold is dropped from the changes. */
  private async resync(
    client: pg.PoolClient,
    { complete, layout }: Pick<statements.ProjectState, 'complete' | 'layout'>,
  ): Promise<void> {
    const former = this.stored;
    const stored = await statements.storedSegments(client, this.projectId);
    this.stored = new Map(stored.map((segment) => [this.nameOf(segment), segment]));
    [this.complete, this.layout] = [complete, layout];
    for (const name of former.keys()) {
      const base = this.memory.peekBase(name);
      if (base && base.revision !== this.stored.get(name)?.revision) this.memory.drop(name);
    }
    this.masks.clear();
    for (const day of [...this.changes.keys()]) this.settle(wholeDays(day, 1), complete);
    for (const segment of stored) if (segment.revision > complete) this.settle(segment, segment.revision);
  }

  private apply(removals: readonly { day: number; id: number; revision: number }[], tuples: VisitTuple[]) {
    for (const { day, id, revision } of removals) {
      const changes = this.changed(day, revision);
      forget(changes, id);
      changes.gone.set(id, revision);
    }
    for (const tuple of tuples) {
      const changes = this.changed(dayOf(startOf(tuple)), revisionOf(tuple));
      forget(changes, idOf(tuple));
      // What was read with it would stay in memory else.
      changes.visits.set(idOf(tuple), Buffer.from(tuple));
      changes.bytes += tuple.length + CHANGE_BYTES;
    }
  }

  private changed(day: number, revision: number): Changes {
    const changes = this.changes.get(day) ?? { revision, visits: new Map(), bytes: 0, gone: new Map() };
    changes.revision = Math.max(changes.revision, revision);
    this.changes.set(day, changes);
    this.outdate(day);
    return changes;
  }

  /** Forgets the changes that a segment has. */
  private settle({ day: from, days, firstVisit, beforeVisit }: Extent, until: number): void {
    const isOf = (id: number): boolean => id >= firstVisit && id < beforeVisit;
    for (let day = from; day < from + days; day++) {
      const changes = this.changes.get(day);
      if (!changes) continue;
      for (const [id, tuple] of changes.visits)
        if (isOf(id) && revisionOf(tuple) <= until) forget(changes, id);
      for (const [id, revision] of changes.gone) if (isOf(id) && revision <= until) changes.gone.delete(id);
      if (changes.visits.size === 0 && changes.gone.size === 0 && changes.revision <= until)
        this.changes.delete(day);
      this.outdate(day);
    }
  }

  private outdate(day: number): void {
    const block = blockOf(day);
    for (const name of [`${day}`, `block ${block}`]) {
      const part = this.fresh.get(name);
      if (part) this.onDropped(part.key);
      this.fresh.delete(name);
    }
    this.masks.delete(block);
  }

  private get ownName(): string {
    return `${this.projectId}`;
  }

  /** Segments of the same name at the same revision hold the same visits. */
  private nameOf = ({ day, days, firstVisit, beforeVisit }: Extent): string =>
    `${this.projectId}/${day}+${days}.${firstVisit}-${beforeVisit}`;

  /** The stored segments that have visits of the days. */
  private needed(from: number, to: number): statements.StoredSegment[] {
    return [...this.stored.values()].filter(({ day, days }) => day <= to && day + days > from);
  }

  /** Those that are not in memory. */
  private missing(from: number, to: number): statements.StoredSegment[] {
    return this.needed(from, to).filter((segment) => !this.memory.peekBase(this.nameOf(segment)));
  }

  private async load(client: pg.PoolClient, from: number, to: number): Promise<Refusal | null> {
    const needed = this.needed(from, to);
    const bytes = needed.reduce((sum, segment) => sum + this.memory.sizeOf(segment.bytes), 0);
    if (bytes + this.ownBytes() > this.memory.maxBytes) return 'too large';
    // What is held is used now: others go first.
    this.memory.use(this.ownName);
    for (const segment of needed) this.memory.base(this.nameOf(segment));
    const missing = this.missing(from, to);
    const gone = new Map(missing.map((segment) => [keyOf(segment), segment]));
    if (missing.length > 0) {
      await statements.setScope(client, this.projectId, {
        days: missing.map(({ day }) => day),
        visits: missing.map(({ firstVisit }) => firstVisit),
      });
      for await (const tuples of streamTuples(client, statements.STORED_SEGMENTS))
        for (const tuple of tuples) this.hold(tuple, gone);
    }
    // Written anew since, and without visits.
    for (const segment of gone.values()) this.stored.delete(this.nameOf(segment));
    return null;
  }

  /** Takes one of the segments that are missing. Fields: day (4 bytes), first visit (8), revision (8), columns, each after its length. */
  private hold(tuple: Buffer, missing: Map<string, statements.StoredSegment>): void {
    const key = keyOf({ day: tuple.readInt32BE(4), firstVisit: Number(tuple.readBigInt64BE(12)) });
    const segment = missing.get(key);
    if (!segment) return;
    missing.delete(key);
    const revision = Number(tuple.readBigInt64BE(24));
    const bytes = tuple.subarray(36);
    const columns = new SharedArrayBuffer(bytes.length);
    new Uint8Array(columns).set(bytes);
    const name = this.nameOf(segment);
    this.memory.hold(name, revision, columns, () => this.onDropped(`${name}@${revision}`));
    // It can be newer than `complete`: another process is writing segments one by one.
    this.settle(segment, revision);
  }

  private collect(from: number, to: number, format: number | null): Parts {
    const parts: Part[] = [];
    let version = 0;
    let [changed, held] = [0, 0];
    for (const [day, changes] of this.changes) {
      changed += changes.visits.size;
      if (day >= from && day <= to) version = Math.max(version, changes.revision);
    }
    for (const [name, segment] of this.stored) {
      if (this.hasChanges(segment)) held += segment.visits;
      if (segment.day > to || segment.day + segment.days <= from) continue;
      const base = this.memory.base(name);
      version = Math.max(version, segment.revision, base?.revision ?? 0);
      if (!base) continue;
      const alive = this.mask(name, segment, base);
      parts.push({ key: `${name}@${base.revision}`, day: segment.day, columns: base.columns, alive });
    }
    parts.push(...this.freshParts(from, to));
    parts.sort((a, b) => a.day - b.day);
    const { revision, complete } = this;
    const most = Math.max(COMPACT_VISITS, Math.min(held * COMPACT_SHARE, MOST_SHARED));
    const isFormer = format !== null && format !== FORMAT;
    return { parts, revision, complete, version, compact: changed > most || isFormer };
  }

  private hasChanges({ day, days }: Extent): boolean {
    for (let changed = day; changed < day + days; changed++) if (this.changes.has(changed)) return true;
    return false;
  }

  /** The visits that are newer than segments: of each day, or of the days of a block that have few. */
  private freshParts(from: number, to: number): Part[] {
    const groups = new Map<string, { day: number; visits: Changes['visits'][] }>();
    for (const [day, { visits }] of this.changes) {
      const block = blockOf(day);
      const isSmall = visits.size <= SMALL_DAY;
      if (visits.size === 0 || day < (isSmall ? blockOf(from) : from)) continue;
      if (isSmall ? block > to : day > to) continue;
      const name = isSmall ? `block ${block}` : `${day}`;
      const group = groups.get(name) ?? { day: isSmall ? block : day, visits: [] };
      group.visits.push(visits);
      groups.set(name, group);
    }
    return [...groups].map(([name, { day, visits }]) => this.freshPart(name, day, visits));
  }

  private freshPart(name: string, day: number, visits: readonly Changes['visits'][]): Part {
    const held = this.fresh.get(name);
    if (held) return held;
    const columns = buildSegment(
      day,
      visits.flatMap((ofDay) => [...ofDay.values()]),
    );
    // The same days at the same revision are built again when segments were written: a revision would not tell the two.
    const part: Part = { key: `${this.projectId}/${day}+${randomUUID()}`, day, columns, alive: null };
    this.fresh.set(name, part);
    return part;
  }

  private mask(name: string, segment: Extent, { rows }: Base): SharedArrayBuffer | null {
    const block = blockOf(segment.day);
    const masks = this.masks.get(block) ?? new Map<string, SharedArrayBuffer | null>();
    this.masks.set(block, masks);
    const known = masks.get(name);
    if (known !== undefined) return known;
    let mask: Uint8Array | null = null;
    for (let day = segment.day; day < segment.day + segment.days; day++) {
      const changes = this.changes.get(day);
      for (const ids of changes ? [changes.visits.keys(), changes.gone.keys()] : []) {
        for (const id of ids) {
          const row = rowOf(rows, id);
          if (row === null) continue;
          mask ??= new Uint8Array(new SharedArrayBuffer(rows.visits)).fill(1);
          mask[row] = 0;
        }
      }
    }
    const shared = mask && (mask.buffer as SharedArrayBuffer);
    masks.set(name, shared);
    return shared;
  }
}

/** What tells a segment from others of the project that are stored at the same time. */
const keyOf = ({ day, firstVisit }: Pick<Extent, 'day' | 'firstVisit'>): string => `${day}.${firstVisit}`;

function forget(changes: Changes, id: number): void {
  const tuple = changes.visits.get(id);
  if (!tuple) return;
  changes.bytes -= tuple.length + CHANGE_BYTES;
  changes.visits.delete(id);
}

/** The row of a visit; null where the segment does not have it. */
const rowOf = ({ ids, idRows, firstId }: Base['rows'], id: number): number | null =>
  idRows[placeOf(ids, id - firstId)] ?? null;
