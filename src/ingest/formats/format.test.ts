import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BodyError, decodeBody } from './decode.ts';
import { decimalOf, instantOf, moneyOf, propertiesOf, widthOf } from './format.ts';
import { eventsOfSender, isProgram } from './sender.ts';

const MIB = 1024 * 1024;

describe('amounts', () => {
  it.each([
    [19.99, '19.99'],
    ['19.990', '19.990'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0'],
    [12e6, '12000000'],
    [-5, '-5'],
    ['123456789012345678.123456', '123456789012345678.123456'],
    ['$5', null],
    ['1e3', null],
    [1e21, null],
    [Number.NaN, null],
    [null, null],
  ])('%s is %s', (value, expected) => expect(decimalOf(value)).toBe(expected));

  it('are money with a code of three letters only', () => {
    expect(moneyOf('5', 'eur')).toEqual({ amount: '5', currency: 'EUR' });
    expect(moneyOf('5', 'euro')).toBeNull();
    expect(moneyOf('5', undefined)).toBeNull();
  });
});

describe('instants', () => {
  it.each([
    ['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000Z'],
    ['2026-11-21T09:30:00+05:45', '2026-11-21T03:45:00.000Z'],
    ['2026-11-21T09:30:00.5', '2026-11-21T09:30:00.500Z'],
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    [1_795_253_400_000, '2026-11-21T09:30:00.000Z'],
  ])('%s', (value, expected) => expect((instantOf(value) as Date).toISOString()).toBe(expected));

  it('that cannot be read are left to be rejected', () => expect(instantOf('soon')).toBe('soon'));
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
    // Bots without a browser's form are told by their names.
    ['AdsBot-Google (+http://www.google.com/adsbot.html)', false],
    ['facebookexternalhit/1.1', false],
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

  it('that is a browser leaves its events as they are', () => {
    const events = [{ name: 'a' }, { name: 'b', context: { userAgent: 'Own' } }];
    expect(eventsOfSender(events, { userAgent: 'Browser' }, () => 'never')).toEqual(events);
  });
});
