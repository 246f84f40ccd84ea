import { expect, it } from 'vitest';
import { report } from './report.ts';

it('says what became of every line', () => {
  const text = report({
    lines: 12_345,
    stored: 9_000,
    duplicates: 0,
    bots: 1_000,
    skipped: new Map([
      ['error', 44],
      ['method', 300],
    ]),
    rejected: new Map([['context.ip is not an IP address', 2_000]]),
    malformed: 1,
    firstMalformed: { line: 7, text: `\u001b[31m${'x'.repeat(200)}` },
  });
  expect(text).toBe(
    [
      '12,345 lines',
      ' 9,000 pageviews stored',
      '     0 pageviews that were stored before',
      ' 1,000 requests by bots, not stored',
      '   300 skipped: other methods than GET',
      '    44 skipped: errors (4xx, 5xx)',
      ' 2,000 rejected: context.ip is not an IP address',
      `     1 malformed, the first in line 7: ?[31m${'x'.repeat(95)}…`,
    ].join('\n'),
  );
});
