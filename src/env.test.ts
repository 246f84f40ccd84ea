import { expect, it } from 'vitest';
import { ConfigurationError, readEnv } from './env.ts';

it.each([
  [undefined, '1995-01-01T00:00:00.000Z'],
  ['2010-07-01', '2010-07-01T00:00:00.000Z'],
  ['2010-07-01T12:00:00+02:00', '2010-07-01T10:00:00.000Z'],
  ['0001-01-01', '0001-01-01T00:00:00.000Z'],
])('OLDEST_EVENT=%s is %s', (OLDEST_EVENT, instant) =>
  expect(new Date(readEnv({ OLDEST_EVENT }).OLDEST_EVENT).toISOString()).toBe(instant),
);

it.each(['2010-02-30', 'yesterday', '2010', '0000-12-31'])('OLDEST_EVENT=%s is refused', (OLDEST_EVENT) =>
  expect(() => readEnv({ OLDEST_EVENT })).toThrow(ConfigurationError),
);
