import { LRUCache } from 'lru-cache';
import type { SentPart } from '../segments/feed-thread.ts';
import { DAY } from '../segments/fields.ts';
import { decodeSegment, type Segment } from '../segments/format.ts';
import { serveInSlices } from '../segments/serve.ts';
import { type Scan, scan } from './scan.ts';

// A thread that scans. Of its own it has only where the columns are, and texts of paths.

export interface ScanRequest {
  projectId: number;
  scan: Scan;
  /** Columns that came with an earlier request are null. */
  parts: SentPart[];
  /** Parts that no one will ask of any more. */
  dropped: string[];
}

const segments = new Map<string, Segment>();
const MAX_TEXTS = 100_000;
const known = new LRUCache<string, string>({ max: MAX_TEXTS });

serveInSlices<ScanRequest>(({ projectId, scan: question, parts, dropped }) => {
  for (const key of dropped) segments.delete(key);
  const views = parts.map(({ key, day, columns, alive }) => {
    const segment = segments.get(key) ?? (columns && decodeSegment(columns));
    if (!segment) throw new Error(`the columns of ${key} are missing`);
    segments.set(key, segment);
    return { ...segment, base: day * DAY, alive: alive && new Uint8Array(alive) };
  });
  const texts = question.ask === 'paths' ? question.texts : new Map<number, string>();
  // More than are kept would only push each other out.
  if (texts.size <= MAX_TEXTS / 2) {
    for (const [path, text] of texts) known.set(`${projectId} ${path}`, text);
  }
  const textOf = (path: number) => texts.get(path) ?? known.get(`${projectId} ${path}`);
  return { line: projectId, steps: scan(views, question, textOf) };
});
