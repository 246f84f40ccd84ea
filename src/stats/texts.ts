import { LRUCache } from 'lru-cache';
import type { TermKind } from '../store/generated/client/enums.ts';
import type { Queryable } from '../store/sql.ts';
import { readTexts } from './terms.sql.ts';

// A term's text never changes.
const MAX_TEXTS = 200_000;

export interface Texts {
  /** The texts of terms by number; of 0, none. */
  of(
    db: Queryable,
    projectId: number,
    kind: TermKind,
    ids: readonly number[],
  ): Promise<(id: number) => string | null>;
}

/** Reads texts once. */
export function createTexts(): Texts {
  const known = new LRUCache<string, string>({ max: MAX_TEXTS });
  return {
    async of(db, projectId, kind, ids) {
      const found = new Map<number, string>();
      const missing: { kind: TermKind; id: number }[] = [];
      for (const id of ids) {
        if (id === 0) continue;
        const text = known.get(`${projectId} ${kind} ${id}`);
        if (text === undefined) missing.push({ kind, id });
        else found.set(id, text);
      }
      if (missing.length > 0) {
        for (const { id, text } of await readTexts(db, projectId, missing)) {
          found.set(id, text);
          known.set(`${projectId} ${kind} ${id}`, text);
        }
      }
      return (id) => found.get(id) ?? null;
    },
  };
}

/** The order of code points, as Postgres' collation "C"; null comes last. */
export function byText(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
