import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { timedOut } from '../errors.ts';
import type { Scan, ScanResult, ScanResults } from '../stats/scan.ts';
import type { ScanRequest } from '../stats/scan-thread.ts';
import type { Questions } from '../store/questions.ts';
import { type Caller, cancelled } from '../turns/caller.ts';
import { Turns } from '../turns/turns.ts';
import type { Part, Refusal } from './feed.ts';
import type { FeedOptions, FeedRequest, FeedResult } from './feed-thread.ts';
import { DAY, dayOf } from './fields.ts';
import type { Span } from './scan/selection.ts';
import { type ProjectState, readState } from './sql.ts';
import { Stopped, Thread } from './thread.ts';

export interface EngineOptions extends FeedOptions {
  questions: Questions;
  log: Logger;
}

/** All visits that a question reads, as of one revision. */
export interface Snapshot {
  parts: Part[];
  /** The same span with the same version holds the same visits. */
  version: number;
}

/** Answers questions from segments, in threads: nothing of it runs on the event loop. */
export interface Engine {
  /** The visits that have an event in the span; or why there are none to be had. OVERLOADED where too much waits. */
  snapshot(projectId: number, span: Span, caller?: Caller): Promise<Snapshot | Refusal>;
  /** TIMEOUT where it takes too long; OVERLOADED where too much waits. */
  scan<S extends Scan>(
    projectId: number,
    snapshot: Snapshot,
    scan: S,
    caller?: Caller,
  ): Promise<ScanResult<S>>;
  /** What segments take of memory, in bytes as SEGMENT_MEMORY counts them. */
  held(): number;
  /** Starts the threads that answer, ahead of the first question; resolves when they can. */
  warm(): Promise<void>;
  /** Writes the segments of a project's days that changed; resolves when that is done, also where it failed. */
  compact(projectId: number): Promise<void>;
  stop(): Promise<void>;
}

type PanelsScan = Extract<Scan, { ask: 'panels' }>;
// Below this, finding what matches a second time costs more than a second thread saves.
const PANELS_TO_SHARE = 4;

/** What was answered last for some days of a project, while it was in this state. */
interface Latest {
  state: ProjectState;
  snapshot: Snapshot;
}
// The thread that reads has to hear now and then which segments are in use: it drops those that are not.
const LATEST_LIFE = 10_000;
// After which the threads that scan are told what was dropped, where no question did, in milliseconds.
const QUIET = 1_000;
// In all snapshots that are kept together: some megabytes.
const LATEST_PARTS = 20_000;

type Progress = Pick<ProjectState, 'revision' | 'complete'>;
const isSame = (a: Progress, b: Progress): boolean => a.revision === b.revision && a.complete === b.complete;

interface Scanner {
  thread: Thread<ScanRequest, ScanResults[Scan['ask']]>;
  /** The parts that it has the columns of. */
  holds: Set<string>;
  /** Parts that it may forget. */
  dropped: string[];
}

/** Starts no thread before it is asked. */
export function createEngine({ questions, log, ...options }: EngineOptions): Engine {
  const script = (name: string): URL =>
    new URL(`${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

  const columns = new Map<string, SharedArrayBuffer>();
  // Looked up for every question: those that are asked at once share a statement.
  const states = new DataLoader<number, ProjectState | null>(
    (ids) => {
      const found = new Map([...new Set(ids)].map((id) => [id, readState(questions.lookUps(id), id)]));
      return Promise.all(ids.map((id) => found.get(id) ?? null));
    },
    { cache: false },
  );
  const latest = new LRUCache<string, Latest>({
    maxSize: LATEST_PARTS,
    sizeCalculation: ({ snapshot }) => snapshot.parts.length + 1,
    ttl: LATEST_LIFE,
  });
  const feeder = new Thread<FeedRequest, FeedResult>(script('./feed-thread'), options, () =>
    forget([...columns.keys()]),
  );
  const compactor = new Thread<{ projectId: number }, boolean>(script('./compact-thread'), options);
  const scanners = Array.from({ length: options.scanners }, (): Scanner => {
    const scanner: Scanner = {
      holds: new Set(),
      dropped: [],
      thread: new Thread(script('../stats/scan-thread'), null, () => scanner.holds.clear()),
    };
    return scanner;
  });
  const compacting = new Map<number, Promise<void>>();
  const patience = options.statementTimeout * 1000;
  const waits = { waitingOfProject: 200, waitingInAll: 1_000, longestWait: patience };
  // What reads the database has few connections.
  const feeding = new Turns({ slots: 8, perProject: 2, ...waits });
  // Threads work on several scans by turns, of a project as many as there are threads: what a scan has found so far takes memory.
  const scanning = new Turns({ slots: 8 * options.scanners, perProject: options.scanners, ...waits });
  let bytes = 0;
  let telling: NodeJS.Timeout | undefined;

  function forget(keys: readonly string[]): void {
    if (keys.length > 0) latest.clear();
    for (const key of keys) {
      columns.delete(key);
      for (const scanner of scanners) if (scanner.holds.delete(key)) scanner.dropped.push(key);
    }
    if (keys.length > 0) telling ??= setTimeout(tellDropped, QUIET).unref();
  }

  /** A thread that is asked nothing would keep what was dropped. */
  function tellDropped(): void {
    telling = undefined;
    for (const scanner of scanners) {
      const { dropped } = scanner;
      if (dropped.length === 0) continue;
      scanner.dropped = [];
      scanner.thread.ask({ projectId: 0, scan: null, parts: [], dropped }).catch(() => undefined);
    }
  }

  function ask(scanner: Scanner, projectId: number, { parts }: Snapshot, scan: Scan, stop: Int32Array) {
    const sent = parts.map((part) => (scanner.holds.has(part.key) ? { ...part, columns: null } : part));
    const { dropped } = scanner;
    scanner.dropped = [];
    const answer = scanner.thread.ask({ projectId, scan, parts: sent, dropped }, stop);
    for (const { key } of parts) {
      if (columns.has(key)) scanner.holds.add(key);
      // It was dropped after the snapshot was taken: no one will ask the thread to forget it but this.
      else scanner.dropped.push(key);
    }
    return answer;
  }

  /** Deals the panels out to threads that have nothing else to do. */
  async function share(
    idle: readonly Scanner[],
    projectId: number,
    snapshot: Snapshot,
    scan: PanelsScan,
    stop: Int32Array,
  ) {
    const hands = idle.map((scanner, hand) => ({
      scanner,
      panels: scan.panels.filter((_, index) => index % idle.length === hand),
    }));
    const found = await Promise.all(
      hands.map(async ({ scanner, panels }) => {
        const rows = await ask(scanner, projectId, snapshot, { ...scan, panels }, stop);
        return (rows as ScanResult<PanelsScan>).values();
      }),
    );
    return scan.panels.map((_, index) => found[index % idle.length]?.next().value ?? []);
  }

  /** Deals a scan out, to as many threads as have nothing else to do or else to one. */
  function deal<S extends Scan>(projectId: number, snapshot: Snapshot, scan: S, stop: Int32Array) {
    const idle = scanners.filter(({ thread }) => thread.waiting === 0);
    if (scan.ask === 'panels' && idle.length > 1 && scan.panels.length >= PANELS_TO_SHARE)
      return share(idle, projectId, snapshot, scan, stop);
    const scanner = scanners.reduce((a, b) => (b.thread.waiting < a.thread.waiting ? b : a));
    return ask(scanner, projectId, snapshot, scan, stop);
  }

  const engine: Engine = {
    async snapshot(projectId, { start, end }, caller = {}) {
      // A visit lasts 24 hours at most: those that reach into the span began no earlier.
      const [from, to] = [dayOf(start - DAY), dayOf(end - 1)];
      const state = await states.load(projectId);
      if (state === null) return 'gone';
      const key = `${projectId} ${from} ${to}`;
      const known = latest.get(key);
      if (known && known.state.format === state.format && isSame(known.state, state)) return known.snapshot;
      const {
        answer,
        dropped,
        held: counted,
      } = await feeding.run({ ...caller, projectId }, () => feeder.ask({ projectId, from, to, state }));
      bytes = counted;
      // First: what was dropped may be back in this very answer.
      forget(dropped);
      if (answer === 'behind') void engine.compact(projectId);
      if (typeof answer === 'string') return answer;
      const parts = answer.parts.map((part): Part => {
        const held = part.columns ?? columns.get(part.key);
        if (!held) throw new Error(`the columns of ${part.key} are missing`);
        columns.set(part.key, held);
        return { ...part, columns: held };
      });
      if (answer.compact) void engine.compact(projectId);
      const snapshot = { parts, version: answer.version };
      if (isSame(answer, state)) latest.set(key, { state, snapshot });
      return snapshot;
    },

    scan<S extends Scan>(projectId: number, snapshot: Snapshot, scan: S, caller: Caller = {}) {
      return scanning.run({ ...caller, projectId }, async () => {
        const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        const end = (): void => void Atomics.store(stop, 0, 1);
        const timer = setTimeout(end, patience);
        caller.signal?.addEventListener('abort', end);
        try {
          return (await deal(projectId, snapshot, scan, stop)) as ScanResult<S>;
        } catch (error) {
          if (!(error instanceof Stopped)) throw error;
          throw caller.signal?.aborted ? cancelled() : timedOut();
        } finally {
          clearTimeout(timer);
          caller.signal?.removeEventListener('abort', end);
        }
      });
    },

    held: () => bytes,

    async warm() {
      await Promise.all([feeder, ...scanners.map(({ thread }) => thread)].map((thread) => thread.warm()));
    },

    compact(projectId) {
      const former = compacting.get(projectId);
      if (former) return former;
      const compaction = compactor
        .ask({ projectId })
        .catch((error: unknown) => log.error({ err: error, projectId }, 'writing segments failed'))
        .then(() => void compacting.delete(projectId));
      compacting.set(projectId, compaction);
      return compaction;
    },

    async stop() {
      clearTimeout(telling);
      await Promise.all(
        [feeder, compactor, ...scanners.map(({ thread }) => thread)].map((thread) => thread.stop()),
      );
    },
  };
  return engine;
}
