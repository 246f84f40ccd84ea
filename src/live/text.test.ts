import { expect, it } from 'vitest';
import { shareText, textOf } from './text.ts';

/** A result that counts how often it is written. */
function counted() {
  const written = { times: 0 };
  const data = {
    toJSON() {
      written.times++;
      return { visitors: 3 };
    },
  };
  return { result: { data }, written };
}

it('writes a shared result once, however many are sent it', () => {
  const { result, written } = counted();
  expect(shareText(result)).toBe('{"data":{"visitors":3}}');
  expect([textOf(result), textOf(result)]).toEqual(Array(2).fill('{"data":{"visitors":3}}'));
  expect(written.times).toBe(1);
});

it('keeps nothing of a result of one reader', () => {
  const { result, written } = counted();
  expect([textOf(result), textOf(result)]).toEqual(Array(2).fill('{"data":{"visitors":3}}'));
  expect(written.times).toBe(2);
});
