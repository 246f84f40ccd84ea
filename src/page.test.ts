import { describe, expect, it } from 'vitest';
import { pagesBy } from './page.ts';

const id = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';
const createdAt = new Date('2026-11-21T12:34:56.789Z');
// `1795264496789.6f9619ff-8b86-4d01-b42d-00c04fc964ff` in base64url, by coreutils' basenc.
const CURSOR = 'MTc5NTI2NDQ5Njc4OS42Zjk2MTlmZi04Yjg2LTRkMDEtYjQyZC0wMGMwNGZjOTY0ZmY';

const pages = pagesBy('createdAt');
const encoded = (text: string) => Buffer.from(text).toString('base64url');

it('a cursor is the time and the id of a row', () => {
  expect(pages.options({}).toCursor({ createdAt, id })).toBe(CURSOR);
});

describe('a slice of a list with the latest first', () => {
  it('is all of it without cursors', () => {
    expect(pages.between({ after: undefined, before: undefined })).toEqual([]);
  });

  it('comes after a row: what is earlier, or as early with a lower id', () => {
    expect(pages.between({ after: CURSOR, before: undefined })).toEqual([
      { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] },
    ]);
  });

  it('comes before a row: what is later, or as late with a higher id', () => {
    expect(pages.between({ after: undefined, before: CURSOR })).toEqual([
      { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] },
    ]);
  });

  it('goes by the column of the list', () => {
    expect(pagesBy('updatedAt').between({ after: CURSOR, before: CURSOR })).toEqual([
      { OR: [{ updatedAt: { lt: createdAt } }, { updatedAt: createdAt, id: { lt: id } }] },
      { OR: [{ updatedAt: { gt: createdAt } }, { updatedAt: createdAt, id: { gt: id } }] },
    ]);
  });

  it('is read from its end where it is the last of its rows', () => {
    expect(pages.take({ limit: 3, inverted: false })).toEqual({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 3,
    });
    expect(pages.take({ limit: 3, inverted: true })).toEqual({
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 3,
    });
  });
});

describe('no cursor is', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'nothing'],
    ['a time alone', encoded('1795264496789')],
    ['an id alone', encoded(`.${id}`)],
    ['a time that is none', encoded(`NaN.${id}`)],
    ['a time before 1970', encoded(`-1.${id}`)],
    ['a time in another notation', encoded(`1e3.${id}`)],
    ['a time after the year 9999', encoded(`253402300800000.${id}`)],
    ['a time with zeros before it', encoded(`01795264496789.${id}`)],
    ['an id that is none', encoded('1795264496789.7')],
    ['an id in capitals', encoded(`1795264496789.${id.toUpperCase()}`)],
    ['a place with more behind it', encoded(`1795264496789.${id}.7`)],
    ['a cursor with padding', `${CURSOR}=`],
    ['a cursor with what base64 does not have', `${CURSOR.slice(0, 4)}!${CURSOR.slice(4)}`],
    // The last letter stands for two bits that are left over.
    ['a cursor with other bits at its end', `${CURSOR.slice(0, -1)}Z`],
  ])('%s', (_what, cursor) => {
    for (const argument of ['after', 'before']) {
      const slice = { after: undefined, before: undefined, [argument]: cursor };
      expect(() => pages.between(slice)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: argument } }),
      );
    }
  });
});
