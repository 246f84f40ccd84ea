/** Stands before the paths of a visit, for the event that they come after. */
export const START_EVENT = 0;

/** Visits in any order, as columns. */
export interface VisitPaths {
  /** The visitor of each visit: numbers from 1, dense. */
  visitors: Int32Array;
  /** Where each visit's paths begin, and after the last visit where they end. */
  offsets: Uint32Array;
  /** Numbers from 1, dense, or START_EVENT; one path may follow itself. */
  paths: Int32Array;
}

export interface FlowRules {
  /** The most steps of a visit that count. */
  depth: number;
  /** How many paths of a step keep their names, at most 50. */
  first: number;
  textOf: (path: number) => string;
}

export interface PathNode {
  step: number;
  path: string;
  visitors: number;
}

export interface PathLink {
  /** The step of the source. */
  step: number;
  source: string;
  target: string;
  visitors: number;
}

/** What the paths that do not keep their names are together; no path begins like this. */
export const OTHER = 'other';

/**
 * The ways that visitors took, as docs/metrics.md defines them: 60 % of the time that a column for each step took.
 */
export function pathFlow(
  visits: VisitPaths,
  { depth, first, textOf }: FlowRules,
): { nodes: PathNode[]; links: PathLink[] } {
  const size = greatest(visits.paths) + 2;
  const ways = sideBySide(visits, depth);
  const counts = countKeys(ways, depth, size);
  const names = Array.from({ length: depth }, (_, step) =>
    mostVisited(counts.subarray(step * size, (step + 1) * size), first, textOf),
  );
  const width = first + 2;
  const { nodes, links } = countFlow(ways, placesOf(names, size), depth, width);
  const row = (counts: Uint32Array, step: number, length: number) =>
    counts.subarray(step * length, (step + 1) * length);
  return {
    nodes: names.flatMap((named, step) => nodesOf(named, row(nodes, step, width), step + 1)),
    links: names
      .slice(1)
      .flatMap((to, step) =>
        linksOf(names[step] ?? [], to, row(links, step + 1, width ** 2), width, step + 1),
      ),
  };
}

/**
 * Visits, those of one visitor side by side: of each, the path + 1 at each step, `depth` places a visit, 0 where it has
 * ended. A visit's steps are together, so that putting it in its place is one write to far memory, not one for each step.
 */
interface Ways {
  visitors: Int32Array;
  keys: Int32Array;
}

function sideBySide({ visitors, offsets, paths }: VisitPaths, depth: number): Ways {
  const ends = new Uint32Array(greatest(visitors) + 2);
  for (let visit = 0; visit < visitors.length; visit++) {
    const next = (visitors[visit] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const ways = { visitors: new Int32Array(visitors.length), keys: new Int32Array(visitors.length * depth) };
  const { keys } = ways;
  for (let visit = 0; visit < visitors.length; visit++) {
    const visitor = visitors[visit] ?? 0;
    const place = ends[visitor] ?? 0;
    ends[visitor] = place + 1;
    ways.visitors[place] = visitor;
    const end = offsets[visit + 1] ?? 0;
    let to = place * depth;
    const last = to + depth;
    let former = -1;
    for (let i = offsets[visit] ?? 0; i < end && to < last; i++) {
      const path = paths[i] ?? 0;
      if (path === former) continue;
      keys[to++] = path + 1;
      former = path;
    }
  }
  return ways;
}

function greatest(values: Int32Array): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) found = Math.max(found, values[i] ?? 0);
  return found;
}

/** The distinct visitors of each key below `size` at each step. */
function countKeys({ visitors, keys }: Ways, depth: number, size: number): Uint32Array {
  const latest = new Int32Array(depth * size);
  const counts = new Uint32Array(depth * size);
  for (let visit = 0; visit < visitors.length; visit++) {
    const visitor = visitors[visit] ?? 0;
    const from = visit * depth;
    for (let step = 0; step < depth; step++) {
      const key = keys[from + step] ?? 0;
      if (key === 0) break;
      const at = step * size + key;
      counts[at] = (counts[at] ?? 0) + isOther(latest[at] ?? 0, visitor);
      latest[at] = visitor;
    }
  }
  return counts;
}

/** 1 for two numbers that differ, 0 for equal ones: past guessing, so without a branch. */
const isOther = (a: number, b: number): number => (((a ^ b) - 1) >>> 31) ^ 1;

/** Distinct visitors by step and place, and of the links to each step by place of the source and then of the target. */
interface Flow {
  nodes: Uint32Array;
  links: Uint32Array;
}

/** Names have places from 1 at each step, OTHER the one after the last; `width` is above all of them. */
function countFlow({ visitors, keys }: Ways, places: Uint8Array, depth: number, width: number): Flow {
  const size = places.length / depth;
  const latest = new Int32Array(depth * width * width);
  const latestAt = new Int32Array(depth * width);
  const nodes = new Uint32Array(depth * width);
  const links = new Uint32Array(depth * width * width);
  for (let visit = 0; visit < visitors.length; visit++) {
    const visitor = visitors[visit] ?? 0;
    const from = visit * depth;
    let source = 0;
    for (let step = 0; step < depth; step++) {
      const key = keys[from + step] ?? 0;
      if (key === 0) break;
      const target = places[step * size + key] ?? 0;
      const node = step * width + target;
      nodes[node] = (nodes[node] ?? 0) + isOther(latestAt[node] ?? 0, visitor);
      latestAt[node] = visitor;
      const link = (step * width + source) * width + target;
      links[link] = (links[link] ?? 0) + isOther(latest[link] ?? 0, visitor);
      latest[link] = visitor;
      source = target;
    }
  }
  return { nodes, links };
}

interface Named {
  key: number;
  text: string;
  visitors: number;
}

/** The keys of most visitors, the greatest first. URLs write paths in ASCII: `<` is the order of code points. */
function mostVisited(counts: Uint32Array, first: number, textOf: (path: number) => string): Named[] {
  const best: Named[] = [];
  for (let key = 1; key < counts.length; key++) {
    const visitors = counts[key] ?? 0;
    const worst = best[first - 1];
    if (visitors === 0 || (worst && visitors < worst.visitors)) continue;
    const named = { key, text: textOf(key - 1), visitors };
    const before = (other: Named) =>
      other.visitors > visitors || (other.visitors === visitors && other.text < named.text);
    if (worst && before(worst)) continue;
    const place = best.findIndex((other) => !before(other));
    best.splice(place === -1 ? best.length : place, 0, named);
    best.length = Math.min(best.length, first);
  }
  return best;
}

/** The place of each key at each step. */
function placesOf(names: readonly Named[][], size: number): Uint8Array {
  const places = new Uint8Array(names.length * size);
  names.forEach((named, step) => {
    const ofStep = places.subarray(step * size, (step + 1) * size).fill(named.length + 1);
    named.forEach(({ key }, i) => {
      ofStep[key] = i + 1;
    });
  });
  return places;
}

const textsOf = (named: readonly Named[]): string[] => [...named.map(({ text }) => text), OTHER];

/** The names stand in the order of nodes, OTHER after them. */
function nodesOf(named: readonly Named[], counts: Uint32Array, step: number): PathNode[] {
  return textsOf(named)
    .map((path, i) => ({ step, path, visitors: counts[i + 1] ?? 0 }))
    .filter((node) => node.visitors > 0);
}

function linksOf(
  from: readonly Named[],
  to: readonly Named[],
  counts: Uint32Array,
  width: number,
  step: number,
): PathLink[] {
  const targets = textsOf(to);
  const links = textsOf(from).flatMap((source, i) =>
    targets.map((target, j) => ({
      step,
      source,
      target,
      visitors: counts[(i + 1) * width + j + 1] ?? 0,
    })),
  );
  return links
    .filter((link) => link.visitors > 0)
    .sort((a, b) => b.visitors - a.visitors || compare(a.source, b.source) || compare(a.target, b.target));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
