import { Presets, SingleBar } from 'cli-progress';
import type { Counts } from './send.ts';

/** Tells how far a part of the simulation is. */
export interface Progress {
  /** Milliseconds of simulated time that are sent, and what became of all events so far. */
  update(milliseconds: number, counts: Counts): void;
  end(): void;
}

export interface ProgressOptions {
  stream: NodeJS.WriteStream;
  /** What is being sent, in a word. */
  label: string;
  /** Milliseconds of simulated time. */
  total: number;
  /** Events that were sent before this part. */
  before: number;
  /** The clock, in milliseconds. */
  now: () => number;
}

// Milliseconds between lines where there is no terminal: logs are read by people.
const PAUSE = 5_000;

/** A bar on a terminal; elsewhere a line with the first answer and every few seconds. */
export function createProgress(options: ProgressOptions): Progress {
  const startedAt = options.now();
  const described = (counts: Counts): Described => {
    const seconds = Math.max(0.5, (options.now() - startedAt) / 1000);
    return { events: formatCount(counts.sent), rate: formatCount((counts.sent - options.before) / seconds) };
  };
  return options.stream.isTTY ? bar(options, described) : lines(options, described);
}

interface Described {
  events: string;
  rate: string;
}

function bar({ stream, label, total }: ProgressOptions, described: (counts: Counts) => Described): Progress {
  const single = new SingleBar(
    {
      stream,
      format: ` ${label} {bar} {percentage}% | {events} events | {rate}/s | {eta_formatted} to go`,
      hideCursor: true,
      // Answers come in bursts.
      etaBuffer: 200,
      // Several requests are on their way: the last events are not the last answers.
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  single.start(total, 0, { events: '0', rate: '0' });
  let furthest = 0;
  return {
    update(milliseconds, counts) {
      furthest = Math.max(furthest, milliseconds);
      single.update(Math.min(total, furthest), described(counts));
    },
    end: () => single.stop(),
  };
}

function lines(
  { stream, label, total, now }: ProgressOptions,
  described: (counts: Counts) => Described,
): Progress {
  let next = 0;
  return {
    update(milliseconds, counts) {
      const { events, rate } = described(counts);
      if (now() < next) return;
      next = now() + PAUSE;
      stream.write(`${label}: ${Math.floor((milliseconds / total) * 100)}%, ${events} events, ${rate}/s\n`);
    },
    end: () => undefined,
  };
}

/** A count, rounded, with thousands marked. */
export const formatCount = (count: number): string => Math.round(count).toLocaleString('en');
