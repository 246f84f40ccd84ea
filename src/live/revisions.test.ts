import { expect, it } from 'vitest';
import { createRevisions } from './revisions.ts';

it('finds a batch without word, once, and gives word time to arrive', () => {
  const revisions = createRevisions();
  expect(revisions.knows(1)).toBe(false);
  expect(revisions.isMissing(1, 10)).toBe(false);
  expect(revisions.knows(1)).toBe(true);
  revisions.note(1, 12);
  revisions.note(1, 11);
  // The word of 13 may still be on its way.
  expect(revisions.isMissing(1, 13)).toBe(false);
  expect(revisions.isMissing(1, 13)).toBe(true);
  expect(revisions.isMissing(1, 13)).toBe(false);
  revisions.note(1, 14);
  expect(revisions.isMissing(1, 14)).toBe(false);
  expect(revisions.isMissing(1, 14)).toBe(false);
});

it('keeps projects apart, and forgets those that nobody asks about', () => {
  const revisions = createRevisions();
  revisions.isMissing(1, 1);
  revisions.isMissing(2, 1);
  revisions.note(1, 2);
  expect([revisions.isMissing(1, 2), revisions.isMissing(2, 2)]).toEqual([false, false]);
  expect([revisions.isMissing(1, 2), revisions.isMissing(2, 2)]).toEqual([false, true]);
  revisions.keep([2]);
  expect([revisions.knows(1), revisions.knows(2)]).toEqual([false, true]);
});
