import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BodyError, decodeBody } from './decode.ts';
import { idOf, instantOf, propertiesOf, sentAtOf, widthOf } from './format.ts';
import { eventsOfSender, isProgram } from './sender.ts';

const MIB = 1024 * 1024;

describe('instants', () => {
  it.each([
    ['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000Z'],
    ['2026-11-21T09:30:00+05:45', '2026-11-21T03:45:00.000Z'],
    ['2026-11-21T09:30:00.5', '2026-11-21T09:30:00.500Z'],
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21T09:30:00+01', '2026-11-21T08:30:00.000Z'],
    ['2026-11-21T09:30:00.123456789Z', '2026-11-21T09:30:00.123Z'],
    [1_795_253_400_000, '2026-11-21T09:30:00.000Z'],
    [1_795_253_400, '2026-11-21T09:30:00.000Z'],
    [1_795_253_400_000_000, '2026-11-21T09:30:00.000Z'],
  ])('%s', (value, expected) => expect((instantOf(value) as Date).toISOString()).toBe(expected));

  it.each(['soon', 'Nov 3, 2025', '1', '2026-02-30T10:00:00Z', '1762164000', 1e300, true])(
    'that cannot be read are left to be rejected: %j',
    (value) => {
      expect(instantOf(value)).toBe(value);
      expect(sentAtOf(value)).toBeNull();
    },
  );
});

it('a screen is as wide as its resolution says', () => {
  expect([widthOf('1440x900'), widthOf('wide'), widthOf(3)]).toEqual([1440, null, null]);
});

it('an order of more items than an event may have keeps its plain values', () => {
  const item = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`field${i}`, i]));
  const order = { order_id: 'o-1', items: Array.from({ length: 10 }, () => item) };
  expect(propertiesOf(order, () => false)).toEqual({ order_id: 'o-1' });
  expect(propertiesOf({ ...order, items: [item] }, () => false)).toEqual({ order_id: 'o-1', items: [item] });
});

it('more plain values than an event may have are as many as fit', () => {
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`k${i}`, i]));
  expect(Object.keys(propertiesOf(many, () => false))).toEqual(Object.keys(many).slice(0, 100));
  const long = { a: 1, b: 'x'.repeat(20_000), c: 'y'.repeat(8_000), d: 'z'.repeat(9_000), e: 'last' };
  expect(Object.keys(propertiesOf(long, () => false))).toEqual(['a', 'c', 'e']);
  const full = { a: 'x'.repeat(16 * 1024 - 8), b: 1 };
  expect(Object.keys(propertiesOf(full, () => false))).toEqual(['a']);
});

describe('ids', () => {
  it.each([
    [5, '5'],
    [0, '0'],
    [-7, '-7'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['5', '5'],
  ])('%j is %j', (value, expected) => expect(idOf(value)).toBe(expected));

  it.each(['undefined', ' ', '[object Object]', null, false])('%j is none', (value) =>
    expect(idOf(value)).toBeNull(),
  );

  it.each([2 ** 53, 1e20, 1.5, Number.POSITIVE_INFINITY, true])('%d is left to be rejected', (value) =>
    expect(idOf(value)).toBe(value),
  );

  it('of more digits than a number holds are read as they were written', async () => {
    const read = (text: string) => decodeBody(Buffer.from(text), null, MIB);
    expect(
      await read(
        `{"userId":9007199254740993,"messageId" : -12345678901234567890 , "properties":{"distinct_id":9007199254740992}}`,
      ),
    ).toEqual({
      userId: '9007199254740993',
      messageId: '-12345678901234567890',
      properties: { distinct_id: '9007199254740992' },
    });
    // What is no id, or is within a text, stays as it is.
    const text = JSON.stringify({ note: '"userId":9007199254740993,', 'x"id': 1234567890123456 });
    expect(await read(text)).toEqual(JSON.parse(text));
    expect(await read('{"userId":1e20,"size":9007199254740993}')).toEqual({ userId: 1e20, size: 2 ** 53 });
  });
});

describe('a body', () => {
  const event = { event: 'a+b/ü' };
  const json = JSON.stringify(event);
  const base64 = Buffer.from(json).toString('base64');
  it.each([
    ['JSON', Buffer.from(json)],
    ['gzip that says nothing of itself', gzipSync(json)],
    ['base64', Buffer.from(base64)],
    ['a form with base64', Buffer.from(`ver=1&data=${encodeURIComponent(base64)}`)],
    ['a form whose plus signs were not escaped', Buffer.from(`data=${base64}`)],
    ['a form with JSON', Buffer.from(`data=${encodeURIComponent(json)}`)],
    [
      'a form with gzip in base64',
      Buffer.from(`data=${encodeURIComponent(gzipSync(json).toString('base64'))}`),
    ],
  ])('is read as %s', async (_, body) => expect(await decodeBody(body, null, MIB)).toEqual(event));

  it('is nothing when it is empty', async () =>
    expect(await decodeBody(Buffer.from(' '), null, MIB)).toBeUndefined());

  it('is refused as too large before it is unpacked in whole', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MIB, 32));
    expect(bomb.length).toBeLessThan(MIB / 10);
    await expect(decodeBody(bomb, 'gzip', MIB)).rejects.toMatchObject({ refusal: { reason: 'too large' } });
    const inBase64 = Buffer.from(`data=${encodeURIComponent(bomb.toString('base64'))}`);
    await expect(decodeBody(inBase64, null, MIB)).rejects.toMatchObject({ refusal: { reason: 'too large' } });
  });

  it.each([['{'], ['!!!'], ['\x1f\x8b rest']])('is refused where it is nothing: %j', async (text) => {
    const refused = decodeBody(Buffer.from(text, 'latin1'), null, MIB);
    await expect(refused).rejects.toBeInstanceOf(BodyError);
    await expect(refused).rejects.toMatchObject({ refusal: { reason: 'malformed' } });
  });
});

describe('a sender', () => {
  it.each([
    ['node', true],
    ['posthog-node/5.70.0', true],
    ['axios/1.7.2', true],
    ['analytics-node-next/latest', true],
    ['Mozilla/5.0 Umami/v20.20.2', true],
    [null, true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', false],
    ['Shop/3.1 (iPhone; iOS 18.2; Scale/3.00)', false],
  ])('%s is a program: %s', (userAgent, expected) => expect(isProgram(userAgent)).toBe(expected));

  it('that is a server leaves each event without a visitor its own', () => {
    let count = 0;
    const events = [{ name: 'a' }, { name: 'b' }, { userId: 'u' }, { context: { ip: '192.0.2.1' } }, 'odd'];
    expect(eventsOfSender(events, { userAgent: null }, () => `new-${++count}`)).toEqual([
      { name: 'a', visitorId: 'new-1' },
      { name: 'b', visitorId: 'new-2' },
      { userId: 'u' },
      { context: { ip: '192.0.2.1' } },
      'odd',
    ]);
  });

  it('that is a browser gives its user agent to events that name none', () => {
    const events = [{ name: 'a' }, { name: 'b', context: { userAgent: 'Own' } }];
    expect(eventsOfSender(events, { userAgent: 'Browser' }, () => 'never')).toEqual([
      { name: 'a', context: { userAgent: 'Browser' } },
      { name: 'b', context: { userAgent: 'Own' } },
    ]);
  });
});
