import type { Ingest } from '../ingest/ingest.ts';
import type { Delivery, Rejection } from '../ingest/prepare.ts';
import { MAX_EVENTS } from '../limits.ts';
import { type LogEntry, parseCombined } from './combined.ts';
import { createEventIds } from './event-ids.ts';
import { type SkipReason, selectPageview } from './select.ts';

/** What became of a log's lines; all but `lines` and `firstMalformed` add up to `lines`. */
export interface ImportCounts {
  /** Lines that are not empty. */
  lines: number;
  stored: number;
  /** Pageviews that were stored before. */
  duplicates: number;
  bots: number;
  skipped: Map<SkipReason, number>;
  /** By what is wrong with them. */
  rejected: Map<string, number>;
  malformed: number;
  firstMalformed: { line: number; text: string } | null;
}

export interface ImportOptions {
  projectId: number;
  /** The host name of all pages, whatever a line tells. */
  hostname: string | null;
  /** That of pages whose host nothing else tells; without it, their URLs are bare paths. */
  domain: string | null;
  includeStatic: boolean;
  now: () => number;
  /** Called with what was rejected of a batch, and the batch. */
  onRejected?: (rejected: readonly Rejection[], inputs: readonly unknown[]) => void;
  /** Called after each batch is stored. */
  onBatch: (counts: ImportCounts) => void;
}

const NO_ADDRESS =
  "the client is not an IP address (a host name, where the server looks names up: Apache's HostnameLookups)";

/** The file is not an access log of this format. */
export class FormatError extends Error {}

// As many malformed lines at the start, and none that is good, are no accident.
const PATIENCE = 1_000;

/**
 * Stores the pageviews of an access log's lines through the ingest path, in the order of the lines. While one batch is
 * being stored the next is read, and no more than that is held. Throws FormatError when the lines are of another format.
 */
export async function importLog(
  chunks: AsyncIterable<readonly string[]>,
  ingest: Pick<Ingest, 'track'>,
  options: ImportOptions,
): Promise<ImportCounts> {
  const counts: ImportCounts = {
    lines: 0,
    stored: 0,
    duplicates: 0,
    bots: 0,
    skipped: new Map(),
    rejected: new Map(),
    malformed: 0,
    firstMalformed: null,
  };
  const eventId = createEventIds('combined');
  let lineNumber = 0;
  let batch: unknown[] = [];
  let storing: Promise<void> = Promise.resolve();

  async function store(inputs: readonly unknown[]): Promise<void> {
    const result = await ingest.track(options.projectId, inputs, deliveryAt(options.now()));
    counts.stored += result.accepted;
    counts.duplicates += result.duplicates;
    for (const { code, field, message } of result.rejected) {
      if (code === 'BOT') counts.bots++;
      else add(counts.rejected, field === 'context.ip' ? NO_ADDRESS : message);
    }
    options.onRejected?.(result.rejected, inputs);
    options.onBatch(counts);
  }

  /** Hands the batch over, once the one before is stored: a visit over midnight is told by the order of its events. */
  async function flush(): Promise<void> {
    const inputs = batch;
    batch = [];
    await storing;
    storing = store(inputs);
    // Whoever awaits it next hears of its failure; until then it is not unhandled.
    storing.catch(() => undefined);
  }

  for await (const lines of chunks) {
    for (const line of lines) {
      lineNumber++;
      if (line.trim() === '') continue;
      counts.lines++;
      const entry = parseCombined(line);
      if (entry === null) {
        noteMalformed(counts, lineNumber, line);
        continue;
      }
      const selected = selectPageview(entry, options);
      if ('skipped' in selected) {
        add(counts.skipped, selected.skipped);
        continue;
      }
      batch.push(eventOf(entry, eventId(entry.text), selected.target, options));
      if (batch.length === MAX_EVENTS) await flush();
    }
  }
  if (batch.length > 0) await flush();
  await storing;
  if (counts.malformed > 0 && counts.malformed === counts.lines) throw wrongFormat(counts);
  return counts;
}

/** The event as trackEvents takes it. */
function eventOf(entry: LogEntry, id: string, target: string, options: ImportOptions): unknown {
  return {
    id,
    url: urlOf(target, options.hostname ?? entry.host ?? options.domain),
    referrer: entry.referrer,
    timestamp: entry.time,
    // Browsers say what they are. Of the dash that the log has instead, isbot says that it is a bot.
    context: { ip: entry.address, userAgent: entry.userAgent ?? '-' },
  };
}

function urlOf(target: string, hostname: string | null): string {
  if (hostname !== null) return `https://${hostname}${target}`;
  // A path of `//a/b` must not be read as the page /b of the host a; `/.//a/b` is that path (WHATWG URL, 4.4).
  return target.startsWith('//') ? `/.${target}` : target;
}

/** Nothing of the import's own connection belongs to a visitor. */
function deliveryAt(receivedAt: number): Delivery {
  return {
    receivedAt,
    sentAt: null,
    address: null,
    userAgent: null,
    acceptLanguage: null,
    proxyGeography: null,
    trusted: false,
  };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function noteMalformed(counts: ImportCounts, line: number, text: string): void {
  counts.firstMalformed ??= { line, text };
  counts.malformed++;
  if (counts.malformed === PATIENCE && counts.lines === PATIENCE) throw wrongFormat(counts);
}

function wrongFormat({ firstMalformed }: ImportCounts): FormatError {
  if (firstMalformed?.text.includes('\0'))
    return new FormatError(
      'The file is UTF-16, or no text: an access log is UTF-8. iconv -f UTF-16 -t UTF-8 FILE | npm run import -- ... -',
    );
  return new FormatError(
    `None of the lines is in the combined format. The first is:\n  ${excerpt(firstMalformed?.text ?? '')}\n` +
      'A line of that format looks like this:\n' +
      '  192.0.2.1 - - [21/Nov/2026:09:30:00 +0000] "GET /pricing HTTP/1.1" 200 5120 "https://example.com/" "Mozilla/5.0 ..."\n' +
      'Compressed files other than gzip can be piped in: zstdcat FILE | npm run import -- ... -',
  );
}

/** The start of a line, fit for a terminal. */
export function excerpt(text: string): string {
  const clean = text.slice(0, 100).replaceAll(/[\p{C}\uFFFD]/gu, '?');
  return text.length > 100 ? `${clean}…` : clean;
}
