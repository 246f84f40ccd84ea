import type { Selection } from '../../segments/scan/selection.ts';
import { pathFlow, START_EVENT, type VisitPaths } from './paths.ts';

export type PathFlow = ReturnType<typeof pathFlow>;

/** Where visits are taken up: at a path, or after an event; by the number of its term, -1 for one that there is not. */
export interface PathStart {
  at: 'path' | 'name';
  id: number;
  text: string;
}

/** Paths are ordered by their texts where as many visitors saw them: these are not known yet. */
export class TextsMissing extends Error {
  readonly paths: number[];

  constructor(paths: number[]) {
    super('texts of paths are missing');
    this.paths = paths;
  }
}

/** The ways that visitors took, from segments. TextsMissing where `textOf` does not know all that it takes. */
export function scanPaths(
  selections: readonly Selection[],
  { start, depth, first }: { start: PathStart | null; depth: number; first: number },
  textOf: (path: number) => string | undefined,
): PathFlow {
  const visits = gather(selections, start, depth);
  const missing = new Set<number>();
  const flow = pathFlow(visits, {
    depth,
    first,
    textOf: (path) => {
      const text = path === START_EVENT ? start?.text : textOf(path);
      if (text === undefined) missing.add(path);
      return text ?? '';
    },
  });
  if (missing.size > 0) throw new TextsMissing([...missing]);
  return flow;
}

/** The paths of each visit from its start on, as many as `depth` different ones in a row. */
function gather(selections: readonly Selection[], start: PathStart | null, depth: number): VisitPaths {
  let most = 0;
  let visits = 0;
  for (const { view, touched } of selections) {
    visits += view.visits;
    if (touched === null) most += Math.min(view.events, view.visits * depth);
    else for (let i = 0; i < view.visits; i++) if (touched[i] === 1) most += depth;
  }
  const visitors = new Int32Array(visits);
  const offsets = new Uint32Array(visits + 1);
  const paths = new Int32Array(most);
  let [visit, count] = [0, 0];
  for (const { view, touched, hits } of selections) {
    const { name, path, visitor, visits: n } = view;
    const first = hits === null ? view.first : hits.first;
    for (let i = 0; i < n; i++) {
      if (touched !== null && touched[i] === 0) continue;
      const from = count;
      let begun = start === null;
      let former = -1;
      const last = first[i + 1] ?? 0;
      for (let h = first[i] ?? 0; h < last && count - from < depth; h++) {
        if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
        const j = hits === null ? h : (hits.events[h] ?? 0);
        const code = name[j] ?? 0;
        if (!begun && start?.at === 'name' && code >> 1 === start.id) {
          begun = true;
          former = START_EVENT;
          paths[count++] = START_EVENT;
          continue;
        }
        const seen = path[j] ?? 0;
        if ((code & 1) === 0 || seen === 0) continue;
        begun ||= start?.at === 'path' && seen === start.id;
        if (!begun || seen === former) continue;
        former = seen;
        paths[count++] = seen;
      }
      if (count === from) continue;
      visitors[visit++] = visitor[i] ?? 0;
      offsets[visit] = count;
    }
  }
  return {
    visitors: visitors.subarray(0, visit),
    offsets: offsets.subarray(0, visit + 1),
    paths: paths.subarray(0, count),
  };
}
