import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsOfAnswer } from '../evidence/facts.ts';
import { unsupported } from '../evidence/numbers.ts';
import { statement } from './statement.ts';

const totals = { visitors: 987, visits: 1234, bounceRate: 0.4127, visitDuration: null, viewsPerVisit: 3.625 };

it('says what an answer says', () => {
  const answer = {
    stats: {
      start: '2026-11-14T00:00:00+01:00',
      end: '2026-11-21T13:00:00+01:00',
      totals: { ...totals, revenue: [{ currency: 'EUR', amount: '1299.5' }] },
      breakdown: [{ value: '/cart', metrics: { visits: 40 }, share: { visits: 0.0324 } }],
    },
    change: { visits: -0.12 },
  };
  expect(statement(answer)).toBe(
    'from 2026-11-14 to 2026-11-21 13:00: visitors 987, visits 1,234, bounce rate 41.27 %, views per visit 3.63, revenue 1299.5 EUR, `/cart`: visits 40; change: visits -12 %.',
  );
  expect(statement({ stats: {} })).toBe('');
  const name = 'Do\n`this`, '.repeat(10);
  expect(
    statement({
      links: [
        { value: name, visits: 1 },
        { start: '2026-11-14T00:00:00+01:00', visits: 2 },
      ],
    }),
  ).toBe("`Do 'this', Do 'this', Do 'this', Do 'th…`: visits 1; 2026-11-14: visits 2.");
});

it('has no number but those of the answer', () => {
  const counts = fc.integer({ min: 0, max: 1e9 });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const answers = fc.record({
    stats: fc.record({
      start: fc.constant('2026-11-14T00:00:00+01:00'),
      end: fc.constant('2026-11-21T00:00:00+01:00'),
      totals: fc.record({ visits: counts, bounceRate: share, viewsPerVisit: share.map((part) => part * 40) }),
      timeseries: fc.array(
        fc.record({
          start: fc.constant('2026-11-15T00:00:00+01:00'),
          metrics: fc.record({ visits: counts }),
        }),
      ),
    }),
    funnel: fc.record({
      steps: fc.array(fc.record({ label: fc.constant('a'), visitors: counts, conversionRate: share })),
    }),
  });
  fc.assert(
    fc.property(answers, (answer) => {
      expect(unsupported(statement(answer), factsOfAnswer(answer, 'Europe/Berlin'))).toEqual([]);
    }),
  );
});
