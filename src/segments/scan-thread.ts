import type { SentPart } from './feed-thread.ts';
import { DAY } from './fields.ts';
import { decodeSegment, type Segment } from './format.ts';
import { type Scan, type ScanRow, scan } from './scan/scan.ts';
import { serveThread } from './serve.ts';

// A thread that scans: it only reads what it shares with others, and holds nothing of its own between questions but
// where the columns are.

export interface ScanRequest {
  scan: Scan;
  /** Columns that came with an earlier request are null. */
  parts: SentPart[];
  /** Parts that no one will ask of any more. */
  dropped: string[];
}

const segments = new Map<string, Segment>();

serveThread<ScanRequest, ScanRow[][]>(({ scan: question, parts, dropped }) => {
  for (const key of dropped) segments.delete(key);
  const views = parts.map(({ key, day, columns, alive }) => {
    const segment = segments.get(key) ?? (columns && decodeSegment(columns));
    if (!segment) throw new Error(`the columns of ${key} are missing`);
    segments.set(key, segment);
    return { ...segment, base: day * DAY, alive: alive && new Uint8Array(alive) };
  });
  return scan(views, question);
});
