import { LRUCache } from 'lru-cache';
import { digestOf } from '../ingest/event.ts';

// Equal lines have the same second, so the log has them close together. About 15 MB.
const REMEMBERED = 100_000;

/**
 * Event ids for one reading of a log: from a line's text and how many equal lines came before it. So
 * - of n equal lines in a file (a page that was reloaded within a second), all n count;
 * - a file that is read again, whole or from the middle of, gives the same ids, and so do two files that overlap;
 * - of a line that several files have, as many count as the file with the most of them has.
 * That last rule loses one pageview when a rotation falls between two equal lines: nothing in them tells that from overlap.
 */
export function createEventIds(format: string): (text: string) => string {
  const seen = new LRUCache<string, number>({ max: REMEMBERED });
  return (text) => {
    const first = digestOf(format, text, '1');
    const count = (seen.get(first) ?? 0) + 1;
    seen.set(first, count);
    return count === 1 ? first : digestOf(format, text, String(count));
  };
}
