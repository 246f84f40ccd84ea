import { excerpt, type ImportCounts } from './import.ts';
import { SKIPPED, type SkipReason } from './select.ts';

/** What became of a log, line by line: counts, then in words what they are of. */
export function report(counts: ImportCounts): string {
  const { firstMalformed } = counts;
  const skipped = (Object.keys(SKIPPED) as SkipReason[]).flatMap((reason): Row[] => {
    const count = counts.skipped.get(reason);
    return count === undefined ? [] : [[count, `skipped: ${SKIPPED[reason]}`]];
  });
  const rejected = [...counts.rejected].map(([reason, count]): Row => [count, `rejected: ${reason}`]);
  const rows: Row[] = [
    [counts.lines, 'lines'],
    [counts.stored, 'pageviews stored'],
    [counts.duplicates, 'pageviews that were stored before'],
    [counts.bots, 'requests by bots, not stored'],
    ...skipped,
    ...rejected,
    ...(firstMalformed === null
      ? []
      : [
          [
            counts.malformed,
            `malformed, the first in line ${firstMalformed.line}: ${excerpt(firstMalformed.text)}`,
          ] satisfies Row,
        ]),
  ];
  const width = Math.max(...rows.map(([count]) => formatCount(count).length));
  return rows.map(([count, what]) => `${formatCount(count).padStart(width)} ${what}`).join('\n');
}

type Row = [count: number, what: string];

/** A count with thousands marked. */
export const formatCount = (count: number): string => count.toLocaleString('en');
