import { expect, it } from 'vitest';
import { report } from './report.ts';

it('says what became of the events', () => {
  const counts = {
    sent: 1_234,
    stored: 1_000,
    duplicates: 230,
    rejected: new Map([['INVALID', { count: 4, message: 'url is not a URL' }]]),
    retries: 2,
  };
  expect(report({ counts, seconds: 2, failure: null }).split('\n')).toEqual([
    '1,234 events sent in 2.0 s, 617 a second',
    '1,000 stored',
    '  230 that were stored before',
    '    4 rejected, INVALID: url is not a URL',
    '    2 requests sent again',
  ]);
});
