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

/** A step: each visit's place among `names`, from 1; the place after the last is OTHER's, 0 is nowhere. */
interface Column {
  names: string[];
  places: Int32Array;
}

/**
 * The ways that visitors took, as docs/metrics.md defines them: 420,000 visits of three pages take about 0.1 s on one core.
 */
export function pathFlow(
  visits: VisitPaths,
  { depth, first, textOf }: FlowRules,
): { nodes: PathNode[]; links: PathLink[] } {
  const order = byVisitor(visits.visitors);
  const visitors = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) visitors[i] = visits.visitors[order[i] ?? 0] ?? 0;
  const size = greatest(visits.paths) + 2;
  const columns = stepsOf(visits, order, depth).map((keys): Column => {
    const names = mostVisited(distinct(keys, visitors, size), first, textOf);
    return { names: names.map(({ text }) => text), places: placesOf(keys, names, size) };
  });
  return {
    nodes: columns.flatMap((column, i) => nodesOf(column, visitors, i + 1)),
    links: columns.slice(1).flatMap((column, i) => {
      const source = columns[i];
      return source ? linksOf(source, column, visitors, i + 1) : [];
    }),
  };
}

/** The visits, those of one visitor side by side. */
function byVisitor(visitors: Int32Array): Uint32Array {
  const ends = new Uint32Array(greatest(visitors) + 2);
  for (let visit = 0; visit < visitors.length; visit++) {
    const next = (visitors[visit] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const order = new Uint32Array(visitors.length);
  for (let visit = 0; visit < visitors.length; visit++) {
    const visitor = visitors[visit] ?? 0;
    const place = ends[visitor] ?? 0;
    ends[visitor] = place + 1;
    order[place] = visit;
  }
  return order;
}

function greatest(values: Int32Array): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) found = Math.max(found, values[i] ?? 0);
  return found;
}

/** For each step, the path of every visit + 1; 0 where the visit has ended. */
function stepsOf({ offsets, paths }: VisitPaths, order: Uint32Array, depth: number): Int32Array[] {
  const steps = Array.from({ length: depth }, () => new Int32Array(order.length));
  for (let place = 0; place < order.length; place++) {
    const visit = order[place] ?? 0;
    const end = offsets[visit + 1] ?? 0;
    let last = -1;
    let step = 0;
    for (let i = offsets[visit] ?? 0; i < end && step < depth; i++) {
      const path = paths[i] ?? 0;
      if (path === last) continue;
      const keys = steps[step++];
      if (keys) keys[place] = path + 1;
      last = path;
    }
  }
  return steps;
}

/** The distinct visitors of each key below `size`; a visitor's keys stand side by side. */
function distinct(keys: Int32Array, visitors: Int32Array, size: number): Uint32Array {
  const latest = new Int32Array(size);
  const counts = new Uint32Array(size);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const visitor = visitors[i] ?? 0;
    if (latest[key] === visitor) continue;
    latest[key] = visitor;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
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

function placesOf(keys: Int32Array, names: readonly Named[], size: number): Int32Array {
  const placeOfKey = new Uint8Array(size).fill(names.length + 1);
  placeOfKey[0] = 0;
  names.forEach(({ key }, i) => {
    placeOfKey[key] = i + 1;
  });
  const places = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) places[i] = placeOfKey[keys[i] ?? 0] ?? 0;
  return places;
}

/** The names stand in the order of nodes, OTHER after them. */
function nodesOf({ names, places }: Column, visitors: Int32Array, step: number): PathNode[] {
  const counts = distinct(places, visitors, names.length + 2);
  return [...names, OTHER]
    .map((path, i) => ({ step, path, visitors: counts[i + 1] ?? 0 }))
    .filter((node) => node.visitors > 0);
}

function linksOf(from: Column, to: Column, visitors: Int32Array, step: number): PathLink[] {
  const width = to.names.length + 2;
  const keys = new Int32Array(from.places.length);
  for (let i = 0; i < keys.length; i++) keys[i] = (from.places[i] ?? 0) * width + (to.places[i] ?? 0);
  const counts = distinct(keys, visitors, (from.names.length + 2) * width);
  const sources = [...from.names, OTHER];
  const targets = [...to.names, OTHER];
  const links = sources.flatMap((source, i) =>
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
