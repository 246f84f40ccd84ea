import { countBelow } from '../../segments/scan/rows.ts';
import type { Selection } from '../../segments/scan/selection.ts';
import type { Steps } from '../../segments/steps.ts';
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
export function* scanPaths(
  selections: readonly Selection[],
  { start, depth, first }: { start: PathStart | null; depth: number; first: number },
  textOf: (path: number) => string | undefined,
): Steps<PathFlow> {
  const visits = yield* gather(selections, start, depth);
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
function* gather(
  selections: readonly Selection[],
  start: PathStart | null,
  depth: number,
): Steps<VisitPaths> {
  const most = selections.reduce((sum, { touched }) => sum + touched.length, 0);
  const ways = {
    visitors: new Int32Array(most + 1),
    offsets: new Uint32Array(most + 1),
    paths: new Int32Array(most * depth + 1),
  };
  let visits = 0;
  for (const selection of selections) {
    visits = addPart(selection, start, depth, ways, visits);
    yield;
  }
  return {
    visitors: ways.visitors.subarray(0, visits),
    offsets: ways.offsets.subarray(0, visits + 1),
    paths: ways.paths.subarray(0, ways.offsets[visits]),
  };
}

/** Adds the ways of a part's visits after so many others, and returns how many there are then. */
function addPart(
  selection: Selection,
  start: PathStart | null,
  depth: number,
  ways: VisitPaths,
  visits: number,
): number {
  return start === null && selection.hits === null
    ? addWhole(selection, depth, ways, visits)
    : addFrom(selection, start, depth, ways, visits);
}

/** All of the visits: whether a path is another one is past guessing, so each is written and stays where it is. */
function addWhole(
  { view: { name, path, visitor, first }, touched }: Selection,
  depth: number,
  { visitors, offsets, paths }: VisitPaths,
  visits: number,
): number {
  let visit = visits;
  let count = offsets[visit] ?? 0;
  for (let k = 0; k < touched.length; k++) {
    const i = touched[k] ?? 0;
    const last = first[i + 1] ?? 0;
    const most = count + depth;
    let former = 0;
    for (let j = first[i] ?? 0; j < last && count < most; j++) {
      const seen = path[j] ?? 0;
      // 1 - ((x - 1) >>> 31) is 0 for 0, and 1 for the greater ones.
      const isTaken = (name[j] ?? 0) & 1 & ~((seen - 1) >>> 31) & ~(((seen ^ former) - 1) >>> 31);
      paths[count] = seen;
      count += isTaken;
      former ^= (seen ^ former) & -isTaken;
    }
    visitors[visit] = visitor[i] ?? 0;
    visit += 1 - ((count - (offsets[visit] ?? 0) - 1) >>> 31);
    offsets[visit] = count;
  }
  return visit;
}

/** From a start on, or of events that were selected one by one. */
function addFrom(
  { view, touched, hits }: Selection,
  start: PathStart | null,
  depth: number,
  { visitors, offsets, paths }: VisitPaths,
  visits: number,
): number {
  const { name, path, visitor } = view;
  const [startPath, startName] = [start?.at === 'path' ? start.id : -1, start?.at === 'name' ? start.id : -1];
  let visit = visits;
  let count = offsets[visit] ?? 0;
  for (let k = 0; k < touched.length; k++) {
    const i = touched[k] ?? 0;
    const from = count;
    let begun = start === null;
    let former = -1;
    const last = hits === null ? (view.first[i + 1] ?? 0) : countBelow(hits.rows, i + 1);
    for (
      let h = hits === null ? (view.first[i] ?? 0) : countBelow(hits.rows, i);
      h < last && count - from < depth;
      h++
    ) {
      if (hits !== null && hits.inRange !== null && hits.inRange[h] === 0) continue;
      const j = hits === null ? h : (hits.events[h] ?? 0);
      const code = name[j] ?? 0;
      if (!begun && code >> 1 === startName) {
        begun = true;
        former = START_EVENT;
        paths[count++] = START_EVENT;
        continue;
      }
      const seen = path[j] ?? 0;
      if ((code & 1) === 0 || seen === 0) continue;
      begun ||= seen === startPath;
      if (!begun || seen === former) continue;
      former = seen;
      paths[count++] = seen;
    }
    if (count === from) continue;
    visitors[visit++] = visitor[i] ?? 0;
    offsets[visit] = count;
  }
  return visit;
}
