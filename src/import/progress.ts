import { Presets, SingleBar } from 'cli-progress';
import type { ImportCounts } from './import.ts';
import { formatCount } from './report.ts';

/** Tells how far an import is. */
export interface Progress {
  /** Bytes of the file that were read by now, and what became of them. */
  update(bytes: number, counts: ImportCounts): void;
  /** Shows the last state, and no more after it. */
  end(): void;
}

export interface ProgressOptions {
  stream: NodeJS.WriteStream;
  /** Bytes of the file; null when nobody knows before its end. */
  total: number | null;
  /** The clock, in milliseconds. */
  now: () => number;
}

// Milliseconds between lines where there is no terminal: logs are read by people.
const PAUSE = 5_000;

/** A bar on a terminal; elsewhere, or without an end to measure by, a line with the first batch and every few seconds. */
export function createProgress({ stream, total, now }: ProgressOptions): Progress {
  const startedAt = now();
  const rate = ({ stored, duplicates }: ImportCounts) =>
    formatCount(Math.round((stored + duplicates) / Math.max(0.001, (now() - startedAt) / 1000)));
  return stream.isTTY && total !== null ? bar(stream, total, rate) : lines(stream, total, now, rate);
}

type Rate = (counts: ImportCounts) => string;

function bar(stream: NodeJS.WriteStream, total: number, rate: Rate): Progress {
  const single = new SingleBar(
    {
      stream,
      format: ' {bar} {percentage}% | {lines} lines | {rate} pageviews/s | {eta_formatted} to go',
      hideCursor: true,
      // Read ahead of what is stored: the last steps are not the file's.
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  single.start(total, 0, { lines: '0', rate: '0' });
  return {
    update: (bytes, counts) => single.update(bytes, { lines: formatCount(counts.lines), rate: rate(counts) }),
    end: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, total: number | null, now: () => number, rate: Rate): Progress {
  let next = 0;
  let latest: { bytes: number; counts: ImportCounts } | null = null;
  const write = ({ bytes, counts }: { bytes: number; counts: ImportCounts }) => {
    const part = total === null ? '' : `${Math.floor((bytes / total) * 100)}% read, `;
    stream.write(
      `${part}${formatCount(counts.lines)} lines, ${formatCount(counts.stored)} pageviews stored, ${rate(counts)}/s\n`,
    );
  };
  return {
    update(bytes, counts) {
      latest = { bytes, counts };
      if (now() < next) return;
      next = now() + PAUSE;
      write(latest);
      latest = null;
    },
    // Counts are the same object all along: those of the last update are those of the end.
    end() {
      if (latest) write(latest);
      latest = null;
    },
  };
}
