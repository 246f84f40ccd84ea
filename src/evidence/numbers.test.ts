import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { allFacts, factsOfAnswer, factsOfEvidence, factsOfVariables } from './facts.ts';
import { check, numbersIn, unsupported } from './numbers.ts';
import { plain } from './readings.ts';
import { finishedSentences, sentencesOf } from './sentences.ts';

const facts = allFacts([
  factsOfAnswer(
    {
      totals: {
        visits: 1234,
        visitors: 987,
        bounceRate: 0.4127,
        visitDuration: 95.4,
        viewsPerVisit: 3.62,
        revenue: [{ currency: 'EUR', amount: '15299.5' }],
      },
      change: { visits: -0.1234 },
      large: 3_412_345,
      timeseries: [
        { start: '2026-11-20T23:00:00Z', visits: 40 },
        { start: '2026-11-21T23:00:00Z', visits: 0 },
        { start: '2026-11-22T23:00:00Z', visits: 7 },
      ],
      breakdown: [{ value: '/plans/2024' }, { value: 'utm2024' }, { value: 'Sale 50 off' }, { value: '777' }],
      name: 'visits were 999,999',
    },
    'Europe/Berlin',
  ),
  factsOfVariables(
    {
      range: { between: { start: '2026-11-15T00:00:00+01:00', end: '2026-11-22T00:00:00+01:00' } },
      filter: { properties: [{ key: 'price', gt: 100 }] },
      window: 'PT30M',
    },
    'Europe/Berlin',
  ),
]);

describe('numbers that are in the evidence are supported', () => {
  it.each([
    'There were 1,234 visits.',
    'There were 1 234 visits.',
    'There were 1 234 visits.',
    'Es gab 1.234 Besuche.',
    "Es gab 1'234 Besuche.",
    'There were 1234 visits and 987 visitors.',
    'There were 1.2k visits, 1.23K to be precise.',
    '3.4 million, 3.41M, 3,412,345 or 3412 thousand events.',
    'The bounce rate is 41 %, 41.3%, 41.27 percent or 0.41.',
    'Die Absprungrate ist 41,3 %.',
    'Visits are down 12.3 %, −12.34 % or -12%.',
    'They take 95 s, 95.4 seconds, 1 min 35 s, 1 minute and 35 seconds or 1.6 minutes.',
    'They look at 3.6 pages (3.62).',
    'It made €15,299.50, 15299.5 EUR, 15.299,50 € or 15.3k EUR.',
    'It was 0 on November 22, 2026, and seven a day later.',
    'From 15 to 21 November 2026; 2026-11-15 to 2026-11-21; November 15–21; 21.11.2026; Nov 21st.',
    'In November 2026 and in 2026.',
    'At 00:00, or at 12 am.',
    'Over the last 7 days, that week, these seven days.',
    'Orders over 100 within 30 minutes.',
    'The top 3, the first 4, the 2nd and #1: the three.',
    'The two countries.',
    '1. First\n2. Second\n3) Third: 40 visits',
    'The page /plans/2024 had 40, the campaign utm2024 had 7.',
    'The event "Sale 50 off" and the value `777`.',
    '- 40 visits\n- 7 visits',
    'No numbers at all.',
    'Chrome 40 987 visitors.',
    '１２３４ visits',
  ])('%s', (text) => {
    expect(unsupported(text, facts)).toEqual([]);
  });
});

describe('numbers that are not are found', () => {
  it.each<[string, string[]]>([
    ['There were 1,235 visits.', ['1,235']],
    ['There were 12,34 visits.', ['12,34']],
    ['There were about 1,200 visits.', ['1,200']],
    ['There were 1.3k visits.', ['1.3k']],
    ['The bounce rate is 42 %.', ['42 %']],
    ['Visits are 1234 %.', ['1234 %']],
    ['Visits are up +12 %.', ['+12 %']],
    ['Visits are -1234.', ['-1234']],
    ['They take 96 s, 1 min 36 s or 2 minutes.', ['96 s', '1 min 36 s', '2 minutes']],
    ['They look at 4 pages; 3.7 to be precise.', ['4', '3.7']],
    ['It made €15,299.60.', ['15,299.60']],
    ['On November 14, on 2026-11-13, in 2025, at 22:00.', ['November 14', '2026-11-13', '2025', '22:00']],
    ['From 15 to 23 October.', ['15 to 23 October']],
    ['Over the last 8 days.', ['8 days']],
    ['100 orders.', ['100']],
    ['The top 12, the 9th.', ['top 12', '9th']],
    ['Visits were 999,999.', ['999,999']],
    ['My visits were 999,999 today.', ['999,999']],
    ['There were 777 visits.', ['777']],
    ['Sale 50 off is the event.', ['50']],
    ['The campaign utm2025 of GA4.', ['utm2025', 'GA4']],
    ['Visits doubled, twice as many as ever, or half.', ['doubled', 'twice', 'half']],
    [
      'Three visits, twenty-one visitors, a hundred events, thousands more.',
      ['Three', 'twenty-one', 'a hundred', 'thousands'],
    ],
    ['It was ٩٩٩ and ½.', ['٩٩٩', '1', '2']],
    ['Visits: 1e6.', ['1', '6']],
  ])('%s', (text, expected) => {
    expect(unsupported(text, facts)).toEqual(expected);
  });
});

it('names the fact that a number is, by the name nearest to it', () => {
  const same = factsOfAnswer(
    { totals: { visits: 12, visitors: 12, bounceRate: 0.5, viewsPerVisit: 12 } },
    'UTC',
  );
  const named = (text: string) => check(text, same).used.map(({ path }) => path.replace('totals.', ''));
  expect(named('There were 12 visitors, and a bounce rate of 50 %.')).toEqual(['visitors', 'bounceRate']);
  expect(named('12 visits by 12 visitors')).toEqual(['visits', 'visitors']);
  expect(named('There were 12.')).toEqual(['visits']);
});

it('lists the numbers of a text', () => {
  expect(numbersIn('From 2026-11-01 on, 12,345 visits (3.4 %) took 1 min 5 s.')).toEqual([
    '2026-11-01',
    '12,345',
    '3.4 %',
    '1 min 5 s',
  ]);
});

it('takes what evidence says, and how far it is from what was expected', () => {
  const evidence: Evidence = {
    claim: '',
    metric: 'visits',
    observed: 150,
    expected: 200,
    low: 180.4,
    high: 219.6,
    pValue: 0.0123,
    method: '',
    query: '',
    variables: { range: { between: { start: '2026-11-20T00:00:00Z', end: '2026-11-21T00:00:00Z' } } },
  };
  const text =
    'On 2026-11-20 there were 150 visits, 25 % less than the 200 expected (180.4 to 219.6, p = 0.012), 50 fewer, 0.75 times as many.';
  expect(unsupported(text, factsOfEvidence([evidence]))).toEqual([]);
  expect(unsupported('There were 26 % less.', factsOfEvidence([evidence]))).toEqual(['26 %']);
});

describe('any number', () => {
  const only = (value: number) => factsOfAnswer({ value }, 'UTC');
  const counts = fc.integer({ min: 0, max: 2 ** 40 });
  const writings: ((value: number) => string)[] = [
    String,
    (value) => value.toLocaleString('en'),
    (value) => value.toLocaleString('de'),
    (value) => value.toLocaleString('fr'),
    (value) => value.toLocaleString('de-CH'),
  ];
  const written = fc.constantFrom(...writings);
  const changed = (text: string, place: number, by: number) => {
    const digits = [...text.matchAll(/\d/g)];
    const at = digits[place % digits.length]?.index ?? 0;
    return `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
  };

  it('as it is written in any language is supported', () => {
    fc.assert(
      fc.property(counts, written, (value, write) => {
        expect(unsupported(`There were ${write(value)} of them.`, only(value))).toEqual([]);
      }),
    );
  });

  it('with one digit changed is not', () => {
    fc.assert(
      fc.property(
        counts.filter((value) => value > 9),
        written,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (value, write, place, by) => {
          const text = changed(write(value), place, by);
          expect(unsupported(`There were ${text} of them.`, only(value))).toEqual([plain(text)]);
        },
      ),
    );
  });

  it('that is a share is supported as a percentage of any precision, and not with a digit changed', () => {
    const share = fc.double({ min: 0.1, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 4 }), fc.nat(), (value, decimals, place) => {
        const text = (value * 100).toFixed(decimals);
        expect(unsupported(`It is ${text} %.`, only(value))).toEqual([]);
        const wrong = changed(text, place, 3);
        expect(unsupported(`It is ${wrong} %.`, only(value))).toEqual([`${wrong} %`]);
      }),
    );
  });

  it('of seconds is supported in minutes and seconds, and not a second off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 86_400 }), (value) => {
        const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
        expect(unsupported(`It took ${inMinutes(value)}.`, only(value))).toEqual([]);
        expect(unsupported(`It took ${inMinutes(value + 1)}.`, only(value))).not.toEqual([]);
      }),
    );
  });

  it('needs no time that grows beyond the text', () => {
    const long = '1,234 and 5 min '.repeat(2_000);
    const before = performance.now();
    unsupported(long, facts);
    unsupported('1 '.repeat(10_000), facts);
    unsupported(`${'9'.repeat(20_000)}.`, facts);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('sentences', () => {
  it('joined are the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A b', '. ', '1.5', '\n', '1. ', '! ', 'no. ', '?'), { maxLength: 30 }),
        (parts) => {
          expect(sentencesOf(parts.join('')).join('')).toBe(parts.join(''));
        },
      ),
    );
  });

  it('end with a full stop, not with a decimal point, and with each line', () => {
    expect(sentencesOf('It is 1.5 k. Then 2.\n- three\n1. four')).toEqual([
      'It is 1.5 k. ',
      'Then 2.\n',
      '- three\n',
      '1. four',
    ]);
  });

  it('are finished when more text has begun', () => {
    expect(finishedSentences('There were 1')).toEqual({ finished: [], rest: 'There were 1' });
    expect(finishedSentences('There were 1.')).toEqual({ finished: [], rest: 'There were 1.' });
    expect(finishedSentences('There were 1.5. And')).toEqual({ finished: ['There were 1.5. '], rest: 'And' });
    expect(finishedSentences('A.\n')).toEqual({ finished: ['A.\n'], rest: '' });
  });
});
