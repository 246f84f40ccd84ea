import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventFields, readEvent } from './input.ts';
import { Problem } from './problem.ts';

const good = (event: unknown): EventFields => {
  const fields = readEvent(event);
  if (fields instanceof Problem) throw new Error(fields.message);
  return fields;
};
const problem = (event: unknown) => {
  const { code, field } = readEvent(event) as Problem;
  return [code, field];
};

describe('any value is an event, or is rejected with a code and a message', () => {
  const anything = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.date(),
  );
  const fields = ['id', 'type', 'name', 'timestamp', 'visitorId', 'userId', 'sessionId', 'url', 'referrer'];
  const event = fc.dictionary(
    fc.oneof(fc.constantFrom(...fields, 'title', 'properties', 'revenue', 'context'), fc.string()),
    anything,
  );
  it('and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(anything, event), (sent) => {
        const read = readEvent(sent);
        if (!(read instanceof Problem)) return;
        expect(['INVALID', 'TOO_LARGE']).toContain(read.code);
        expect(read.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('ids', () => {
  const IDS = ['id', 'visitorId', 'userId', 'sessionId'] as const;

  it.each(IDS)('%s is a text as it was sent, or a safe integer as a text', (field) => {
    for (const value of ['u-1', ' u 1 ', '0', 'anonymous', 'NULLABLE', 'undefined-1', 'nanny'])
      expect(good({ [field]: value })[field]).toBe(value);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(good({ [field]: n })[field]).toBe(n.toString());
      }),
    );
  });

  it.each(IDS)('%s is absent where it is a spelling of nothing', (field) => {
    const spellings = [
      'undefined',
      'null',
      'NaN',
      '[object Object]',
      'None',
      'nil',
      '(null)',
      '<nil>',
      '(not set)',
    ];
    const blank = ['', ' ', '\t\n', '\u00a0', '""'];
    const zero = '00000000-0000-0000-0000-000000000000';
    for (const value of [...spellings, ...blank, zero, 'false', '"undefined"', null, undefined, false]) {
      expect(good({ [field]: value })[field], String(value)).toBeNull();
      if (typeof value === 'string') {
        expect(good({ [field]: ` ${value.toUpperCase()} ` })[field]).toBeNull();
        expect(good({ [field]: value.toLowerCase() })[field]).toBeNull();
      }
    }
  });

  it.each(IDS)('%s is rejected where it would have to be changed', (field) => {
    const integers = [2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e20, 1.5, Number.POSITIVE_INFINITY];
    for (const value of [...integers, true, {}, ['a'], 'a\0', 'a\ud800', '\udc00'])
      expect(problem({ [field]: value })).toEqual(['INVALID', field]);
    expect(problem({ [field]: 'x'.repeat(201) })).toEqual(['TOO_LARGE', field]);
    expect(good({ [field]: 'x'.repeat(200) })[field]).toHaveLength(200);
  });
});

describe('what describes the page', () => {
  it.each<[string, number, (text: string) => unknown, (fields: EventFields) => string | null]>([
    ['referrer', 2_048, (referrer) => ({ referrer }), ({ referrer }) => referrer],
    ['title', 1_000, (title) => ({ title }), ({ title }) => title],
    ['language', 200, (language) => ({ context: { language } }), ({ context }) => context.language],
    ['user agent', 2_048, (userAgent) => ({ context: { userAgent } }), ({ context }) => context.userAgent],
  ])('%s is cut to %i characters', (_, max, eventOf, read) => {
    expect(read(good(eventOf('é'.repeat(max))))).toBe('é'.repeat(max));
    expect(read(good(eventOf('é'.repeat(max + 1))))).toBe('é'.repeat(max));
    // A pair is two characters to JavaScript: half of one is not kept.
    expect(read(good(eventOf(`${'x'.repeat(max - 1)}😀`)))).toBe('x'.repeat(max - 1));
    expect(read(good(eventOf(`a\0b\ud800`)))).toBe('a\ufffdb\ufffd');
  });

  it('may be a number', () => expect(good({ title: 404 }).title).toBe('404'));
});

it('names are without the spaces around them, as those of definitions', () => {
  expect(good({ name: ' spaced\n' }).name).toBe('spaced');
  expect(good({ name: '  ' }).name).toBeNull();
  expect(good({ name: ` ${'n'.repeat(200)} ` }).name).toHaveLength(200);
  expect(problem({ name: 'n'.repeat(201) })).toEqual(['TOO_LARGE', 'name']);
  for (const name of [5, true, {}, []]) expect(problem({ name })).toEqual(['INVALID', 'name']);
});

it('money that is none is left out', () => {
  const money = { amount: 3.3000000000000003, currency: 'eur ' };
  expect(good({ revenue: money }).revenue).toEqual({ amount: '3.3', currency: 'EUR' });
  for (const revenue of [
    { amount: 'free', currency: 'EUR' },
    { amount: null, currency: 'EUR' },
    { amount: 5, currency: '€' },
    { amount: 5 },
    {},
    5,
    'EUR 5',
    null,
  ])
    expect(good({ name: 'Purchase', revenue }).revenue, JSON.stringify(revenue)).toBeNull();
});

describe('properties', () => {
  it('are kept with every key, at every level', () => {
    const text =
      '{"__proto__":"x","constructor":"c","toString":"t","hasOwnProperty":1,"a":{"__proto__":{"b":1}}}';
    const { properties } = good({ properties: JSON.parse(text) });
    expect(JSON.stringify(properties)).toBe(text);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
    const mended = good({ properties: JSON.parse('{"__proto__":"\\u0000","a":{"__proto__":1}}') }).properties;
    expect(JSON.stringify(mended)).toBe('{"__proto__":"\ufffd","a":{"__proto__":1}}');
  });

  it.each([
    ['{"properties":{"order":1e400}}', 'properties.order'],
    ['{"properties":{"order":-1e400}}', 'properties.order'],
    ['{"properties":{"a":{"b":[1,{"c":1e999}]}}}', 'properties.a.b.c'],
  ])('%s has a number that cannot be stored', (text, field) =>
    expect(problem(JSON.parse(text))).toEqual(['INVALID', field]),
  );

  it.each([['text'], [[1]], [5], [true], [new Date()]])('%j are none', (properties) =>
    expect(problem({ properties })).toEqual(['INVALID', 'properties']),
  );
});

describe('a field that there is none of', () => {
  it.each([
    ['visitor_id', 'visitorId'],
    ['visitorID', 'visitorId'],
    ['VisitorId', 'visitorId'],
    ['distinct_id', 'visitorId'],
    ['anonymousId', 'visitorId'],
    ['user_id', 'userId'],
    ['event', 'name'],
    ['nme', 'name'],
    ['messageId', 'id'],
    ['time', 'timestamp'],
    ['props', 'properties'],
    ['referer', 'referrer'],
    ['userAgent', 'context.userAgent'],
    ['currency', 'revenue.currency'],
  ])('%s: did you mean %s?', (field, meant) => {
    const { code, field: named, message } = readEvent({ name: 'a', [field]: 'x' }) as Problem;
    expect([code, named]).toEqual(['INVALID', field]);
    expect(message).toContain(`did you mean ${meant}?`);
  });

  it('is rejected within an object too, and whatever it is called', () => {
    expect(readEvent({ context: { user_agent: 'x' } })).toMatchObject({
      field: 'context.user_agent',
      message: expect.stringContaining('did you mean userAgent?'),
    });
    expect(problem({ revenue: { amount: 5, currency: 'EUR', vat: 1 } })).toEqual(['INVALID', 'revenue.vat']);
    for (const field of ['__proto__', 'constructor', 'toString', 'zzzzzzzz'])
      expect(problem(JSON.parse(`{"name":"a","${field}":1}`))).toEqual(['INVALID', field]);
  });
});

it('what is as long as a request is read in no time', () => {
  const long = 'x'.repeat(1_000_000);
  const events = [
    { userId: `${' '.repeat(1_000_000)}x` },
    { revenue: { amount: '9'.repeat(1_000_000), currency: 'EUR' } },
    { [long]: 1 },
    { context: { [long]: 1 } },
    { properties: { [long]: Number.POSITIVE_INFINITY } },
    { name: long, title: long, url: `/${long}`, referrer: long },
  ];
  const before = performance.now();
  for (const event of events) {
    const read = readEvent(event);
    if (read instanceof Problem) expect(read.message.length + (read.field?.length ?? 0)).toBeLessThan(1_000);
  }
  expect(performance.now() - before).toBeLessThan(1_000);
});

it.each([null, 'text', 5, [], [{ name: 'a' }]])('%j is no event', (event) =>
  expect(problem(event)).toEqual(['INVALID', null]),
);
