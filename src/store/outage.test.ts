import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createOutage, isPassing } from './outage.ts';

const withCode = (code: string) => Object.assign(new Error('said'), { code });

describe('a failure of a database', () => {
  // Postgres's appendix A, the classes and codes of what is over when it has room, or runs, again.
  it.each([
    ...['08000', '08003', '08006', '08001', '08004'],
    ...['53000', '53100', '53200', '53300', '53400'],
    ...['57P01', '57P02', '57P03', '57P05'],
    // Node's and Prisma's.
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'P1001', 'P1002', 'P1017', 'P2024'],
  ])('%s passes', (code) => {
    expect(isPassing(withCode(code))).toBe(true);
    // As GraphQL, Prisma and AggregateError wrap it.
    expect(isPassing(new Error('outer', { cause: withCode(code) }))).toBe(true);
    expect(isPassing({ originalError: withCode(code) })).toBe(true);
    expect(
      isPassing({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: code } } } }),
    ).toBe(true);
    expect(isPassing(new AggregateError([withCode(code)]))).toBe(true);
  });

  it.each(['57014', '57P04', '22021', '23505', '42P01', '40001', 'P2002', 'P2025', 'ENOENT', ''])(
    '%j does not pass by itself',
    (code) => expect(isPassing(withCode(code))).toBe(false),
  );

  it.each([null, undefined, 'ECONNREFUSED', 57, {}, new Error('08006')])('%j is none', (error) => {
    expect(isPassing(error)).toBe(false);
  });

  it('ends where errors refer to each other', () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect(isPassing(error)).toBe(false);
  });
});

it('is one line for an outage', () => {
  const lines: string[] = [];
  const outage = createOutage(pino({}, { write: (line) => void lines.push(line) }));
  for (let i = 0; i < 100; i++)
    expect(outage.of(withCode('ECONNREFUSED'))?.extensions).toEqual({ code: 'OVERLOADED', retryAfter: 5 });
  expect(outage.of(withCode('42P01'))).toBeNull();
  expect(lines).toHaveLength(1);
});
