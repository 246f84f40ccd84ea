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
  const { texts: known } = asker;
  return (question: Question, rules: PathRules): Promise<PathFlow> =>
    asker.ask({
      kind: 'paths',
      question,
      parts: rules,
      filters: [question.filter],
      scan: async ([condition = null]) => ({
        ask: 'paths' as const,
        span: spanOf(question),
        condition,
        start: await findStart(asker, question.projectId, rules.startingAt),
        depth: rules.depth,
        first: rules.first,
        texts: new Map<number, string>(),
      }),
      async finish(found, scanned, run) {
        if (!('missing' in found)) return found;
        const textOf = await known.of(question.projectId, 'path', found.missing);
        const texts = new Map(found.missing.map((path) => [path, textOf(path) ?? '']));
        const flow = await run({ ...scanned, texts });
        if ('missing' in flow) throw new Error('texts of paths are missing still');
        return flow;
      },
      async sql() {
        const visits = await readVisitPaths(asker.hashJoins, question, rules.startingAt);
        const textOf = await known.of(question.projectId, 'path', [...new Set(visits.paths)]);
        return pathFlow(visits, {
          ...rules,
          textOf: (path) => (path === START_EVENT ? rules.startingAt : textOf(path)) ?? '',
        });
      },
    });
}

async function findStart({ db }: Asker, projectId: number, text: string | null): Promise<PathStart | null> {
  if (text === null) return null;
  const at = text.startsWith('/') ? 'path' : 'name';
  const [term] = await findTerms(db, projectId, [{ kind: at, texts: [text] }]);
  return { at, id: term?.id ?? -1, text };
}
