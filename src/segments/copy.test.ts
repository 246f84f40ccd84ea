import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutTuples } from './copy.ts';

// The format of https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4, written out by hand.
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
type Field = Uint8Array | null;
const fieldBytes = (field: Field): Buffer =>
  field === null ? int32(-1) : Buffer.concat([int32(field.length), field]);
const tupleBytes = (fields: Field[]): Buffer => Buffer.concat(fields.map(fieldBytes));

const copies = fc.record({
  extension: fc.uint8Array({ maxLength: 5 }),
  tuples: fc.array(fc.array(fc.option(fc.uint8Array({ maxLength: 40 })), { maxLength: 4 }), { maxLength: 8 }),
  cuts: fc.array(fc.nat(600), { maxLength: 30 }),
});

it('finds every tuple of a COPY, wherever its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(copies, async ({ extension, tuples, cuts }) => {
      const bytes = Buffer.concat([
        SIGNATURE,
        int32(0),
        int32(extension.length),
        extension,
        ...tuples.flatMap((fields) => [int16(fields.length), tupleBytes(fields)]),
        int16(-1),
      ]);
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].toSorted(
        (a, b) => a - b,
      );
      async function* chunks() {
        for (const [index, place] of places.entries()) yield bytes.subarray(place, places[index + 1]);
      }
      const found: Buffer[] = [];
      for await (const some of cutTuples(chunks())) found.push(...some);
      expect(found).toEqual(tuples.map(tupleBytes));
    }),
    { numRuns: 500 },
  );
});
