import { LRUCache } from 'lru-cache';
import { decodeRows, type Rows } from './format.ts';

// What segments take of memory, in all threads together. Measured by tests/segment-memory.test.ts.

// Columns: the block of shared memory, what the feed knows of it, and what the event loop and the feed need to share it.
const SHARED_BYTES = 3_500;
/** A thread that scans has a view of each column. */
export const VIEWS_BYTES = 5_500;
/** A changed visit that is held beside its bytes: the buffer, its place among the day's. */
export const CHANGE_BYTES = 350;
/** A day with changes. */
export const DAY_BYTES = 1_000;
/** What the list of stored segments has of each. */
export const LISTED_BYTES = 250;

/** A stored segment in memory. */
export interface Base {
  revision: number;
  columns: SharedArrayBuffer;
  rows: Rows;
}

interface Held {
  bytes: number;
  base?: Base;
  release: () => void;
}

/**
 * All that is held for questions, of all projects: stored segments, and what each project has beside them. It is counted as
 * what it takes, and bounded: what was not used for the longest time goes first.
 */
export class Memory {
  private readonly held: LRUCache<string, Held>;
  private readonly scanners: number;

  /** @param onDropped is told how many bytes are not held any more */
  constructor(maxBytes: number, scanners: number, onDropped: (bytes: number) => void = () => undefined) {
    this.scanners = scanners;
    this.held = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }) => bytes,
      disposeAfter: ({ base, bytes, release }, _key, reason) => {
        if (reason !== 'set') onDropped(bytes);
        if (reason === 'evict' || (reason === 'delete' && base)) release();
      },
    });
  }

  get maxBytes(): number {
    return this.held.maxSize;
  }

  /** How many bytes are held. */
  get bytes(): number {
    return this.held.calculatedSize;
  }

  /** What columns of so many bytes take. */
  sizeOf(bytes: number): number {
    return bytes + SHARED_BYTES + this.scanners * VIEWS_BYTES;
  }

  /** A stored segment, which is used now. */
  base(name: string): Base | undefined {
    return this.held.get(name)?.base;
  }

  /** What a project holds is used now. */
  use(name: string): void {
    this.held.get(name);
  }

  /** The same without using it. */
  peekBase(name: string): Base | undefined {
    return this.held.peek(name)?.base;
  }

  /** Holds a segment; `release` is called when it is not held any more. */
  hold(name: string, revision: number, columns: SharedArrayBuffer, release: () => void): void {
    // A former one of the same name goes.
    this.held.delete(name);
    const base = { revision, columns, rows: decodeRows(columns) };
    this.held.set(name, { bytes: this.sizeOf(columns.byteLength), base, release });
  }

  drop(name: string): void {
    this.held.delete(name);
  }

  /** Counts what a project holds beside segments, used now; `release` is called when that has to make room. */
  count(name: string, bytes: number, release: () => void): void {
    this.held.set(name, { bytes: Math.max(1, bytes), release });
  }
}
