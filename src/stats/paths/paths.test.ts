import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OTHER, pathFlow, START_EVENT } from './paths.ts';

const TEXTS = ['signup', '/', '/a', '/b', '/c', '/d', '/e'];

/** Each visit is its visitor and the texts of its paths. */
function flow(visits: readonly [visitor: number, ...paths: string[]][], depth = 5, first = 10) {
  const lists = visits.map(([, ...paths]) => paths.map((path) => TEXTS.indexOf(path)));
  const { nodes, links } = pathFlow(
    {
      visitors: Int32Array.from(visits, ([visitor]) => visitor),
      offsets: Uint32Array.from([0, ...lists], (_, visit) => lists.slice(0, visit).flat().length),
      paths: Int32Array.from(lists.flat()),
    },
    { depth, first, textOf: (path) => TEXTS[path] ?? '' },
  );
  return {
    nodes: nodes.map(({ step, path, visitors }) => `${step} ${path} ${visitors}`),
    links: links.map(({ step, source, target, visitors }) => `${step} ${source} ${target} ${visitors}`),
  };
}

describe('the ways of visits', () => {
  it('are those of distinct visitors, whatever the order of their visits', () => {
    expect(
      flow([
        [1, '/', '/a', '/b'],
        [2, '/', '/a'],
        [1, '/', '/a', '/c'],
        [3, '/a', '/'],
      ]),
    ).toEqual({
      nodes: ['1 / 2', '1 /a 1', '2 /a 2', '2 / 1', '3 /b 1', '3 /c 1'],
      links: ['1 / /a 2', '1 /a / 1', '2 /a /b 1', '2 /a /c 1'],
    });
  });

  it('take a path that follows itself once, and end with the depth', () => {
    expect(flow([[1, '/', '/', '/a', '/a', '/', '/b']], 3)).toEqual({
      nodes: ['1 / 1', '2 /a 1', '3 / 1'],
      links: ['1 / /a 1', '2 /a / 1'],
    });
  });

  it('fold what is beyond the first into one, of distinct visitors', () => {
    // At step 1, / and /a are tied behind /b; of step 2, /c comes before /d. Visitor 1 goes from other to other twice.
    expect(
      flow(
        [
          [1, '/', '/d'],
          [1, '/a', '/e'],
          [2, '/b', '/c'],
          [3, '/b', '/d'],
          [4, '/b'],
        ],
        5,
        1,
      ),
    ).toEqual({
      nodes: ['1 /b 3', '1 other 1', '2 /d 2', '2 other 2'],
      links: ['1 /b /d 1', '1 /b other 1', '1 other /d 1', '1 other other 1'],
    });
  });

  it('put other last, though most visitors are there, and the first of equals by their letters', () => {
    expect(
      flow(
        [
          [1, '/b'],
          [2, '/a'],
          [3, '/d'],
          [4, '/c'],
        ].map(([v, p]) => [Number(v), String(p)]),
        5,
        2,
      ).nodes,
    ).toEqual(['1 /a 1', '1 /b 1', '1 other 2']);
  });

  it('begin with the event that they come after', () => {
    expect(TEXTS[START_EVENT]).toBe('signup');
    expect(
      flow([
        [1, 'signup'],
        [2, 'signup', '/', '/a'],
      ]),
    ).toEqual({
      nodes: ['1 signup 2', '2 / 1', '3 /a 1'],
      links: ['1 signup / 1', '2 / /a 1'],
    });
  });

  it('are none without visits', () => {
    expect(flow([])).toEqual({ nodes: [], links: [] });
  });
});

it('counts what counting one by one counts', () => {
  const visit = fc.tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.constantFrom('/', '/a', '/b', '/c'), { minLength: 1, maxLength: 7 }),
  );
  fc.assert(
    fc.property(
      fc.array(visit),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (visits, depth, first) => {
        const sequences = visits.map(([visitor, paths]) => ({
          visitor,
          paths: paths.filter((path, i) => path !== paths[i - 1]).slice(0, depth),
        }));
        const at = (step: number, holds: (path: string) => boolean) =>
          new Set(
            sequences.flatMap(({ visitor, paths }) => {
              const path = paths[step - 1];
              return path !== undefined && holds(path) ? [visitor] : [];
            }),
          ).size;
        const expected = Array.from({ length: depth }, (_, i) => i + 1).flatMap((step) => {
          const counted = TEXTS.map((path) => ({ path, visitors: at(step, (other) => other === path) }))
            .filter(({ visitors }) => visitors > 0)
            .toSorted((a, b) => b.visitors - a.visitors || (a.path < b.path ? -1 : 1));
          const names = counted.slice(0, first);
          const rest = at(step, (path) => !names.some((name) => name.path === path));
          return [...names, ...(rest > 0 ? [{ path: OTHER, visitors: rest }] : [])].map(
            ({ path, visitors }) => `${step} ${path} ${visitors}`,
          );
        });
        expect(
          flow(
            visits.map(([visitor, paths]) => [visitor, ...paths]),
            depth,
            first,
          ).nodes,
        ).toEqual(expected);
      },
    ),
  );
});
