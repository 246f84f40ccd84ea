import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody } from './decode.ts';
import { isExcessive } from './structure.ts';

const MIB = 1024 * 1024;
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const objectOf = (keys: number) => Object.fromEntries(many(keys, (i) => [`k${i}`, i]));

describe('what no SDK sends is refused before it is parsed, at the cost of looking at it', () => {
  it.each([
    ['an object of 290,000 keys', JSON.stringify({ batch: [{ properties: objectOf(290_000) }] })],
    ['2,000,000 nested lists', `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`],
    ['500,000 nested objects', `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`],
    ['1,300,000 empty lists', `[${'[],'.repeat(1_300_000)}1]`],
    ['1,000 events of 400 properties', JSON.stringify(many(1_000, () => objectOf(400)))],
    ['nested lists after a text full of quotes', `["${'\\"'.repeat(500_000)}",${'['.repeat(100)}`],
  ])('%s', async (_, json) => {
    const before = process.cpuUsage();
    await expect(decodeBody(Buffer.from(json), null, 8 * MIB)).rejects.toMatchObject({
      refusal: { reason: 'too large' },
    });
    const { user, system } = process.cpuUsage(before);
    // Microseconds. JSON.parse alone takes 200,000 to 1,000,000 of these.
    expect(user + system).toBeLessThan(150_000);
  });

  it.each([
    ['4 KB that become 4 MB', gzipSync(`"${' '.repeat(4 * MIB - 2)}"`), 'too large'],
    ['more than 1 MiB', Buffer.concat([gzipSync('{}'), Buffer.alloc(MIB)]), 'too large'],
  ])('packed: %s', async (_, body, reason) => {
    await expect(decodeBody(body, 'gzip', 4 * MIB)).rejects.toMatchObject({ refusal: { reason } });
  });
});

describe('what SDKs send is taken', () => {
  // The batches of posthog-js are the most repetitive ones.
  const event = (i: number) => ({
    uuid: randomUUID(),
    timestamp: new Date(1_795_253_400_000 + i * 1_234).toISOString(),
    event: '$pageview',
    properties: Object.fromEntries(
      many(90, (k) => [`$property_${k}`, `https://shop.example/a/long/path/${k}`]),
    ),
  });
  it.each([1, 20, 500])('a packed batch of %i events', async (count) => {
    const sent = { api_key: 'wk_a', batch: many(count, event) };
    expect(await decodeBody(gzipSync(JSON.stringify(sent)), 'gzip', 4 * MIB)).toEqual(sent);
  });

  it('1,000 events of 100 properties and an order of many items', () => {
    const properties = Object.fromEntries(many(100, (i) => [`k${i}`, i]));
    const items = many(500, (i) => ({ id: i, price: 1.5 }));
    expect(isExcessive(JSON.stringify(many(1_000, () => ({ properties, type: 'track' }))))).toBe(false);
    expect(isExcessive(JSON.stringify({ properties: { items, numbers: many(8_000, () => 1) } }))).toBe(false);
  });

  it('any JSON of few parts, whatever its texts say', () =>
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }),
        fc.string({ unit: 'binary' }),
        (value, text) => {
          // Long enough to be looked at.
          const filled = [value, text.repeat(20), `[{",\\${'x'.repeat(17_000)}`];
          expect(isExcessive(JSON.stringify(filled))).toBe(false);
        },
      ),
    ));
});
