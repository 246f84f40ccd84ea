import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { withDatabase } from '../tests/support/database.ts';
import { asksForNoPasswords, createScratch, withUser } from '../tests/support/postgres.ts';
import { readEnv } from './env.ts';
import { explain } from './startup.ts';
import { openDatabase } from './store/database.ts';

const scratch = createScratch();
const admin = process.env.TEST_DATABASE_URL ?? '';
afterAll(() => scratch.drop());

/** What the server says where it cannot open its database; tests/start-errors.test.ts is about whole servers. */
const complaint = (DATABASE_URL: string): Promise<string> =>
  openDatabase(readEnv({ DATABASE_URL }), pino({ level: 'silent' })).then(
    () => 'it is open',
    (error: unknown) => explain(error),
  );

it('explains a host that is not known', async () => {
  expect(await complaint('postgres://user@database.invalid/pulsegraph')).toMatch(
    /^getaddrinfo \w+ database\.invalid\n.*check DATABASE_URL/,
  );
});

it('explains a name whose every address refuses', async () => {
  const [answer, remedy] = (await complaint('postgres://user@localhost:1/pulsegraph')).split(/\n(?!connect)/);
  expect(answer).toMatch(/^connect ECONNREFUSED (127\.0\.0\.1|::1):1/);
  expect(remedy).toMatch(/^Nothing answers at DATABASE_URL: start Postgres there/);
});

it('explains a password that is wrong', async ({ skip }) => {
  const wrong = withUser(admin, await scratch.poorRole(), 'wrong');
  skip(await asksForNoPasswords(wrong), 'TEST_DATABASE_URL is a Postgres that asks for no passwords');
  expect(await complaint(wrong)).toContain('check the user and password in DATABASE_URL');
});

it('explains a database that is not there', async () => {
  expect(await complaint(withDatabase(admin, 'nowhere'))).toBe(
    'database "nowhere" does not exist\nThe database in DATABASE_URL does not exist: create it with `createdb`.',
  );
});

it('explains a user who may not create tables', async () => {
  expect(await complaint(withUser(admin, await scratch.poorRole(), 'right'))).toBe(
    'permission denied for schema public\nThe user in DATABASE_URL may not create tables: make it the owner of the database.',
  );
});

it('shows where a mistake in the code is, and else only what is said', () => {
  expect(explain(new TypeError('x is not a function'))).toContain('startup.test.ts');
  expect(explain(new Error('The tracker is not built: run `npm run build` first.'))).toBe(
    'The server could not start: The tracker is not built: run `npm run build` first.',
  );
});

it('says of a command that it stopped, not that a server could not start', () => {
  const error = new Error('canceling statement due to user request');
  expect(explain(error, 'The rebuild stopped')).toBe(
    'The rebuild stopped: canceling statement due to user request',
  );
  expect(explain(error)).toBe('The server could not start: canceling statement due to user request');
});
