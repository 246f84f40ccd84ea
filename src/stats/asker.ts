import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { revisionOf } from '../ingest/sql.ts';
import type { Engine, Snapshot } from '../segments/engine.ts';
import type { Condition } from '../segments/scan/condition.ts';
import { type Cache, canonical } from '../store/cache.ts';
import type { Queryable } from '../store/sql.ts';
import { checkBudget } from './budget.ts';
import { type Conditions, conditionsOf, isOfTerms } from './condition.ts';
import type { EventFilter } from './filter.ts';
import type { Question } from './plan.ts';
import type { Scan, ScanResult } from './scan.ts';
import { createTexts, type Texts } from './texts.ts';

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
  scan: (conditions: (Condition | null)[]) => S | Promise<S>;
  /** Makes the answer of what was found; it can `run` the scan once more, with changes. */
  finish: (found: ScanResult<S>, scanned: S, run: (scan: S) => Promise<ScanResult<S>>) => T | Promise<T>;
  sql: () => Promise<T>;
}

/** Asks by the cheapest way that serves, and answers from the cache where nothing has changed since. */
export interface Asker {
  db: Queryable;
  /** The same database, for what joins many rows (Store.hashJoins). */
  hashJoins: Queryable;
  texts: Texts;
  /** By segments where they know all that the filters look at, else by SQL. */
  ask<S extends Scan, T>(ways: Ways<S, T>): Promise<T>;
  /** By SQL. */
  askSql<T>(way: Pick<Ways<Scan, T>, 'kind' | 'question' | 'parts' | 'sql'>): Promise<T>;
}

export interface AskerOptions {
  db: Queryable;
  hashJoins: Queryable;
  engine: Engine;
  cache: Cache;
  log: Logger;
}

/** The threads failed, not the question. */
class ScanFailed extends Error {}

export function createAsker({ db, hashJoins, engine, cache, log }: AskerOptions): Asker {
  /** The visits to scan, or null where SQL has to answer. */
  async function snapshotOf({ projectId, start, end }: Question): Promise<Snapshot | null> {
    try {
      const snapshot = await engine.snapshot(projectId, { start, end });
      if (typeof snapshot !== 'string') return snapshot;
      if (snapshot !== 'gone') log.info({ projectId, reason: snapshot }, 'segments do not serve: asking SQL');
    } catch (error) {
      log.error({ err: error, projectId }, 'segments failed: asking SQL');
    }
    return null;
  }

  // The same version has the same visits, and so the same terms; what a later one has beside them is in no visit of it.
  const conditions = new LRUCache<string, { version: number; found: Promise<Conditions> }>({ max: 1_000 });
  async function conditionsAt(version: number, projectId: number, filters: readonly (EventFilter | null)[]) {
    if (filters.every((filter) => filter === null)) return filters.map(() => null);
    const key = canonical([projectId, filters]);
    const known = conditions.get(key);
    if (known && (known.version >= version || (await known.found).settled))
      return (await known.found).conditions;
    const found = conditionsOf(db, projectId, filters);
    conditions.set(key, { version, found });
    found.catch(() => conditions.delete(key));
    return (await found).conditions;
  }

  const asker: Asker = {
    db,
    hashJoins,
    texts: createTexts(db),
    async ask({ kind, question, parts, filters, scan, finish, sql }) {
      const snapshot = filters.every(isOfTerms) ? await snapshotOf(question) : null;
      if (snapshot === null) return asker.askSql({ kind, question, parts, sql });
      const { version } = snapshot;
      const answer = cache.answer({ kind, question, parts, version, way: 'segments' }, async () => {
        const scanned = await scan(await conditionsAt(version, question.projectId, filters));
        const run = (what: typeof scanned) =>
          engine.scan(question.projectId, snapshot, what).catch((cause: unknown) => {
            throw new ScanFailed(`scanning failed: ${cause}`, { cause });
          });
        return finish(await run(scanned), scanned, run);
      });
      return answer.catch((error: unknown) => {
        if (!(error instanceof ScanFailed)) throw error;
        log.error({ err: error, projectId: question.projectId }, 'segments failed: asking SQL');
        return asker.askSql({ kind, question, parts, sql });
      });
    },
    async askSql({ kind, question, parts, sql }) {
      const revision = await revisionOf(db, question.projectId);
      return cache.answer({ kind, question, parts, revision, way: 'sql' }, async () => {
        await checkBudget(db, question);
        return sql();
      });
    },
  };
  return asker;
}
