import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { createAttempts } from '../src/accounts/attempts.ts';
import { createPasswords } from '../src/accounts/passwords.ts';
import { graphql } from './gql/gql.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { createRedis } from './support/redis.ts';
import { createTenant } from './support/tenant.ts';

const Register = graphql(`
  mutation LimitsRegister($email: String!, $password: String!) {
    register(input: { email: $email, password: $password, organizationName: "Limits" }) { accessToken }
  }
`);
const Login = graphql(`
  mutation LimitsLogin($email: String!, $password: String!) {
    login(input: { email: $email, password: $password }) { accessToken }
  }
`);
const Change = graphql(`
  mutation LimitsChange($current: String!) {
    changePassword(input: { currentPassword: $current, newPassword: "another good one" }) { user { email } }
  }
`);

const PASSWORD = 'a good password';
const log = pino({ level: 'silent' });
// The loopback address of the tests is a proxy's: each of these is another client behind it.
const from = (address: string) => ({ 'x-forwarded-for': address });
const codes = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions?.code);

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ attempts: createAttempts({ redisUrl: null, secret: 'a secret', log }) });
});
afterAll(() => server.close());

const login = (email: string, password: string, address: string) =>
  server.ask(Login, { email, password }, undefined, from(address));

it('an account is guessed ten times, whether it exists or not, and its owner goes on where they were before', async () => {
  const email = 'guessed@example.com';
  await server.get(Register, { email, password: PASSWORD }, undefined, from('203.0.113.1'));
  for (const account of [email, 'nobody@example.com']) {
    for (let time = 0; time < 10; time++)
      expect(codes(await login(account, 'a wrong password', `198.51.100.${time}`))).toEqual([
        'UNAUTHENTICATED',
      ]);
    const refused = await login(` ${account.toUpperCase()}`, PASSWORD, '198.51.100.99');
    expect(refused.status).toBe(429);
    expect(refused.errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
  }
  expect(codes(await login(email, PASSWORD, '203.0.113.1'))).toEqual([]);
});

it('one address, or IPv6 network, guesses ten times', async () => {
  const addresses = (time: number) => ['203.0.113.50', `2001:db8:1:1::${time.toString(16)}`];
  for (const kind of [0, 1]) {
    for (let time = 0; time < 10; time++)
      await login(`victim-${kind}-${time}@example.com`, PASSWORD, addresses(time)[kind] ?? '');
    expect(codes(await login('victim@example.com', PASSWORD, addresses(99)[kind] ?? ''))).toEqual([
      'RATE_LIMITED',
    ]);
  }
  expect(codes(await login('victim@example.com', PASSWORD, '2001:db8:1:2::1'))).toEqual(['UNAUTHENTICATED']);
});

it('the current password is guessed no more often by who has the session', async () => {
  const { token } = await createTenant(server);
  for (let time = 0; time < 10; time++)
    expect(codes(await server.ask(Change, { current: 'a wrong password' }, token))).toEqual([
      'BAD_USER_INPUT',
    ]);
  expect(codes(await server.ask(Change, { current: PASSWORD }, token))).toEqual(['RATE_LIMITED']);
});

it('one address registers thirty times in ten minutes', async () => {
  const register = (number: number) =>
    server.ask(
      Register,
      { email: `many-${number}@example.com`, password: PASSWORD },
      undefined,
      from('203.0.113.60'),
    );
  const answers = [];
  for (let number = 0; number < 31; number++) answers.push(await register(number));
  expect(answers.flatMap(codes)).toEqual(['RATE_LIMITED']);
});

it('one or two passwords are hashed at a time, sixteen wait, and more are refused', async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash(PASSWORD, { email: 'a@b.example' }, 'password');
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, (_, number) => passwords.matches(PASSWORD, number % 2 === 0 ? hash : null)),
  );
  const good = answers.filter(({ status }) => status === 'fulfilled');
  expect([1 + 16, 2 + 16]).toContain(good.length);
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ extensions: { code: 'OVERLOADED', retryAfter: 1 } });
  expect(await passwords.matches(PASSWORD, hash)).toBe(true);
});

it('an address that is taken is no error of Postgres, whose log would have it', async () => {
  const email = 'taken@example.com';
  await server.get(Register, { email, password: PASSWORD }, undefined, from('203.0.113.70'));
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const again = await server.ask(Register, { email, password: PASSWORD }, undefined, from('203.0.113.71'));
  const results = await Promise.allSettled(statements.mock.results.map(({ value }) => value as unknown));
  statements.mockRestore();
  expect(codes(again)).toEqual(['CONFLICT']);
  expect(results.length).toBeGreaterThanOrEqual(3);
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
});

it('servers count together in Redis, and alone while it is away', async () => {
  const redis = await createRedis();
  await redis.start();
  const clients = new Redis(redis.url);
  const servers = [1, 2].map(() => createAttempts({ redisUrl: redis.url, secret: 'a secret', log }));
  onTestFinished(async () => {
    for (const each of servers) each.close();
    clients.disconnect();
    await redis.remove();
  });
  const tries = (number: number) =>
    servers[number % 2]?.password(
      { email: 'ada@example.com', network: '203.0.113.7', known: false },
      async () => null,
    );
  // Connected first: until then each counts alone.
  await vi.waitFor(async () => {
    for (const each of servers) await each.count('registration', 'nobody');
    expect(await clients.info('clients')).toContain('connected_clients:3');
  });
  for (let number = 0; number < 10; number++) expect(await tries(number)).toBeNull();
  for (const number of [0, 1])
    await expect(tries(number)).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  clients.disconnect();
  await redis.stop();
  for (let number = 0; number < 20; number += 2) expect(await tries(number)).toBeNull();
  await expect(tries(0)).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
});
