import { describe, expect, it } from 'vitest';
import { createEventIds } from './event-ids.ts';

/** The ids that one reading of a file gives. */
const idsOf = (lines: readonly string[]): string[] => lines.map(createEventIds('combined'));

describe('createEventIds', () => {
  it('gives equal lines of a file ids of their own', () => {
    expect(new Set(idsOf(['a', 'a', 'b', 'a'])).size).toBe(4);
  });

  it('gives a file that is read again the same ids', () => {
    expect(idsOf(['a', 'a', 'b'])).toEqual(idsOf(['a', 'a', 'b']));
  });

  it('gives nothing new to a file that begins within another', () => {
    const whole = idsOf(['a', 'b', 'a', 'c', 'a', 'd']);
    const rest = idsOf(['c', 'a', 'd', 'e']);
    expect(rest.filter((id) => !whole.includes(id))).toEqual([rest[3]]);
  });

  it('tells formats apart', () => {
    expect(createEventIds('combined')('a')).not.toBe(createEventIds('other')('a'));
  });

  it('is a UUID, and the same on every machine', () => {
    // printf '8:combined1:a1:1' | sha256sum
    expect(idsOf(['a'])).toEqual(['17ed6b24-523f-312a-95c8-f9ca5266b12d']);
  });
});
