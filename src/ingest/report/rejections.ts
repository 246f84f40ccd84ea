import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import { minuteOf } from '../counts.sql.ts';
import type { Endpoint } from '../endpoint.ts';
import { dayOf, type Rejection } from '../prepare.ts';
import { createDays } from './days.ts';
import { loggedField, otherThan, type Reason, reasonId, reasonOf } from './reason.ts';
import {
  addRateLimited,
  addRejections,
  forgetRejections,
  type RateLimitedRow,
  type RejectionRow,
} from './rejections.sql.ts';
import { sampleOf } from './sample.ts';

// Why events were not stored, counted in memory: however many are refused, the database gets a statement every few
// seconds and the log a line a minute.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FLUSH = 3 * SECOND;
/** What rejections are counted by. Days of every time zone begin with a quarter of an hour. */
const QUARTER = 15 * MINUTE;
/** Reasons that wait here for one project; further ones count as `other`. */
const MOST_WAITING = 200;
const KEPT = 90 * 24 * 60 * MINUTE;

export const quarterOf = (at: number): number => Math.floor(at / QUARTER) * QUARTER;

/** The request whose events were refused. */
export interface Refused {
  projectId: number;
  endpoint: Endpoint;
  /** When it arrived, in milliseconds. */
  at: number;
}

/** Counts events that were not stored, by the reason. */
export interface Rejections {
  /** Those of a request that were rejected; `inputs` are all of its events. */
  add(request: Refused, rejected: readonly Rejection[], inputs: readonly unknown[]): void;
  /** Those of a request that a rate limit refused as a whole. */
  addRateLimited(request: Refused, events: number, message: string): void;
  /** Writes what was counted here. What cannot be written now is kept for the next time. */
  flush(): Promise<void>;
  /** Removes what is older than 90 days. */
  forget(): Promise<void>;
  /** Writes the rest, and ends. */
  close(): Promise<void>;
}

interface Waiting {
  rows: Map<string, RejectionRow>;
  /** Of each project, how many of the rows are its own. */
  sizes: Map<number, number>;
  rateLimited: Map<string, RateLimitedRow>;
}

const nothing = (): Waiting => ({ rows: new Map(), sizes: new Map(), rateLimited: new Map() });

export function createRejections(
  store: Pick<Store, 'pool' | 'transaction'>,
  { now, log }: { now: () => number; log: Logger },
): Rejections {
  const days = createDays(store.pool);
  const lines = createLines(log);
  let waiting = nothing();
  let flushing: Promise<void> = Promise.resolve();

  function count({ projectId, at }: Refused, reason: Reason, events: number, sample: () => string | null) {
    lines.count(projectId, reason, events);
    const quarter = quarterOf(at);
    const place = (of: Reason) => `${projectId} ${quarter} ${reasonId(of)}`;
    const isFull = (waiting.sizes.get(projectId) ?? 0) >= MOST_WAITING;
    const counted = isFull && !waiting.rows.has(place(reason)) ? otherThan(reason) : reason;
    const known = waiting.rows.get(place(counted));
    if (!known) waiting.sizes.set(projectId, (waiting.sizes.get(projectId) ?? 0) + 1);
    put(waiting.rows, place(counted), {
      projectId,
      quarter,
      id: reasonId(counted),
      reason: counted,
      count: events,
      firstAt: at,
      lastAt: at,
      sample: known || counted.other ? null : sample(),
    });
  }

  function countRateLimited(row: RateLimitedRow): void {
    const place = `${row.projectId} ${row.minute}`;
    const events = (waiting.rateLimited.get(place)?.events ?? 0) + row.events;
    waiting.rateLimited.set(place, { ...row, events });
  }

  async function write(): Promise<void> {
    const taken = waiting;
    if (taken.rows.size === 0 && taken.rateLimited.size === 0) return;
    waiting = nothing();
    try {
      const rows = await withinDays([...taken.rows.values()]);
      await store.transaction(async (db) => {
        await addRejections(db, rows);
        await addRateLimited(db, [...taken.rateLimited.values()]);
      });
    } catch (error) {
      log.warn({ err: error }, 'why events were rejected cannot be written: it is kept and written later');
      const late = waiting;
      waiting = taken;
      for (const row of late.rows.values()) giveBack(row);
      for (const row of late.rateLimited.values()) countRateLimited(row);
    }
  }

  function giveBack(row: RejectionRow): void {
    const place = `${row.projectId} ${row.quarter} ${row.id}`;
    if (!waiting.rows.has(place))
      waiting.sizes.set(row.projectId, (waiting.sizes.get(row.projectId) ?? 0) + 1);
    put(waiting.rows, place, row);
  }

  /** The rows, where those of reasons that are too many for their day are one for all. */
  async function withinDays(rows: readonly RejectionRow[]): Promise<RejectionRow[]> {
    const ofDay = new Map<string, RejectionRow[]>();
    for (const row of rows) {
      const key = `${row.projectId} ${dayOf(row.quarter)}`;
      const each = ofDay.get(key);
      if (each) each.push(row);
      else ofDay.set(key, [row]);
    }
    const within = new Map<string, RejectionRow>();
    for (const each of ofDay.values()) {
      const [first] = each;
      if (!first) continue;
      const own = each.filter(({ reason }) => !reason.other).map(({ id }) => id);
      const placed = await days.placed(first.projectId, dayOf(first.quarter), own);
      for (const row of each) {
        const fits = row.reason.other || placed.has(row.id);
        const reason = fits ? row.reason : otherThan(row.reason);
        const [id, sample] = fits ? [row.id, row.sample] : [reasonId(reason), null];
        put(within, `${row.projectId} ${row.quarter} ${id}`, { ...row, id, reason, sample });
      }
    }
    return [...within.values()];
  }

  function flush(): Promise<void> {
    flushing = flushing.then(write);
    return flushing;
  }
  const timers = [setInterval(() => void flush(), FLUSH).unref(), setInterval(lines.write, MINUTE).unref()];

  return {
    add(request, rejected, inputs) {
      for (const rejection of rejected) {
        // Bots have lists of their own.
        if (rejection.code === 'BOT') continue;
        const input = inputs[rejection.index];
        count(request, reasonOf(rejection, input, request.endpoint), 1, () => sampleOf(input));
      }
    },
    addRateLimited(request, events, message) {
      const { projectId, endpoint, at } = request;
      if (events === 0) return;
      // The rest says how long to wait.
      const [limit = message] = message.split(':', 1);
      const reason: Reason = {
        code: 'RATE_LIMITED',
        field: null,
        message: limit,
        endpoint,
        name: null,
        other: false,
      };
      count(request, reason, events, () => null);
      countRateLimited({ projectId, minute: minuteOf(at), events });
    },
    flush,
    forget: () => forgetRejections(store.pool, new Date(now() - KEPT)),
    async close() {
      for (const timer of timers) clearInterval(timer);
      lines.write();
      await flush();
    },
  };
}

/** Adds a row to those that there are. */
function put(rows: Map<string, RejectionRow>, place: string, row: RejectionRow): void {
  const known = rows.get(place);
  rows.set(
    place,
    known
      ? {
          ...known,
          count: known.count + row.count,
          firstAt: Math.min(known.firstAt, row.firstAt),
          lastAt: Math.max(known.lastAt, row.lastAt),
          sample: known.sample ?? row.sample,
        }
      : row,
  );
}

/** One line a minute for each project whose events were refused, without any of their values. */
function createLines(log: Logger) {
  let counts = new Map<number, Map<string, { code: string; field: string; count: number }>>();
  return {
    count(projectId: number, { code, field: name }: Reason, events: number): void {
      const ofProject = counts.get(projectId) ?? new Map();
      counts.set(projectId, ofProject);
      const field = loggedField(name);
      const known = ofProject.get(`${code} ${field}`);
      ofProject.set(`${code} ${field}`, { code, field, count: (known?.count ?? 0) + events });
    },
    write(): void {
      const taken = counts;
      counts = new Map();
      for (const [projectId, ofProject] of taken)
        log.warn({ projectId, rejected: [...ofProject.values()] }, 'events were rejected in the last minute');
    },
  };
}
