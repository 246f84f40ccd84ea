import { hash } from '@node-rs/argon2';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
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
    const input = someone({ email: ' \tAda.Lovelace@Example.com ', name: ' Ada ' });
    const { register } = await server.get(Register, { input });
    expect(register.user).toEqual({ email: 'ada.lovelace@example.com', name: 'Ada' });
    expect(register.organization).toEqual({
      name: 'Blümchen & Co',
      slug: expect.stringMatching(/^blumchen-co-[0-9a-f]{8}$/),
    });
    expect(await isSignedIn(register.accessToken)).toBe(true);
  });

  // The punycode is RFC 3492's, as IDNA 2008 has it.
  it.each([
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['faß.example', 'xn--fa-hia.example'],
  ])('takes an address at %s, which is the one at %s', async (unicode, ascii) => {
    const input = someone({ email: `ada@${unicode}` });
    const { register } = await server.get(Register, { input });
    expect(register.user?.email).toBe(`ada@${ascii}`);
    for (const email of [` Ada@${unicode}`, `ada@${ascii}`]) {
      const { login } = await server.get(Login, { email, password: input.password });
      expect(await isSignedIn(login.accessToken)).toBe(true);
    }
    const again = await server.ask(Register, { input: someone({ email: `ada@${ascii}` }) });
    expect(problems(again)).toEqual([{ code: 'CONFLICT', field: 'input.email' }]);
  });

  it('refuses an address that is taken, in upper case too', async () => {
    const { email } = await join();
    const answer = await server.ask(Register, { input: someone({ email: email.toUpperCase() }) });
    expect(answer.data).toBeNull();
    expect(problems(answer)).toEqual([{ code: 'CONFLICT', field: 'input.email' }]);
  });

  it.each<[string, Partial<RegisterInput>]>([
    ['input.email', { email: 'not an address' }],
    ['input.email', { email: 'ada@bücher example' }],
    ['input.email', { email: 'ada@é@example.com' }],
    ['input.email', { email: `${'a'.repeat(250)}@example.com` }],
    ['input.email', { email: 'nul\u0000@example.com' }],
    ['input.password', { password: 'seven77' }],
    ['input.password', { password: 'x'.repeat(257) }],
    ['input.password', { password: 'Password1' }],
    ['input.password', { password: 'abcdefgh\ud800' }],
    ['input.password', { email: ' Somebody@Example.com', password: 'somebody@example.com' }],
    ['input.password', { name: 'Augusta Ada', password: 'augusta ada' }],
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

  it.each([
    ['composed and decomposed', 'Z\u00e4hne-2026', 'Za\u0308hne-2026'],
    ['full and half width', 'Ａbcdefgh1', 'Abcdefgh1'],
    ['ligatures', 'of\ufb01ce-2026', 'office-2026'],
  ])('takes a password in any form of Unicode: %s', async (_name, one, other) => {
    for (const [password, typed] of [
      [one, other],
      [other, one],
      [one, one],
    ] as const) {
      const input = someone({ password });
      await server.get(Register, { input });
      expect((await server.ask(Login, { email: input.email, password: typed })).errors).toEqual([]);
    }
  });

  it('takes a password that was hashed before as it was typed, and none that is not well formed', async () => {
    const { email } = await join();
    const old = 'Za\u0308hne-2026';
    const setHash = async (password: string) =>
      server.app.store.prisma.user.update({ where: { email }, data: { passwordHash: await hash(password) } });
    await setHash(old);
    expect((await server.ask(Login, { email, password: old })).errors).toEqual([]);
    await setHash('abcdefgh\ufffd');
    expect(problems(await server.ask(Login, { email, password: 'abcdefgh\ud800' }))).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
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

  it('gives the same successor to who sends a token again within 30 seconds, on any server', async () => {
    const other = createApp({
      store: server.app.store,
      log: server.app.log,
      jwtSecret: JWT_SECRET,
      tracker: { serve: () => {} },
      now: server.clock.now,
    });
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    server.clock.pass(29_999);
    const { refreshSession: again } = await server.get(Refresh, { token: first.refreshToken });
    const { tokens: elsewhere } = await other.sessions.refresh(first.refreshToken);
    expect([again.refreshToken, elsewhere.refreshToken]).toEqual([second.refreshToken, second.refreshToken]);
    const { refreshSession: third } = await server.get(Refresh, { token: second.refreshToken });
    for (const { accessToken } of [first, second, again, elsewhere, third])
      expect(await isSignedIn(accessToken)).toBe(true);
    await other.drain();
  });

  it('leads who is a token behind to the newest one', async () => {
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    const { refreshSession: third } = await server.get(Refresh, { token: second.refreshToken });
    const { refreshSession: late } = await server.get(Refresh, { token: first.refreshToken });
    expect(late.refreshToken).toBe(third.refreshToken);
    server.clock.pass(31_000);
    expect(await mayRefresh(late.refreshToken)).toBe(true);
  });

  it('ends as a whole when a token is used again after 30 seconds', async () => {
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    const { login: other } = await server.get(Login, { email: first.email, password: PASSWORD });
    server.clock.pass(30_001);

    expect(problems(await server.ask(Refresh, { token: first.refreshToken }))).toEqual([
      { code: 'UNAUTHENTICATED' },
    ]);
    expect(await mayRefresh(second.refreshToken)).toBe(false);
    for (const { accessToken } of [first, second]) expect(await isSignedIn(accessToken)).toBe(false);
    // Another session of the same user has nothing to do with it.
    expect(await isSignedIn(other.accessToken)).toBe(true);
    expect(await mayRefresh(other.refreshToken)).toBe(true);
  });

  it('goes on, with one successor, when a token is used by several tabs at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { refreshToken: token } = await join();
      const answers = await Promise.all(Array.from({ length: 4 }, () => server.ask(Refresh, { token })));
      expect(answers.flatMap(problems)).toEqual([]);
      const next = answers.flatMap(({ data }) => (data ? [data.refreshSession] : []));
      expect(new Set(next.map(({ refreshToken }) => refreshToken)).size).toBe(1);
      for (const { accessToken } of next) expect(await isSignedIn(accessToken)).toBe(true);
      expect(await mayRefresh(next[0]?.refreshToken ?? '')).toBe(true);
    }
  });

  it('is not revived by a refresh that comes after its end, also within 30 seconds', async () => {
    const first = await join();
    const { refreshSession: second } = await server.get(Refresh, { token: first.refreshToken });
    await server.get(Logout, {}, second.accessToken);
    for (const { refreshToken } of [first, second]) expect(await mayRefresh(refreshToken)).toBe(false);
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

describe('the sessions of a user', () => {
  const List = graphql(`
    query AccountsSessions { viewer { sessions { id createdAt lastUsedAt userAgent current } } }
  `);
  const End = graphql(`
    mutation AccountsRevokeSession($id: ID!) { revokeSession(input: { id: $id }) { revokedId } }
  `);
  const sessionsOf = async (token: string) => (await server.get(List, {}, token)).viewer?.sessions ?? [];

  it('are listed, the last used first, with what began them', async () => {
    const first = await join();
    const began = new Date(server.clock.now()).toISOString();
    server.clock.pass(MINUTE);
    const agent = { 'user-agent': 'Another/1.0' };
    const { login } = await server.get(Login, { email: first.email, password: PASSWORD }, undefined, agent);
    const at = new Date(server.clock.now()).toISOString();
    expect(await sessionsOf(login.accessToken)).toEqual([
      { id: expect.any(String), createdAt: at, lastUsedAt: at, userAgent: 'Another/1.0', current: true },
      {
        id: expect.any(String),
        createdAt: began,
        lastUsedAt: began,
        userAgent: expect.any(String),
        current: false,
      },
    ]);
    server.clock.pass(MINUTE);
    await server.get(Refresh, { token: first.refreshToken });
    const [latest] = await sessionsOf(login.accessToken);
    expect(latest).toMatchObject({
      createdAt: began,
      lastUsedAt: new Date(server.clock.now()).toISOString(),
    });
  });

  it('are ended one by one, by their own user', async () => {
    const [one, other] = [await join(), await join()];
    const { login } = await server.get(Login, { email: one.email, password: PASSWORD });
    const theirs = (await sessionsOf(login.accessToken)).find(({ current }) => !current)?.id ?? '';
    expect(problems(await server.ask(End, { id: theirs }, other.accessToken))).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    expect(await isSignedIn(one.accessToken)).toBe(true);
    expect(await server.get(End, { id: theirs }, login.accessToken)).toEqual({
      revokeSession: { revokedId: theirs },
    });
    expect(await isSignedIn(one.accessToken)).toBe(false);
    expect(await mayRefresh(one.refreshToken)).toBe(false);
    expect(await sessionsOf(login.accessToken)).toHaveLength(1);
    expect(problems(await server.ask(End, { id: theirs }, login.accessToken))).toEqual([
      { code: 'NOT_FOUND' },
    ]);
  });

  const Change = graphql(`
    mutation AccountsChangePassword($current: String!, $new: String!) {
      changePassword(input: { currentPassword: $current, newPassword: $new }) { user { email } }
    }
  `);

  it('end but for the own one when the password is changed', async () => {
    const first = await join();
    const { login: other } = await server.get(Login, { email: first.email, password: PASSWORD });
    const passwords = { current: PASSWORD, new: 'another good one' };
    expect(await server.get(Change, passwords, first.accessToken)).toEqual({
      changePassword: { user: { email: first.email } },
    });
    expect(await isSignedIn(first.accessToken)).toBe(true);
    expect(await mayRefresh(first.refreshToken)).toBe(true);
    expect(await isSignedIn(other.accessToken)).toBe(false);
    expect(await mayRefresh(other.refreshToken)).toBe(false);
    expect(problems(await server.ask(Login, { email: first.email, password: PASSWORD }))).toEqual([
      { code: 'UNAUTHENTICATED' },
    ]);
    expect((await server.ask(Login, { email: first.email, password: passwords.new })).errors).toEqual([]);
  });

  it('are forgotten when nothing more follows from them', async () => {
    const [old, fresh] = [await join(), await join()];
    server.clock.pass(89 * DAY);
    const { login } = await server.get(Login, { email: fresh.email, password: PASSWORD });
    server.clock.pass(2 * DAY);
    await server.app.sessions.forget();
    const left = async (email: string) => ({
      sessions: await server.app.store.prisma.session.count({ where: { user: { email } } }),
      tokens: await server.app.store.prisma.refreshToken.count({ where: { user: { email } } }),
    });
    expect(await left(old.email)).toEqual({ sessions: 0, tokens: 0 });
    expect(await left(fresh.email)).toEqual({ sessions: 1, tokens: 1 });
    expect(await mayRefresh(login.refreshToken)).toBe(true);
  });

  it('stay as they are when the password may not be changed', async () => {
    const { email, accessToken } = await join();
    const change = async (current: string, next: string) =>
      problems(await server.ask(Change, { current, new: next }, accessToken));
    const wrong = { code: 'BAD_USER_INPUT', field: 'input.currentPassword' };
    const bad = { code: 'BAD_USER_INPUT', field: 'input.newPassword' };
    expect(await change('not the password', 'another good one')).toEqual([wrong]);
    for (const next of ['short', 'password', email, PASSWORD])
      expect(await change(PASSWORD, next)).toEqual([bad]);
    const tenant = await createTenant(server);
    const { secret } = await tenant.createKey('ADMIN');
    const byKey = await server.ask(Change, { current: PASSWORD, new: 'another good one' }, secret);
    expect(problems(byKey)).toEqual([{ code: 'FORBIDDEN' }]);
    expect((await server.ask(Login, { email, password: PASSWORD })).errors).toEqual([]);
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
