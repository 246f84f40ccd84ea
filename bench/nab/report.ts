import { table } from '../report.ts';
import type { GroupResult, RunResult } from './run.ts';
import { PROFILES } from './scoring.ts';

/** Where and when a run was made. */
export interface Circumstances {
  date: string;
  machine: string;
  node: string;
  commit: string;
}

/** The run as Markdown. */
export function report(run: RunResult, { date, machine, node, commit }: Circumstances): string {
  const score = (value: number) => (Number.isNaN(value) ? '—' : value.toFixed(1));
  const line = ({ name, files, windows, found, falseAlarms, scores }: GroupResult) => [
    name,
    String(files),
    ...scores.map(score),
    `${found} of ${windows}`,
    String(falseAlarms),
  ];
  return [
    `${date}; ${machine}; Node ${node}; commit ${commit}.`,
    `${run.values.toLocaleString('en')} values in ${run.seconds.toFixed(1)} s: ${Math.round(run.values / run.seconds).toLocaleString('en')} a second.`,
    '',
    ...table(
      ['group', 'files', ...PROFILES.map(({ name }) => name), 'anomalies found', 'false alarms'],
      [...run.groups.map(line), line(run.total).map((cell) => `**${cell}**`)],
    ),
    '',
    `Found anomalies and false alarms are those of the standard profile. Thresholds: ${run.thresholds
      .map(({ profile, threshold }) => `${profile} ${threshold.toFixed(6)}`)
      .join(', ')}.`,
  ].join('\n');
}
