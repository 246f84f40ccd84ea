import { z } from 'zod';
import { digestOf } from '../ingest/event.ts';
import type { TermKind } from '../store/generated/client/enums.ts';
import { join, type Queryable, rows, sql, termByKey } from '../store/sql.ts';

/** What texts of a kind are looked for. */
export type TermTest = { kind: TermKind } & ({ texts: string[] } | { like: string } | { ilike: string });

/** The numbers of the terms that pass; `test` is a test's place in the list. */
export function findTerms(
  db: Queryable,
  projectId: number,
  tests: readonly TermTest[],
): Promise<{ test: number; id: number }[]> {
  const found = tests.map((test, index) => {
    const passes =
      'texts' in test
        ? sql`digest = any(${test.texts.map((text) => digestOf(text))}::uuid[])`
        : 'like' in test
          ? sql`text like ${test.like}`
          : sql`text ilike ${test.ilike}`;
    return sql`select ${index}::int as test, id from terms
               where project_id = ${projectId} and kind = ${test.kind}::term_kind and ${passes}`;
  });
  return rows(db, z.object({ test: z.number(), id: z.number() }), join(found, ' union all '));
}

/** The texts of terms. */
export function readTexts(
  db: Queryable,
  projectId: number,
  terms: readonly { kind: TermKind; id: number }[],
): Promise<{ kind: string; id: number; text: string }[]> {
  return rows(
    db,
    z.object({ kind: z.string(), id: z.number(), text: z.string() }),
    sql`select w.kind::text, t.id, t.text
        from unnest(${terms.map(({ kind }) => kind)}::term_kind[], ${terms.map(({ id }) => id)}::int[]) w (kind, id)
        join lateral ${termByKey(sql`${projectId}`, sql`w.kind`, sql`w.id`)} t on t.id = w.id`,
  );
}
