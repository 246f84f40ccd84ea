import { commandFor } from './command-line.ts';
import { formatCount } from './progress.ts';
import type { Made } from './project.ts';
import type { Simulated } from './simulate.ts';

/** What became of the events, line by line. */
export function report({ counts, seconds }: Simulated): string {
  const rate = seconds > 0 ? counts.sent / seconds : 0;
  const rows: [count: number, what: string][] = [
    [counts.sent, `events sent in ${seconds.toFixed(1)} s, ${formatCount(rate)} a second`],
    [counts.stored, 'stored'],
    [counts.duplicates, 'that were stored before'],
    ...[...counts.rejected].map(([code, { count, message }]): [number, string] => [
      count,
      `rejected, ${code}: ${message}`,
    ]),
    ...(counts.retries > 0 ? [[counts.retries, 'requests sent again'] satisfies [number, string]] : []),
  ];
  const width = Math.max(...rows.map(([count]) => formatCount(count).length));
  return rows.map(([count, what]) => `${formatCount(count).padStart(width)} ${what}`).join('\n');
}

/** What a newcomer needs to see what is there now. */
export function whatToOpen(url: string, made: Made): string {
  return `
  The project "${made.name}" is made; its visits are on their way. To see them:

  1. Open ${url}/graphql
  2. In the tab Dashboard, replace what is in Variables and Headers (below the query) by

     {"project": "${made.projectId}", "range": {"preset": "LAST_90_DAYS"}}
     {"authorization": "Bearer ${made.readKey}"}

     and run it. With the same two, the tab Live shows the numbers move, Watch each event as it comes, and
     Insights what stands out.

  You sign in as  ${made.email}  ${made.password}
  These are shown this once. More traffic later, or to a project of yours:

     ${commandFor(url, ['--key', made.writeKey])}
`;
}
