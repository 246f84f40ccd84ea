import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { StageTimes } from './load.ts';
import type { Measured, Results } from './measure.ts';

/** What a run measured, and on what: saved as JSON, so that a later run can be compared with it. */
export interface Run {
  date: string;
  machine: string;
  node: string;
  postgres: string;
  sharedBuffers: string;
  events: number;
  visits: number;
  visitors: number;
  load: StageTimes;
  results: Results;
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB`;

/** The run as Markdown; `baseline` adds a column with the former times. */
export function report(run: Run, baseline: Run | null): string {
  const { results } = run;
  const n = (count: number) => count.toLocaleString('en');
  const before = (line: Measured) =>
    baseline?.results.questions.find(
      ({ question, days }) => question === line.question && days === line.days,
    );
  const verdict = (value: number, goal: number | null) =>
    goal === null ? '' : value <= goal ? 'reached' : '**missed**';
  const ms = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : value.toFixed(value < 100 ? 1 : 0);
  const ratio = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)}×`;
  const { concurrency, ingesting, memory, firstMs } = results;
  const grown = memory.after - memory.idle;
  return [
    `${run.date}; ${run.machine}; Node ${run.node}; Postgres ${run.postgres}, shared_buffers ${run.sharedBuffers}.`,
    `${n(run.events)} events, ${n(run.visits)} visits, ${n(run.visitors)} visitors in one project over 90 days.`,
    '',
    ...table(
      ['question', 'days', 'ms', 'goal', '', 'SQL ms', 'SQL / ours', ...(baseline ? ['before'] : [])],
      results.questions.map((line) => [
        line.question,
        String(line.days),
        ms(line.ms),
        line.goal === null ? '—' : String(line.goal),
        verdict(line.ms, line.goal),
        ms(line.sqlMs),
        line.sqlMs === null ? '—' : ratio(line.sqlMs / line.ms),
        ...(baseline ? [ms(before(line)?.ms)] : []),
      ]),
    ),
    '',
    ...table(
      ['', 'measured', 'goal', ''],
      [
        [
          'dashboard asked again, cache on, in the server',
          `${ms(results.repeatedMs)} ms`,
          '2 ms',
          verdict(results.repeatedMs, 2),
        ],
        [
          'first question after a start: totals, 30 days',
          `${ms(firstMs.totals)} ms`,
          '300 ms',
          verdict(firstMs.totals, 300),
        ],
        ['second question after a start: dashboard, 30 days', `${ms(firstMs.dashboard)} ms`, '', ''],
        ['dashboards a second, 1 client', concurrency.oneClient.toFixed(1), '', ''],
        ['dashboards a second, 16 clients', concurrency.sixteenClients.toFixed(1), '', ''],
        [
          '/health meanwhile, 99th percentile',
          `${ms(concurrency.healthP99)} ms`,
          '50 ms',
          verdict(concurrency.healthP99, 50),
        ],
        [
          'memory of the server beyond idle',
          `${grown.toFixed(0)} MB (${memory.idle.toFixed(0)} → ${memory.after.toFixed(0)})`,
          '300 MB',
          verdict(grown, 300),
        ],
      ],
    ),
    '',
    `While events arrive in the same project, ${n(Math.round(ingesting.rate))} a second (5,000 were offered), newest event included:`,
    '',
    ...table(
      ['question', 'days', 'ms', 'goal', ''],
      ingesting.questions.map((line) => [
        line.question,
        String(line.days),
        ms(line.ms),
        String(line.goal ?? '—'),
        verdict(line.ms, line.goal),
      ]),
    ),
    ...(run.load.length === 0
      ? []
      : [
          '',
          'Loading:',
          '',
          ...table(
            ['stage', 'seconds'],
            run.load.map(({ stage, seconds }) => [stage, seconds.toFixed(1)]),
          ),
        ]),
  ].join('\n');
}

/** A table in Markdown. */
export const table = (head: string[], lines: string[][]): string[] =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);

/** Puts a report between its markers in a file; what stands around them stays. */
export async function writeReport(file: string, text: string, name = 'measured'): Promise<void> {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const former = await readFile(file, 'utf8').catch(() => `# Performance\n\n${begin}\n${end}\n`);
  const [before, rest] = former.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} must have the lines ${begin} and ${end}.`);
  await writeFile(file, `${before}${begin}\n${text}\n${end}${after}`);
}
