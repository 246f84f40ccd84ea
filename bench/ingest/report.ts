import { table } from '../report.ts';
import type { LoadResult } from './load.ts';

/** One load, and what it took. */
export interface Line extends LoadResult {
  name: string;
  /** To reach: events or requests a second, milliseconds of the 99th percentile, milliseconds until all is stored. */
  goal: { events?: number; requests?: number; p99?: number; lag?: number };
  /** Milliseconds after the last acknowledgement until every event was stored. */
  lag: number;
  /** MB of the first process, minute by minute. */
  memories: number[];
  /** Percent of a core, and MB. */
  processes: { process: string; cpu: number; memory: number; grown: number }[];
}

export interface Run {
  date: string;
  machine: string;
  node: string;
  postgres: string;
  sharedBuffers: string;
  copy: { rows: number; rate: number };
  lines: Line[];
  /** Requests a second, 32 at a time, that bring nothing. */
  least: { health: number; typename: number };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** The run as Markdown. */
export function report(run: Run): string {
  return [
    `${run.date}; ${run.machine}; Node ${run.node}; Postgres ${run.postgres}, shared_buffers ${run.sharedBuffers}; the client on the same machine.`,
    `COPY of ${whole(run.copy.rows)} of the stored events into one table with the same indexes: ${whole(run.copy.rate)} rows/s.`,
    `Of requests that bring nothing, 32 at a time, the same client has ${whole(run.least.health)} a second answered at \`GET /health\`, and ${whole(run.least.typename)} at \`{ __typename }\`.`,
    '',
    ...table(
      ['load', 'events/s', 'of COPY', 'requests/s', 'p50 ms', 'p99 ms', 'stored after', 'failed', 'goal', ''],
      run.lines.map((line) => [
        line.name,
        whole(line.events / line.seconds),
        `${((100 * line.events) / line.seconds / run.copy.rate).toFixed(0)} %`,
        whole(line.requests / line.seconds),
        ms(line.p50),
        ms(line.p99),
        `${ms(line.lag)} ms`,
        String(line.failed),
        goalOf(line),
        verdict(line),
      ]),
    ),
    '',
    ...table(
      ['load', 'process', 'CPU', 'memory', 'grown by'],
      run.lines.flatMap((line) =>
        line.processes.map(({ process, cpu, memory, grown }) => [
          line.name,
          process,
          `${whole(cpu)} %`,
          `${whole(memory)} MB`,
          `${whole(grown)} MB`,
        ]),
      ),
    ),
    ...run.lines
      .filter(({ memories }) => memories.length > 0)
      .flatMap(({ name, memories }) => [
        '',
        `Memory, minute by minute, of ${name}: ${memories.join(', ')} MB.`,
      ]),
  ].join('\n');
}

function goalOf({ goal }: Line): string {
  return [
    ...(goal.events ? [`${whole(goal.events)} events/s`] : []),
    ...(goal.requests ? [`${whole(goal.requests)} requests/s`] : []),
    ...(goal.p99 ? [`p99 ${goal.p99} ms`] : []),
    ...(goal.lag ? [`lag ${goal.lag} ms`] : []),
  ].join(', ');
}

function verdict({ goal, events, requests, seconds, p99, lag }: Line): string {
  if (Object.keys(goal).length === 0) return '';
  const reached =
    events / seconds >= (goal.events ?? 0) &&
    requests / seconds >= (goal.requests ?? 0) &&
    p99 <= (goal.p99 ?? Number.POSITIVE_INFINITY) &&
    lag <= (goal.lag ?? Number.POSITIVE_INFINITY);
  return reached ? 'reached' : '**missed**';
}
