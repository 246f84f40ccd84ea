import { Presets, SingleBar } from 'cli-progress';
import type { RebuildProgress } from './rebuild.ts';

/** Tells how far a rebuild is. */
export interface Progress {
  update(progress: RebuildProgress): void;
  end(): void;
}

// Milliseconds between lines where there is no terminal: logs are read by people.
const PAUSE = 5_000;

/** A bar a stage on a terminal; elsewhere a line with the first step of a stage and every few seconds. */
export function createProgress(stream: NodeJS.WriteStream, project: string, now: () => number): Progress {
  let stage = '';
  let startedAt = now();
  let updatedAt = startedAt;
  let next = 0;
  let bar: SingleBar | null = null;
  return {
    update(progress) {
      if (progress.stage !== stage) {
        stage = progress.stage;
        // With the first step, which the stage before was not told of.
        startedAt = updatedAt;
        next = updatedAt;
        bar?.stop();
        bar = stream.isTTY ? startBar(stream, `${project}, ${stage}`, progress.total) : null;
      }
      updatedAt = now();
      const seconds = Math.max(0.001, (updatedAt - startedAt) / 1000);
      const rate = progress.events
        ? ` | ${Math.round(progress.events / seconds).toLocaleString('en')} events/s`
        : '';
      bar?.update(progress.done, { rate });
      if (bar || updatedAt < next) return;
      next = updatedAt + PAUSE;
      const percentage = Math.floor((progress.done / Math.max(1, progress.total)) * 100);
      stream.write(`${project}, ${stage}: ${percentage}%${rate}\n`);
    },
    end: () => bar?.stop(),
  };
}

function startBar(stream: NodeJS.WriteStream, title: string, total: number): SingleBar {
  const format = ` ${title} {bar} {percentage}%{rate} | {eta_formatted} to go`;
  const bar = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0, { rate: '' });
  return bar;
}
