import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { revisionOf } from '../ingest/sql.ts';
import type { Engine, Snapshot } from '../segments/engine.ts';
import type { Condition } from '../segments/scan/condition.ts';
import { type Cache, canonical } from '../store/cache.ts';
import type { TermKind } from '../store/generated/client/enums.ts';
import { isPassing } from '../store/outage.ts';
import type { Questions } from '../store/questions.ts';
import type { Queryable } from '../store/sql.ts';
import type { Caller } from '../turns/caller.ts';
import { Shared } from '../turns/shared.ts';
import { checkBudget } from './budget.ts';
import { type Conditions, conditionsOf, isOfTerms } from './condition.ts';
import type { EventFilter } from './filter.ts';
import type { Question } from './plan.ts';
import type { Scan, ScanResult } from './scan.ts';
import { createTexts } from './texts.ts';

/** A question in both ways of answering it. */
export interface Ways<S extends Scan, T> {
  /** Tells it from other kinds of questions in the cache. */
  kind: string;
  question: Question;
  /** All that the answer depends on beside the question. */
  parts: unknown;
  /** Every filter that it looks through. */
  filters: readonly (EventFilter | null)[];
  /** What to scan for, given the filters by numbers. */
  scan: (conditions: (Condition | null)[], work: Work) => S | Promise<S>;
  /** Makes the answer of what was found; it can `run` the scan once more, with changes. */
  finish: (
    found: ScanResult<S>,
    scanned: S,
    work: Work & { run: (scan: S) => Promise<ScanResult<S>> },
  ) => T | Promise<T>;
  sql: (work: Work) => Promise<T>;
}

/** What an answer is worked out with: all of it ends when nobody waits for the answer any more. */
export interface Work {
  /** For statements about the question's project. */
  db: Queryable;
  /** For those that join many rows with many. */
  joins: Queryable;
  texts: (kind: TermKind, ids: readonly number[]) => Promise<(id: number) => string | null>;
}

/** Asks by the cheapest way that serves, and answers from the cache where nothing has changed since. */
export interface Asker {
  /** By segments where they know all that the filters look at, else by SQL. */
  ask<S extends Scan, T>(ways: Ways<S, T>): Promise<T>;
  /** By SQL. */
  askSql<T>(way: Pick<Ways<Scan, T>, 'kind' | 'question' | 'parts' | 'sql'>): Promise<T>;
}

export interface AskerOptions {
  questions: Questions;
  engine: Engine;
  cache: Cache;
  log: Logger;
}

/** The threads failed, not the question. */
class ScanFailed extends Error {}

/** The asker of each caller; they share what was found. */
export function createAsker({ questions, engine, cache, log }: AskerOptions): (caller: Caller) => Asker {
  const texts = createTexts();
  const shared = new Shared();

  const workOf = ({ projectId }: Question, caller: Caller): Work => ({
    db: questions.db(projectId, caller),
    joins: questions.joins(projectId, caller),
    texts: (kind, ids) => texts.of(questions.lookUps(projectId, caller), projectId, kind, ids),
  });

  /** The visits to scan, or null where SQL has to answer. */
  async function snapshotOf({ projectId, start, end }: Question, caller: Caller): Promise<Snapshot | null> {
    try {
      const snapshot = await engine.snapshot(projectId, { start, end }, caller);
      if (typeof snapshot !== 'string') return snapshot;
      if (snapshot !== 'gone') log.info({ projectId, reason: snapshot }, 'segments do not serve: asking SQL');
    } catch (error) {
      // Refused or cancelled: not a fault, and SQL would be refused as well.
      if (error instanceof GraphQLError) throw error;
      // A database that is away has a line of its own, which SQL brings about now.
      if (!isPassing(error)) log.error({ err: error, projectId }, 'segments failed: asking SQL');
    }
    return null;
  }

  // The same version has the same visits, and so the same terms; what a later one has beside them is in no visit of it.
  const conditions = new LRUCache<string, { version: number; found: Conditions }>({ max: 1_000 });
  async function conditionsAt(
    version: number,
    projectId: number,
    filters: readonly (EventFilter | null)[],
    caller: Caller,
  ): Promise<(Condition | null)[]> {
    if (filters.every((filter) => filter === null)) return filters.map(() => null);
    const key = canonical([projectId, filters]);
    const known = conditions.get(key);
    if (known && (known.version >= version || known.found.settled)) return known.found.conditions;
    return shared.of(`${version} ${key}`, caller.signal, async (signal) => {
      const db = questions.db(projectId, { ...caller, signal });
      const found = await conditionsOf(db, projectId, filters);
      conditions.set(key, { version, found });
      return found.conditions;
    });
  }

  return (caller) => {
    const asker: Asker = {
      async ask({ kind, question, parts, filters, scan, finish, sql }) {
        const { projectId } = question;
        const snapshot = filters.every(isOfTerms) ? await snapshotOf(question, caller) : null;
        if (snapshot === null) return asker.askSql({ kind, question, parts, sql });
        const { version } = snapshot;
        const compute = async (signal: AbortSignal) => {
          const all = { ...caller, signal };
          const work = workOf(question, all);
          const scanned = await scan(await conditionsAt(version, projectId, filters, all), work);
          const run = (what: typeof scanned) =>
            engine.scan(projectId, snapshot, what, all).catch((cause: unknown) => {
              if (cause instanceof GraphQLError) throw cause;
              throw new ScanFailed(`scanning failed: ${cause}`, { cause });
            });
          return finish(await run(scanned), scanned, { ...work, run });
        };
        const key = { kind, question, parts, version, way: 'segments' };
        return cache.answer(key, compute, caller.signal).catch((error: unknown) => {
          if (!(error instanceof ScanFailed)) throw error;
          log.error({ err: error, projectId }, 'segments failed: asking SQL');
          return asker.askSql({ kind, question, parts, sql });
        });
      },
      async askSql({ kind, question, parts, sql }) {
        const { projectId } = question;
        const revision = await revisionOf(questions.lookUps(projectId, caller), projectId);
        const compute = async (signal: AbortSignal) => {
          const all = { ...caller, signal };
          await checkBudget(questions.lookUps(projectId, all), question);
          return sql(workOf(question, all));
        };
        return cache.answer({ kind, question, parts, revision, way: 'sql' }, compute, caller.signal);
      },
    };
    return asker;
  };
}
