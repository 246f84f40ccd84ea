import { table } from '../report.ts';

/** What a run measured. */
export interface Run {
  date: string;
  machine: string;
  node: string;
  postgres: string;
  allocator: string;
  seconds: number;
  /** Events stored a second. */
  rate: number;
  stats: {
    subscribers: number;
    questions: number;
    /** Answers that subscribers were sent, a second. */
    messages: number;
    statements: number;
    /** Milliseconds from when the newest event of an answer was sent to the server until the answer was there. */
    fresh: Percentiles;
    /** Milliseconds from when an event was sent to the server until the first answer with it. */
    seen: Percentiles;
    /** Bytes for each subscriber. */
    memory: { rss: number; heap: number };
    /** Percent of a core. */
    cpu: number;
    closed: number;
  };
  events: {
    subscribers: number;
    messages: number;
    /** Of those that were to come. */
    arrived: number;
    latency: Percentiles;
    statements: number;
    cpu: number;
    closed: number;
  };
}

export interface Percentiles {
  p50: number;
  p99: number;
  max: number;
}

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const times = ({ p50, p99, max }: Percentiles): string => `${whole(p50)} / ${whole(p99)} / ${whole(max)} ms`;
const verdict = (reached: boolean): string => (reached ? 'reached' : '**missed**');

/** The run as Markdown. */
export function report({ stats, events, ...run }: Run): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    `${run.date}; ${run.machine}; Node ${run.node}; Postgres ${run.postgres}; one server process, memory by ${run.allocator}; the clients, who take their own time to read, on the same machine.`,
    `${whole(run.rate)} events a second were stored; each figure is over ${run.seconds} seconds.`,
    '',
    ...table(
      ['', 'measured', 'goal', ''],
      [
        [
          `subscribers to \`stats\` on ${stats.questions} questions, PT1S`,
          whole(stats.subscribers),
          '5,000',
          verdict(stats.subscribers >= 5_000 && stats.closed === 0),
        ],
        ['answers they were sent', `${whole(stats.messages)}/s`, '', ''],
        [
          'SQL statements for all of them',
          `${stats.statements.toFixed(1)}/s`,
          `${stats.questions}/s`,
          verdict(stats.statements <= stats.questions),
        ],
        [
          'newest event of an answer sent to the server → answer there, p50 / p99 / longest',
          times(stats.fresh),
          'p99 500 ms',
          verdict(stats.fresh.p99 <= 500),
        ],
        [
          'any event sent to the server → first answer with it (waits for the throttle)',
          times(stats.seen),
          '',
          '',
        ],
        [
          'memory of the server for each',
          kilobytes(stats.memory.rss),
          '30 kB',
          verdict(stats.memory.rss <= 30_000),
        ],
        ['of it on the heap', kilobytes(stats.memory.heap), '', ''],
        ['CPU of the server', `${whole(stats.cpu)} %`, '', ''],
        [
          'subscribers to `eventTracked`, 10 filters',
          whole(events.subscribers),
          '2,000',
          verdict(events.subscribers >= 2_000 && events.closed === 0),
        ],
        ['events they were sent', `${whole(events.messages)}/s`, '', ''],
        ['arrived', `${(100 * events.arrived).toFixed(2)} %`, '100 %', verdict(events.arrived === 1)],
        ['event sent to the server → message there', times(events.latency), '', ''],
        ['SQL statements for all of them', `${events.statements.toFixed(1)}/s`, '', ''],
        ['CPU of the server', `${whole(events.cpu)} %`, '', ''],
      ],
    ),
  ].join('\n');
}
