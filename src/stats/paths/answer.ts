import type { Queryable } from '../../store/sql.ts';
import type { Asker } from '../asker.ts';
import { spanOf } from '../panels.ts';
import type { Question } from '../plan.ts';
import { findTerms } from '../terms.sql.ts';
import { pathFlow, START_EVENT } from './paths.ts';
import type { PathFlow, PathStart } from './scan.ts';
import { readVisitPaths } from './sql.ts';

export interface PathRules {
  startingAt: string | null;
  depth: number;
  first: number;
}

/** Answers which ways visitors took. */
export function pathsAnswer(asker: Asker) {
  return (question: Question, rules: PathRules): Promise<PathFlow> =>
    asker.ask({
      kind: 'paths',
      question,
      parts: rules,
      filters: [question.filter],
      scan: async ([condition = null], { db }) => ({
        ask: 'paths' as const,
        span: spanOf(question),
        condition,
        start: await findStart(db, question.projectId, rules.startingAt),
        depth: rules.depth,
        first: rules.first,
        texts: new Map<number, string>(),
      }),
      async finish(first, scanned, { run, texts: read }) {
        let found = first;
        // The thread forgets texts when other questions need many: what was read is sent with each scan.
        const texts = new Map<number, string>();
        while ('missing' in found) {
          const textOf = await read('path', found.missing);
          for (const path of found.missing) texts.set(path, textOf(path) ?? '');
          found = await run({ ...scanned, texts });
        }
        return found;
      },
      async sql({ joins, texts }) {
        const visits = await readVisitPaths(joins, question, rules.startingAt);
        const textOf = await texts('path', [...new Set(visits.paths)]);
        return pathFlow(visits, {
          ...rules,
          textOf: (path) => (path === START_EVENT ? rules.startingAt : textOf(path)) ?? '',
        });
      },
    });
}

async function findStart(db: Queryable, projectId: number, text: string | null): Promise<PathStart | null> {
  if (text === null) return null;
  const at = text.startsWith('/') ? 'path' : 'name';
  const [term] = await findTerms(db, projectId, [{ kind: at, texts: [text] }]);
  return { at, id: term?.id ?? -1, text };
}
