import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoom } from './room.ts';

const PLACES = 1_000;

/** What projects hold that ask for one place after the other, in turn, for as long as any of them gets one. */
function flood(projects: number): number[] {
  const room = createRoom(PLACES);
  const held = Array<number>(projects).fill(0);
  for (let any = true; any; ) {
    any = false;
    for (let project = 0; project < projects; project++) {
      if (!room.take(project, 1)) continue;
      held[project] = (held[project] ?? 0) + 1;
      any = true;
    }
  }
  return held;
}

describe('a room', () => {
  it('gives one project a quarter of all places', () => {
    expect(flood(1)).toEqual([250]);
  });

  // By the definition: n projects that hold h each leave 3h free, so that h = places / (3 + n).
  it.each([2, 3, 4, 7, 20])('gives each of %i the same, and leaves as much as three of them hold', (n) => {
    const held = flood(n);
    const share = PLACES / (3 + n);
    for (const each of held) expect(Math.abs(each - share)).toBeLessThanOrEqual(2);
  });

  it('has room for whoever holds nothing, until there is none at all', () => {
    const room = createRoom(PLACES);
    expect(room.take(1, 250)).toBe(true);
    expect(room.take(1, 1)).toBe(false);
    expect(room.take(2, 750)).toBe(true);
    expect(room.level()).toBe(1);
    expect(room.take(3, 1)).toBe(false);
  });

  it('never gives more places than there are, and has all again once they are given back', () => {
    const step = fc.record({
      project: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 1, max: 400 }),
    });
    void fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const room = createRoom(PLACES);
        const taken = steps.filter(({ project, size }) => room.take(project, size));
        const sum = taken.reduce((all, { size }) => all + size, 0);
        expect(sum).toBeLessThanOrEqual(PLACES);
        expect(room.level()).toBe(sum / PLACES);
        for (const { project, size } of taken) room.give(project, size);
        expect(room.level()).toBe(0);
        expect(room.take(1, PLACES)).toBe(true);
      }),
    );
  });
});
