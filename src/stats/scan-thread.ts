import { LRUCache } from 'lru-cache';
import { createCollector } from '../segments/collect.ts';
import type { SentPart } from '../segments/feed-thread.ts';
import { DAY } from '../segments/fields.ts';
import { decodeSegment, type Segment } from '../segments/format.ts';
import { VIEWS_BYTES } from '../segments/memory.ts';
import { serveThread } from '../segments/serve.ts';
import { type Scan, type ScanResults, scan } from './scan.ts';

// A thread that scans. Of its own it has only where the columns are, and texts of paths.

export interface ScanRequest {
  projectId: number;
  /** Null where parts are dropped only. */
  scan: Scan | null;
  /** Columns that came with an earlier request are null. */
  parts: SentPart[];
  /** Parts that no one will ask of any more. */
  dropped: string[];
}

const segments = new Map<string, Segment>();
const texts = new LRUCache<string, string>({ max: 100_000 });
const collect = createCollector();

serveThread<ScanRequest, ScanResults[Scan['ask']]>(({ projectId, scan: question, parts, dropped }) => {
  forget(dropped);
  if (question === null) return [];
  const views = parts.map(({ key, day, columns, alive }) => {
    const segment = segments.get(key) ?? (columns && decodeSegment(columns));
    if (!segment) throw new Error(`the columns of ${key} are missing`);
    segments.set(key, segment);
    return { ...segment, base: day * DAY, alive: alive && new Uint8Array(alive) };
  });
  if (question.ask === 'paths') {
    for (const [path, text] of question.texts) texts.set(`${projectId} ${path}`, text);
  }
  return scan(views, question, (path) => texts.get(`${projectId} ${path}`));
});

function forget(keys: readonly string[]): void {
  let bytes = 0;
  for (const key of keys) {
    const segment = segments.get(key);
    if (!segment) continue;
    bytes += VIEWS_BYTES + segment.first.buffer.byteLength;
    segments.delete(key);
  }
  collect(bytes);
}
