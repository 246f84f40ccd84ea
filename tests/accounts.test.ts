import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { RegisterInput } from './gql/graphql.ts';
import { type GraphqlAnswer, startServer, type TestServer } from './support/app.ts';
import { createTenant } from './support/tenant.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const JWT_SECRET = 'the secret of tests/accounts.test.ts alone';

const Register = graphql(`
  mutation AccountsRegister($input: RegisterInput!) {
    register(input: $input) { user { email name } organization { name slug } accessToken refreshToken }
  }
`);
const Login = graphql(`
  mutation AccountsLogin($email: String!, $password: String!) {
    login(input: { email: $email, password: $password }) { accessToken refreshToken expiresAt }
  }
`);
const Refresh = graphql(`
  mutation AccountsRefresh($token: String!) {
    refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresAt }
  }
`);
const Logout = graphql(`mutation AccountsLogout { logout }`);
const Me = graphql(`query AccountsMe { viewer { user { id email } projects { id } } }`);

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ jwtSecret: JWT_SECRET });
});
afterAll(() => server.close());

const PASSWORD = 'correct horse battery';
let people = 0;
const someone = (over: Partial<RegisterInput> = {}): RegisterInput => ({
  email: `person-${++people}@example.com`,
  password: PASSWORD,
  organizationName: 'Blümchen & Co',
  ...over,
});

/** A new user with one session. */
async function join() {
  const input = someone();
  const { register } = await server.get(Register, { input });
  return { email: input.email, ...register };
}

const problems = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions);
const isSignedIn = async (token: string): Promise<boolean> => {
  const { data, errors } = await server.ask(Me, {}, token);
  if (errors.length > 0)
    expect(problems({ status: 200, data: null, errors })).toEqual([{ code: 'UNAUTHENTICATED' }]);
  return data?.viewer?.user != null;
};
const mayRefresh = async (token: string): Promise<boolean> =>
  (await server.ask(Refresh, { token })).errors.length === 0;

describe('register', () => {
  it('makes a user and an organization, and signs the user in', async () => {
    const input = someone({ email: 'Ada.Lovelace@Example.com', name: ' Ada ' });
    const { register } = await server.get(Register, { input });
    expect(register.user).toEqual({ email: 'ada.lovelace@example.com', name: 'Ada' });
    expect(register.organization).toEqual({
      name: 'Blümchen & Co',
      slug: expect.stringMatching(/^blumchen-co-[0-9a-f]{8}$/),
    });
    expect(await isSignedIn(register.accessToken)).toBe(true);
  });

  it('refuses an address that is taken, in upper case too', async () => {
    const { email } = await join();
    const answer = await server.ask(Register, { input: someone({ email: email.toUpperCase() }) });
    expect(answer.data).toBeNull();
    expect(problems(answer)).toEqual([{ code: 'CONFLICT', field: 'input.email' }]);
  });

  it.each<[string, Partial<RegisterInput>]>([
    ['input.email', { email: 'not an address' }],
    ['input.email', { email: `${'a'.repeat(250)}@example.com` }],
    ['input.email', { email: 'nul\u0000@example.com' }],
    ['input.password', { password: 'seven77' }],
    ['input.password', { password: 'x'.repeat(257) }],
    ['input.name', { name: ' ' }],
    ['input.name', { name: 'nul\u0000' }],
    ['input.organizationName', { organizationName: '' }],
    ['input.organizationName', { organizationName: 'x'.repeat(201) }],
    ['input.organizationName', { organizationName: 'nul\u0000' }],
  ])('says that %s is wrong: %j', async (field, over) => {
    const answer = await server.ask(Register, { input: someone(over) });
    expect(problems(answer)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
  });

  it('lets only the first user in where registration is closed', async () => {
    const closed = await startServer({ registrationOpen: false });
    const register = () => closed.ask(Register, { input: someone() });
    const answers = await Promise.all([register(), register(), register()]);
    expect(answers.filter(({ data }) => data)).toHaveLength(1);
    expect([...answers, await register()].flatMap(problems)).toEqual(Array(3).fill({ code: 'FORBIDDEN' }));
    await closed.close();
  });
});

describe('login', () => {
  it('begins a session, whatever the case of the address', async () => {
    const { email } = await join();
    const { login } = await server.get(Login, { email: ` ${email.toUpperCase()} `, password: PASSWORD });
    expect(await isSignedIn(login.accessToken)).toBe(true);
    expect(login.expiresAt).toBe(new Date(server.clock.now() + 15 * MINUTE).toISOString());
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await join();
    const wrong = await server.ask(Login, { email, password: `${PASSWORD}!` });
    expect(problems(wrong)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    for (const unknown of ['nobody@example.com', 'not an address', ''])
      expect(await server.ask(Login, { email: unknown, password: PASSWORD })).toEqual(wrong);
  });

  it('answers what is asked of it as the one who signed in', async () => {
    const tenant = await createTenant(server);
    const { data } = await server.ask(Me, {}, tenant.token);
    const document = graphql(`
      mutation AccountsLoginProjects($email: String!, $password: String!) {
        login(input: { email: $email, password: $password }) { organization { projects { id } } }
      }
    `);
    const credentials = { email: data?.viewer?.user?.email ?? '', password: 'a good password' };
    const { login } = await server.get(document, credentials, (await join()).accessToken);
    expect(login.organization?.projects).toEqual([{ id: tenant.projectId }]);
  });

  it.each(['Bearer expired', 'Bearer sk_unknown', 'Bearer wk_unknown', 'Basic abc', 'Bearer', '🙈'])(
    'works beside credentials that are not good: %s',
    async (authorization) => {
      const headers = { authorization: Buffer.from(authorization).toString('latin1') };
      const { register } = await server.get(Register, { input: someone() }, undefined, headers);
      const { email } = register.user;
      const { login } = await server.get(Login, { email, password: PASSWORD }, undefined, headers);
      await server.get(Refresh, { token: login.refreshToken }, undefined, headers);
      expect(problems(await server.ask(Me, {}, undefined, headers))).toEqual([{ code: 'UNAUTHENTICATED' }]);
    },
  );
});

describe('a session', () => {
  it('goes on with each refresh token once', async () => {
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    const { refreshSession: third } = await server.get(Refresh, { token: second.refreshToken });
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
    for (const { accessToken } of [first, second, third]) expect(await isSignedIn(accessToken)).toBe(true);
  });

  it('ends as a whole when a token is used again', async () => {
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    const { login: other } = await server.get(Login, { email: first.email, password: PASSWORD });

    expect(problems(await server.ask(Refresh, { token: first.refreshToken }))).toEqual([
      { code: 'UNAUTHENTICATED' },
    ]);
    expect(await mayRefresh(second.refreshToken)).toBe(false);
    for (const { accessToken } of [first, second]) expect(await isSignedIn(accessToken)).toBe(false);
    // Another session of the same user has nothing to do with it.
    expect(await isSignedIn(other.accessToken)).toBe(true);
    expect(await mayRefresh(other.refreshToken)).toBe(true);
  });

  it('ends as a whole when a token is used twice at once', async () => {
    for (let round = 0; round < 10; round++) {
      const { refreshToken: token } = await join();
      const answers = await Promise.all([server.ask(Refresh, { token }), server.ask(Refresh, { token })]);
      const [good, ...more] = answers.flatMap(({ data }) => (data ? [data.refreshSession] : []));
      expect(more).toEqual([]);
      expect(answers.flatMap(problems)).toEqual([{ code: 'UNAUTHENTICATED' }]);
      expect(await isSignedIn(good?.accessToken ?? '')).toBe(false);
      expect(await mayRefresh(good?.refreshToken ?? '')).toBe(false);
    }
  });

  it('has access tokens of 15 minutes', async () => {
    const { accessToken } = await join();
    server.clock.pass(15 * MINUTE - 1_000);
    expect(await isSignedIn(accessToken)).toBe(true);
    server.clock.pass(1_000);
    expect(await isSignedIn(accessToken)).toBe(false);
  });

  it('has refresh tokens of 30 days, each anew', async () => {
    const [lazy, busy] = [await join(), await join()];
    server.clock.pass(30 * DAY - 1_000);
    const { refreshSession } = await server.get(Refresh, { token: busy.refreshToken });
    server.clock.pass(1_000);
    expect(await mayRefresh(lazy.refreshToken)).toBe(false);
    server.clock.pass(29 * DAY);
    expect(await mayRefresh(refreshSession.refreshToken)).toBe(true);
  });

  it('ends with logout, with all its tokens', async () => {
    const session = await join();
    const { login: other } = await server.get(Login, { email: session.email, password: PASSWORD });
    expect(await server.get(Logout, {}, session.accessToken)).toEqual({ logout: true });
    expect(await isSignedIn(session.accessToken)).toBe(false);
    expect(await mayRefresh(session.refreshToken)).toBe(false);
    expect(await isSignedIn(other.accessToken)).toBe(true);
    expect(await server.get(Logout, {}, session.accessToken)).toEqual({ logout: false });
    expect(await server.get(Logout)).toEqual({ logout: false });
  });

  it.each(['', 'rt_'])('does not begin with a made-up refresh token: %j', async (token) => {
    expect(problems(await server.ask(Refresh, { token }))).toEqual([{ code: 'UNAUTHENTICATED' }]);
  });
});

describe('an access token', () => {
  const key = (secret: string) => new TextEncoder().encode(secret);
  const signed = (claims: object, { secret = JWT_SECRET, alg = 'HS256' } = {}) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(key(secret));

  it('is good as it is, signed once more', async () => {
    const claims = decodeJwt((await join()).accessToken);
    expect(await isSignedIn(await signed(claims))).toBe(true);
  });

  it.each<[string, (claims: object, token: string) => Promise<string> | string]>([
    ['without a signature', (claims) => new UnsecuredJWT({ ...claims }).encode()],
    ['with its signature cut off', (_, token) => token.replace(/[^.]+$/, '')],
    ['signed with another key', (claims) => signed(claims, { secret: `${JWT_SECRET}!` })],
    ['signed in another way', (claims) => signed(claims, { alg: 'HS512' })],
    ['of another issuer', (claims) => signed({ ...claims, iss: 'elsewhere' })],
    ['of no issuer', (claims) => signed({ ...claims, iss: undefined })],
    ['of nobody', (claims) => signed({ ...claims, sub: undefined })],
    ['of no session', (claims) => signed({ ...claims, sid: undefined })],
    ['of a session that never was', (claims) => signed({ ...claims, sid: crypto.randomUUID() })],
    [
      'with a life of its own',
      (_, token) => token.replace(/\.[^.]+\./, `.${payload({ exp: 9_999_999_999 })}.`),
    ],
    ['of garbage', () => 'a.b.c'],
  ])('%s is refused', async (_name, forge) => {
    const { accessToken } = await join();
    const forged = await forge(decodeJwt(accessToken), accessToken);
    expect(forged).not.toBe(accessToken);
    expect(await isSignedIn(forged)).toBe(false);
  });

  it("is refused with another user's session", async () => {
    const [one, other] = [await join(), await join()];
    const { sid } = decodeJwt(other.accessToken);
    expect(await isSignedIn(await signed({ ...decodeJwt(one.accessToken), sid }))).toBe(false);
  });

  const payload = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
});

it('stores no secret but the write key, which is public, and argon2id hashes of passwords', async () => {
  const tenant = await createTenant(server);
  const { secret } = await tenant.createKey('ADMIN');
  const { rows: tables } = await server.app.store.pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const dump = async (name: string) =>
    (
      await server.app.store.pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`)
    ).rows
      .map(({ row }) => row)
      .join('\n');
  const everything = (await Promise.all(tables.map(({ name }) => dump(name)))).join('\n');

  const isStored = (text: string) =>
    everything.includes(text) || everything.includes(Buffer.from(text).toString('hex'));
  expect(isStored(tenant.writeKey)).toBe(true);
  const secrets = [tenant.token, tenant.refreshToken, secret, 'a good password', PASSWORD];
  expect(secrets.filter(isStored)).toEqual([]);

  const { rows } = await server.app.store.pool.query<{ hash: string }>(
    'select password_hash as hash from users',
  );
  expect(rows.length).toBeGreaterThan(1);
  // OWASP's first choice: 19 MiB, 2 passes, 1 lane; 16 bytes of salt and 32 of hash.
  for (const { hash } of rows)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
});
